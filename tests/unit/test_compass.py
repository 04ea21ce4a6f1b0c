from datetime import timedelta

import pytest
from pydantic import ValidationError

from model.action import Stage
from model.answer import WORDS_LENGTH, Answer, TooLong, tidy
from model.compass import NAME_LENGTH, OPEN_ACTIONS, OWN_ANSWERS_A_QUESTION, Compass, NotThere, TooMany
from model.contact import Visit
from model.place import Place
from model.strength import Whose
from model.when import PartOfDay, When

MUSIC = Answer(tile='music')
REST = Answer(tile='rest')
WALK = Answer(tile='walk')
FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
BY_MYSELF = Answer(tile='by-myself')
NOBODY = 'ffffffff'
PHOTO, DRAWING, VOICE = '0123456789abcdef', 'fedcba9876543210', 'a' * 16
CAKE, DOG, SUN = '1F370', '1F415', '2600-FE0F'


@pytest.fixture
def yesterday(today):
    return today - timedelta(days=1)


@pytest.fixture
def tomorrow(today):
    return today + timedelta(days=1)


@pytest.fixture
def step(compass, today):
    """A step outside any contact."""
    return compass.start_action(WALK, today)


def words(number):
    return Answer(words=f'eigen {number}')


def keys(strengths):
    return [strength.answer.tile for strength in strengths]


# own words


@pytest.mark.parametrize(
    ('written', 'kept'),
    [
        ('  taart   bakken ', 'taart bakken'),
        ('taart\nbakken\tmet\r\npapa', 'taart bakken met papa'),
        ('a\x00b\x1b[31mc\x7fd\x85e', 'a b [31mc d e'),
        ('cafe\u0301', 'café'),
        ('👨‍👩‍👧 🏳️‍🌈 👍🏽', '👨‍👩‍👧 🏳️‍🌈 👍🏽'),
        ('أحبّ الموسيقى', 'أحبّ الموسيقى'),
        ('می‌خواهم', 'می‌خواهم'),
        ('\u202eomgekeerd\u202c', 'omgekeerd'),
        ('\u2066\u200fسلام\u2069', 'سلام'),
        ('\u061cسلام', 'سلام'),
        ('\ufeffbegin', 'begin'),
        ('<b>vet</b> & {{x}}', '<b>vet</b> & {{x}}'),
        (' \n\u202e ', ''),
    ],
)
def test_own_words_keep_what_can_be_read_and_nothing_else(written, kept):
    assert tidy(written, WORDS_LENGTH) == kept


def test_own_words_just_fit():
    assert tidy('é' * 80 + '   ', 80) == 'é' * 80


def test_the_limit_counts_characters_after_tidying():
    assert tidy('e\u0301' * 80, 80) == 'é' * 80


@pytest.mark.parametrize('length', [81, 10_000])
def test_too_many_characters_are_refused_with_the_limit(length):
    with pytest.raises(TooLong) as refusal:
        tidy('x' * length, 80)
    assert refusal.value.limit == 80


def test_writing_nothing_is_no_answer():
    assert Answer.own(' \n ') is None


def test_own_words_become_an_answer():
    assert Answer.own(' taart\nbakken ') == Answer(words='taart bakken')


def test_own_words_of_10_000_characters_are_refused():
    with pytest.raises(TooLong):
        Answer.own('taart ' * 1_667)


def test_half_an_emoji_is_left_out():
    assert Answer.own('ja \ud83d') == Answer(words='ja')


def test_an_answer_without_tile_and_words_is_refused():
    with pytest.raises(ValidationError):
        Answer()


def test_an_unknown_tile_is_refused():
    with pytest.raises(ValidationError):
        Answer(tile='unicorn')


def test_an_answer_longer_than_a_tile_can_show_is_refused():
    with pytest.raises(ValidationError):
        Answer(words='x' * (WORDS_LENGTH + 1))


# answers with a picture or a voice

PICTURED = {'sticker': CAKE, 'picture': PHOTO, 'voice': VOICE}


@pytest.mark.parametrize(
    ('fields', 'own'),
    [
        ({'tile': 'music'}, False),
        ({'tile': 'music', **PICTURED}, False),
        ({'tile': 'music', 'words': 'zingen'}, True),
        ({'words': 'zingen'}, True),
        ({'sticker': CAKE}, True),
        ({'picture': PHOTO}, True),
        ({'voice': VOICE}, True),
    ],
)
def test_all_but_a_starter_tile_is_an_own_answer(fields, own):
    assert Answer(**fields).is_own is own


@pytest.mark.parametrize('kept', [{'tile': 'music'}, {'words': 'zingen'}, {'tile': 'music', 'words': 'zingen'}])
@pytest.mark.parametrize('added', [{name: one} for name, one in PICTURED.items()])
def test_a_tile_or_words_stay_the_same_answer_with_another_picture_or_voice(kept, added):
    plain, pictured = Answer(**kept), Answer(**kept, **added)
    assert plain != pictured
    assert plain.says(pictured)
    assert pictured.says(plain)


@pytest.mark.parametrize(
    ('one', 'other'),
    [
        ({'tile': 'music'}, {'tile': 'rest'}),
        ({'tile': 'music'}, {'words': 'music'}),
        ({'tile': 'music'}, {'tile': 'music', 'words': 'zingen'}),
        ({'words': 'zingen'}, {'words': 'Zingen'}),
        ({'words': 'zingen', 'picture': PHOTO}, {'words': 'dansen', 'picture': PHOTO}),
        ({'tile': 'music', 'picture': PHOTO}, {'picture': PHOTO}),
        ({'picture': PHOTO}, {'picture': DRAWING}),
        ({'picture': PHOTO}, {'voice': PHOTO}),
        ({'picture': PHOTO}, {'picture': PHOTO, 'voice': VOICE}),
        ({'sticker': CAKE}, {'sticker': DOG}),
    ],
)
def test_other_words_or_another_picture_alone_are_another_answer(one, other):
    assert not Answer(**one).says(Answer(**other))
    assert Answer(**one).says(Answer(**one))


@pytest.mark.parametrize(
    ('fields', 'attachments'),
    [
        ({'tile': 'music', 'sticker': CAKE}, set()),
        ({'picture': PHOTO}, {PHOTO}),
        ({'words': 'zingen', 'picture': PHOTO, 'voice': VOICE}, {PHOTO, VOICE}),
    ],
)
def test_an_answer_names_the_attachments_it_is_shown_and_said_with(fields, attachments):
    assert Answer(**fields).attachments == attachments


@pytest.mark.parametrize('mode', ['python', 'json'])
@pytest.mark.parametrize(
    ('fields', 'written'),
    [
        ({'tile': 'music'}, {'tile': 'music', 'words': ''}),
        ({'words': 'zingen'}, {'tile': None, 'words': 'zingen'}),
        ({'picture': PHOTO}, {'tile': None, 'words': '', 'picture': PHOTO}),
        ({'tile': 'music', **PICTURED}, {'tile': 'music', 'words': '', **PICTURED}),
    ],
)
def test_what_an_answer_does_not_have_takes_no_room_in_the_file(fields, written, mode):
    assert Answer(**fields).model_dump(mode=mode) == written
    assert Answer.model_validate(written) == Answer(**fields)


@pytest.mark.parametrize('code', ['1F415', '2600', '2600-FE0F', '1F468-200D-1F469-200D-1F467', 'E0067'])
def test_a_library_picture_is_known_by_its_code_points(code):
    assert Answer(sticker=code).sticker == code


@pytest.mark.parametrize(
    'fields',
    [
        {'sticker': ''},
        {'sticker': 'dog'},
        {'sticker': '1f415'},
        {'sticker': '../1F415'},
        {'sticker': '1F415.svg'},
        {'sticker': '1F415\n'},
        {'sticker': '-'.join(['1F415'] * 13)},
        {'picture': ''},
        {'picture': PHOTO.upper()},
        {'voice': '../../../x.webm'},
        {'tile': 'music', 'film': PHOTO},
    ],
)
def test_an_answer_with_a_picture_that_could_be_anything_is_refused(fields):
    with pytest.raises(ValidationError):
        Answer(**fields)


def test_choosing_a_tile_that_has_a_picture_keeps_the_picture(compass, today):
    pictured = Answer(tile='music', sticker=CAKE)
    compass.choose_strength('be-yourself', pictured, today)
    compass.choose_strength('be-yourself', MUSIC, today)
    assert [one.answer for one in compass.on('be-yourself')] == [pictured]


def test_a_tile_that_has_a_picture_is_let_go_by_the_tile(compass, today):
    compass.choose_strength('be-yourself', Answer(tile='music', sticker=CAKE), today)
    compass.choose_wish(Answer(tile='rest', sticker=SUN), today)
    compass.tell_happened(Answer(tile='ill', sticker=SUN))
    compass.choose_strength('be-yourself', MUSIC, today, chosen=False)
    compass.choose_wish(REST, today, chosen=False)
    compass.tell_happened(Answer(tile='ill'), chosen=False)
    assert (compass.strengths, compass.wishes, compass.happened) == ([], [], [])


def test_a_tile_with_a_picture_takes_no_room_of_own_answers(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_strength('matter', words(number), today)
    compass.choose_strength('matter', Answer(tile='music', **PICTURED), today)
    with pytest.raises(TooMany):
        compass.choose_strength('matter', Answer(sticker=CAKE), today)
    assert len(compass.on('matter')) == OWN_ANSWERS_A_QUESTION + 1


@pytest.mark.parametrize('fields', [{'tile': 'music'}, {'words': 'zingen'}, {'sticker': CAKE}])
def test_a_tile_words_or_library_picture_can_always_be_seen(compass, fields):
    assert compass.shows(Answer(**fields))
    assert compass.shows(Answer(**fields, picture=PHOTO, voice=VOICE))


@pytest.mark.parametrize('fields', [{'picture': PHOTO}, {'voice': VOICE}, {'picture': PHOTO, 'voice': VOICE}])
def test_a_picture_or_voice_that_is_not_in_the_album_cannot(compass, fields):
    assert not compass.shows(Answer(**fields))


# library pictures on the compass


def test_without_library_pictures_there_are_none(compass, step, today):
    compass.choose_strength('be-yourself', MUSIC, today)
    assert compass.stickers == []


def test_library_pictures_are_told_the_most_used_first_then_the_newest(compass, today):
    for condition, code in [('matter', DOG), ('matter', SUN), ('belong', DOG), ('matter', CAKE)]:
        compass.stick(Place.parse(f'condition.{condition}'), code, today)
    assert compass.stickers == [DOG, CAKE, SUN]


def test_library_pictures_of_wishes_and_steps_count_too(compass, today):
    compass.stick(Place.parse('condition.matter'), DOG, today)
    compass.stick(Place.parse('wishes'), CAKE, today)
    compass.stick(Place.parse('actions'), CAKE, today)
    assert compass.stickers == [CAKE, DOG]


def test_a_library_picture_that_was_replaced_is_no_longer_told(compass, step, today):
    compass.stick(Place.parse(f'action.{step.id}'), DOG, today)
    compass.stick(Place.parse(f'action.{step.id}'), CAKE, today)
    assert compass.stickers == [CAKE]


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
    one.choose_strength('matter', MUSIC, today)
    one.tell_happened(REST)
    one.hold_key('a')
    assert (other.strengths, other.happened, other.keys) == ([], [], [])


def test_a_compass_comes_back_whole_from_json(compass, now, today):
    compass.begin_contact(now)
    compass.choose_strength('matter', MUSIC, today)
    compass.choose_wish(REST, today)
    step = compass.start_action(WALK, today)
    compass.choose_companion(step.id, FATHER)
    compass.choose_part_of_day(step.id, PartOfDay.MORNING)
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


# steps


def test_a_new_step_is_open_and_knows_its_day_wish_and_contact(compass, now, today):
    compass.begin_contact(now)
    compass.choose_wish(Answer(tile='health'), today)
    step = compass.start_action(WALK, today)
    assert compass.open_actions == [step]
    assert (step.answer, step.set_on, step.wish) == (WALK, today, compass.wish.id)
    assert step.contact == compass.contact.id
    assert step.when is None


def test_without_a_wish_a_step_stands_alone(step):
    assert step.wish is None


def test_a_step_that_was_only_just_chosen_can_be_taken_back(compass, step, today):
    other = compass.start_action(Answer(tile='call'), today)
    compass.drop_action(step.id)
    assert compass.actions == [other]


def test_twelve_steps_can_be_open(compass, today):
    steps = [compass.start_action(WALK, today) for _ in range(OPEN_ACTIONS)]
    with pytest.raises(TooMany):
        compass.start_action(WALK, today)
    compass.finish_action(steps[0].id, today)
    compass.start_action(WALK, today)
    assert len(compass.open_actions) == OPEN_ACTIONS


def test_a_step_becomes_another_with_the_same_people_and_day(compass, step, today):
    compass.choose_companion(step.id, FATHER)
    compass.choose_day(step.id, today)
    compass.change_action(step.id, Answer(words='taart bakken'))
    changed = compass.action(step.id)
    assert changed.answer.words == 'taart bakken'
    assert (changed.companions, changed.when) == ([FATHER], When(day=today))


def test_people_join_a_step_and_leave_it(compass, step):
    compass.choose_companion(step.id, FATHER)
    compass.choose_companion(step.id, MOTHER)
    assert step.companions == [FATHER, MOTHER]
    compass.choose_companion(step.id, FATHER, chosen=False)
    assert step.companions == [MOTHER]


def test_the_same_person_joins_once(compass, step):
    compass.choose_companion(step.id, FATHER)
    compass.choose_companion(step.id, FATHER)
    assert step.companions == [FATHER]


def test_alone_sends_the_people_away_and_people_end_alone(compass, step):
    compass.choose_companion(step.id, FATHER)
    compass.choose_companion(step.id, MOTHER)
    compass.choose_companion(step.id, BY_MYSELF)
    assert step.companions == [BY_MYSELF]
    compass.choose_companion(step.id, MOTHER)
    assert step.companions == [MOTHER]


def test_no_longer_alone_leaves_nobody(compass, step):
    compass.choose_companion(step.id, BY_MYSELF)
    compass.choose_companion(step.id, BY_MYSELF, chosen=False)
    assert step.companions == []


def test_the_day_and_its_part_are_chosen_apart(compass, step, today, tomorrow):
    compass.choose_day(step.id, today)
    compass.choose_part_of_day(step.id, PartOfDay.EVENING)
    assert step.when == When(day=today, part=PartOfDay.EVENING)
    compass.choose_day(step.id, tomorrow)
    assert step.when == When(day=tomorrow, part=PartOfDay.EVENING)
    compass.choose_part_of_day(step.id, None)
    assert step.when == When(day=tomorrow)


def test_a_part_of_the_day_can_come_before_the_day(compass, step, today):
    compass.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)


def test_later_is_not_the_same_as_not_chosen(compass, step):
    compass.choose_day(step.id, None)
    assert step.when == When(later=True)
    compass.forget_day(step.id)
    assert step.when is None


def test_a_part_of_the_day_alone_does_not_mean_later(compass, step):
    compass.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)
    compass.choose_part_of_day(step.id, None)
    assert step.when is None


def test_leaving_the_day_open_keeps_the_part_of_the_day(compass, step, today):
    compass.choose_day(step.id, today)
    compass.choose_part_of_day(step.id, PartOfDay.EVENING)
    compass.forget_day(step.id)
    assert step.when == When(part=PartOfDay.EVENING)


@pytest.mark.parametrize(
    'move',
    [
        lambda compass, step, day: compass.choose_day(step.id, day),
        lambda compass, step, day: compass.choose_part_of_day(step.id, PartOfDay.MORNING),
        lambda compass, step, day: compass.forget_day(step.id),
    ],
)
def test_moving_a_step_ties_it_to_this_contact(compass, step, now, today, move):
    compass.begin_contact(now)
    assert step.contact is None
    move(compass, step, today)
    assert step.contact == compass.contact.id


def test_a_finished_step_keeps_the_first_day_it_was_done(compass, step, today, tomorrow):
    compass.finish_action(step.id, today)
    compass.finish_action(step.id, tomorrow)
    assert step.done_on == today
    assert (compass.open_actions, compass.done_actions) == ([], [step])


def test_a_finished_step_can_be_opened_again(compass, step, today):
    compass.finish_action(step.id, today)
    compass.reopen_action(step.id)
    assert (compass.open_actions, compass.done_actions) == ([step], [])


def test_a_step_can_be_taken_off_and_put_back(compass, step, today):
    compass.take_off_action(step.id, today)
    assert step.taken_off_on == today
    assert (compass.open_actions, compass.done_actions) == ([], [])
    compass.reopen_action(step.id)
    assert compass.open_actions == [step]


def test_a_done_step_that_is_taken_off_is_no_longer_shown_as_done(compass, step, today):
    compass.finish_action(step.id, today)
    compass.take_off_action(step.id, today)
    assert compass.done_actions == []


def test_open_steps_stand_in_order_of_their_day(compass, today, tomorrow):
    days = [None, tomorrow, today]
    open_end, second, first = (compass.start_action(WALK, today) for _ in days)
    compass.choose_day(second.id, tomorrow)
    compass.choose_day(first.id, today)
    assert compass.open_actions == [first, second, open_end]


def test_done_steps_stand_latest_first(compass, today, yesterday):
    old, new = compass.start_action(WALK, today), compass.start_action(WALK, today)
    compass.finish_action(old.id, yesterday)
    compass.finish_action(new.id, today)
    assert compass.done_actions == [new, old]


@pytest.mark.parametrize(
    'change',
    [
        lambda compass, today: compass.mark_heart(NOBODY, heart=True),
        lambda compass, today: compass.set_whose(NOBODY, Whose.MINE),
        lambda compass, today: compass.wish_for(NOBODY),
        lambda compass, today: compass.strength(NOBODY),
        lambda compass, today: compass.action(NOBODY),
        lambda compass, today: compass.change_action(NOBODY, WALK),
        lambda compass, today: compass.make_smaller(NOBODY, WALK),
        lambda compass, today: compass.drop_action(NOBODY),
        lambda compass, today: compass.choose_companion(NOBODY, FATHER),
        lambda compass, today: compass.choose_day(NOBODY, today),
        lambda compass, today: compass.choose_part_of_day(NOBODY, None),
        lambda compass, today: compass.forget_day(NOBODY),
        lambda compass, today: compass.finish_action(NOBODY, today),
        lambda compass, today: compass.reopen_action(NOBODY),
        lambda compass, today: compass.take_off_action(NOBODY, today),
    ],
)
def test_what_was_taken_off_in_the_meantime_is_not_there(compass, step, today, change):
    compass.choose_strength('belong', FATHER, today)
    compass.choose_wish(REST, today)
    before = compass.model_dump()
    with pytest.raises(NotThere):
        change(compass, today)
    assert compass.model_dump() == before


# a smaller step

CALL = Answer(tile='call')


def test_a_smaller_step_remembers_the_one_it_was_and_keeps_its_people_and_day(compass, step, today):
    compass.choose_companion(step.id, FATHER)
    compass.choose_day(step.id, today)
    compass.make_smaller(step.id, CALL)
    assert (step.answer, step.towards) == (CALL, WALK)
    assert (step.companions, step.when, step.set_on) == ([FATHER], When(day=today), today)
    assert compass.actions == [step]


def test_a_step_is_on_the_way_to_nothing_until_it_is_made_smaller(step):
    assert step.towards is None


def test_a_step_made_smaller_twice_is_still_on_the_way_to_the_first(compass, step):
    compass.make_smaller(step.id, CALL)
    compass.make_smaller(step.id, Answer(words='nummer opzoeken'))
    assert (step.answer.words, step.towards) == ('nummer opzoeken', WALK)


def test_the_bigger_step_keeps_its_picture(compass, today):
    step = compass.start_action(Answer(tile='walk', sticker=DOG), today)
    compass.make_smaller(step.id, CALL)
    assert (step.answer, step.towards) == (CALL, Answer(tile='walk', sticker=DOG))


def test_a_step_that_is_made_smaller_into_itself_stays_as_it_is(compass, now, today):
    pictured = Answer(tile='walk', sticker=DOG)
    step = compass.start_action(pictured, today)
    compass.begin_contact(now)
    compass.make_smaller(step.id, WALK)
    assert (step.answer, step.towards, step.contact) == (pictured, None, None)


def test_a_step_that_becomes_the_bigger_one_again_is_not_on_the_way_to_itself(compass, step):
    compass.make_smaller(step.id, CALL)
    compass.make_smaller(step.id, WALK)
    assert (step.answer, step.towards) == (WALK, None)


def test_making_a_step_smaller_ties_it_to_this_contact_so_klaar_opens(compass, now, today, yesterday):
    step = compass.start_action(WALK, yesterday)
    compass.choose_day(step.id, yesterday)
    compass.begin_contact(now)
    assert not compass.has_step(today)
    compass.make_smaller(step.id, CALL)
    assert compass.has_step(today)


# the board


@pytest.mark.parametrize(
    ('days', 'stage'),
    [
        (-400, Stage.TODAY),
        (-1, Stage.TODAY),
        (0, Stage.TODAY),
        (1, Stage.THIS_WEEK),
        (6, Stage.THIS_WEEK),
        (7, Stage.LATER),
        (400, Stage.LATER),
    ],
)
def test_a_step_stands_on_the_board_by_its_day(compass, step, today, days, stage):
    compass.choose_day(step.id, today + timedelta(days=days))
    assert step.stage(today) is stage


def test_a_step_without_a_day_stands_under_later(compass, step, today):
    assert step.stage(today) is Stage.LATER
    compass.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.stage(today) is Stage.LATER
    compass.choose_day(step.id, None)
    assert step.stage(today) is Stage.LATER


@pytest.mark.parametrize('days', [-1, 0, 1, 30])
def test_a_done_step_stands_under_done_whatever_its_day_until_it_is_opened_again(compass, step, today, days):
    compass.choose_day(step.id, today + timedelta(days=days))
    before = step.stage(today)
    compass.finish_action(step.id, today)
    assert step.stage(today) is Stage.DONE
    compass.reopen_action(step.id)
    assert step.stage(today) is before


def test_a_step_moves_along_the_board_as_the_days_go_by(compass, step, today):
    compass.choose_day(step.id, today + timedelta(days=7))
    stages = [step.stage(today + timedelta(days=passed)) for passed in (0, 1, 6, 7, 8)]
    assert stages == [Stage.LATER, Stage.THIS_WEEK, Stage.THIS_WEEK, Stage.TODAY, Stage.TODAY]


# klaar


def step_on(compass, day, today):
    """A step of an earlier contact."""
    step = compass.start_action(WALK, today)
    compass.choose_day(step.id, day)
    return step


def test_without_steps_klaar_asks_for_one(compass, now, today):
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_an_old_step_counts_today_and_tomorrow(compass, today, tomorrow):
    for day in (today, tomorrow):
        compass.actions = []
        step_on(compass, day, today)
        assert compass.has_step(today)


def test_an_old_step_counts_later_and_without_a_day(compass, step, today):
    assert compass.has_step(today)
    compass.choose_day(step.id, None)
    assert compass.has_step(today)


def test_an_old_step_whose_day_is_past_does_not_count(compass, now, today, yesterday):
    step_on(compass, yesterday, yesterday)
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_outside_a_contact_a_past_step_does_not_count(compass, today, yesterday):
    step_on(compass, yesterday, yesterday)
    assert not compass.has_step(today)


def test_a_past_step_counts_once_it_was_moved_in_this_contact(compass, now, today, yesterday):
    step = step_on(compass, yesterday, yesterday)
    compass.begin_contact(now)
    compass.choose_part_of_day(step.id, PartOfDay.EVENING)
    assert compass.has_step(today)


def test_an_old_step_that_is_done_does_not_count(compass, step, now, today):
    compass.begin_contact(now)
    compass.finish_action(step.id, today)
    assert not compass.has_step(today)


def test_a_step_made_in_this_contact_counts_though_it_is_done_already(compass, now, today):
    compass.begin_contact(now)
    step = compass.start_action(WALK, today)
    compass.finish_action(step.id, today)
    assert compass.has_step(today)


def test_a_step_made_in_this_contact_does_not_count_once_taken_off(compass, now, today):
    compass.begin_contact(now)
    step = compass.start_action(WALK, today)
    compass.take_off_action(step.id, today)
    assert not compass.has_step(today)


def test_a_step_made_in_an_earlier_contact_does_not_count_for_this_one(compass, now, today):
    compass.begin_contact(now)
    step = compass.start_action(WALK, today)
    compass.finish_action(step.id, today)
    compass.end_contact(now)
    assert not compass.has_step(today)
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_a_contact_begins_once(compass, now):
    compass.begin_contact(now)
    first = compass.contact
    compass.begin_contact(now + timedelta(minutes=5))
    assert compass.contact is first
    assert first.began == now


def test_a_contact_that_goes_on_answers_no_visit(compass, now):
    assert compass.begin_contact(now) is None
    assert compass.begin_contact(now.replace(hour=23, minute=59)) is None


def test_a_contact_left_on_another_day_ends_when_the_next_begins(compass, now, today):
    compass.begin_contact(now)
    left = compass.contact
    compass.choose_strength('belong', FATHER, today)
    next_day = now + timedelta(days=1)
    visit = compass.begin_contact(next_day)
    assert (visit.id, visit.began) == (left.id, now)
    assert len(visit.compass['strengths']) == 1
    assert compass.contact.began == next_day
    assert compass.contact.id != left.id


def test_midnight_ends_a_contact_but_not_the_first_time(compass, now):
    compass.begin_contact(now)
    assert compass.begin_contact(now + timedelta(days=1)) is not None
    assert compass.first_time


def test_a_visit_tells_when_and_how_the_contact_ended(compass, now):
    compass.begin_contact(now)
    contact = compass.contact
    end = now + timedelta(minutes=40)
    visit = compass.end_contact(end, without_step=True)
    assert (visit.id, visit.began, visit.ended) == (contact.id, now, end)
    assert visit.without_step


def test_a_contact_with_a_step_is_remembered_as_such(compass, now):
    assert not compass.end_contact(now).without_step


def test_a_contact_in_which_nothing_changed_is_a_visit_too(compass, now):
    visit = compass.end_contact(now)
    assert visit.began == visit.ended == now


def test_a_visit_keeps_the_private_parts_apart_and_holds_no_keys(compass, now, today):
    compass.choose_strength('belong', FATHER, today)
    compass.tell_happened(Answer(words='gevangenis'))
    compass.tell_obstacle(Answer(words='schuldeiser'))
    compass.hold_key('sleutel')
    visit = compass.end_contact(now)
    assert visit.private == {
        'happened': [{'tile': None, 'words': 'gevangenis'}],
        'obstacles': [{'tile': None, 'words': 'schuldeiser'}],
    }
    shown = str(visit.compass)
    assert 'father' in shown
    assert not [word for word in ('gevangenis', 'schuldeiser', 'happened', 'obstacles') if word in shown]
    assert 'sleutel' not in visit.model_dump_json()


def test_a_visit_does_not_follow_later_changes(compass, now, today):
    step = compass.start_action(WALK, today)
    visit = compass.end_contact(now)
    compass.finish_action(step.id, today)
    assert visit.compass['actions'][0]['done_on'] is None


def test_a_visit_comes_back_whole_from_json(compass, now, today):
    compass.start_action(WALK, today)
    visit = compass.end_contact(now)
    assert Visit.model_validate_json(visit.model_dump_json()) == visit


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
        lambda compass, today: compass.choose_strength('belong', FATHER, today),
        lambda compass, today: compass.choose_wish(REST, today),
        lambda compass, today: compass.tell_happened(REST),
        lambda compass, today: compass.tell_obstacle(REST),
        lambda compass, today: compass.start_action(WALK, today),
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
    compass.take_off_action(step.id, today)
    assert not compass.is_empty
