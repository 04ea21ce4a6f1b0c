import pytest
from pydantic import ValidationError

from model.compass.answer import Answer
from model.compass.compass import NAME_LENGTH, Compass
from model.compass.when import PartOfDay
from model.writing.own_words import TooLong

MUSIC = Answer(tile='music')
REST = Answer(tile='rest')
WALK = Answer(tile='walk')
FATHER = Answer(tile='father')


def keys(strengths):
    return [strength.answer.tile for strength in strengths]


# the document


def test_a_new_compass_is_empty_and_on_the_path(compass):
    assert compass.is_empty
    assert compass.first_time


def test_a_new_compass_has_an_id_of_64_bits(now):
    ids = {Compass(made=now).id for _ in range(100)}
    assert len(ids) == 100
    assert {len(one) for one in ids} == {16}


def test_two_compasses_share_no_lists(now, today):
    one, other = Compass(made=now), Compass(made=now)
    one.strengths.choose('matter', MUSIC, today)
    one.happened.tell(REST)
    one.hold_key('a')
    assert (other.strengths.items, other.happened.items, other.keys) == ([], [], [])


def test_a_compass_comes_back_whole_from_json(compass, now, today):
    compass.begin_contact(now)
    compass.strengths.choose('matter', MUSIC, today)
    compass.wishes.choose(REST, today)
    step = compass.steps.start(WALK, today)
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert Compass.model_validate_json(compass.model_dump_json()) == compass


def test_a_field_nobody_knows_is_refused(compass):
    with pytest.raises(ValidationError):
        Compass.model_validate({**compass.model_dump(mode='json'), 'score': 7})


# who


def test_the_picture_of_yourself_can_be_chosen_and_taken_away(compass):
    compass.choose_avatar('avatar-cat')
    assert compass.avatar == 'avatar-cat'
    compass.choose_avatar(None)
    assert compass.avatar is None


def test_an_unknown_picture_is_refused_and_the_old_one_stays(compass):
    compass.choose_avatar('avatar-cat')
    with pytest.raises(ValidationError):
        compass.choose_avatar('unicorn')
    assert compass.avatar == 'avatar-cat'


def test_a_nickname_is_tidied(compass):
    compass.call_me('  Sam \n de Boer ')
    assert compass.nickname == 'Sam de Boer'


def test_a_nickname_can_be_taken_away(compass):
    compass.call_me('Sam')
    compass.call_me('')
    assert compass.nickname == ''


def test_a_nickname_that_is_too_long_leaves_the_old_one(compass):
    compass.call_me('x' * NAME_LENGTH)
    with pytest.raises(TooLong):
        compass.call_me('y' * (NAME_LENGTH + 1))
    assert compass.nickname == 'x' * NAME_LENGTH


def test_a_compass_speaks_the_chosen_language(compass):
    compass.speak('ti')
    assert compass.language == 'ti'


@pytest.mark.parametrize('language', ['', 'n', 'NL', 'nl-BE', '../nl', 'nl\n'])
def test_what_is_no_language_code_is_refused(compass, language):
    with pytest.raises(ValidationError):
        compass.speak(language)


def test_the_first_time_is_over_when_the_path_is(compass):
    compass.finish_path()
    assert not compass.first_time


def test_the_word_about_an_older_version_can_be_dismissed(compass, today):
    compass.restored_on = today
    compass.dismiss_restored()
    assert compass.restored_on is None


# keys and the rest


def test_a_compass_holds_its_keys_and_drops_them(compass):
    compass.hold_key('a')
    compass.hold_key('b')
    compass.drop_key('a')
    compass.drop_key('c')
    assert compass.keys == ['b']


@pytest.mark.parametrize(
    'enter',
    [
        lambda compass, today: compass.choose_avatar('avatar-cat'),
        lambda compass, today: compass.call_me('Sam'),
        lambda compass, today: compass.strengths.choose('belong', FATHER, today),
        lambda compass, today: compass.wishes.choose(REST, today),
        lambda compass, today: compass.happened.tell(REST),
        lambda compass, today: compass.obstacles.tell(REST),
        lambda compass, today: compass.steps.start(WALK, today),
    ],
)
def test_a_compass_with_anything_in_it_is_not_empty(compass, today, enter):
    enter(compass, today)
    assert not compass.is_empty


def test_keys_language_and_a_finished_path_do_not_fill_a_compass(compass, now):
    compass.hold_key('a')
    compass.speak('nl')
    compass.begin_contact(now)
    compass.end_contact(now)
    assert compass.is_empty


def test_a_step_that_was_taken_off_still_counts_as_something_entered(compass, step, today):
    compass.steps.take_off(step.id, today)
    assert not compass.is_empty
