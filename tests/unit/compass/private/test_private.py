from datetime import timedelta

import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import NotThere, TooMany
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.private import NoNumber, dialled
from model.compass.seen import exported, printed, seen
from model.compass.strengths import Whose


def words(number):
    return Answer(words=f'eigen {number}')


@pytest.fixture(params=['happened', 'obstacles'])
def told(request, compass):
    """One of the two private parts."""
    return getattr(compass, request.param)


class TestPrivateParts:
    def test_it_is_told_once_and_taken_back(self, told, today):
        conflict, other = Answer(tile='conflict'), Answer(words='brief')
        told.tell(conflict)
        told.tell(other)
        told.tell(conflict)
        assert told.items == [conflict, other]
        told.take_back(conflict, today)
        assert told.items == [other]

    def test_taking_back_what_was_not_told_changes_nothing(self, told, today):
        told.tell(Answer(tile='conflict'))
        told.take_back(Answer(words='brief'), today)
        assert told.items == [Answer(tile='conflict')]

    def test_there_is_room_for_twelve_own_answers(self, told):
        for number in range(OWN_ANSWERS_A_QUESTION):
            told.tell(words(number))
        with pytest.raises(TooMany):
            told.tell(words(99))
        told.tell(Answer(tile='conflict'))
        assert len(told.items) == OWN_ANSWERS_A_QUESTION + 1


# telephone numbers


@pytest.fixture
def father(compass, today):
    return compass.strengths.add('belong', Answer(tile='father'), today)


@pytest.mark.parametrize(
    ('written', 'kept', 'dials'),
    [
        ('06 12345678', '06 12345678', '0612345678'),
        (' 06-1234\u00a05678 ', '06-1234 5678', '0612345678'),
        ('+31 (0)6 12 34 56 78', '+31 (0)6 12 34 56 78', '+31612345678'),
        ('(030) 123-4567', '(030) 123-4567', '0301234567'),
        ('112', '112', '112'),
        ('0900 1234', '0900 1234', '09001234'),
    ],
)
def test_a_number_is_kept_as_it_was_written_and_dialled_by_its_digits(compass, father, written, kept, dials):
    compass.note_number(father.id, written)
    assert compass.number_of(father) == kept
    assert dialled(kept) == dials


@pytest.mark.parametrize(
    'written', ['', '12', '06 oma', 'tel:112', '6+31', '112;ext=1', '1' * 21, '١١٢', '(((---)))', '1' * 900]
)
def test_what_is_no_number_is_refused_and_the_one_before_stays(compass, father, written):
    compass.note_number(father.id, '112')
    with pytest.raises(NoNumber):
        compass.note_number(father.id, written)
    assert compass.number_of(father) == '112'


def test_only_someone_on_the_compass_has_a_number(compass):
    with pytest.raises(NotThere):
        compass.note_number('0' * 8, '112')


def test_a_strength_of_ones_own_is_not_called(compass, father):
    compass.note_number(father.id, '112')
    compass.strengths.set_whose(father.id, Whose.MINE)
    assert (compass.number_of(father), compass.with_number) == ('', [])


def test_those_who_join_a_step_can_be_called(compass, father, step, today):
    compass.strengths.add('belong', Answer(tile='mother'), today)
    compass.note_number(father.id, '112')
    assert compass.to_call(step) == []
    compass.steps.choose_companion(step.id, Answer(tile='mother'), today)
    compass.steps.choose_companion(step.id, Answer(tile='father'), today)
    assert compass.to_call(step) == [father]


def test_a_number_comes_back_with_who_is_put_back_and_goes_with_who_goes_for_good(compass, father, now, today):
    compass.note_number(father.id, '112')
    compass.strengths.take_off(father.id, today)
    assert compass.with_number == []
    compass.let_go_overdue(now)
    compass.strengths.put_back(father.id)
    assert compass.with_number == [father]
    compass.strengths.take_off(father.id, today)
    compass.end_contact(now)
    assert compass.numbers.of == {}


def test_a_number_is_in_no_visit(compass, father, now):
    compass.note_number(father.id, '06 12345678')
    assert '12345678' not in compass.end_contact(now).model_dump_json()


NUMBER = '06 12345678'


def test_a_number_that_was_taken_off_is_put_back_as_it_was_written(compass, father, today):
    compass.note_number(father.id, NUMBER)
    before = compass.model_dump()
    for _ in range(2):
        compass.numbers.take_off(father.id, today)
    assert compass.with_number == []
    for _ in range(2):
        compass.numbers.put_back(father.id)
    assert compass.model_dump() == before


def test_a_number_that_is_written_anew_lets_the_one_before_go(compass, father, today):
    for number in (NUMBER, '112'):
        compass.note_number(father.id, number)
        compass.numbers.take_off(father.id, today)
    compass.numbers.put_back(father.id)
    assert compass.number_of(father) == '112'
    assert NUMBER not in compass.model_dump_json()
    assert compass.taken_off == frozenset()


def test_nobody_gets_a_number_back_that_they_never_had(compass, father):
    with pytest.raises(NotThere):
        compass.numbers.put_back(father.id)


@pytest.mark.parametrize('without_step', [True, False])
def test_a_number_that_was_taken_off_goes_for_good_with_the_contact(compass, father, now, today, without_step):
    compass.note_number(father.id, NUMBER)
    compass.numbers.take_off(father.id, today)
    assert compass.taken_off
    compass.let_go_overdue(now)
    assert compass.taken_off
    visit = compass.end_contact(now, without_step=without_step)
    assert NUMBER not in compass.model_dump_json() + visit.model_dump_json()
    with pytest.raises(NotThere):
        compass.numbers.put_back(father.id)


def test_a_number_that_was_taken_off_goes_for_good_with_the_day_and_with_whose_it_was(compass, father, now, today):
    mother = compass.strengths.add('belong', Answer(tile='mother'), today)
    for someone, day in ((father, today - timedelta(days=1)), (mother, today)):
        compass.note_number(someone.id, NUMBER)
        compass.numbers.take_off(someone.id, day)
    compass.let_go_overdue(now)
    assert [taken.of for taken in compass.numbers.off] == [mother.id]
    compass.strengths.take_off(mother.id, today)
    compass.strengths.clear_off()
    compass.let_go_overdue(now)
    assert compass.numbers.off == []


def test_a_number_that_was_taken_off_is_in_nothing_that_leaves(compass, father, today):
    compass.note_number(father.id, NUMBER)
    compass.numbers.take_off(father.id, today)
    assert NUMBER in seen(compass, EVERY_PART).model_dump_json()
    leaving = [printed(compass, everything=True), exported(compass), seen(compass, EVERY_PART - {Part.SHARING})]
    assert not [one for one in (*leaving, seen(compass, OPEN_PARTS)) if NUMBER in one.model_dump_json()]


def test_who_wrote_a_number_may_see_it_as_long_as_it_can_be_put_back(compass, father, today):
    compass.note_number(father.id, NUMBER)
    compass.numbers.was_written_with('a' * 64, began_empty=True)
    compass.numbers.take_off(father.id, today)
    compass.numbers.was_written_with('a' * 64, began_empty=False)
    assert compass.numbers.is_all_of('a' * 64)
    assert not compass.numbers.is_all_of('b' * 64)
    compass.numbers.clear_off()
    assert compass.numbers.is_all_of('b' * 64)
