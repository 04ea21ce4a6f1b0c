"""The strengths on each condition are opened apart: a tap is about those on one."""

from datetime import timedelta

import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.opening.before import Before
from model.compass.opening.folded import Unopenable, from_lines, is_folded, to_lines
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.seen import seen
from model.compass.strengths import Whose
from tests.unit.compass.cast import FATHER, REST
from tests.unit.compass.opening.cast import opened

BY_CONDITION = dict(zip(CONDITIONS, ('a' * 8, 'b' * 8, 'c' * 8, 'd' * 8), strict=True))
"""The id of the strength on each condition."""
GONE = 'e' * 8


@pytest.fixture
def full(compass, today) -> Compass:
    for condition, id in BY_CONDITION.items():
        compass.strengths.add(condition, Answer(words=f'iets van {condition}'), today, id=id)
    return compass


@pytest.fixture
def read(full) -> Compass:
    return again(full)


def again(compass) -> Compass:
    """As it is after it was written and read."""
    return from_lines(Compass, to_lines(compass))


def looked_into(compass):
    """The conditions of which somebody opened the strengths."""
    return {key for key, one in compass.strengths.quarters.items() if not is_folded(one)}


ID = BY_CONDITION['matter']
ABOUT_ONE = {
    'another': lambda c, today: c.strengths.add('matter', REST, today),
    'another that says its id': lambda c, today: c.strengths.add('matter', REST, today, id='f' * 8),
    'the same': lambda c, today: c.strengths.add('matter', Answer(words='iets van matter'), today),
    'one that was sent before': lambda c, today: c.strengths.add('be-yourself', REST, today, id=ID),
    'off': lambda c, today: c.strengths.take_off(ID, today),
    'off by its tile': lambda c, today: c.strengths.choose(
        'matter', Answer(words='iets van matter'), today, chosen=False
    ),
    'a heart': lambda c, today: c.strengths.mark_heart(ID, heart=True),
    'whose': lambda c, today: c.strengths.set_whose(ID, Whose.PEOPLE),
    'a number': lambda c, today: c.note_number(ID, '112'),
    'what is seen': lambda c, today: c.strengths.on('matter', c.album),
    'the ring': lambda c, today: c.strengths.ring('matter', c.album),
    'whether it is there': lambda c, today: c.strengths.find(ID),
}


@pytest.mark.parametrize('what', ABOUT_ONE)
def test_a_tap_on_one_condition_opens_the_strengths_on_that_one_alone(read, now, today, what):
    before = Before(read)
    ABOUT_ONE[what](read, today)
    assert not before.differs_outside(EVERY_PART)
    assert list(before.rewritten) == [] or what == 'a number'
    assert not before.has_let_go
    read.let_go_overdue(now)
    saved = again(read)
    shown = seen(read, EVERY_PART)
    assert shown.strengths.on('matter', shown.album) == saved.strengths.on('matter', saved.album)
    assert shown.strengths.off_of('matter', shown.album) == saved.strengths.off_of('matter', saved.album)
    here = {'be-yourself', 'matter'} if what == 'one that was sent before' else {'matter'}
    assert (looked_into(read), looked_into(saved)) == (here, {'matter'})


def test_what_is_not_there_opens_nothing(read):
    assert (read.strengths.find(GONE), read.strengths.find(None), read.strengths.find_off(ID)) == (None, None, None)
    assert read.strengths.off_of('matter', read.album) == []
    assert (read.strengths.off, read.strengths.off_marks) == ([], frozenset())
    assert looked_into(read) == set()


def test_those_of_the_others_are_written_as_they_were_read(full):
    content = to_lines(full)
    compass = from_lines(Compass, content)
    compass.strengths.mark_heart(ID, heart=True)
    assert to_lines(compass).replace(b'"heart":true,', b'') == content


def test_only_where_something_may_be_off_it_is_looked_for(full, today, now):
    full.strengths.take_off(ID, today)
    compass = again(full)
    assert compass.strengths.off_marks == {ID}
    assert looked_into(compass) == {'matter'}
    compass = again(full)
    compass.let_go_overdue(now + timedelta(days=1))
    assert compass.taken_off == frozenset()
    assert compass.strengths.quarters.keys() == BY_CONDITION.keys() - {'matter'}
    assert looked_into(compass) == set()


def test_what_a_worker_sees_is_not_opened_to_leave_out_what_was_taken_off(full, today):
    full.strengths.take_off(ID, today)
    compass = again(full)
    shown = seen(compass, OPEN_PARTS - {Part.SHARING})
    assert shown.strengths.off == []
    assert looked_into(compass) == {'matter'}
    assert compass.strengths.off_marks == {ID}
    full.strengths.put_back(ID)
    compass = again(full)
    assert is_folded(seen(compass, OPEN_PARTS - {Part.SHARING}).strengths)


# numbers, which are of a strength


@pytest.fixture
def called(full) -> Compass:
    """Two can be called."""
    full.note_number(BY_CONDITION['belong'], '112')
    full.note_number(ID, '0900 1234')
    return full


def test_a_number_of_who_is_there_stays_though_nobody_looked(called, today, now):
    compass = again(called)
    compass.strengths.add('be-yourself', REST, today)
    compass.let_go_overdue(now)
    assert compass.numbers.of == called.numbers.of
    assert looked_into(compass) == {'be-yourself'}


def test_a_number_goes_with_whose_it_is_once_that_can_be_put_back_no_more(called, today, now):
    called.strengths.take_off(ID, today)
    called.let_go_overdue(now)
    assert called.numbers.whose == {BY_CONDITION['belong'], ID}
    compass = again(called)
    compass.let_go_overdue(now + timedelta(days=1))
    assert compass.numbers.whose == {BY_CONDITION['belong']}
    assert looked_into(compass) == set()


def test_a_number_that_was_taken_off_goes_with_whose_it_was_too(called, today, now):
    called.numbers.take_off(ID, today)
    called.strengths.take_off(ID, today)
    compass = again(called)
    compass.end_contact(now)
    assert compass.numbers.whose == {BY_CONDITION['belong']}


def test_a_number_that_was_taken_off_later_goes_with_whose_it_is_all_the_same(called, today, tomorrow, now):
    called.strengths.take_off(ID, today)
    called.numbers.take_off(ID, tomorrow)
    called.let_go_overdue(now + timedelta(days=1))
    assert called.numbers.all == [(BY_CONDITION['belong'], '112')]


def test_where_there_are_no_numbers_nobody_looks_for_them(read, today, now):
    read.strengths.add('matter', REST, today)
    read.let_go_overdue(now)
    assert 'numbers' not in opened(read)


# the order of all of them


def test_all_of_them_come_by_day_and_those_of_one_day_by_condition(compass, yesterday, today, tomorrow):
    for day, condition, tile in (
        (yesterday, 'belong', 'father'),
        (yesterday, 'be-yourself', 'music'),
        (today, 'belong', 'mother'),
        (today, 'be-yourself', 'sport'),
        (today, 'be-yourself', 'rest'),
        (tomorrow, 'be-yourself', 'home'),
    ):
        compass.strengths.add(condition, Answer(tile=tile), day)
    in_order = ['music', 'father', 'sport', 'rest', 'mother', 'home']
    assert [one.answer.tile for one in compass.strengths.items] == in_order
    assert [one.answer.tile for one in again(compass).strengths.items] == in_order
    mine = compass.strengths.found_with(Whose.MINE, compass.album)
    assert [one.answer.tile for one in mine] == ['home', 'rest', 'sport', 'music']


# one that stands where it does not belong


def test_a_strength_of_another_condition_is_refused_by_the_time_somebody_opens_it(full, today):
    full.strengths['b' * 8].condition = 'belong'
    compass = again(full)
    assert compass.strengths.on('belong', compass.album)
    for _ in range(2):
        with pytest.raises(Unopenable):
            compass.strengths.on('matter', compass.album)
    with pytest.raises(ValueError, match='another condition'):
        Compass.model_validate(full.model_dump(mode='json'))
    full.strengths.take_off('b' * 8, today)
    with pytest.raises(Unopenable):
        again(full).strengths.off  # noqa: B018  the look alone


# a condition on which nothing stands any more


def test_what_is_empty_again_is_as_if_nothing_ever_was_there(compass, today, now):
    compass.strengths.choose('belong', FATHER, today)
    compass.strengths.choose('belong', FATHER, today, chosen=False)
    assert not compass.is_empty
    compass.end_contact(now)
    assert compass.is_empty
    assert compass == again(compass)
    assert compass.strengths.quarters == {}
