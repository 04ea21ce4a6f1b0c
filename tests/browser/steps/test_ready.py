"""P4: "Klaar" without a step asks for one, and "Vandaag niet" is respected and remembered."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from model.settings import Settings
from tests.browser.cast.on_disk import changed, had_contact, visits_of
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server


def test_klaar_without_a_step_asks_for_one_and_respects_not_today(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Klaar voor vandaag')
    owner.sees_title('Eerst één kleine stap')
    assert not visits_of(server, owner.compass_id)
    owner.taps_button('Vandaag niet')
    owner.is_at('delen')
    assert [visit.without_step for visit in visits_of(server, owner.compass_id)] == [True]


def test_a_step_chosen_there_opens_delen(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Klaar voor vandaag')
    owner.sees_title('Eerst één kleine stap')
    expect(owner.page.get_by_role('heading', name='Nog steeds deze?')).to_have_count(0)
    owner.taps_button('Nieuwe stap')
    owner.is_at('nieuwe-stap')
    owner.picks('wandelen')
    owner.taps_link('Kompas')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')
    assert [visit.without_step for visit in visits_of(server, owner.compass_id)] == [False]


def test_a_step_that_is_done_is_no_step_ahead_at_the_next_contact(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')
    owner.taps_link('Kompas')
    owner.picks('Gedaan')
    owner.taps_button('Klaar voor vandaag')
    owner.sees_title('Eerst één kleine stap')


@pytest.mark.long
def test_a_step_whose_day_is_past_is_asked_about_and_a_new_day_is_enough(owner: Person, server: Server) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    with changed(server, owner.compass_id) as compass:
        compass.end_contact(Settings().now())
        compass.steps.choose_day(compass.steps.items[0].id, today() - timedelta(days=1))
    owner.goes_to('')
    owner.taps_button('Klaar voor vandaag')
    owner.sees_title('Eerst één kleine stap')
    owner.sees('Nog steeds deze?')
    owner.step('Wandelen').click()
    owner.sees_title('Wanneer?')
    owner.picks('morgen')
    owner.taps_button('Verder')
    owner.is_at('')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')


def test_going_back_from_the_question_ends_nothing(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Klaar voor vandaag')
    owner.taps_button('Terug')
    owner.is_at('')
    assert not visits_of(server, owner.compass_id)


def test_at_home_on_an_own_device_nothing_is_asked_after_the_first_contact(owner: Person, server: Server) -> None:
    owner.begins()
    owner.says_it_is_theirs()
    owner.taps_button('Klaar voor vandaag')
    owner.sees_title('Eerst één kleine stap')
    owner.taps_button('Vandaag niet')
    owner.is_at('delen')
    owner.taps_link('Kompas')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')
    assert [visit.without_step for visit in visits_of(server, owner.compass_id)] == [True]


@pytest.mark.long
def test_at_home_nothing_is_asked_about_a_day_that_is_past(owner: Person, server: Server) -> None:
    owner.begins()
    owner.says_it_is_theirs()
    owner.sets_step('wandelen')
    with changed(server, owner.compass_id) as compass:
        compass.steps.choose_day(compass.steps.items[0].id, today() - timedelta(days=1))
    had_contact(server, owner.compass_id, days_ago=2)
    owner.goes_to('')
    owner.is_called('Noor')
    owner.taps_button('Klaar voor vandaag')
    owner.is_at('delen')
    assert [visit.without_step for visit in visits_of(server, owner.compass_id)] == [False, False]
