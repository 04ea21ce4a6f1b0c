"""Who joins a step, and who goes alone."""

import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION
from model.compass.document import TooMany
from tests.unit.compass.cast import BY_MYSELF, FATHER, MOTHER, WALK, words


def test_people_join_a_step_and_leave_it(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, MOTHER, today)
    assert step.companions == [FATHER, MOTHER]
    compass.steps.choose_companion(step.id, FATHER, today, chosen=False)
    assert step.companions == [MOTHER]


def test_the_same_person_joins_once(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, FATHER, today)
    assert step.companions == [FATHER]


def test_alone_sends_the_people_away_and_people_end_alone(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, MOTHER, today)
    compass.steps.choose_companion(step.id, BY_MYSELF, today)
    assert step.companions == [BY_MYSELF]
    compass.steps.choose_companion(step.id, MOTHER, today)
    assert step.companions == [MOTHER]


def test_no_longer_alone_leaves_nobody(compass, step, today):
    compass.steps.choose_companion(step.id, BY_MYSELF, today)
    compass.steps.choose_companion(step.id, BY_MYSELF, today, chosen=False)
    assert step.companions == []


def test_there_is_room_for_twelve_own_companions_beside_a_step(compass, step, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    before = list(step.companions)
    with pytest.raises(TooMany):
        compass.steps.choose_companion(step.id, words(99), today)
    assert step.companions == before
    compass.steps.choose_companion(step.id, FATHER, today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION + 1


def test_choosing_an_own_companion_again_or_letting_one_go_needs_no_room(compass, step, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    compass.steps.choose_companion(step.id, words(0), today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION
    compass.steps.choose_companion(step.id, words(99), today, chosen=False)
    compass.steps.choose_companion(step.id, words(0), today, chosen=False)
    compass.steps.choose_companion(step.id, words(99), today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION


def test_own_companions_of_one_step_take_no_room_beside_another(compass, step, today):
    other = compass.steps.start(WALK, today)
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    compass.steps.choose_companion(other.id, words(99), today)
    assert other.companions == [words(99)]
