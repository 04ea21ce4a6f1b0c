import pytest
from pydantic import ValidationError

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import TooMany
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
    compass.strengths.choose('be-yourself', MUSIC, today)
    (strength,) = compass.strengths.on('be-yourself', compass.album)
    assert (strength.answer, strength.since, strength.heart) == (MUSIC, today, False)
    assert compass.strengths.on('matter', compass.album) == []


def test_the_same_strength_is_there_once(compass, today, tomorrow):
    compass.strengths.choose('be-yourself', MUSIC, today)
    compass.strengths.choose('be-yourself', MUSIC, tomorrow)
    (strength,) = compass.strengths.on('be-yourself', compass.album)
    assert strength.since == today


def test_a_strength_is_taken_off_one_condition_only(compass, today):
    compass.strengths.choose('be-yourself', MUSIC, today)
    compass.strengths.choose('take-part', MUSIC, today)
    compass.strengths.choose('be-yourself', MUSIC, today, chosen=False)
    assert compass.strengths.on('be-yourself', compass.album) == []
    assert keys(compass.strengths.on('take-part', compass.album)) == ['music']


def test_taking_off_a_strength_that_is_not_there_changes_nothing(compass, today):
    compass.strengths.choose('be-yourself', MUSIC, today)
    compass.strengths.choose('be-yourself', REST, today, chosen=False)
    assert keys(compass.strengths.on('be-yourself', compass.album)) == ['music']


def test_an_unknown_condition_is_refused(compass, today):
    with pytest.raises(ValidationError):
        compass.strengths.choose('wealth', MUSIC, today)
    assert compass.strengths.items == []


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
    compass.strengths.choose(condition, answer, today)
    assert compass.strengths.items[0].whose is whose


def test_whose_strength_it_is_can_be_changed(compass, today):
    compass.strengths.choose('belong', FATHER, today)
    compass.strengths.set_whose(compass.strengths.items[0].id, Whose.PROFESSIONALS)
    assert compass.strengths.items[0].whose is Whose.PROFESSIONALS


def test_a_strength_gets_a_heart_and_loses_it(compass, today):
    compass.strengths.choose('belong', FATHER, today)
    compass.strengths.mark_heart(compass.strengths.items[0].id, heart=True)
    assert compass.strengths.items[0].heart
    compass.strengths.mark_heart(compass.strengths.items[0].id, heart=False)
    assert not compass.strengths.items[0].heart


def test_there_is_room_for_twelve_own_strengths_on_each_condition(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.strengths.choose('matter', words(number), today)
    with pytest.raises(TooMany):
        compass.strengths.choose('matter', words(99), today)
    compass.strengths.choose('matter', MUSIC, today)
    compass.strengths.choose('belong', words(99), today)
    assert len(compass.strengths.on('matter', compass.album)) == OWN_ANSWERS_A_QUESTION + 1
    assert len(compass.strengths.on('belong', compass.album)) == 1


def test_choosing_an_own_strength_again_needs_no_room(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.strengths.choose('matter', words(number), today)
    compass.strengths.choose('matter', words(0), today)
    assert len(compass.strengths.on('matter', compass.album)) == OWN_ANSWERS_A_QUESTION


# the ring


def put_on(compass, today, tiles):
    for tile in tiles:
        compass.strengths.choose('be-yourself', Answer(tile=tile), today)


def give_heart(compass, *tiles):
    for strength in compass.strengths.items:
        if strength.answer.tile in tiles:
            compass.strengths.mark_heart(strength.id, heart=True)


def test_an_empty_ring_shows_nothing(compass):
    assert compass.strengths.ring('matter', compass.album) == ([], 0)


def test_the_ring_shows_the_newest_first(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport'])
    shown, more = compass.strengths.ring('be-yourself', compass.album)
    assert (keys(shown), more) == (['sport', 'rest', 'music'], 0)


def test_the_ring_shows_hearts_before_the_rest_and_among_them_the_newest_first(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport', 'animals'])
    give_heart(compass, 'music', 'sport')
    shown, _ = compass.strengths.ring('be-yourself', compass.album)
    assert keys(shown) == ['sport', 'music', 'animals', 'rest']


def test_the_ring_has_room_for_six(compass, today):
    put_on(compass, today, ['music', 'rest', 'sport', 'animals', 'faith', 'home'])
    shown, more = compass.strengths.ring('be-yourself', compass.album)
    assert (len(shown), more) == (6, 0)


@pytest.mark.parametrize(
    ('tiles', 'more'),
    [
        (['music', 'rest', 'sport', 'animals', 'faith', 'home', 'sleep'], 2),
        (['music', 'rest', 'sport', 'animals', 'faith', 'home', 'sleep', 'reading'], 3),
    ],
)
def test_above_six_the_last_place_tells_how_many_more_there_are(compass, today, tiles, more):
    put_on(compass, today, tiles)
    give_heart(compass, 'music')
    shown, hidden = compass.strengths.ring('be-yourself', compass.album)
    assert keys(shown) == ['music', *tiles[:-5:-1]]
    assert hidden == more
    assert len(shown) + hidden == len(tiles)


def test_the_ring_of_one_condition_leaves_out_the_others(compass, today):
    put_on(compass, today, ['music'])
    compass.strengths.choose('belong', FATHER, today)
    assert keys(compass.strengths.ring('belong', compass.album)[0]) == ['father']


def test_where_a_strength_is_found_brings_those_of_all_conditions_together_hearts_first(compass, today):
    put_on(compass, today, ['music', 'rest'])
    compass.strengths.choose('matter', Answer(tile='listening'), today)
    compass.strengths.choose('belong', FATHER, today)
    give_heart(compass, 'music')
    assert keys(compass.strengths.found_with(Whose.MINE, compass.album)) == ['music', 'listening', 'rest']
    assert keys(compass.strengths.found_with(Whose.PEOPLE, compass.album)) == ['father']
    assert compass.strengths.found_with(Whose.PROFESSIONALS, compass.album) == []
