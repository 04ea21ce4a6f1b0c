"""What was taken off is put back as it was and where it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.strengths import Whose
from tests.unit.compass.cast import FATHER, WALK, words
from tests.unit.compass.taken_off.cast import OWN, Steps, each_kind

MUSIC = Answer(tile='music')


@each_kind
@pytest.mark.parametrize('index', range(3))
def test_what_was_put_back_is_as_it_was_and_where_it_was(in_contact, today, kind, index):
    answers = [words(number) for number in range(3)]
    keys = [kind.add(in_contact, answer, today) for answer in answers]
    before = in_contact.model_dump()
    kind.take_off(in_contact, answers[index], today)
    assert len(kind.items(in_contact)) == 2
    assert in_contact.taken_off
    kind.put_back(in_contact, answers[index], keys[index])
    assert in_contact.model_dump() == before


@each_kind
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)), count=st.integers(1, 5))
def test_what_was_taken_off_one_after_another_is_put_back_the_other_way_round(now, today, kind, order, count):
    compass = Compass(made=now)
    keys = [kind.add(compass, words(number), today) for number in range(5)]
    before = compass.model_dump()
    for number in order[:count]:
        kind.take_off(compass, words(number), today)
    for number in reversed(order[:count]):
        kind.put_back(compass, words(number), keys[number])
    assert compass.model_dump() == before


@each_kind
def test_taking_off_twice_and_putting_back_twice_is_once(in_contact, today, kind):
    key = kind.add(in_contact, OWN, today)
    kind.take_off(in_contact, OWN, today)
    if kind.__class__ is not Steps:
        kind.take_off(in_contact, OWN, today)
    kind.put_back(in_contact, OWN, key)
    kind.put_back(in_contact, OWN, key)
    assert len(kind.items(in_contact)) == 1


def test_a_strength_comes_back_with_its_heart_and_where_it_is_found(in_contact, today):
    strength = in_contact.strengths.add('belong', FATHER, today)
    in_contact.strengths.mark_heart(strength.id, heart=True)
    in_contact.strengths.set_whose(strength.id, Whose.MINE)
    in_contact.strengths.choose('belong', FATHER, today, chosen=False)
    assert not in_contact.strengths.off_of('belong', in_contact.album)[0].is_bare
    in_contact.strengths.put_back(strength.id)
    assert in_contact.strengths.items == [strength]
    assert (strength.heart, strength.whose) == (True, Whose.MINE)


def test_tapping_its_tile_again_brings_it_back_with_all_it_had(in_contact, today, tomorrow):
    strength = in_contact.strengths.add('be-yourself', MUSIC, today)
    in_contact.strengths.mark_heart(strength.id, heart=True)
    wish = in_contact.wishes.add(OWN, today)
    for chosen in (False, True):
        in_contact.strengths.choose('be-yourself', MUSIC, tomorrow, chosen=chosen)
        in_contact.wishes.choose(OWN, tomorrow, chosen=chosen)
    assert (in_contact.strengths.items, in_contact.wishes.items) == ([strength], [wish])
    assert in_contact.strengths.items[0].heart
    assert in_contact.taken_off == frozenset()


def test_a_tile_on_another_condition_is_another_strength(in_contact, today):
    in_contact.strengths.add('belong', OWN, today)
    in_contact.strengths.choose('belong', OWN, today, chosen=False)
    in_contact.strengths.add('matter', OWN, today)
    assert len(in_contact.taken_off) == 1


def test_a_wish_comes_back_to_the_middle(in_contact, today):
    first, second, third = (in_contact.wishes.add(words(number), today) for number in range(3))
    in_contact.wishes.put_in_middle(first.id)
    in_contact.wishes.take_off(first.id, today)
    assert in_contact.wish == third
    in_contact.wishes.put_back(first.id)
    assert in_contact.wish == first
    assert in_contact.wishes.items == [first, second, third]


def test_a_wish_does_not_come_back_to_the_middle_when_another_was_put_there(in_contact, today):
    first, second = (in_contact.wishes.add(words(number), today) for number in range(2))
    in_contact.wishes.take_off(second.id, today)
    in_contact.wishes.put_in_middle(first.id)
    in_contact.wishes.put_back(second.id)
    assert in_contact.wish == first


def test_the_only_wish_that_comes_back_stands_in_the_middle(in_contact, today):
    first, second = (in_contact.wishes.add(words(number), today) for number in range(2))
    for one in (second, first):
        in_contact.wishes.take_off(one.id, today)
    assert in_contact.wishes.now is None
    in_contact.wishes.put_back(second.id)
    assert in_contact.wishes.now == second.id


def test_a_step_comes_back_with_its_people_and_day_and_opens_klaar(in_contact, today):
    step = in_contact.steps.start(OWN, today, contact=in_contact.contact_id)
    in_contact.steps.choose_companion(step.id, FATHER, today)
    in_contact.steps.choose_day(step.id, today, contact=in_contact.contact_id)
    in_contact.steps.take_off(step.id, today)
    assert not in_contact.has_step(today)
    in_contact.steps.put_back(step.id)
    assert in_contact.steps.open == [step]
    assert (step.companions, step.when.day) == ([FATHER], today)
    assert in_contact.has_step(today)


def test_a_step_that_was_only_just_chosen_can_be_put_back_when_it_is_more_than_a_tile(in_contact, today):
    bare, own = in_contact.steps.start(WALK, today), in_contact.steps.start(OWN, today)
    for step in (bare, own):
        for _ in range(2):
            if step is own or in_contact.steps.find(step.id):
                in_contact.steps.drop(step.id, today)
    assert in_contact.steps.just_off == [own]


def test_who_is_sent_away_by_alone_can_be_put_back(in_contact, step, today):
    in_contact.steps.choose_companion(step.id, OWN, today)
    in_contact.steps.choose_companion(step.id, Answer(tile='by-myself'), today)
    assert [one.what for one in step.companions_off] == [OWN]
    in_contact.steps.choose_companion(step.id, OWN, today)
    assert step.companions == [OWN]
