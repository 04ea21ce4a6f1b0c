"""Erasing asks, asks for the person's picture, and leaves nothing: not on a screen, not for a sheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.clock import time_passes
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.server import Server

NO_PICTURE = 'Ik heb geen plaatje'


@pytest.mark.long
def test_a_double_tap_only_asks_and_no_keeps_everything(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Delen')
    owner.button('Alles wissen').first.dblclick()
    owner.sees('Weet je het zeker? Dan is alles weg.')
    assert compass_of(server, owner.compass_id)
    owner.page.get_by_role('alertdialog').get_by_role('button', name='Alles wissen').click()
    owner.sees('Welk plaatje heb jij?')
    owner.button('Nee, bewaren').last.click()
    expect(owner.button(NO_PICTURE)).to_be_hidden()
    owner.page.wait_for_timeout(1_000)  # nobody answers a question sooner than it was read
    owner.button('Nee, bewaren').first.click()
    expect(owner.button('Nee, bewaren')).to_have_count(0)
    expect(owner.button('Alles wissen').first).to_be_visible()
    assert compass_of(server, owner.compass_id)


def test_a_wrong_picture_erases_nothing(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Dit ben ik')
    owner.picks('boot')
    owner.goes_to('delen')
    asks_to_erase(owner)
    owner.taps_button('kat')
    owner.sees('Dat is een ander plaatje. Probeer het nog eens.')
    compass_id = owner.compass_id
    assert compass_of(server, compass_id)
    owner.taps_button('boot')
    expect(owner.page).to_have_url(f'{owner.url}/gewist/{compass_id}')


@pytest.mark.long
def test_erased_leaves_nothing_on_any_screen(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    owner.is_called('Noor')
    phone.sees_title('Noor')
    compass = phone.page.url
    erases(owner)
    phone.sees_nothing_of('Noor', within=2_000)
    for person in (owner, phone):
        assert person.gets(compass) == 404
        person.page.go_back()
        person.page.go_back()
        person.sees_nothing_of('Noor')


def test_the_sheet_of_an_erased_compass_gets_a_plain_sentence(new_person: Callable[..., Person], owner: Person) -> None:
    owner.begins()
    sheet = owner.shares()
    erases(owner)
    finder = new_person(PHONE)
    finder.opens(sheet)
    finder.taps_button('Even kijken')
    finder.sees_title('Deze code werkt niet meer.')
    expect(finder.link('Naar het begin')).to_be_visible()


@pytest.mark.long
def test_who_only_came_to_look_cannot_erase(new_person: Callable[..., Person], owner: Person) -> None:
    owner.begins()
    guest = new_person(PHONE)
    guest.enters(owner.shares(), 'Even kijken')
    guest.taps_link('Delen')
    expect(guest.button('Tot ziens')).to_be_visible()
    for name in ('Alles wissen', 'Nieuwe code'):
        expect(guest.button(name)).to_have_count(0)


@pytest.mark.long
def test_a_phone_that_nobody_confirmed_erases_after_it_was_seen_for_seven_days_and_seven_more(
    phone: Person, server: Server
) -> None:
    phone.taps_link('Delen')
    expect(phone.link('Ander kompas')).to_be_visible()
    expect(phone.button('Alles wissen')).to_have_count(0)
    time_passes(server, phone.compass_id, days=7, minutes=1)
    phone.goes_to('')  # it is taken for the person's own from here on
    phone.goes_to('delen')
    expect(phone.page.get_by_text('Alles wissen kan hier vanaf')).to_be_visible()
    expect(phone.button('Alles wissen')).to_have_count(0)
    time_passes(server, phone.compass_id, days=7, minutes=1)
    phone.goes_to('delen')
    erases(phone)


@pytest.mark.long
def test_it_can_be_taken_back_on_the_same_device(owner: Person) -> None:
    owner.begins()
    owner.is_called('Noor')
    erases(owner)
    owner.taps_button('Toch terughalen')
    owner.is_at('')
    owner.sees_title('Noor')


def asks_to_erase(person: Person) -> None:
    person.taps_button('Alles wissen')
    person.page.get_by_role('alertdialog').get_by_role('button', name='Alles wissen').click()


def erases(person: Person) -> None:
    """For who has no picture."""
    if not person.page.url.endswith('/delen'):
        person.taps_link('Delen')
    asks_to_erase(person)
    compass_id = person.compass_id
    person.taps_button(NO_PICTURE)
    expect(person.page).to_have_url(f'{person.url}/gewist/{compass_id}')
    person.sees_title('Alles is gewist')
