"""Steps are open or done: how many there can be, in what order, taken off and put back."""

from datetime import timedelta

import pytest

from model.compass.answer import Answer
from model.compass.document import TooMany
from model.compass.steps import OPEN_STEPS
from model.compass.when import When
from tests.unit.compass.cast import FATHER, WALK, words


def test_a_new_step_is_open_and_knows_its_day_wish_and_contact(compass, now, today):
    compass.begin_contact(now)
    compass.wishes.choose(Answer(tile='health'), today)
    step = compass.steps.start(WALK, today, wish=compass.wishes.now, contact=compass.contact_id)
    assert compass.steps.open == [step]
    assert (step.answer, step.set_on, step.wish) == (WALK, today, compass.wish.id)
    assert step.contact == compass.contact.id
    assert step.when is None


def test_without_a_wish_a_step_stands_alone(step):
    assert step.wish is None


def test_a_step_that_was_only_just_chosen_can_be_taken_back(compass, step, today):
    other = compass.steps.start(Answer(tile='call'), today)
    compass.steps.drop(step.id, today)
    assert compass.steps.items == [other]


def test_what_is_to_do_begins_with_what_is_ahead_and_ends_with_days_that_went_by(compass, today):
    days = [None, today + timedelta(days=9), today - timedelta(days=1), today, today - timedelta(days=30)]
    steps = [compass.steps.start(words(number), today) for number, _ in enumerate(days)]
    for step, day in zip(steps, days, strict=True):
        compass.steps.choose_day(step.id, day)
    open_end, next_week, yesterday, now, last_month = steps
    assert compass.steps.to_do(today) == [now, next_week, open_end, last_month, yesterday]
    compass.steps.finish(now.id, today)
    assert compass.steps.to_do(today - timedelta(days=1)) == [yesterday, next_week, open_end, last_month]


def test_twelve_steps_can_be_open(compass, today):
    steps = [compass.steps.start(WALK, today) for _ in range(OPEN_STEPS)]
    with pytest.raises(TooMany):
        compass.steps.start(WALK, today)
    compass.steps.finish(steps[0].id, today)
    compass.steps.start(WALK, today)
    assert len(compass.steps.open) == OPEN_STEPS


def test_a_step_becomes_another_with_the_same_people_and_day(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_day(step.id, today)
    compass.steps.change(step.id, Answer(words='taart bakken'))
    changed = compass.steps[step.id]
    assert changed.answer.words == 'taart bakken'
    assert (changed.companions, changed.when) == ([FATHER], When(day=today))


def test_a_finished_step_keeps_the_first_day_it_was_done(compass, step, today, tomorrow):
    compass.steps.finish(step.id, today)
    compass.steps.finish(step.id, tomorrow)
    assert step.done_on == today
    assert (compass.steps.open, compass.steps.done) == ([], [step])


def test_a_finished_step_can_be_opened_again(compass, step, today):
    compass.steps.finish(step.id, today)
    compass.steps.reopen(step.id)
    assert (compass.steps.open, compass.steps.done) == ([step], [])


def test_a_step_can_be_taken_off_and_put_back(compass, step, today):
    compass.steps.take_off(step.id, today)
    assert (compass.steps.items, compass.steps.open, compass.steps.done) == ([], [], [])
    assert compass.steps.just_off == [step]
    compass.steps.put_back(step.id)
    assert (compass.steps.open, compass.steps.just_off) == ([step], [])


def test_a_done_step_that_is_taken_off_is_no_longer_shown_as_done(compass, step, today):
    compass.steps.finish(step.id, today)
    compass.steps.take_off(step.id, today)
    assert compass.steps.done == []


def test_open_steps_stand_in_order_of_their_day(compass, today, tomorrow):
    days = [None, tomorrow, today]
    open_end, second, first = (compass.steps.start(WALK, today) for _ in days)
    compass.steps.choose_day(second.id, tomorrow)
    compass.steps.choose_day(first.id, today)
    assert compass.steps.open == [first, second, open_end]


def test_done_steps_stand_latest_first(compass, today, yesterday):
    old, new = compass.steps.start(WALK, today), compass.steps.start(WALK, today)
    compass.steps.finish(old.id, yesterday)
    compass.steps.finish(new.id, today)
    assert compass.steps.done == [new, old]
