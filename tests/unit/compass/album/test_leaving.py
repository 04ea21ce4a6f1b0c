"""Let go: an attachment follows what it stands beside."""

from datetime import timedelta

import pytest

from model.compass.album import UNDO, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere
from tests.unit.compass.album.cast import FATHER, HELD, WALK, answer_at


def test_just_before_a_minute_it_can_be_put_back(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO - timedelta(microseconds=1))
    compass.album.put_back(friend.answer.picture)
    assert compass.strengths.on('belong', compass.album) == [friend]


def test_after_a_minute_it_is_gone_for_good(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert (compass.strengths.items, compass.album.items) == ([], [])
    with pytest.raises(NotThere):
        compass.album.put_back(friend.answer.picture)


def test_a_strength_that_was_taken_off_meanwhile_goes_with_the_photo_that_was_all_of_it(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    compass.strengths.take_off(friend.id, now.date())
    compass.let_go_overdue(now + UNDO)
    assert compass.taken_off == frozenset()
    with pytest.raises(NotThere):
        compass.strengths.put_back(friend.id)


def test_a_minute_is_a_minute_on_the_way_through_the_disk_too(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    loaded = Compass.model_validate_json(compass.model_dump_json())
    assert loaded.album.overdue(now + timedelta(seconds=59)) == []
    assert loaded.album.overdue(now + timedelta(seconds=60)) == loaded.album.items


def test_what_was_put_back_is_never_let_go(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    compass.album.put_back(friend.answer.picture)
    compass.let_go_overdue(now + timedelta(days=9))
    assert compass.strengths.on('belong', compass.album) == [friend]


def test_only_what_is_overdue_is_let_go(compass, friend, bring, now):
    kept = bring('condition.belong')
    compass.album.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert [one.answer.picture for one in compass.strengths.on('belong', compass.album)] == [kept]
    assert compass.album.ids == {kept}


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_what_was_taken_away_later_can_still_be_put_back(compass, bring, now, where):
    first, second = bring(where), bring(where)
    compass.album.take_away(first, now)
    compass.album.take_away(second, now + timedelta(seconds=50))
    compass.let_go_overdue(now + timedelta(seconds=61))
    compass.album.put_back(second)
    assert [
        one.answer.picture
        for one in (*compass.strengths.on('belong', compass.album), *compass.wishes.shown(compass.album))
    ] == [second]


def test_the_wish_that_is_now_can_still_be_put_back_when_another_picture_is_let_go(compass, bring, now):
    other, first, wish = bring(), bring('wishes'), bring('wishes')
    compass.album.take_away(other, now)
    compass.album.take_away(wish, now + timedelta(seconds=50))
    compass.let_go_overdue(now + timedelta(seconds=61))
    compass.album.put_back(wish)
    assert [one.answer.picture for one in compass.wishes.shown(compass.album)] == [first, wish]


def test_when_the_picture_of_the_wish_that_is_now_is_let_go_the_newest_takes_its_place(compass, bring, now, today):
    compass.wishes.choose(Answer(tile='work'), today)
    compass.wishes.choose(Answer(tile='love'), today)
    compass.album.take_away(bring('wishes'), now)
    compass.let_go_overdue(now + UNDO)
    assert compass.wish.answer.tile == 'love'


def test_when_the_picture_of_another_wish_is_let_go_the_one_that_is_now_stays(compass, bring, now, today):
    compass.wishes.choose(Answer(tile='work'), today)
    work = compass.wish
    photo = bring('wishes')
    compass.wishes.choose(Answer(tile='love'), today)
    compass.wishes.put_in_middle(work.id)
    compass.album.take_away(photo, now)
    compass.let_go_overdue(now + UNDO)
    assert compass.wish == work


def test_when_the_only_wish_is_let_go_none_is_now(compass, bring, now):
    compass.album.take_away(bring('wishes'), now)
    compass.let_go_overdue(now + UNDO)
    assert (compass.wishes.now, compass.wishes.items) == (None, [])


def test_when_a_wish_goes_one_that_can_be_seen_takes_its_place(compass, bring, now, today):
    compass.wishes.choose(Answer(tile='work'), today)
    photo = bring('wishes')
    compass.wishes.choose(Answer(tile='love'), today)
    compass.album.take_away(photo, now)
    compass.wishes.choose(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_a_person_who_was_only_a_photo_no_longer_joins_a_step_once_it_is_let_go(filled, friend, now, today):
    step = filled.steps.items[0]
    filled.steps.choose_companion(step.id, friend.answer, today)
    filled.album.take_away(friend.answer.picture, now)
    filled.let_go_overdue(now + UNDO)
    assert step.companions == [FATHER]


def test_a_person_who_was_only_a_photo_joins_again_once_it_is_put_back(filled, friend, now, today):
    step = filled.steps.items[0]
    filled.steps.choose_companion(step.id, friend.answer, today)
    filled.album.take_away(friend.answer.picture, now)
    filled.let_go_overdue(now + timedelta(seconds=59))
    filled.album.put_back(friend.answer.picture)
    assert step.companions == [FATHER, friend.answer]


def test_a_person_taken_away_later_still_joins_when_another_photo_is_let_go(filled, friend, bring, now, today):
    step = filled.steps.items[0]
    filled.steps.choose_companion(step.id, friend.answer, today)
    filled.album.take_away(bring(), now)
    filled.album.take_away(friend.answer.picture, now + timedelta(seconds=50))
    filled.let_go_overdue(now + timedelta(seconds=61))
    filled.album.put_back(friend.answer.picture)
    assert step.companions == [FATHER, friend.answer]


def test_a_picture_chosen_on_a_page_that_still_shows_it_is_there_once_when_it_is_put_back(compass, friend, now, today):
    compass.album.take_away(friend.answer.picture, now)
    compass.strengths.choose('belong', friend.answer, today)
    compass.album.put_back(friend.answer.picture)
    assert len(compass.strengths.on('belong', compass.album)) == 1


def test_when_nothing_is_overdue_nothing_changes(filled, bring, now):
    bring('condition.belong')
    bring(own_device=False)
    before = filled.model_dump()
    filled.let_go_overdue(now + timedelta(days=9))
    assert filled.model_dump() == before


def test_a_compass_is_empty_again_once_its_only_photo_is_let_go(compass, friend, now):
    compass.album.take_away(friend.answer.picture, now)
    assert not compass.is_empty
    compass.let_go_overdue(now + UNDO)
    assert compass.is_empty


# a drawing that goes leaves nothing that says it was drawn


@pytest.mark.parametrize('where', HELD)
def test_what_had_a_drawing_is_what_it_was_before_once_that_is_let_go(filled, bring, place, now, where):
    before = answer_at(filled, where)
    drawing = bring(place(where), Sort.DRAWING)
    assert answer_at(filled, where).drawn
    filled.album.take_away(drawing, now)
    filled.let_go_overdue(now + UNDO)
    assert answer_at(filled, where) == before
    assert not answer_at(filled, where).drawn


def test_a_person_with_a_drawing_joins_a_step_as_before_once_that_is_let_go(filled, bring, place, now):
    drawing = bring(place('strength.{strength}'), Sort.DRAWING)
    assert filled.steps.items[0].companions[0].drawn
    filled.album.take_away(drawing, now)
    filled.let_go_overdue(now + UNDO)
    assert filled.steps.items[0].companions == [FATHER]


def test_a_bigger_step_with_a_drawing_is_what_it_was_before_once_that_is_let_go(filled, bring, place, now):
    drawing = bring(place('step.{step}'), Sort.DRAWING)
    filled.steps.make_smaller(filled.steps.items[0].id, Answer(tile='call'))
    assert filled.steps.items[0].towards.drawn
    filled.album.take_away(drawing, now)
    filled.let_go_overdue(now + UNDO)
    assert filled.steps.items[0].towards == WALK


def test_a_voice_that_is_let_go_leaves_a_drawing_drawn(filled, bring, place, now):
    drawing = bring(place('wish.{wish}'), Sort.DRAWING)
    voice = bring(place('wish.{wish}'), Sort.VOICE)
    filled.album.take_away(voice, now)
    filled.let_go_overdue(now + UNDO)
    wish = answer_at(filled, 'wish')
    assert (wish.picture, wish.drawn, wish.voice) == (drawing, True, None)
