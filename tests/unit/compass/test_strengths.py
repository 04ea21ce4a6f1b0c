import pytest
from pydantic import ValidationError

from model.compass.answer import Answer
from model.compass.compass import OWN_ANSWERS_A_QUESTION, TooMany
from model.compass.strengths import Whose

MUSIC = Answer(tile='music')
REST = Answer(tile='rest')
FATHER = Answer(tile='father')


def words(number):
    return Answer(words=f'eigen {number}')


def keys(strengths):
    return [strength.answer.tile for strength in strengths]


# strengths


def test_a_strength_is_put_on_one_condition_with_its_day(compass, today):
    compass.choose_strength('be-yourself', MUSIC, today)
    (strength,) = compass.on('be-yourself')
    assert (strength.answer, strength.since, strength.heart) == (MUSIC, today, False)
    assert compass.on('matter') == []


def test_the_same_strength_is_there_once(compass, today, tomorrow):
    compass.choose_strength('be-yourself', MUSIC, today)
    compass.choose_strength('be-yourself', MUSIC, tomorrow)
    (strength,) = compass.on('be-yourself')
    assert strength.since == today


def test_a_strength_is_taken_off_one_condition_only(compass, today):
    compass.choose_strength('be-yourself', MUSIC, today)
    compass.choose_strength('take-part', MUSIC, today)
    compass.choose_strength('be-yourself', MUSIC, today, chosen=False)
    assert compass.on('be-yourself') == []
    assert keys(compass.on('take-part')) == ['music']


def test_taking_off_a_strength_that_is_not_there_changes_nothing(compass, today):
    compass.choose_strength('be-yourself', MUSIC, today)
    compass.choose_strength('be-yourself', REST, today, chosen=False)
    assert keys(compass.on('be-yourself')) == ['music']


def test_an_unknown_condition_is_refused(compass, today):
    with pytest.raises(ValidationError):
        compass.choose_strength('wealth', MUSIC, today)
    assert compass.strengths == []


@pytest.mark.parametrize(
    ('condition', 'answer', 'whose'),
    [
        ('be-yourself', MUSIC, Whose.MINE),
        ('take-part', Answer(words='schaken'), Whose.MINE),
        ('belong', FATHER, Whose.PEOPLE),
        ('belong', Answer(words='Fatima'), Whose.PEOPLE),
        ('belong', Answer(tile='supporter'), Whose.PROFESSIONALS),
    ],
)
def test_a_strength_begins_with_its_usual_owner(compass, today, condition, answer, whose):
    compass.choose_strength(condition, answer, today)
    assert compass.strengths[0].whose is whose


def test_whose_strength_it_is_can_be_changed(compass, today):
    compass.choose_strength('belong', FATHER, today)
    compass.set_whose(compass.strengths[0].id, Whose.PROFESSIONALS)
    assert compass.strengths[0].whose is Whose.PROFESSIONALS


def test_a_strength_gets_a_heart_and_loses_it(compass, today):
    compass.choose_strength('belong', FATHER, today)
    compass.mark_heart(compass.strengths[0].id, heart=True)
    assert compass.strengths[0].heart
    compass.mark_heart(compass.strengths[0].id, heart=False)
    assert not compass.strengths[0].heart


def test_there_is_room_for_twelve_own_strengths_on_each_condition(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_strength('matter', words(number), today)
    with pytest.raises(TooMany):
        compass.choose_strength('matter', words(99), today)
    compass.choose_strength('matter', MUSIC, today)
    compass.choose_strength('belong', words(99), today)
    assert len(compass.on('matter')) == OWN_ANSWERS_A_QUESTION + 1
    assert len(compass.on('belong')) == 1


def test_choosing_an_own_strength_again_needs_no_room(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_strength('matter', words(number), today)
    compass.choose_strength('matter', words(0), today)
    assert len(compass.on('matter')) == OWN_ANSWERS_A_QUESTION


# the ring


def put_on(compass, today, tiles):
    for tile in tiles:
        compass.choose_strength('be-yourself', Answer(tile=tile), today)


def give_heart(compass, *tiles):
    for strength in compass.strengths:
        if strength.answer.tile in tiles:
            compass.mark_heart(strength.id, heart=True)


def test_an_empty_ring_shows_nothing(compass):
    assert compass.ring('matter') == ([], 0)


def test_the_ring_shows_the_newest_first(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport'])
    shown, more = compass.ring('be-yourself')
    assert (keys(shown), more) == (['sport', 'rest', 'music'], 0)


def test_the_ring_shows_hearts_before_the_rest_and_among_them_the_newest_first(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport', 'animals'])
    give_heart(compass, 'music', 'sport')
    shown, _ = compass.ring('be-yourself')
    assert keys(shown) == ['sport', 'music', 'animals', 'rest']


def test_the_ring_has_room_for_five(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport', 'animals', 'faith'])
    shown, more = compass.ring('be-yourself')
    assert (len(shown), more) == (5, 0)


@pytest.mark.parametrize(
    ('tiles', 'more'),
    [
        (['music', 'rest', 'sport', 'animals', 'faith', 'home'], 2),
        (['music', 'rest', 'sport', 'animals', 'faith', 'home', 'sleep'], 3),
    ],
)
def test_above_five_the_last_place_tells_how_many_more_there_are(compass, today, tiles, more):
    put_on(compass, today, tiles)
    give_heart(compass, 'music')
    shown, hidden = compass.ring('be-yourself')
    assert keys(shown) == ['music', *tiles[:-4:-1]]
    assert hidden == more
    assert len(shown) + hidden == len(tiles)


def test_the_ring_of_one_condition_leaves_out_the_others(compass, today):
    put_on(compass, today, ['music'])
    compass.choose_strength('belong', FATHER, today)
    assert keys(compass.ring('belong')[0]) == ['father']
