"""Taken away, and put back."""

import pytest

from model.compass.album import UNDO, Sort, shows
from model.compass.answer import Answer
from model.compass.target import Target
from tests.unit.compass.album.cast import BESIDE, DOG


def test_an_answer_that_is_only_a_picture_goes_and_comes_back_with_it(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    assert (compass.strengths.on('belong', compass.album), compass.strengths.ring('belong', compass.album)) == (
        [],
        ([], 0),
    )
    compass.album.put_back(friend.answer.picture)
    assert (compass.strengths.on('belong', compass.album), compass.strengths.ring('belong', compass.album)) == (
        [friend],
        ([friend], 0),
    )


def test_the_ring_does_not_count_what_was_taken_away(compass, bring, now):
    photos = [bring('condition.matter') for _ in range(6)]
    compass.album.take_away(photos[0], now)
    shown, more = compass.strengths.ring('matter', compass.album)
    assert (len(shown), more) == (5, 0)


def test_a_wish_that_is_only_a_picture_goes_and_comes_back_to_the_middle(compass, bring, now):
    picture = bring('wishes')
    wish = compass.wish
    compass.album.take_away(picture, now)
    assert (compass.wish, compass.wishes.shown(compass.album)) == (None, [])
    compass.album.put_back(picture)
    assert (compass.wish, compass.wishes.shown(compass.album)) == (wish, [wish])


@pytest.mark.parametrize('where', ['strength.{strength}', 'wish.{wish}'])
@pytest.mark.parametrize('sort', [Sort.PHOTO, Sort.VOICE])
def test_a_tile_or_words_stay_when_their_picture_or_voice_goes(filled, bring, place, now, where, sort):
    filled.album.take_away(bring(place(where), sort), now)
    filled.let_go_overdue(now + UNDO)
    assert (len(filled.strengths.on('belong', filled.album)), len(filled.wishes.shown(filled.album))) == (1, 1)
    assert filled.album.items == []


def test_an_answer_stays_as_long_as_its_picture_or_its_voice_does(compass, friend, bring, now):
    voice = bring(f'strength.{friend.id}', Sort.VOICE)
    compass.album.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert compass.strengths.on('belong', compass.album) == [friend]
    compass.album.take_away(voice, now)
    assert compass.strengths.on('belong', compass.album) == []


def test_an_answer_that_got_a_library_picture_stays_without_its_photo(compass, friend, now, today):
    photo = friend.answer.picture
    compass.stick(Target.parse(f'strength.{friend.id}'), DOG, today)
    compass.album.take_away(photo, now)
    compass.let_go_overdue(now + UNDO)
    assert [one.answer for one in compass.strengths.on('belong', compass.album)] == [Answer(sticker=DOG)]


def test_a_step_stays_a_step_when_its_only_picture_goes(compass, bring, now, today):
    photo = bring('steps')
    step = compass.steps.items[0]
    compass.album.take_away(photo, now)
    assert compass.steps.open == [step]
    assert not shows(compass.album, step.answer)
    compass.let_go_overdue(now + UNDO)
    assert compass.steps.open == [step]
    compass.steps.finish(step.id, today)
    assert compass.steps.done == [step]


def test_an_answer_whose_picture_was_just_taken_away_can_get_another(compass, bring, now):
    photo = bring('wishes')
    wish = compass.wish
    compass.album.take_away(photo, now)
    other = bring(f'wish.{wish.id}')
    assert (compass.wish, wish.answer) == (wish, Answer(picture=other))
    compass.let_go_overdue(now + UNDO)
    assert compass.wishes.shown(compass.album) == [wish]


@pytest.mark.parametrize('where', ['album', *BESIDE])
def test_a_photo_goes_from_the_album_and_from_beside_its_step_and_comes_back(filled, bring, place, now, where):
    photo = bring(place(where))
    step = filled.steps.items[0].id
    seen = filled.album.pictures, filled.album.beside(step)
    filled.album.take_away(photo, now)
    assert (filled.album.pictures, filled.album.beside(step), filled.album.get(photo)) == ([], [], None)
    assert filled.album.shown == []
    filled.album.put_back(photo)
    assert (filled.album.pictures, filled.album.beside(step)) == seen


def test_what_was_put_back_is_as_it_was(filled, bring, place, now):
    photo = bring(place('strength.{strength}'))
    before = filled.model_dump()
    filled.album.take_away(photo, now)
    assert filled.model_dump() != before
    filled.album.put_back(photo)
    assert filled.model_dump() == before


def test_a_question_that_was_taken_away_is_asked_again_once_put_back(compass, bring, now):
    photo = bring(own_device=False)
    compass.album.take_away(photo, now)
    assert compass.album.asked == []
    compass.album.put_back(photo)
    assert [one.id for one in compass.album.asked] == [photo]
    assert compass.album.pictures == []
