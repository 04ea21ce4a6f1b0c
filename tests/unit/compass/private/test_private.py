import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import TooMany


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
