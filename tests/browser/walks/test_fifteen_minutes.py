"""A worker's fifteen minutes: thirteen people on the desk, one of them here, and nobody leaves without a step."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.at_work import is_at_work
from tests.browser.cast.on_disk import changed, compass_of, had_contact, time_passes
from tests.browser.cast.person import Person
from tests.browser.conftest import TABLET
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.server import Server

NAMES = ('Sam', 'Mimi', 'Jan', 'Fatma', 'Joris', 'Lin', 'Piet', 'Ayla', 'Tom', 'Els', 'Mo', 'Ria', 'Sami')


@pytest.fixture
def thirteen(new_person: Callable[..., Person], server: Server) -> tuple[Person, Colleague, list[Guest]]:
    """Anna's tablet with thirteen people on the desk; she saw Sam a week ago, and Sam set a step for the day after."""
    tablet = new_person(TABLET, fresh=True)
    anna = is_at_work(tablet, server)
    people = [Guest(anna, name) for name in NAMES]
    sam = people[0]
    sam.steps_on('fietsen maken', 1)
    had_contact(server, sam.id, days_ago=0)
    time_passes(server, sam.id, days=7)
    with changed(server, sam.id) as compass:
        compass.sharing.shares[0].together = datetime.now(UTC) - timedelta(days=7)
    return tablet, anna, people


def tile_of(tablet: Person, name: str) -> Locator:
    return tablet.page.locator('article').filter(has=tablet.page.get_by_role('heading', name=name, exact=True))


@pytest.mark.long
def test_fifteen_minutes(thirteen: tuple[Person, Colleague, list[Guest]], server: Server) -> None:
    tablet, anna, [sam, *_] = thirteen
    finds_who_is_here(tablet)
    prepares(tablet)
    hands_over(tablet)
    sam_does_what_there_is_to_do(tablet, sam, server)
    has_it_back(tablet, anna)


def finds_who_is_here(tablet: Person) -> None:
    """Three letters leave two of thirteen."""
    tablet.opens('/werk')
    expect(tablet.page.locator('article:visible')).to_have_count(len(NAMES))
    tablet.page.get_by_label('Zoek iemand').fill('sam')
    expect(tablet.page.locator('article:visible')).to_have_count(2)
    expect(tile_of(tablet, 'Sam')).to_contain_text('laatste gesprek: vorige week')


def prepares(tablet: Person) -> None:
    """What was the last step, in pictures."""
    tile_of(tablet, 'Sam').get_by_role('link', name='Voorbereiden').click()
    tablet.page.get_by_role('heading', level=1).wait_for()
    expect(tablet.page.get_by_text('Fietsen maken').first).to_be_visible()
    tablet.opens('/werk')


def hands_over(tablet: Person) -> None:
    tile_of(tablet, 'Sam').get_by_role('button', name='Begin het gesprek').click()
    tablet.is_at('')
    tablet.taps_button('Geef de tablet aan Sam')


def sam_does_what_there_is_to_do(tablet: Person, sam: Guest, server: Server) -> None:
    """The step of last week is done, and a new one is set, for tomorrow."""
    tablet.is_at('')
    tablet.page.get_by_role('button', name='Gedaan').first.click()
    tablet.taps_button('Nieuwe stap')
    tablet.picks('bellen')
    tablet.taps_button('Verder')
    tablet.sees_title('Wat en wie helpt je?')
    tablet.taps_button('Verder')
    tablet.sees_title('Wanneer?')
    tablet.picks('morgen')
    tablet.taps_button('Verder')
    tablet.is_at('')
    tablet.taps_button('Klaar voor vandaag')
    tablet.is_at('delen')
    done, ahead = compass_of(server, sam.id).steps.items
    assert (bool(done.done_on), bool(ahead.done_on)) == (True, False)


def has_it_back(tablet: Person, anna: Colleague) -> None:
    """The desk tells what came of it, without a reload of the list that was left."""
    tablet.goes_to('')
    tablet.taps_link('Geef de tablet terug')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Neem de tablet terug')
    tablet.sees_title('Mijn mensen')
    tile = tile_of(tablet, 'Sam')
    for words in ('Bellen', 'morgen', '1 stap gedaan', 'laatste gesprek: vandaag'):
        expect(tile).to_contain_text(words)
