"""An hour for a step, for who wants one: two taps from "Wanneer?", and never in another part of the day than chosen."""

from datetime import time

import pytest
from playwright.sync_api import expect

from model.compass.answer import Answer
from model.compass.when import PartOfDay, When
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server


def when_of(person: Person, server: Server) -> When | None:
    [step] = compass_of(server, person.compass_id).steps.items
    return step.when


@pytest.fixture
def planner(owner: Person, server: Server) -> Person:
    """At the question when, of a step of today."""
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        step = compass.steps.start(Answer(tile='walk'), today())
        compass.steps.choose_day(step.id, today())
    owner.goes_to(f'stap/{step.id}/wanneer')
    owner.sees_title('Wanneer?')
    return owner


def test_two_taps_choose_an_hour_and_with_it_the_part_of_the_day(planner: Person, server: Server) -> None:
    planner.taps = 0
    planner.taps_link('Hoe laat?')
    planner.sees_title('Hoe laat?')
    planner.picks('10.30')
    assert planner.taps == 2
    assert when_of(planner, server) == When(day=today(), part=PartOfDay.MORNING, hour=time(10, 30))
    planner.taps_button('Terug')
    expect(planner.link('om 10.30 uur')).to_be_visible()
    planner.sees_pressed('ochtend')
    planner.goes_to('stappen')
    planner.sees('vanochtend om 10.30 uur')


def test_another_part_of_the_day_lets_go_of_the_hour(planner: Person, server: Server) -> None:
    planner.taps_link('Hoe laat?')
    planner.picks('19.00')
    planner.taps_button('Terug')
    planner.sees_pressed('avond')
    planner.picks('middag')
    expect(planner.link('Hoe laat?')).to_be_visible()
    assert when_of(planner, server) == When(day=today(), part=PartOfDay.AFTERNOON)


def test_a_second_tap_takes_the_hour_off_and_leaves_the_part_of_the_day(planner: Person, server: Server) -> None:
    planner.taps_link('Hoe laat?')
    planner.picks('14.00')
    planner.lets_go('14.00')
    assert when_of(planner, server) == When(day=today(), part=PartOfDay.AFTERNOON)


def test_the_hours_of_the_part_that_was_chosen_come_first(planner: Person) -> None:
    planner.picks('avond')
    planner.taps_link('Hoe laat?')
    planner.sees_title('Hoe laat?')
    expect(planner.page.locator('.clock-hours h2')).to_have_text(['Avond', 'Ochtend', 'Middag'])


def test_an_hour_is_one_tap_from_the_step_and_back_leads_to_where_one_came_from(planner: Person) -> None:
    step = planner.step_id
    planner.taps_link('Hoe laat?')
    planner.picks('14.00')
    planner.taps_button('Terug')
    planner.is_at(f'stap/{step}/wanneer')
    planner.goes_to(f'stap/{step}')
    planner.taps_link('om 14.00 uur')
    planner.sees_title('Hoe laat?')
    planner.picks('14.30')
    planner.taps_button('Terug')
    planner.is_at(f'stap/{step}')
    expect(planner.link('om 14.30 uur')).to_be_visible()
