"""The order of the steps towards one wish, which is the person's as soon as they put one before or after another."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere

NOBODY = 'ffffffff'
WALK, CALL, ASK, LEARN = (Answer(tile=tile) for tile in ('walk', 'call', 'ask', 'learn'))


@pytest.fixture
def wish(compass, today) -> str:
    return compass.wishes.add(Answer(tile='own-place'), today).id


@pytest.fixture
def steps(compass, wish, today):
    """Three steps towards one wish, in the order in which they were set."""
    for answer in (WALK, CALL, ASK):
        compass.steps.start(answer, today, wish=wish)
    return compass.steps


@pytest.fixture
def ids(steps):
    return [step.id for step in steps.items]


def order(steps, wish):
    return [step.answer.tile for step in steps.ladder(wish)]


def test_until_a_person_says_otherwise_the_steps_stand_in_order_of_their_day(steps, ids, wish, today):
    assert order(steps, wish) == ['walk', 'call', 'ask']
    steps.choose_day(ids[2], today)
    assert order(steps, wish) == ['ask', 'walk', 'call']


def test_a_step_is_put_right_before_another(steps, ids, wish):
    steps.put_before(ids[2], ids[0])
    assert order(steps, wish) == ['ask', 'walk', 'call']
    steps.put_before(ids[2], ids[1])
    assert order(steps, wish) == ['walk', 'ask', 'call']


def test_a_step_is_put_right_after_another(steps, ids, wish):
    steps.put_after(ids[0], ids[1])
    assert order(steps, wish) == ['call', 'walk', 'ask']
    steps.put_after(ids[1], ids[2])
    assert order(steps, wish) == ['walk', 'ask', 'call']


@pytest.mark.parametrize('verb', ['put_before', 'put_after'])
def test_beside_itself_a_step_stays_where_it_is(steps, ids, wish, verb):
    before = steps.model_dump()
    getattr(steps, verb)(ids[1], ids[1])
    assert steps.model_dump() == before


def test_the_order_of_the_person_stays_whatever_day_is_chosen(steps, ids, wish, today):
    steps.put_before(ids[2], ids[0])
    steps.choose_day(ids[1], today)
    assert order(steps, wish) == ['ask', 'walk', 'call']
    assert [step.answer.tile for step in steps.open] == ['call', 'ask', 'walk']


def test_what_was_in_order_of_day_begins_from_there(steps, ids, wish, today):
    steps.choose_day(ids[2], today)
    steps.put_after(ids[0], ids[1])
    assert order(steps, wish) == ['ask', 'call', 'walk']


def test_on_one_day_steps_stand_as_on_the_ladder_everywhere(steps, ids, today):
    steps.put_before(ids[2], ids[0])
    for step_id in ids:
        steps.choose_day(step_id, today)
    assert [step.answer.tile for step in steps.open] == ['ask', 'walk', 'call']


def test_a_new_step_is_the_last(steps, ids, wish, today):
    steps.put_before(ids[2], ids[0])
    new = steps.start(LEARN, today, wish=wish)
    steps.choose_day(new.id, today)
    assert order(steps, wish) == ['ask', 'walk', 'call', 'learn']


def test_a_bigger_step_that_stays_behind_a_smaller_one_comes_right_after_it(steps, ids, wish):
    steps.put_before(ids[2], ids[0])
    steps.make_smaller(ids[2], LEARN)
    assert order(steps, wish) == ['learn', 'ask', 'walk', 'call']


@pytest.mark.parametrize(
    ('away', 'back'),
    [
        (lambda steps, one, today: steps.finish(one, today), lambda steps, one: steps.reopen(one)),
        (lambda steps, one, today: steps.take_off(one, today), lambda steps, one: steps.put_back(one)),
    ],
    ids=['done', 'taken off'],
)
def test_a_step_that_comes_back_stands_where_it_stood(steps, ids, wish, today, away, back):
    steps.put_before(ids[1], ids[0])
    away(steps, ids[0], today)
    steps.put_before(ids[2], ids[1])
    assert order(steps, wish) == ['ask', 'call']
    back(steps, ids[0])
    assert order(steps, wish) == ['ask', 'call', 'walk']


def test_the_ladder_of_another_wish_stays_as_it_was(compass, steps, ids, wish, today):
    other = compass.wishes.add(Answer(tile='learning'), today).id
    apart = [steps.start(answer, today, wish=other) for answer in (WALK, LEARN)]
    steps.put_before(ids[2], ids[0])
    assert [step.rung for step in apart] == [None, None]
    with pytest.raises(NotThere):
        steps.put_before(apart[0].id, ids[0])
    assert order(steps, other) == ['walk', 'learn']


@pytest.mark.parametrize('verb', ['put_before', 'put_after'])
def test_beside_a_step_that_is_gone_nothing_is_put(steps, ids, wish, today, verb):
    steps.take_off(ids[0], today)
    for one, other in ((ids[0], ids[1]), (ids[1], ids[0]), (NOBODY, ids[1]), (ids[1], NOBODY)):
        with pytest.raises(NotThere):
            getattr(steps, verb)(one, other)
    assert order(steps, wish) == ['call', 'ask']


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    taps=st.lists(
        st.tuples(st.sampled_from(['put_before', 'put_after']), st.integers(0, 2), st.integers(0, 2)), max_size=9
    )
)
def test_whatever_two_devices_put_where_no_step_is_lost(steps, ids, wish, taps):
    for verb, one, other in taps:
        getattr(steps, verb)(ids[one], ids[other])
        assert sorted(step.id for step in steps.ladder(wish)) == sorted(ids)
        at = [step.id for step in steps.ladder(wish)].index
        if one != other:
            assert at(ids[one]) - at(ids[other]) == (-1 if verb == 'put_before' else 1)


def test_the_order_is_kept_and_takes_no_room_where_nobody_chose_one(compass, steps, ids, wish):
    assert 'rung' not in compass.model_dump_json()
    steps.put_before(ids[2], ids[0])
    again = Compass.model_validate_json(compass.model_dump_json())
    assert order(again.steps, wish) == ['ask', 'walk', 'call']


def test_the_order_of_a_step_ahead_is_not_a_step_made_or_moved_in_this_contact(compass, steps, ids, now, today):
    compass.begin_contact(now + timedelta(days=1))
    steps.put_before(ids[2], ids[0])
    assert [step.contact for step in steps.items] == [None] * 3
