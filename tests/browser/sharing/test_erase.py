"""Erasing takes two taps, and leaves nothing: not on disk, not on a screen, not for a sheet."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect

from model.key import Key
from tests.browser.cast.on_disk import compass_of, file_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.server import Server


def test_a_double_tap_only_asks_and_no_keeps_everything(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Delen')
    # the second tap finds the same button, or "Nee, bewaren" in its place: nothing is gone either way
    owner.button('Alles wissen').first.dblclick()
    owner.goes_to('delen')
    assert compass_of(server, owner.compass_id)
    owner.taps_button('Alles wissen')
    owner.sees('Weet je het zeker? Dan is alles weg.')
    owner.taps_button('Nee, bewaren')
    expect(owner.button('Nee, bewaren')).to_be_hidden()
    expect(owner.button('Alles wissen').first).to_be_visible()
    assert compass_of(server, owner.compass_id)


def test_two_taps_leave_nothing_on_disk_or_on_any_screen(owner: Person, phone: Person, server: Server) -> None:
    owner.taps_link('Kompas')
    owner.is_called('Noor')
    phone.sees_title('Noor')
    compass, compass_id = phone.page.url, owner.compass_id
    assert keys_of(server, compass_id)
    erases(owner)
    expect(owner.page).to_have_url(f'{owner.url}/')
    phone.sees_nothing_of('Noor', within=2_000)
    assert not file_of(server, compass_id).parent.exists()
    assert not keys_of(server, compass_id)
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


def test_who_only_came_to_look_cannot_erase(new_person: Callable[..., Person], owner: Person) -> None:
    owner.begins()
    guest = new_person(PHONE)
    guest.enters(owner.shares(), 'Even kijken')
    guest.taps_link('Delen')
    expect(guest.button('Nieuwe code')).to_be_visible()
    expect(guest.button('Alles wissen')).to_have_count(0)


def test_a_phone_of_ones_own_erases_after_it_was_seen_among_the_keys_for_a_day(phone: Person, server: Server) -> None:
    phone.taps_link('Delen')
    expect(phone.button('Nieuwe code')).to_be_visible()
    expect(phone.button('Alles wissen')).to_have_count(0)
    for name in keys_of(server, phone.compass_id):
        file = server.data / 'keys' / name
        key = Key.model_validate_json(file.read_text())
        file.write_text(key.model_copy(update={'made': key.made - timedelta(days=1)}).model_dump_json())
    phone.goes_to('delen')
    erases(phone)


def erases(person: Person) -> None:
    if not person.page.url.endswith('/delen'):
        person.taps_link('Delen')
    person.taps_button('Alles wissen')
    person.page.get_by_role('alertdialog').get_by_role('button', name='Alles wissen').click()
    expect(person.page).to_have_url(f'{person.url}/')


def keys_of(server: Server, compass_id: str) -> list[str]:
    """The key files on disk that open this compass."""
    files = (server.data / 'keys').glob('*.json')
    return [file.name for file in files if compass_id in file.read_text()]
