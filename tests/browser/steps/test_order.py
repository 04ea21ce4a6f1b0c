"""Another order on the ladder: two taps put a step before or after any other, also on a phone with twelve of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from model.compass.answer import Answer
from model.compass.steps import OPEN_STEPS
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.browser.conftest import PHONE
from tests.server import Server

SMALL = ViewportSize(width=320, height=568)
LONG = 'met mijn begeleider naar de arbeidsongeschiktheidsverzekering bellen'


def rungs(person: Person) -> Locator:
    return person.page.locator('.order .card')


def words(person: Person) -> Locator:
    """The words of the steps as they stand there, the next one last."""
    return rungs(person).locator('.text > span')


def taps_step(person: Person, words: str) -> None:
    rungs(person).filter(has_text=words).click()
    person.taps += 1


@pytest.fixture
def climber(owner: Person, server: Server) -> Person:
    """At the order of three steps towards a wish, none of which has a day."""
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        place = compass.wishes.add(Answer(tile='own-place'), today())
        compass.wishes.add(Answer(tile='learning'), today())
        for tile in ('ask', 'visit', 'appointment'):
            compass.steps.start(Answer(tile=tile), today(), wish=place.id)
    owner.goes_to(f'ladder/{place.id}')
    owner.taps_link('Andere volgorde')
    owner.sees_title('Andere volgorde')
    expect(words(owner)).to_have_text(['Afspraak maken', 'Op bezoek gaan', 'Iets vragen'])
    return owner


def test_two_taps_put_the_last_step_before_the_first(climber: Person, server: Server) -> None:
    climber.taps = 0
    taps_step(climber, 'Afspraak maken')
    climber.sees('Waar komt deze stap? Tik op een andere.')
    expect(rungs(climber).locator('small')).to_have_text(['', 'Vóór deze', 'Vóór deze'])
    taps_step(climber, 'Iets vragen')
    assert climber.taps == 2
    expect(words(climber)).to_have_text(['Op bezoek gaan', 'Iets vragen', 'Afspraak maken'])
    climber.sees('Gelukt! Nog een stap verplaatsen?')
    expect(rungs(climber).locator('small')).to_have_text(['', '', ''])
    [first, *_] = compass_of(server, climber.compass_id).steps.open
    assert first.answer.tile == 'appointment'


def test_the_ladder_it_came_from_shows_the_order_and_keeps_it(climber: Person) -> None:
    taps_step(climber, 'Iets vragen')
    expect(rungs(climber).locator('small')).to_have_text(['Na deze', 'Na deze', ''])
    taps_step(climber, 'Op bezoek gaan')
    expect(words(climber)).to_have_text(['Afspraak maken', 'Iets vragen', 'Op bezoek gaan'])
    climber.taps_button('Terug')
    climber.sees_title('Op weg naar mijn wens')
    expect(climber.page.locator('.goal')).to_contain_text('Eigen plek')
    ladder = climber.page.locator('.ladder .card .text > span')
    expect(ladder).to_have_text(['Afspraak maken', 'Iets vragen', 'Op bezoek gaan'])
    climber.page.reload()
    expect(ladder).to_have_text(['Afspraak maken', 'Iets vragen', 'Op bezoek gaan'])


def test_a_second_tap_on_the_same_step_puts_it_down_again(climber: Person) -> None:
    taps_step(climber, 'Op bezoek gaan')
    expect(rungs(climber).nth(1)).to_have_attribute('aria-pressed', 'true')
    taps_step(climber, 'Op bezoek gaan')
    expect(rungs(climber).nth(1)).to_have_attribute('aria-pressed', 'false')
    climber.sees('Tik op de stap die je wilt verplaatsen.')
    expect(words(climber)).to_have_text(['Afspraak maken', 'Op bezoek gaan', 'Iets vragen'])


def test_a_step_that_was_done_on_another_device_is_no_place_to_go_to(climber: Person, server: Server) -> None:
    other = climber.page.context.new_page()
    taps_step(climber, 'Afspraak maken')
    other.goto(f'{climber.url}/kompas/{climber.compass_id}/stappen')
    card = other.locator('.card').filter(has_text='Afspraak maken')
    card.get_by_role('button', name='Gedaan').click()
    expect(words(climber)).to_have_text(['Op bezoek gaan', 'Iets vragen'])
    climber.sees('Tik op de stap die je wilt verplaatsen.')
    assert len(compass_of(server, climber.compass_id).steps.items) == 3


def test_one_step_has_no_order(owner: Person, server: Server) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        place = compass.wishes.add(Answer(tile='own-place'), today())
        compass.steps.start(Answer(tile='ask'), today(), wish=place.id)
    owner.goes_to('ladder')
    expect(owner.page.locator('.ladder .card')).to_have_count(1)
    expect(owner.link('Andere volgorde')).to_be_hidden()


@pytest.mark.parametrize('size', [PHONE, SMALL], ids=['phone', 'small'])
def test_twelve_steps_can_be_read_and_put_elsewhere(
    new_person: Callable[..., Person], server: Server, size: ViewportSize
) -> None:
    sam = new_person(size)
    sam.begins()
    with changed(server, sam.compass_id) as compass:
        wish = compass.wishes.add(Answer(tile='own-place'), today())
        for number in range(OPEN_STEPS):
            compass.steps.start(Answer(words=f'{number} {LONG}'), today(), wish=wish.id)
    sam.goes_to(f'volgorde/{wish.id}')
    expect(rungs(sam)).to_have_count(OPEN_STEPS)
    rungs(sam).first.click()
    expect(rungs(sam).last).to_contain_text('Vóór deze')
    assert words(sam).evaluate_all('all => all.every((one) => one.scrollWidth <= one.clientWidth + 1)')
    assert sam.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
    rungs(sam).last.click()
    expect(words(sam).last).to_contain_text('11 met')
