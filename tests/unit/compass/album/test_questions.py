"""Asked for: a photo from a device of somebody else."""

from datetime import timedelta

import pytest

from model.compass.album import Sort
from model.compass.document import NotThere, TooMany
from model.compass.target import ALBUM, Target
from tests.unit.compass.album.cast import BESIDE, EVERYWHERE, FATHER, HELD, NEW, fill_up, on_compass


@pytest.mark.parametrize('where', EVERYWHERE)
def test_until_the_person_says_yes_a_photo_is_nowhere_but_in_the_question(filled, bring, place, where):
    before = on_compass(filled)
    photo = bring(place(where), own_device=False)
    album = filled.album
    assert on_compass(filled) == before
    assert (album.get(photo), album.shown, album.pictures) == (None, [], [])
    assert album.beside(filled.steps.items[0].id) == []
    assert [one.id for one in album.asked] == [photo]
    assert album.find(photo).target == Target.parse(place(where))


def test_a_photo_that_is_asked_for_is_in_no_snapshot(filled, bring, now):
    photo = bring(own_device=False)
    assert photo not in filled.end_contact(now).model_dump_json()


@pytest.mark.parametrize('sort', [Sort.DRAWING, Sort.VOICE])
def test_a_drawing_or_voice_from_any_device_is_there_at_once(compass, bring, sort):
    made = bring('wishes', sort, own_device=False)
    assert made in compass.wish.answer.attachments
    assert compass.album.asked == []


def test_a_photo_from_an_own_device_is_not_asked_for(compass, bring):
    bring()
    assert compass.album.asked == []


def test_the_oldest_photo_is_asked_for_first(compass, bring):
    photos = [bring(own_device=False) for _ in range(3)]
    assert [one.id for one in compass.album.asked] == photos


def shown(compass):
    """All that is seen of a compass, without the ids that are new each time."""
    steps = [(one.answer, one.companions, one.set_on) for one in compass.steps.items]
    strengths = [(one.answer, one.condition, one.whose, one.since) for one in compass.strengths.items]
    wishes = [(one.answer, one.since) for one in compass.wishes.items]
    printed = [(one.id, one.target, one.on_paper) for one in compass.album.pictures]
    return strengths, wishes, compass.wish.answer, steps, printed, compass.album.asked


@pytest.mark.parametrize('where', EVERYWHERE)
def test_once_allowed_it_is_as_if_it_was_never_asked_for(filled, attachment, place, now, today, where):
    asked = attachment(place(where), own_device=False)
    own = asked.model_copy(update={'added': asked.added.model_copy(update={'own_device': True})})
    never_asked = filled.model_copy(deep=True)
    never_asked.attach(own, today)
    filled.attach(asked, today)
    assert shown(filled) != shown(never_asked)
    filled.allow(asked.id, now, own_device=True)
    assert shown(filled) == shown(never_asked)


@pytest.mark.parametrize('own_device', [True, False])
def test_when_and_where_the_person_said_yes_is_kept(compass, bring, now, own_device):
    photo = bring(own_device=False)
    compass.allow(photo, now + timedelta(days=2), own_device=own_device)
    allowed = compass.album.get(photo).allowed
    assert (allowed.at, allowed.own_device) == (now + timedelta(days=2), own_device)


@pytest.mark.parametrize('where', ['condition.belong', 'wishes', 'steps'])
def test_saying_yes_twice_is_saying_it_once(filled, bring, now, where):
    photo = bring(where, own_device=False)
    filled.allow(photo, now, own_device=True)
    before = filled.model_dump()
    filled.allow(photo, now + timedelta(days=2), own_device=False)
    assert filled.model_dump() == before


def test_what_was_never_asked_for_cannot_be_allowed(compass, bring, now):
    bring('wishes')
    before = compass.model_dump()
    compass.allow(compass.album.items[0].id, now, own_device=True)
    assert compass.model_dump() == before


@pytest.mark.parametrize('where', NEW)
def test_while_there_is_no_room_an_allowed_photo_stays_in_the_question(filled, bring, now, today, where):
    photo = bring(where, own_device=False)
    fill_up(filled, today)
    before = filled.model_dump()
    with pytest.raises(TooMany):
        filled.allow(photo, now, own_device=True)
    assert filled.model_dump() == before
    assert [one.id for one in filled.album.asked] == [photo]


def take_off_everything(compass, today):
    compass.strengths.choose('belong', FATHER, today, chosen=False)
    compass.wishes.choose(compass.wishes.items[0].answer, today, chosen=False)
    compass.steps.drop(compass.steps.items[0].id, today)


@pytest.mark.parametrize('where', HELD + BESIDE)
def test_an_allowed_photo_whose_place_is_gone_goes_in_the_album(filled, bring, place, now, today, where):
    photo = bring(place(where), own_device=False)
    take_off_everything(filled, today)
    before = on_compass(filled)
    filled.allow(photo, now, own_device=True)
    assert on_compass(filled) == before
    assert [one.id for one in filled.album.pictures] == [photo]
    kept = filled.album.get(photo)
    assert (kept.target, kept.on_paper) == (ALBUM, False)


def test_nothing_stays_of_a_photo_the_person_refused(filled, bring):
    before = filled.model_dump()
    photo = bring('condition.belong', own_device=False)
    assert filled.model_dump() != before
    filled.refuse(photo)
    assert filled.model_dump() == before


def test_saying_no_to_one_photo_leaves_the_others(compass, bring):
    one, other, own = bring(own_device=False), bring(own_device=False), bring()
    compass.refuse(one)
    assert compass.album.ids == {other, own}


def test_a_compass_with_only_a_refused_photo_is_empty(compass, bring):
    photo = bring(own_device=False)
    assert not compass.is_empty
    compass.refuse(photo)
    assert compass.is_empty


def test_a_photo_cannot_be_allowed_after_it_was_refused(compass, bring, now):
    photo = bring('wishes', own_device=False)
    compass.refuse(photo)
    with pytest.raises(NotThere):
        compass.allow(photo, now, own_device=True)
    assert compass.wishes.items == []


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_saying_no_on_one_device_after_yes_on_another_leaves_no_answer_nobody_can_see(compass, bring, now, where):
    photo = bring(where, own_device=False)
    compass.allow(photo, now, own_device=True)
    compass.refuse(photo)
    assert compass.strengths.items == compass.strengths.on('belong', compass.album)
    assert compass.wishes.items == compass.wishes.shown(compass.album)
    assert compass.wishes.now == (compass.wish.id if compass.wish else None)
