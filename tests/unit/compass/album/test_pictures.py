"""What a person or a tile looks like: a photo, a picture of the library, a word for it."""

import pytest
from pydantic import ValidationError

from model.compass.album import Sort
from model.compass.answer import Answer
from model.compass.document import TooMany
from model.compass.target import Target
from tests.unit.compass.album.cast import CAKE, DOG, FATHER, HELD, MOTHER, NEW, WALK, answer_at, fill_up, papa

# the picture of a person


def test_who_joins_a_step_is_shown_as_on_the_compass(filled, bring, place, today):
    other = filled.steps.start(WALK, today)
    for person in (MOTHER, FATHER, Answer(words='Fatima')):
        filled.steps.choose_companion(other.id, person, today)
    photo = bring(place('strength.{strength}'))
    shown = Answer(tile='father', picture=photo)
    assert papa(filled) == shown
    assert filled.steps.items[0].companions == [shown]
    assert other.companions == [MOTHER, shown, Answer(words='Fatima')]


def test_a_new_voice_or_library_picture_follows_too(filled, bring, place, today):
    voice = bring(place('strength.{strength}'), Sort.VOICE)
    filled.stick(Target.parse(place('strength.{strength}')), CAKE, today)
    assert filled.steps.items[0].companions == [Answer(tile='father', sticker=CAKE, voice=voice)]


def test_another_photo_of_a_person_who_is_only_a_photo_follows(filled, friend, bring, today):
    step = filled.steps.items[0]
    filled.steps.choose_companion(step.id, friend.answer, today)
    photo = bring(f'strength.{friend.id}')
    assert step.companions == [FATHER, Answer(picture=photo)]


def test_the_photo_of_a_person_follows_only_once_it_is_allowed(filled, bring, place, now):
    photo = bring(place('strength.{strength}'), own_device=False)
    assert filled.steps.items[0].companions == [FATHER]
    filled.allow(photo, now, own_device=True)
    assert filled.steps.items[0].companions == [Answer(tile='father', picture=photo)]


def test_a_person_follows_also_when_they_joined_by_their_tile_alone(filled, bring, place, today):
    bring(place('strength.{strength}'))
    filled.steps.choose_companion(filled.steps.items[0].id, FATHER, today)
    photo = bring(place('strength.{strength}'))
    assert filled.steps.items[0].companions == [Answer(tile='father', picture=photo)]


def test_a_person_with_a_photo_leaves_a_step_by_their_tile(filled, bring, place, today):
    bring(place('strength.{strength}'))
    filled.steps.choose_companion(filled.steps.items[0].id, FATHER, today, chosen=False)
    assert filled.steps.items[0].companions == []


@pytest.mark.parametrize('where', ['wish', 'step'])
def test_the_picture_of_a_wish_or_step_is_not_that_of_a_person_of_the_same_name(compass, bring, today, where):
    fatima = Answer(words='Fatima')
    compass.wishes.choose(fatima, today)
    step = compass.steps.start(fatima, today)
    compass.steps.choose_companion(step.id, fatima, today)
    bring(f'{where}.{compass.wish.id if where == "wish" else step.id}')
    assert step.companions == [fatima]


# tiles with a picture


def test_a_tile_with_a_photo_is_chosen_already(filled, bring, place, today):
    photo = bring(place('strength.{strength}'))
    filled.strengths.choose('belong', FATHER, today)
    assert [one.answer for one in filled.strengths.on('belong', filled.album)] == [Answer(tile='father', picture=photo)]


def test_letting_go_of_a_tile_lets_go_of_it_with_its_photo_which_stays_in_the_album(filled, bring, place, today):
    photo = bring(place('strength.{strength}'))
    filled.strengths.choose('belong', FATHER, today, chosen=False)
    assert filled.strengths.on('belong', filled.album) == []
    assert [one.id for one in filled.album.pictures] == [photo]


def test_a_wish_with_a_photo_is_let_go_by_its_words(filled, bring, place, today):
    bring(place('wish.{wish}'))
    filled.wishes.choose(Answer(words='een tuin'), today, chosen=False)
    assert filled.wishes.items == []


def test_an_answer_that_is_only_a_picture_can_be_let_go(compass, friend, bring, today):
    bring('condition.belong')
    compass.strengths.choose('belong', friend.answer, today, chosen=False)
    assert friend not in compass.strengths.on('belong', compass.album)
    assert len(compass.strengths.on('belong', compass.album)) == 1


# library pictures


def answer_ids(compass):
    return {one.id for one in (*compass.strengths.items, *compass.wishes.items, *compass.steps.items)}


@pytest.mark.parametrize('where', NEW)
def test_a_library_picture_can_be_an_answer(filled, today, where):
    before = answer_ids(filled)
    owner = filled.stick(Target.parse(where), DOG, today)
    assert answer_at(filled, where) == Answer(sticker=DOG)
    assert answer_ids(filled) - before == {owner}


@pytest.mark.parametrize('where', HELD)
def test_an_answer_gets_a_library_picture(filled, place, today, where):
    before = answer_at(filled, where)
    owner = filled.stick(Target.parse(place(where)), DOG, today)
    assert answer_at(filled, where) == before.model_copy(update={'sticker': DOG})
    assert place(where).endswith(owner)


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_the_same_library_picture_is_there_once_and_is_told_where(compass, today, where):
    first = compass.stick(Target.parse(where), DOG, today)
    compass.stick(Target.parse(where), CAKE, today)
    assert compass.stick(Target.parse(where), DOG, today) == first
    assert len(compass.strengths.items) + len(compass.wishes.items) == 2


@pytest.mark.parametrize('code', ['', 'dog', '1f415', '../../1F415', '1F415\n', '1F415-', '-1F415', '1F415;'])
@pytest.mark.parametrize('where', NEW + HELD)
def test_what_is_no_library_picture_is_refused(filled, place, today, where, code):
    before = filled.model_dump()
    with pytest.raises(ValidationError):
        filled.stick(Target.parse(place(where)), code, today)
    assert filled.model_dump() == before


def test_a_library_picture_needs_room_among_the_own_answers(filled, today):
    fill_up(filled, today)
    before = filled.model_dump()
    for where in NEW:
        with pytest.raises(TooMany):
            filled.stick(Target.parse(where), DOG, today)
    assert filled.model_dump() == before


# a word for a picture


def test_a_picture_gets_a_word_which_is_its_name_in_with_whom_too(filled, bring, today):
    picture = bring('condition.belong')
    held = filled.strengths.on('belong', filled.album)[-1]
    step = filled.steps.items[0]
    filled.steps.choose_companion(step.id, held.answer, today)
    filled.call_strength(held.id, '  Oma   Fien ')
    assert filled.strengths[held.id].answer == Answer(words='Oma Fien', picture=picture)
    assert filled.steps[step.id].companions[-1] == Answer(words='Oma Fien', picture=picture)


def test_the_word_of_a_picture_can_be_taken_back(filled, bring):
    picture = bring('condition.belong')
    held = filled.strengths.on('belong', filled.album)[-1]
    filled.call_strength(held.id, 'Fien')
    filled.call_strength(held.id, '')
    assert filled.strengths[held.id].answer == Answer(picture=picture)


def test_own_words_alone_are_not_taken_back_by_an_empty_line(filled, today):
    filled.strengths.choose('belong', Answer(words='Fien'), today)
    held = filled.strengths.on('belong', filled.album)[-1]
    filled.call_strength(held.id, ' ')
    assert filled.strengths[held.id].answer == Answer(words='Fien')
