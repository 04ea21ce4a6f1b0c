import pytest
from pydantic import ValidationError

from model.compass.album import shows
from model.compass.answer import OWN_ANSWERS_A_QUESTION, WORDS_LENGTH, Answer
from model.compass.document import TooMany
from model.compass.target import Target
from model.writing.own_words import TooLong

MUSIC = Answer(tile='music')
REST = Answer(tile='rest')
WALK = Answer(tile='walk')
PHOTO, DRAWING, VOICE = '0123456789abcdef', 'fedcba9876543210', 'a' * 16
CAKE, DOG, SUN = '1F370', '1F415', '2600-FE0F'


def words(number):
    return Answer(words=f'eigen {number}')


# own words


@pytest.mark.parametrize('written', [' \n ', '\u3164', '\u2800 \u2800'])
def test_writing_nothing_that_can_be_seen_is_no_answer(written):
    assert Answer.own(written) is None


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
        ({'tile': 'music'}, {'tile': 'music'}),
        ({'words': 'zingen'}, {'words': 'zingen'}),
        ({'picture': PHOTO}, {'picture': PHOTO}),
        ({'tile': 'music', **PICTURED}, {'tile': 'music', **PICTURED}),
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
    compass.strengths.choose('be-yourself', pictured, today)
    compass.strengths.choose('be-yourself', MUSIC, today)
    assert [one.answer for one in compass.strengths.on('be-yourself', compass.album)] == [pictured]


def test_a_tile_that_has_a_picture_is_let_go_by_the_tile(compass, today):
    compass.strengths.choose('be-yourself', Answer(tile='music', sticker=CAKE), today)
    compass.wishes.choose(Answer(tile='rest', sticker=SUN), today)
    compass.happened.tell(Answer(tile='ill', sticker=SUN))
    compass.strengths.choose('be-yourself', MUSIC, today, chosen=False)
    compass.wishes.choose(REST, today, chosen=False)
    compass.happened.take_back(Answer(tile='ill'), today)
    assert (compass.strengths.items, compass.wishes.items, compass.happened.items) == ([], [], [])


def test_a_tile_with_a_picture_takes_no_room_of_own_answers(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.strengths.choose('matter', words(number), today)
    compass.strengths.choose('matter', Answer(tile='music', **PICTURED), today)
    with pytest.raises(TooMany):
        compass.strengths.choose('matter', Answer(sticker=CAKE), today)
    assert len(compass.strengths.on('matter', compass.album)) == OWN_ANSWERS_A_QUESTION + 1


@pytest.mark.parametrize('fields', [{'tile': 'music'}, {'words': 'zingen'}, {'sticker': CAKE}])
def test_a_tile_words_or_library_picture_can_always_be_seen(compass, fields):
    assert shows(compass.album, Answer(**fields))
    assert shows(compass.album, Answer(**fields, picture=PHOTO, voice=VOICE))


@pytest.mark.parametrize('fields', [{'picture': PHOTO}, {'voice': VOICE}, {'picture': PHOTO, 'voice': VOICE}])
def test_a_picture_or_voice_that_is_not_in_the_album_cannot(compass, fields):
    assert not shows(compass.album, Answer(**fields))


# library pictures on the compass


def test_without_library_pictures_there_are_none(compass, step, today):
    compass.strengths.choose('be-yourself', MUSIC, today)
    assert compass.stickers == []


def test_library_pictures_are_told_the_most_used_first_then_the_newest(compass, today):
    for condition, code in [('matter', DOG), ('matter', SUN), ('belong', DOG), ('matter', CAKE)]:
        compass.stick(Target.parse(f'condition.{condition}'), code, today)
    assert compass.stickers == [DOG, CAKE, SUN]


def test_library_pictures_of_wishes_and_steps_count_too(compass, today):
    compass.stick(Target.parse('condition.matter'), DOG, today)
    compass.stick(Target.parse('wishes'), CAKE, today)
    compass.stick(Target.parse('steps'), CAKE, today)
    assert compass.stickers == [CAKE, DOG]


def test_a_library_picture_that_was_replaced_is_no_longer_told(compass, step, today):
    compass.stick(Target.parse(f'step.{step.id}'), DOG, today)
    compass.stick(Target.parse(f'step.{step.id}'), CAKE, today)
    assert compass.stickers == [CAKE]
