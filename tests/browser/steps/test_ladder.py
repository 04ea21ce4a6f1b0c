"""The ladder: the wish on top, the steps towards it as stairs; readable on a phone, also with twelve of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from model.compass.answer import Answer
from model.compass.steps import OPEN_STEPS
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.browser.conftest import PHONE, TABLET
from tests.server import Server

LONG = 'met mijn begeleider naar de arbeidsongeschiktheidsverzekering bellen'


def rungs(person: Person) -> Locator:
    return person.page.locator('.ladder .card')


@pytest.fixture
def climber(owner: Person, server: Server) -> Person:
    """Wishes for a place and to learn; one step towards the first is done, three are ahead; one stands alone."""
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        learn = compass.wishes.add(Answer(tile='learning'), today())
        place = compass.wishes.add(Answer(tile='own-place'), today())
        for tile in ('apply', 'ask', 'visit', 'appointment'):
            compass.steps.start(Answer(tile=tile), today(), wish=place.id)
        compass.steps.finish(compass.steps.items[0].id, today() - timedelta(days=1))
        compass.steps.choose_day(compass.steps.items[2].id, today())
        compass.steps.start(Answer(tile='learn'), today(), wish=learn.id)
        compass.steps.start(Answer(tile='walk'), today())
    owner.goes_to('stappen')
    owner.taps_link('Op weg naar: eigen plek')
    owner.sees_title('Op weg naar mijn wens')
    return owner


def test_the_next_step_stands_above_what_was_done_and_below_what_comes_later(climber: Person) -> None:
    expect(climber.page.locator('.goal')).to_contain_text('Eigen plek')
    expect(rungs(climber).locator('.text > span')).to_have_text(
        ['Afspraak maken', 'Iets vragen', 'Op bezoek gaan', 'Iets aanvragen']
    )
    expect(climber.page.locator('.ladder .tick').filter(visible=True)).to_have_count(2)
    lefts = [box['x'] for rung in rungs(climber).all() if (box := rung.bounding_box())]
    assert lefts == sorted(lefts, reverse=True)
    assert len(set(lefts)) == 4


def test_a_step_that_is_done_goes_below_and_the_next_one_is_next(climber: Person) -> None:
    rungs(climber).nth(2).get_by_role('button', name='Gedaan').click()
    expect(rungs(climber).locator('.text > span')).to_have_text(
        ['Afspraak maken', 'Iets vragen', 'Op bezoek gaan', 'Iets aanvragen']
    )
    expect(rungs(climber).nth(1).get_by_role('button', name='Gedaan')).to_be_visible()
    expect(climber.page.locator('.ladder .is-done')).to_have_count(2)


def test_another_wish_is_one_tap_away(climber: Person) -> None:
    climber.taps_button('leren')
    expect(climber.page.locator('.goal')).to_contain_text('Leren')
    expect(rungs(climber).locator('.text > span')).to_have_text(['Leren'])
    expect(climber.link('Nieuwe stap')).to_be_hidden()
    climber.taps_button('eigen plek')
    expect(rungs(climber)).to_have_count(4)
    expect(climber.link('Nieuwe stap')).to_be_visible()


@pytest.mark.parametrize('size', [PHONE, TABLET], ids=['phone', 'tablet'])
def test_twelve_rungs_are_wide_enough_to_read(new_person: Callable[..., Person], server: Server, size: object) -> None:
    sam = new_person(size)
    sam.begins()
    with changed(server, sam.compass_id) as compass:
        wish = compass.wishes.add(Answer(tile='own-place'), today())
        for number in range(OPEN_STEPS):
            compass.steps.start(Answer(words=f'{number} {LONG}'), today(), wish=wish.id)
    sam.goes_to('ladder')
    expect(rungs(sam)).to_have_count(OPEN_STEPS)
    width = sam.page.evaluate('document.documentElement.clientWidth')
    for rung in rungs(sam).all():
        box = rung.bounding_box()
        assert box
        assert box['width'] >= 250
        assert box['x'] + box['width'] <= width
    words = rungs(sam).locator('.text > span')
    assert words.evaluate_all('all => all.every((one) => one.scrollWidth <= one.clientWidth + 1)')


@pytest.mark.long
def test_the_board_leads_to_the_ladder_of_another_wish_while_the_one_in_the_middle_has_none(
    climber: Person, server: Server
) -> None:
    with changed(server, climber.compass_id) as compass:
        compass.wishes.add(Answer(tile='money-in-order'), today())
    climber.goes_to('stappen')
    climber.taps_link('Op weg naar: eigen plek')
    expect(climber.page.locator('.goal')).to_contain_text('Eigen plek')
    expect(rungs(climber)).to_have_count(4)
