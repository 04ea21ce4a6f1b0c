import pytest

from model.compass.answer import Answer
from model.compass.compass import OWN_ANSWERS_A_QUESTION, TooMany


def words(number):
    return Answer(words=f'eigen {number}')


# wishes


def test_a_new_wish_is_the_one_that_is_now(compass, today):
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='love'), today)
    assert compass.wish.answer.tile == 'love'
    assert len(compass.wishes) == 2


def test_another_wish_can_be_put_in_the_middle(compass, today):
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='love'), today)
    compass.wish_for(compass.wishes[0].id)
    assert compass.wish.answer.tile == 'work'


def test_choosing_the_same_wish_again_changes_nothing(compass, today, tomorrow):
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='love'), today)
    before = compass.model_dump()
    compass.choose_wish(Answer(tile='work'), tomorrow)
    assert compass.model_dump() == before


def test_when_the_wish_that_is_now_goes_the_newest_takes_its_place(compass, today):
    for tile in ('work', 'love', 'safety'):
        compass.choose_wish(Answer(tile=tile), today)
    compass.choose_wish(Answer(tile='safety'), today, chosen=False)
    assert compass.wish.answer.tile == 'love'


def test_when_another_wish_goes_the_one_that_is_now_stays(compass, today):
    for tile in ('work', 'love', 'safety'):
        compass.choose_wish(Answer(tile=tile), today)
    compass.wish_for(compass.wishes[0].id)
    compass.choose_wish(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_without_wishes_none_is_now(compass, today):
    assert compass.wish is None
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='work'), today, chosen=False)
    assert (compass.wish, compass.wish_now, compass.wishes) == (None, None, [])


def test_letting_go_of_a_wish_that_is_not_there_changes_nothing(compass, today):
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_there_is_room_for_twelve_own_wishes(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_wish(words(number), today)
    now_before = compass.wish_now
    with pytest.raises(TooMany):
        compass.choose_wish(words(99), today)
    assert compass.wish_now == now_before
    compass.choose_wish(Answer(tile='love'), today)
    assert len(compass.wishes) == OWN_ANSWERS_A_QUESTION + 1


# private parts


@pytest.mark.parametrize(('tell', 'part'), [('tell_happened', 'happened'), ('tell_obstacle', 'obstacles')])
class TestPrivateParts:
    def test_it_is_told_once_and_taken_back(self, compass, tell, part):
        conflict, other = Answer(tile='conflict'), Answer(words='brief')
        getattr(compass, tell)(conflict)
        getattr(compass, tell)(other)
        getattr(compass, tell)(conflict)
        assert getattr(compass, part) == [conflict, other]
        getattr(compass, tell)(conflict, chosen=False)
        assert getattr(compass, part) == [other]

    def test_taking_back_what_was_not_told_changes_nothing(self, compass, tell, part):
        getattr(compass, tell)(Answer(tile='conflict'))
        getattr(compass, tell)(Answer(words='brief'), chosen=False)
        assert getattr(compass, part) == [Answer(tile='conflict')]

    def test_there_is_room_for_twelve_own_answers(self, compass, tell, part):
        for number in range(OWN_ANSWERS_A_QUESTION):
            getattr(compass, tell)(words(number))
        with pytest.raises(TooMany):
            getattr(compass, tell)(words(99))
        getattr(compass, tell)(Answer(tile='conflict'))
        assert len(getattr(compass, part)) == OWN_ANSWERS_A_QUESTION + 1
