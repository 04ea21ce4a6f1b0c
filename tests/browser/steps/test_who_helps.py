"""What and who helps with a step: what stands on the compass is offered first, in the order of the method."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from model.compass.answer import Answer
from model.compass.compass import Compass
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.server import Server

MANY = ('music', 'rest', 'outdoors', 'laughing', 'faith', 'animals', 'reading')


@contextmanager
def filled(server: Server, person: Person) -> Iterator[Compass]:
    """A compass with a step, opened at the question who helps."""
    with changed(server, person.compass_id) as compass:
        today = compass.made.date()
        compass.strengths.choose('belong', Answer(tile='supporter'), today)
        compass.strengths.choose('belong', Answer(tile='father'), today)
        yield compass
        step = compass.steps.start(Answer(tile='walk'), today)
    person.goes_to(f'stap/{step.id}/wie')
    person.sees_title('Wat en wie helpt je?')


def test_own_strength_comes_first_then_people_then_professionals_then_alone(owner: Person, server: Server) -> None:
    owner.begins()
    with filled(server, owner) as compass:
        rest = compass.strengths.add('be-yourself', Answer(tile='rest'), compass.made.date())
        compass.strengths.choose('matter', Answer(tile='listening'), compass.made.date())
        compass.strengths.mark_heart(rest.id, heart=True)
    expect(owner.page.locator('.helps h2')).to_have_text(['Mijn eigen kracht', 'Mensen om mij heen', 'Begeleiders'])
    tiles = owner.page.locator('.helps .tile .word')
    expect(tiles).to_have_text(['rust', 'luisteren', 'vader', 'begeleider', 'alleen'])


def test_own_strength_helps_with_a_step_and_is_said_on_its_card(owner: Person, server: Server) -> None:
    owner.begins()
    with filled(server, owner) as compass:
        compass.strengths.choose('be-yourself', Answer(tile='music'), compass.made.date())
    owner.picks('muziek')
    owner.picks('vader')
    owner.taps_button('Verder')
    owner.sees('Wandelen met mijn vader · muziek helpt')
    owner.taps_link('Kompas')
    expect(owner.step('Wandelen')).to_contain_text('met mijn vader · muziek helpt')
    owner.step('Wandelen').click()
    owner.taps_link('Met wie')
    owner.lets_go('muziek')
    owner.sees_pressed('vader')
    [step] = compass_of(server, owner.compass_id).steps.items
    assert (step.helps, step.companions) == ([], [Answer(tile='father')])


def test_of_more_than_six_the_rest_comes_with_a_tap(owner: Person, server: Server) -> None:
    owner.begins()
    with filled(server, owner) as compass:
        for tile in MANY:
            compass.strengths.choose('be-yourself', Answer(tile=tile), compass.made.date())
    mine = owner.page.locator('.helps').first.locator('.tile')
    expect(mine).to_have_count(6)
    owner.taps_button('Meer')
    expect(mine).to_have_count(7)
    owner.picks('muziek')
    owner.page.reload()
    owner.sees_pressed('muziek')


def test_with_nothing_on_the_compass_there_is_still_a_worker_or_nobody(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.step('Wandelen').click()
    owner.taps_link('Met wie')
    expect(owner.page.locator('.helps h2')).to_have_count(0)
    expect(owner.page.locator('.helps .tile .word')).to_have_text(['alleen', 'begeleider'])
