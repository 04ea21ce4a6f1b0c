"""Where an attachment goes, and when there is no room."""

import pytest

from model.compass.album import MOST, UNDO, Sort
from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.document import NotThere, TooMany
from model.compass.strengths import Whose
from model.compass.target import Moment, Target
from tests.unit.compass.album.cast import (
    BESIDE,
    CAKE,
    DOG,
    EVERYWHERE,
    GONE,
    HELD,
    NEW,
    WALK,
    answer_at,
    fill_up,
    on_compass,
)

# where it goes


@pytest.mark.parametrize('where', NEW)
@pytest.mark.parametrize('sort', [Sort.PHOTO, Sort.DRAWING])
def test_a_picture_can_be_an_answer(filled, bring, where, sort):
    picture = bring(where, sort)
    assert answer_at(filled, where) == Answer(picture=picture, drawn=sort is Sort.DRAWING)


@pytest.mark.parametrize('where', NEW)
def test_spoken_words_can_be_an_answer(filled, bring, where):
    voice = bring(where, Sort.VOICE)
    assert answer_at(filled, where) == Answer(voice=voice)


@pytest.mark.parametrize('where', HELD)
@pytest.mark.parametrize(('sort', 'field'), [(Sort.PHOTO, 'picture'), (Sort.DRAWING, 'picture'), (Sort.VOICE, 'voice')])
def test_an_answer_gets_a_picture_or_a_voice_and_stays_what_it_was(filled, bring, place, where, sort, field):
    before = answer_at(filled, where)
    count_before = len(filled.strengths.items), len(filled.wishes.items), len(filled.steps.items)
    attachment_id = bring(place(where), sort)
    drawn = {'drawn': sort is Sort.DRAWING} if field == 'picture' else {}
    assert answer_at(filled, where) == before.model_copy(update={field: attachment_id} | drawn)
    assert answer_at(filled, where).says(before)
    assert (len(filled.strengths.items), len(filled.wishes.items), len(filled.steps.items)) == count_before


@pytest.mark.parametrize('where', HELD)
def test_picture_and_voice_stand_side_by_side(filled, bring, place, where):
    picture, voice = bring(place(where)), bring(place(where), Sort.VOICE)
    held = answer_at(filled, where)
    assert (held.picture, held.voice) == (picture, voice)
    assert held.attachments == {picture, voice}


@pytest.mark.parametrize('where', ['album', *BESIDE])
def test_what_is_kept_beside_changes_nothing_on_the_compass(filled, bring, place, where):
    before = on_compass(filled)
    picture = bring(place(where))
    assert on_compass(filled) == before
    assert [one.id for one in filled.album.pictures] == [picture]


@pytest.mark.parametrize('moment', Moment)
def test_a_photo_stands_beside_its_step_at_its_moment(filled, bring, today, moment):
    step, other = filled.steps.items[0], filled.steps.start(WALK, today)
    first, second = (bring(f'step.{step.id}.{moment}') for _ in range(2))
    bring(f'step.{step.id}')
    bring(f'step.{other.id}.{moment}')
    assert [one.id for one in filled.album.beside(step.id, moment)] == [first, second]
    for another in set(Moment) - {moment}:
        assert filled.album.beside(step.id, another) == []


def test_beside_a_step_stand_the_photos_of_all_moments(filled, bring, place):
    photos = [bring(place(where)) for where in BESIDE]
    bring(place('step.{step}'))
    assert [one.id for one in filled.album.beside(filled.steps.items[0].id)] == photos


def test_a_new_strength_that_is_a_picture_is_like_any_other(friend, today):
    assert (friend.since, friend.whose, friend.heart) == (today, Whose.PEOPLE, False)


def test_a_new_wish_that_is_a_picture_stands_in_the_middle(filled, bring):
    picture = bring('wishes')
    assert filled.wish.answer.picture == picture


def test_a_new_step_that_is_a_picture_is_set_today_for_the_wish_that_is_now(filled, bring, today):
    bring('steps')
    step = filled.steps.items[-1]
    assert (step.set_on, step.wish, step.is_open) == (today, filled.wish.id, True)


@pytest.mark.parametrize('where', HELD)
def test_a_new_picture_takes_the_place_of_the_one_before_which_stays_in_the_album(filled, bring, place, where):
    old, new = bring(place(where)), bring(place(where), Sort.DRAWING)
    assert answer_at(filled, where).picture == new
    assert [one.id for one in filled.album.pictures] == [new, old]


@pytest.mark.parametrize('where', HELD)
def test_a_photo_takes_the_place_of_a_library_picture_and_the_other_way_round(filled, bring, place, today, where):
    bring(place(where), Sort.VOICE)
    voice = answer_at(filled, where).voice
    filled.stick(Target.parse(place(where)), CAKE, today)
    photo = bring(place(where))
    held = answer_at(filled, where)
    assert (held.picture, held.sticker, held.voice) == (photo, None, voice)
    filled.stick(Target.parse(place(where)), DOG, today)
    held = answer_at(filled, where)
    assert (held.picture, held.sticker, held.voice) == (None, DOG, voice)
    assert [one.id for one in filled.album.pictures] == [photo]


@pytest.mark.parametrize('own_device', [True, False])
@pytest.mark.parametrize('where', GONE)
def test_nothing_is_kept_when_its_place_was_taken_off_in_the_meantime(filled, bring, where, own_device):
    before = filled.model_dump()
    with pytest.raises(NotThere):
        bring(where, own_device=own_device)
    assert filled.model_dump() == before


@pytest.mark.parametrize('where', EVERYWHERE)
def test_sent_twice_it_is_kept_once(filled, attachment, place, today, where):
    photo = attachment(place(where))
    filled.attach(photo.model_copy(deep=True), today)
    once = filled.model_dump()
    filled.attach(photo, today)
    assert filled.model_dump() == once


def test_an_id_that_is_taken_is_not_put_anywhere_else(filled, attachment, today):
    photo = attachment('album')
    filled.attach(photo, today)
    before = filled.model_dump()
    filled.attach(photo.model_copy(update={'target': Target.parse('wishes'), 'sort': Sort.VOICE}), today)
    assert filled.model_dump() == before


def test_sent_again_does_not_bring_back_what_was_taken_away(filled, attachment, now, today):
    photo = attachment('condition.belong')
    filled.attach(photo.model_copy(deep=True), today)
    filled.album.take_away(photo.id, now)
    filled.attach(photo, today)
    assert filled.album.pictures == []


def test_sent_again_does_not_allow_what_is_asked(compass, attachment, today):
    photo = attachment(own_device=False)
    compass.attach(photo.model_copy(deep=True), today)
    compass.attach(photo.model_copy(update={'added': photo.added.model_copy(update={'own_device': True})}), today)
    assert [one.id for one in compass.album.asked] == [photo.id]


# no room


@pytest.fixture
def full_album(compass, attachment):
    compass.album.items = [attachment() for _ in range(MOST)]
    return compass


def test_an_album_that_is_full_takes_no_more(full_album, bring):
    with pytest.raises(TooMany):
        bring()
    assert len(full_album.album.items) == MOST


def test_what_was_just_taken_away_still_needs_its_room(full_album, bring, now):
    full_album.album.take_away(full_album.album.items[0].id, now)
    with pytest.raises(TooMany):
        bring()
    full_album.let_go_overdue(now + UNDO)
    assert full_album.album.find(bring())


def test_what_was_sent_already_needs_no_room(full_album, today):
    full_album.attach(full_album.album.items[0].model_copy(), today)
    assert len(full_album.album.items) == MOST


@pytest.mark.parametrize('where', NEW)
@pytest.mark.parametrize('sort', [Sort.PHOTO, Sort.VOICE])
def test_a_place_that_is_full_takes_no_more_and_nothing_is_kept(filled, bring, today, where, sort):
    fill_up(filled, today)
    before = filled.model_dump()
    with pytest.raises(TooMany):
        bring(where, sort)
    assert filled.model_dump() == before


@pytest.mark.parametrize('where', ['album', *HELD, *BESIDE])
def test_a_picture_of_what_is_there_needs_no_room_among_the_answers(filled, bring, place, today, where):
    fill_up(filled, today)
    assert bring(place(where)) in filled.album.ids


def test_answers_that_are_a_picture_take_room_like_own_words(compass, bring):
    for _ in range(OWN_ANSWERS_A_QUESTION):
        bring('condition.matter')
    with pytest.raises(TooMany):
        bring('condition.matter')
    assert len(compass.strengths.on('matter', compass.album)) == OWN_ANSWERS_A_QUESTION
