"""What matters most and the story, as the person taps through them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cast.on_disk import had_contact, visits_of
from tests.browser.cast.person import Person
from tests.server import Server


def puts_on_the_compass(person: Person, tile: str) -> None:
    person.taps_link('Jezelf zijn')
    person.picks(tile)
    person.taps_link('Kompas')
    person.is_at('')


def test_a_heart_for_what_matters_most_stands_wherever_the_strength_does(owner: Person) -> None:
    owner.begins()
    puts_on_the_compass(owner, 'muziek')
    owner.taps_link('Wat is het belangrijkst?')
    owner.picks('muziek')
    owner.taps_link('Kompas', 'Jezelf zijn')
    owner.sees_pressed('Belangrijk: muziek')


def test_the_story_shows_then_and_now_and_what_was_done(owner: Person, server: Server) -> None:
    owner.begins()
    puts_on_the_compass(owner, 'muziek')
    had_contact(server, owner.compass_id, days_ago=30)
    puts_on_the_compass(owner, 'rust')
    owner.sets_step('wandelen')
    owner.taps_button('Gedaan')
    owner.taps_link('Mijn verhaal')
    cards = owner.page.locator('.story > li')
    expect(cards).to_have_count(2)
    then, now = cards.all()
    expect(then.get_by_role('img', name='muziek', exact=True)).to_be_visible()
    expect(now.get_by_role('heading')).to_have_text('Nu')
    expect(now.get_by_role('img', name='muziek, rust', exact=True)).to_be_visible()
    expect(now.locator('.achieved li')).to_have_text('Wandelen')
    rows = owner.page.locator('.then-and-now section')
    expect(rows).to_contain_text(['Nieuw', 'Gedaan!'])
    expect(rows.first.locator('li')).to_have_text('rust')


def test_the_story_begins_with_a_word_of_what_will_come(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Mijn verhaal')
    owner.sees('Hier komt na elk gesprek een plaatje van je kompas. Dan zie je wat er verandert.')
    expect(owner.button('Eerder')).to_be_hidden()


@pytest.mark.long
def test_one_chooses_with_which_day_now_is_compared_on_the_screen_and_on_paper(owner: Person, server: Server) -> None:
    owner.begins()
    puts_on_the_compass(owner, 'muziek')
    had_contact(server, owner.compass_id, days_ago=60)
    puts_on_the_compass(owner, 'rust')
    had_contact(server, owner.compass_id, days_ago=30)
    puts_on_the_compass(owner, 'lachen')
    owner.taps_link('Mijn verhaal')
    new, days = owner.page.locator('.then-and-now section').first.locator('li'), owner.page.locator('.thens button')
    expect(new).to_have_text(['rust', 'lachen'])
    days.last.tap()
    expect(days.last).to_have_attribute('aria-pressed', 'true')
    expect(new).to_have_text(['lachen'])
    last = max(visit.ended.date() for visit in visits_of(server, owner.compass_id))
    paper = owner.page.get_by_role('link', name='Toen en nu op papier')
    expect(paper).to_have_attribute('href', re.compile(f'toen={last.isoformat()}$'))
