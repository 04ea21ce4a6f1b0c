"""P8: "Nieuwe code" ends the old sheet and, on choice, the other devices; the device that taps goes on."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.patience import within

TWO_SECONDS = 2_000


@pytest.mark.long
def test_a_new_code_stops_the_old_sheet_and_nobody_else(
    new_person: Callable[..., Person], owner: Person, phone: Person
) -> None:
    old = owner.shows_code()
    renews(owner)
    owner.sees('De oude code werkt niet meer. Print je blad opnieuw.')
    new = shows_another_code(owner, old)
    late = new_person(PHONE)
    late.opens(old)
    late.taps_button('Dit is mijn kompas')
    late.sees_title('Deze code werkt niet meer.')
    new_person(PHONE).enters(new)
    owner.taps_link('Kompas', 'Jezelf zijn')
    phone.taps_link('Jezelf zijn')
    phone.picks('muziek')
    owner.sees_pressed('muziek')


@pytest.mark.long
def test_other_devices_go_blank_within_two_seconds_when_they_are_stopped_too(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    owner.is_called('Noor')
    compass = phone.page.url
    phone.sees_title('Noor')
    old = owner.shares()
    owner.picks('Andere telefoons kunnen er dan ook niet meer in')
    renews(owner)
    phone.sees_nothing_of('Noor', within=TWO_SECONDS)
    expect(phone.page).to_have_url(f'{phone.url}/')
    assert phone.gets(compass) == 404
    assert shows_another_code(owner, old)
    owner.taps_link('Kompas', 'Jezelf zijn')
    owner.picks('muziek')


@pytest.mark.long
def test_it_asks_first_and_no_keeps_the_code(owner: Person, phone: Person) -> None:
    assert phone
    old = owner.shows_code()
    owner.taps_button('Nieuwe code')
    owner.sees('Met de oude code kan dan niemand meer in je kompas. Print daarna je blad opnieuw.')
    owner.page.wait_for_timeout(1_000)  # nobody answers a question sooner than it was read
    owner.taps_button('Nee, laat maar')
    expect(owner.button('Nee, laat maar')).to_be_hidden()
    assert owner.shows_code() == old


def renews(person: Person) -> None:
    person.taps_button('Nieuwe code')
    person.page.get_by_role('alertdialog').get_by_role('button', name='Nieuwe code').click()


def shows_another_code(person: Person, old: str) -> str:
    """Wait for the QR code to be a new one; answers the address in it."""
    until = time.monotonic() + within(5)
    while (new := person.shows_code()) == old:
        assert time.monotonic() < until
    return new
