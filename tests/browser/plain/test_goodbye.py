"""A shared device forgets after "Tot ziens"; what two idle minutes do is beside it, in `test_lock`."""

import base64
import json
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE


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
    assert owner.gets(compass) == 404
    # nor does the cookie of before open anything, should someone have kept it
    owner.page.context.add_cookies(cookies)  # type: ignore[arg-type]
    assert owner.gets(compass) == 404


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


def held_by(person: Person) -> str:
    """The ids of the compasses that the cookie of this browser holds keys for."""
    value = next((cookie['value'] for cookie in person.page.context.cookies() if cookie['name'] == 'kompas'), '')
    content = value.partition('.')[0]
    return ' '.join(json.loads(base64.b64decode(content))['keys']) if content else ''
