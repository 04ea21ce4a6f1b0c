"""A shared device forgets after "Tot ziens"; what five idle minutes do is beside it, in `test_lock`."""

import base64
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE


@pytest.mark.long
def test_after_goodbye_the_shared_device_shows_nothing_more(owner: Person) -> None:
    owner.begins()
    owner.is_called('Noor')
    compass, compass_id = owner.page.url, owner.compass_id
    cookies = owner.page.context.cookies()
    assert compass_id in held_by(owner)
    says_goodbye(owner)
    owner.sees('Je kompas blijft hier een maand op slot. Met je plaatje kom je er weer in.')
    assert compass_id not in held_by(owner)
    for _ in range(3):
        owner.page.go_back()
        owner.sees_nothing_of('Noor')
    # nor does the cookie of before open anything, should someone have kept it
    for kept in ([], cookies):
        owner.page.context.add_cookies(kept)  # type: ignore[arg-type]
        owner.opens(compass)
        expect(owner.page).to_have_url(f'{owner.url}/slot')
        owner.sees_nothing_of('Noor')


@pytest.mark.long
def test_who_only_came_to_look_says_goodbye_too_and_the_others_go_on(
    new_person: Callable[..., Person], owner: Person
) -> None:
    owner.begins()
    guest = new_person(PHONE)
    guest.enters(owner.shares(), 'Even kijken')
    says_goodbye(guest)
    owner.taps_link('Kompas', 'Jezelf zijn')
    owner.picks('muziek')


def test_an_own_phone_has_no_goodbye(owner: Person, phone: Person) -> None:
    expect(owner.button('Tot ziens')).to_be_visible()
    phone.taps_link('Delen')
    expect(phone.link('Ander kompas')).to_be_visible()
    expect(phone.button('Tot ziens')).to_have_count(0)


@pytest.mark.long
def test_without_a_way_back_goodbye_asks_first_and_shows_the_code(
    new_person: Callable[..., Person], owner: Person
) -> None:
    owner.begins()
    owner.taps_link('Delen')
    owner.taps_button('Tot ziens')
    owner.is_at('tot-ziens')
    owner.sees('Neem eerst je code mee: scan hem, of print je blad. Anders kom je er later niet meer in.')
    new_person(PHONE).enters(owner.shows_code())
    owner.goes_to('tot-ziens')
    owner.sees('Dan is je kompas van deze tablet af. Met je code kom je er weer in.')
    owner.taps_button('Tot ziens')
    owner.sees('Je kompas is van deze tablet af. Met je code kom je er weer in.')


def says_goodbye(person: Person) -> None:
    """From home, by way of the code."""
    person.taps_link('Delen')
    person.taps_button('Tot ziens')
    person.is_at('tot-ziens')
    person.taps_button('Tot ziens')
    expect(person.page).to_have_url(f'{person.url}/tot-ziens')
    person.sees_title('Tot ziens')


def held_by(person: Person) -> str:
    """The ids of the compasses that the cookie of this browser holds keys for."""
    value = next((cookie['value'] for cookie in person.page.context.cookies() if cookie['name'] == 'kompas'), '')
    content = value.partition('.')[0]
    return ' '.join(json.loads(base64.b64decode(content)).get('keys', {})) if content else ''
