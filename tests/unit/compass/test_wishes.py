import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import TooMany


def words(number):
    return Answer(words=f'eigen {number}')


# wishes


def test_a_new_wish_is_the_one_that_is_now(compass, today):
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='love'), today)
    assert compass.wish.answer.tile == 'love'
    assert len(compass.wishes.items) == 2


def test_another_wish_can_be_put_in_the_middle(compass, today):
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='love'), today)
    compass.wishes.put_in_middle(compass.wishes.items[0].id)
    assert compass.wish.answer.tile == 'work'


def test_choosing_the_same_wish_again_changes_nothing(compass, today, tomorrow):
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='love'), today)
    before = compass.model_dump()
    compass.wishes.choose(Answer(tile='work'), tomorrow)
    assert compass.model_dump() == before


def test_when_the_wish_that_is_now_goes_the_newest_takes_its_place(compass, today):
    for tile in ('work', 'love', 'safety'):
        compass.wishes.choose(Answer(tile=tile), today)
    compass.wishes.choose(Answer(tile='safety'), today, chosen=False)
    assert compass.wish.answer.tile == 'love'


def test_when_another_wish_goes_the_one_that_is_now_stays(compass, today):
    for tile in ('work', 'love', 'safety'):
        compass.wishes.choose(Answer(tile=tile), today)
    compass.wishes.put_in_middle(compass.wishes.items[0].id)
    compass.wishes.choose(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_without_wishes_none_is_now(compass, today):
    assert compass.wish is None
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='work'), today, chosen=False)
    assert (compass.wish, compass.wishes.now, compass.wishes.items) == (None, None, [])


def test_letting_go_of_a_wish_that_is_not_there_changes_nothing(compass, today):
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_there_is_room_for_twelve_own_wishes(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.wishes.choose(words(number), today)
    now_before = compass.wishes.now
    with pytest.raises(TooMany):
        compass.wishes.choose(words(99), today)
    assert compass.wishes.now == now_before
    compass.wishes.choose(Answer(tile='love'), today)
    assert len(compass.wishes.items) == OWN_ANSWERS_A_QUESTION + 1
