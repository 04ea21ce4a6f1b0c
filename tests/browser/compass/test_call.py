"""A telephone number for someone on the compass: written once, called with one tap, and private."""

import re

import pytest
from playwright.sync_api import expect

from model.compass.answer import Answer
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.server import Server

NUMBER = 'Telefoonnummer'


@pytest.fixture
def sam(owner: Person, server: Server) -> Person:
    """With a step together with oma, and the screen about oma open."""
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        today, oma = compass.made.date(), Answer(words='oma')
        strength = compass.strengths.add('belong', oma, today)
        step = compass.steps.start(Answer(tile='visit'), today)
        compass.steps.choose_companion(step.id, oma, today)
    owner.goes_to(f'kracht/{strength.id}')
    owner.sees_title('Oma')
    return owner


def test_bel_oma_is_on_her_screen_on_the_card_and_on_the_step(sam: Person) -> None:
    sam.sees('Alleen jij ziet dit nummer.')
    expect(sam.link('Bel oma')).to_have_count(0)
    notes(sam, '06 - 1234 5678')
    expect(sam.link('Bel oma')).to_have_attribute('href', 'tel:0612345678')
    sam.taps_link('Kompas')
    expect(sam.link('Bel oma')).to_have_attribute('href', 'tel:0612345678')
    sam.step('Op bezoek gaan').click()
    sam.sees_title('Op bezoek gaan')
    expect(sam.link('Bel oma')).to_be_visible()
    sam.picks('Gedaan')
    expect(sam.link('Bel oma')).to_have_count(0)


def test_what_is_no_number_is_answered_in_one_sentence_and_stays_on_the_line(sam: Person, server: Server) -> None:
    notes(sam, 'vraag mama')
    sam.sees('Dit is geen telefoonnummer. Kijk nog eens goed.')
    expect(sam.line(NUMBER)).to_have_value('vraag mama')
    assert compass_of(server, sam.compass_id).numbers.of == {}


def test_an_empty_line_takes_the_number_off(sam: Person, server: Server) -> None:
    notes(sam, '112')
    expect(sam.link('Bel oma')).to_be_visible()
    notes(sam, '')
    expect(sam.link('Bel oma')).to_have_count(0)
    assert compass_of(server, sam.compass_id).numbers.of == {}


def test_a_number_that_was_taken_off_is_put_back_on_its_line(sam: Person, server: Server) -> None:
    notes(sam, '06 - 1234 5678')
    expect(sam.link('Bel oma')).to_be_visible()
    notes(sam, '')
    expect(sam.link('Bel oma')).to_have_count(0)
    sam.page.reload()
    sam.taps_button('Weggehaald: 06 - 1234 5678 Zet terug')
    sam.sees_nothing_of('Weggehaald')
    expect(sam.link('Bel oma')).to_have_attribute('href', 'tel:0612345678')
    expect(sam.line(NUMBER)).to_have_value('06 - 1234 5678')
    assert list(compass_of(server, sam.compass_id).numbers.of.values()) == ['06 - 1234 5678']


def test_a_strength_of_ones_own_has_no_number(sam: Person) -> None:
    expect(sam.line(NUMBER)).to_be_visible()
    sam.picks('van mezelf')
    expect(sam.line(NUMBER)).to_be_hidden()


def notes(person: Person, number: str) -> None:
    """Write on the line of the number, and be done with it."""
    person.line(NUMBER).fill(number)
    person.line(NUMBER).press('Enter')


def test_the_card_for_the_wallet_gets_the_number_by_a_tap_of_its_own(sam: Person) -> None:
    notes(sam, '06 - 1234 5678')
    expect(sam.link('Bel oma')).to_be_visible()
    sam.taps_link('Kompas', 'Delen')
    card = sam.link('Voor in je portemonnee')
    expect(card).not_to_have_attribute('href', re.compile('bel='))
    sam.picks('Met een nummer om te bellen')
    sam.sees_pressed('oma')
    expect(card).to_have_attribute('href', re.compile('maat=pas&bel=[0-9a-f]+$'))
    expect(sam.link('Voor op de koelkast')).not_to_have_attribute('href', re.compile('bel='))
    sam.lets_go('Met een nummer om te bellen')
    expect(card).not_to_have_attribute('href', re.compile('bel='))
