"""A shared device forgets: after "Tot ziens", and after ten minutes in which nobody touched it."""

import base64
import json
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.person import Person


def test_after_goodbye_the_shared_device_shows_nothing_more(owner: Person) -> None:
    owner.begins()
    owner.is_called('Noor')
    compass, compass_id = owner.page.url, owner.compass_id
    cookies = owner.page.context.cookies()
    assert compass_id in held_by(owner)
    owner.taps_link('Delen')
    owner.taps_button('Tot ziens')
    owner.sees_title('Tot ziens')
    assert compass_id not in held_by(owner)
    for _ in range(3):
        owner.page.go_back()
        owner.sees_nothing_of('Noor')
    assert owner.page.goto(compass).status == 404
    # nor does the cookie of before open anything, should someone have kept it
    owner.page.context.add_cookies(cookies)
    assert owner.page.goto(compass).status == 404


def test_who_only_came_to_look_says_goodbye_too_and_the_others_go_on(
    new_person: Callable[..., Person], owner: Person
) -> None:
    owner.begins()
    guest = new_person(PHONE)
    guest.enters(owner.shares(), 'Even kijken')
    guest.taps_link('Delen')
    guest.taps_button('Tot ziens')
    guest.sees_title('Tot ziens')
    owner.taps_link('Kompas', 'Jezelf zijn')
    owner.picks('muziek')


def test_an_own_phone_has_no_goodbye(owner: Person, phone: Person) -> None:
    expect(owner.button('Tot ziens')).to_be_visible()
    phone.taps_link('Delen')
    expect(phone.button('Nieuwe code')).to_be_visible()
    expect(phone.button('Tot ziens')).to_have_count(0)


def test_after_ten_idle_minutes_a_shared_device_asks_and_then_forgets(new_person: Callable[..., Person]) -> None:
    owner = new_person(fresh=True)
    owner.page.clock.install()
    owner.begins()
    compass, compass_id = owner.page.url, owner.compass_id
    owner.page.clock.fast_forward('08:30')
    expect(still_there(owner)).to_be_hidden()
    owner.page.clock.fast_forward('00:45')
    expect(still_there(owner)).to_be_visible()
    owner.page.clock.fast_forward('01:00')
    owner.sees_title('Tot ziens')
    assert compass_id not in held_by(owner)
    assert owner.page.goto(compass).status == 404


def test_who_is_still_there_goes_on(new_person: Callable[..., Person]) -> None:
    owner = new_person(fresh=True)
    owner.page.clock.install()
    owner.begins()
    owner.page.clock.fast_forward('09:15')
    owner.taps_button('Ja')
    expect(still_there(owner)).to_be_hidden()
    owner.page.clock.fast_forward('08:30')
    expect(still_there(owner)).to_be_hidden()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')


def test_an_own_phone_stays_open(owner: Person, new_person: Callable[..., Person]) -> None:
    owner.begins()
    phone = new_person(PHONE, fresh=True)
    phone.page.clock.install()
    phone.enters(owner.shares())
    phone.page.clock.fast_forward('59:00')
    phone.page.clock.run_for(2_000)
    expect(still_there(phone)).to_be_hidden()
    phone.sees_title('Mijn kompas')


def held_by(person: Person) -> str:
    """The ids of the compasses that the cookie of this browser holds keys for."""
    value = next((cookie['value'] for cookie in person.page.context.cookies() if cookie['name'] == 'kompas'), '')
    content = value.partition('.')[0]
    return ' '.join(json.loads(base64.b64decode(content))['keys']) if content else ''


def still_there(person: Person):
    return person.page.get_by_role('dialog').filter(has_text='Ben je er nog?')
