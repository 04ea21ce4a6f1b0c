"""Three months: four contacts, ten domains, the ladder, the story and the book. Time passes on disk."""

import pytest
from playwright.sync_api import expect

from model.content import content
from tests.browser.cast.on_disk import compass_of, time_passes, visits_of
from tests.browser.cast.person import AGAIN, Person
from tests.server import Server

DOMAINS = content.read().domains


def rounds_off(person: Person, server: Server, *, days: int) -> None:
    """The contact ends with a step, and so many days pass."""
    person.taps_link('Kompas')
    person.taps_button('Klaar voor vandaag')
    person.is_at('delen')
    time_passes(server, person.compass_id, days=days)
    person.opens(f'/kompas/{person.compass_id}')
    person.is_at('')


@pytest.mark.long
def test_a_worker_with_three_months_uses_the_same_compass(owner: Person, server: Server) -> None:
    takes_stock(owner, server)
    builds_the_ladder(owner, server)
    does_a_step(owner, server)
    looks_back(owner, server)
    takes_the_book_along(owner, server)


def takes_stock(owner: Person, server: Server) -> None:
    """The first contact: something in each of the ten domains, one of which becomes the wish."""
    owner.begins()
    for domain in DOMAINS:
        owner.taps_link('Leven')
        owner.taps_link(domain.word)
        owner.sees_title(domain.word)
        owner.taps_button('Kracht')
        owner.picks(domain.place('strength').tiles[0].word)
    owner.taps_button('Wens')
    owner.picks(DOMAINS[-1].place('wish').tiles[0].word)
    owner.taps_button('Op mijn kompas')
    expect(owner.page.locator('.to-compass a')).to_be_visible()
    owner.taps_link('Leven')
    expect(owner.page.locator('a.is-filled')).to_have_count(10)
    owner.taps_link('Kompas')
    owner.sets_step('bellen')
    rounds_off(owner, server, days=30)


def builds_the_ladder(owner: Person, server: Server) -> None:
    """The second: what is still to be done, and one step more towards the wish."""
    owner.sees('Bellen')
    owner.sets_step('iets vragen')
    owner.taps_link('Stappen')
    owner.page.locator('a.notice[href$=ladder]').click()
    owner.sees_title('Op weg naar mijn wens')
    for step in ('Bellen', 'Iets vragen'):
        expect(owner.page.locator('.ladder').get_by_text(step)).to_be_visible()
    rounds_off(owner, server, days=30)


def does_a_step(owner: Person, server: Server) -> None:
    """The third: a step is done, and another is set."""
    owner.taps_link('Stappen')
    owner.sees_title('Mijn stappen')  # the compass has the same button
    owner.page.get_by_role('button', name='Gedaan').first.click()
    expect(owner.page.locator('.card.is-done')).to_have_count(1)
    owner.taps_link('Kompas')
    owner.sets_step('wandelen')
    rounds_off(owner, server, days=30)


def looks_back(owner: Person, server: Server) -> None:
    """The fourth: the story has three compasses and now, and one looks back together."""
    assert len(visits_of(server, owner.compass_id)) == 3
    owner.taps_link('Mijn verhaal')
    expect(owner.page.locator('.story > li')).to_have_count(4)
    owner.taps_link('Wat ging goed?')
    owner.sees_title('Wat ging goed?')
    owner.page.locator('.tiles .tile').first.click()
    expect(owner.page.locator('.tiles .tile[aria-pressed=true]')).to_have_count(1)
    assert compass_of(server, owner.compass_id).looking_back.items


def takes_the_book_along(owner: Person, server: Server) -> None:
    """The person takes the book along, and keeps the compass with all ten domains."""
    owner.opens(f'/kompas/{owner.compass_id}/delen')
    book = owner.link('Mijn boekje').get_attribute('href')
    answer = owner.page.request.get(f'{server.url}{book}', max_retries=AGAIN)
    assert (answer.status, answer.headers['content-type']) == (200, 'application/pdf')
    assert answer.body().startswith(b'%PDF')
    assert set(compass_of(server, owner.compass_id).life.domains) == {domain.key for domain in DOMAINS}
