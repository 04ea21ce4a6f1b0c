import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import NotThere, TooMany
from model.writing.own_words import TooLong


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


def test_own_words_of_a_wish_are_corrected_and_it_stays_where_it_is(compass, today):
    compass.wishes.choose(Answer(words='een tuim'), today)
    compass.wishes.choose(Answer(tile='love'), today)
    compass.wishes.call(compass.wishes.items[0].id, '  een   tuin ')
    assert [one.answer for one in compass.wishes.items] == [Answer(words='een tuin'), Answer(tile='love')]
    assert compass.wish.answer.tile == 'love'


def test_a_wish_that_is_a_picture_gets_words_and_can_lose_them(compass, today):
    wish = compass.wishes.add(Answer(sticker='1F370'), today)
    compass.wishes.call(wish.id, 'taart')
    assert wish.answer == Answer(sticker='1F370', words='taart')
    compass.wishes.call(wish.id, ' ')
    assert wish.answer == Answer(sticker='1F370')


def test_own_words_alone_are_not_lost_by_an_empty_line(compass, today):
    wish = compass.wishes.add(Answer(words='een tuin'), today)
    compass.wishes.call(wish.id, ' ')
    assert wish.answer == Answer(words='een tuin')


def test_words_that_are_too_long_or_of_no_wish_change_nothing(compass, today):
    wish = compass.wishes.add(Answer(words='een tuin'), today)
    with pytest.raises(TooLong):
        compass.wishes.call(wish.id, 'a' * 81)
    with pytest.raises(NotThere):
        compass.wishes.call('0' * 8, 'een fiets')
    assert [one.answer for one in compass.wishes.items] == [Answer(words='een tuin')]
