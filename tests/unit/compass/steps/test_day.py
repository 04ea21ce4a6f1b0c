"""The day of a step, its part of the day and its hour."""

from datetime import time

import pytest

from model.compass.when import PartOfDay, When


def test_the_day_and_its_part_are_chosen_apart(compass, step, today, tomorrow):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    assert step.when == When(day=today, part=PartOfDay.EVENING)
    compass.steps.choose_day(step.id, tomorrow)
    assert step.when == When(day=tomorrow, part=PartOfDay.EVENING)
    compass.steps.choose_part_of_day(step.id, None)
    assert step.when == When(day=tomorrow)


def test_an_hour_and_a_part_of_the_day_never_contradict_each_other(compass, step, today):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    compass.steps.choose_hour(step.id, time(10, 30))
    assert step.when == When(day=today, part=PartOfDay.MORNING, hour=time(10, 30))
    compass.steps.choose_part_of_day(step.id, PartOfDay.AFTERNOON)
    assert step.when == When(day=today, part=PartOfDay.AFTERNOON)


def test_the_hour_stays_when_the_day_is_another_or_left_open(compass, step, today, tomorrow):
    compass.steps.choose_hour(step.id, time(20))
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_day(step.id, tomorrow)
    assert step.when == When(day=tomorrow, part=PartOfDay.EVENING, hour=time(20))
    compass.steps.forget_day(step.id)
    assert step.when == When(part=PartOfDay.EVENING, hour=time(20))
    compass.steps.choose_hour(step.id, None)
    assert step.when == When(part=PartOfDay.EVENING)


def test_a_part_of_the_day_can_come_before_the_day(compass, step, today):
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)


def test_later_is_not_the_same_as_not_chosen(compass, step):
    compass.steps.choose_day(step.id, None)
    assert step.when == When(later=True)
    compass.steps.forget_day(step.id)
    assert step.when is None


def test_a_part_of_the_day_alone_does_not_mean_later(compass, step):
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)
    compass.steps.choose_part_of_day(step.id, None)
    assert step.when is None


def test_leaving_the_day_open_keeps_the_part_of_the_day(compass, step, today):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    compass.steps.forget_day(step.id)
    assert step.when == When(part=PartOfDay.EVENING)


@pytest.mark.parametrize(
    'move',
    [
        lambda steps, step, day, contact: steps.choose_day(step.id, day, contact=contact),
        lambda steps, step, day, contact: steps.choose_part_of_day(step.id, PartOfDay.MORNING, contact=contact),
        lambda steps, step, day, contact: steps.choose_hour(step.id, time(10), contact=contact),
        lambda steps, step, day, contact: steps.forget_day(step.id, contact=contact),
    ],
)
def test_moving_a_step_ties_it_to_this_contact(compass, step, now, today, move):
    compass.begin_contact(now)
    assert step.contact is None
    move(compass.steps, step, today, compass.contact_id)
    assert step.contact == compass.contact.id
