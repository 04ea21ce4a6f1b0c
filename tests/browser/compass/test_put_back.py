"""What was taken off is put back with one tap, and is gone for good after "Klaar"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.on_disk import compass_of, file_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.server import Server

WORD = 'brommer opknappen'
BACK = f'Weggehaald: {WORD} Zet terug'


def files_with(server: Server, compass_id: str, words: str) -> set[str]:
    """Names of the files of a compass in which these words stand, the version before included."""
    folder = file_of(server, compass_id).parent
    return {path.name for path in folder.rglob('*') if path.is_file() and words.encode() in path.read_bytes()}


@pytest.mark.long
def test_a_wish_is_taken_off_put_back_taken_off_and_gone_after_klaar(owner: Person, server: Server) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.taps_link('Mijn wens')
    owner.picks('werk')
    owner.writes(WORD)
    owner.sees_pressed(WORD)
    owner.lets_go(WORD)
    owner.sees(f'Weggehaald: {WORD}')
    owner.taps_link('Kompas')
    owner.is_at('')
    owner.sees_nothing_of(WORD)
    owner.taps_link('Mijn wens')
    owner.sees_pressed('werk')
    owner.taps_button(BACK)
    owner.sees_pressed(WORD)
    owner.sees_nothing_of('Weggehaald')
    compass = compass_of(server, owner.compass_id)
    assert compass.wish is not None
    assert compass.wish.answer.words == WORD
    owner.lets_go(WORD)
    owner.taps_link('Kompas')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')
    assert files_with(server, owner.compass_id, WORD) == set()
    owner.goes_to('wens')
    owner.sees_pressed('werk')
    owner.sees_nothing_of(WORD)


@pytest.mark.long
def test_what_is_taken_off_and_put_back_elsewhere_takes_no_focus_and_no_half_written_word(
    owner: Person, phone: Person
) -> None:
    for one in (owner, phone):
        one.goes_to('wens')
    phone.writes(WORD)
    phone.sees_pressed(WORD)
    owner.sees_pressed(WORD)
    owner.line().focus()
    owner.page.keyboard.type('een eigen fi')
    phone.lets_go(WORD)
    owner.sees(f'Weggehaald: {WORD}')
    owner.page.keyboard.type('ets')
    phone.taps_button(BACK)
    owner.sees_nothing_of('Weggehaald')
    expect(owner.line()).to_be_focused()
    expect(owner.line()).to_have_value('een eigen fiets')


@pytest.mark.long
def test_the_way_back_keeps_the_focus_while_more_is_taken_off(owner: Person, phone: Person) -> None:
    for one in (owner, phone):
        one.goes_to('wens')
    for words in ('een', 'twee'):
        phone.writes(words)
        phone.sees_pressed(words)
    phone.lets_go('een')
    owner.button('Weggehaald: een Zet terug').focus()
    phone.lets_go('twee')
    expect(owner.button('Weggehaald: twee Zet terug')).to_be_visible()
    expect(owner.button('Weggehaald: een Zet terug')).to_be_focused()


def test_a_private_word_is_put_back_on_a_phone_too(new_person: Callable[..., Person], server: Server) -> None:
    sam = new_person(PHONE)
    sam.begins('gebeurd')
    sam.writes(WORD)
    sam.sees_pressed(WORD)
    sam.lets_go(WORD)
    sam.page.reload()
    sam.taps_button(BACK)
    sam.sees_pressed(WORD)
    assert [one.words for one in compass_of(server, sam.compass_id).happened.items] == [WORD]
