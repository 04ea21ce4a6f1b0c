"""Photos, drawings and voices: added, asked for, allowed, taken away, put back and let go."""

from datetime import timedelta
from itertools import count

import pytest
from pydantic import ValidationError

from model.album import MOST, UNDO, Added, Album, Attachment, Sort
from model.answer import Answer
from model.compass import OPEN_ACTIONS, OWN_ANSWERS_A_QUESTION, Compass, NotThere, TooMany
from model.parts import EVERY_PART, PRIVATE_PARTS, seen
from model.place import ALBUM, Moment, Place
from model.strength import Whose

FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
WALK = Answer(tile='walk')
CAKE = '1F370'
DOG = '1F415'
NOBODY = 'ffffffff'
UNKNOWN = 'f' * 16

NEW = ['condition.belong', 'wishes', 'actions']
HELD = ['strength.{strength}', 'wish.{wish}', 'action.{action}']
BESIDE = [f'action.{{action}}.{moment}' for moment in Moment]
EVERYWHERE = ['album', *NEW, *HELD, *BESIDE]
GONE = [where.format(strength=NOBODY, wish=NOBODY, action=NOBODY) for where in HELD + BESIDE]


@pytest.fixture
def filled(compass, today):
    """A compass with one strength, one wish and one step, which is with papa."""
    compass.choose_strength('belong', FATHER, today)
    compass.choose_wish(Answer(words='een tuin'), today)
    step = compass.start_action(WALK, today)
    compass.choose_companion(step.id, FATHER)
    return compass


@pytest.fixture
def place(filled):
    """A place on the filled compass, from its text."""
    ids = {
        'strength': filled.strengths[0].id,
        'wish': filled.wishes[0].id,
        'action': filled.actions[0].id,
    }
    return lambda text: text.format(**ids)


@pytest.fixture
def attachment(now):
    """Makes an attachment with an id of its own."""
    numbers = count(1)

    def attachment(place='album', sort=Sort.PHOTO, *, own_device=True):
        added = Added(at=now, key='k', own_device=own_device)
        return Attachment(id=f'{next(numbers):016x}', sort=sort, place=Place.parse(place), added=added)

    return attachment


@pytest.fixture
def bring(compass, attachment, today):
    """Adds an attachment to the compass; answers its id."""

    def bring(place='album', sort=Sort.PHOTO, *, own_device=True):
        brought = attachment(place, sort, own_device=own_device)
        compass.attach(brought, today)
        return brought.id

    return bring


@pytest.fixture
def friend(compass, bring):
    """A strength that is only a photo."""
    bring('condition.belong')
    return compass.on('belong')[-1]


def papa(compass):
    return next(one.answer for one in compass.strengths if one.answer.tile == 'father')


def on_compass(compass):
    """All that the album is not."""
    return compass.model_dump(exclude={'album'})


def answer_at(compass, place):
    """What is at a place, or the newest answer of it."""
    groups = {
        'condition': compass.on('belong'),
        'strength': compass.strengths,
        'wishes': compass.shown_wishes,
        'wish': compass.wishes,
        'actions': compass.actions,
        'action': compass.actions,
    }
    spot, *_ = place.split('.')
    return groups[spot][-1].answer


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
    count_before = len(filled.strengths), len(filled.wishes), len(filled.actions)
    attachment_id = bring(place(where), sort)
    drawn = {'drawn': sort is Sort.DRAWING} if field == 'picture' else {}
    assert answer_at(filled, where) == before.model_copy(update={field: attachment_id} | drawn)
    assert answer_at(filled, where).says(before)
    assert (len(filled.strengths), len(filled.wishes), len(filled.actions)) == count_before


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
    step, other = filled.actions[0], filled.start_action(WALK, today)
    first, second = (bring(f'action.{step.id}.{moment}') for _ in range(2))
    bring(f'action.{step.id}')
    bring(f'action.{other.id}.{moment}')
    assert [one.id for one in filled.album.beside(step.id, moment)] == [first, second]
    for another in set(Moment) - {moment}:
        assert filled.album.beside(step.id, another) == []


def test_beside_a_step_stand_the_photos_of_all_moments(filled, bring, place):
    photos = [bring(place(where)) for where in BESIDE]
    bring(place('action.{action}'))
    assert [one.id for one in filled.album.beside(filled.actions[0].id)] == photos


def test_a_new_strength_that_is_a_picture_is_like_any_other(friend, today):
    assert (friend.since, friend.whose, friend.heart) == (today, Whose.PEOPLE, False)


def test_a_new_wish_that_is_a_picture_stands_in_the_middle(filled, bring):
    picture = bring('wishes')
    assert filled.wish.answer.picture == picture


def test_a_new_step_that_is_a_picture_is_set_today_for_the_wish_that_is_now(filled, bring, today):
    bring('actions')
    step = filled.actions[-1]
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
    filled.stick(Place.parse(place(where)), CAKE, today)
    photo = bring(place(where))
    held = answer_at(filled, where)
    assert (held.picture, held.sticker, held.voice) == (photo, None, voice)
    filled.stick(Place.parse(place(where)), DOG, today)
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
    filled.attach(photo.model_copy(update={'place': Place.parse('wishes'), 'sort': Sort.VOICE}), today)
    assert filled.model_dump() == before


def test_sent_again_does_not_bring_back_what_was_taken_away(filled, attachment, now, today):
    photo = attachment('condition.belong')
    filled.attach(photo.model_copy(deep=True), today)
    filled.take_away(photo.id, now)
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
    full_album.take_away(full_album.album.items[0].id, now)
    with pytest.raises(TooMany):
        bring()
    full_album.let_go_overdue(now + UNDO)
    assert full_album.album.find(bring())


def test_what_was_sent_already_needs_no_room(full_album, today):
    full_album.attach(full_album.album.items[0].model_copy(), today)
    assert len(full_album.album.items) == MOST


def fill_up(compass, today):
    """Leave no room for one more answer of one's own."""
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_strength('belong', Answer(words=f'eigen {number}'), today)
    while len(compass.wishes) < OWN_ANSWERS_A_QUESTION:
        compass.choose_wish(Answer(words=f'eigen {len(compass.wishes)}'), today)
    while len(compass.open_actions) < OPEN_ACTIONS:
        compass.start_action(WALK, today)


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
    assert len(compass.on('matter')) == OWN_ANSWERS_A_QUESTION


# asked for: a photo from a device of somebody else


@pytest.mark.parametrize('where', EVERYWHERE)
def test_until_the_person_says_yes_a_photo_is_nowhere_but_in_the_question(filled, bring, place, where):
    before = on_compass(filled)
    photo = bring(place(where), own_device=False)
    album = filled.album
    assert on_compass(filled) == before
    assert (album.get(photo), album.shown, album.pictures) == (None, [], [])
    assert album.beside(filled.actions[0].id) == []
    assert [one.id for one in album.asked] == [photo]
    assert album.find(photo).place == Place.parse(place(where))


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
    steps = [(one.answer, one.companions, one.set_on) for one in compass.actions]
    strengths = [(one.answer, one.condition, one.whose, one.since) for one in compass.strengths]
    wishes = [(one.answer, one.since) for one in compass.wishes]
    printed = [(one.id, one.place, one.on_paper) for one in compass.album.pictures]
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


@pytest.mark.parametrize('where', ['condition.belong', 'wishes', 'actions'])
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
    compass.choose_strength('belong', FATHER, today, chosen=False)
    compass.choose_wish(compass.wishes[0].answer, today, chosen=False)
    compass.drop_action(compass.actions[0].id)


@pytest.mark.parametrize('where', HELD + BESIDE)
def test_an_allowed_photo_whose_place_is_gone_goes_in_the_album(filled, bring, place, now, today, where):
    photo = bring(place(where), own_device=False)
    take_off_everything(filled, today)
    before = on_compass(filled)
    filled.allow(photo, now, own_device=True)
    assert on_compass(filled) == before
    assert [one.id for one in filled.album.pictures] == [photo]
    kept = filled.album.get(photo)
    assert (kept.place, kept.on_paper) == (ALBUM, False)


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
    assert compass.wishes == []


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_saying_no_on_one_device_after_yes_on_another_leaves_no_answer_nobody_can_see(compass, bring, now, where):
    photo = bring(where, own_device=False)
    compass.allow(photo, now, own_device=True)
    compass.refuse(photo)
    assert compass.strengths == compass.on('belong')
    assert compass.wishes == compass.shown_wishes
    assert compass.wish_now == (compass.wish.id if compass.wish else None)


# taken away and put back


def test_an_answer_that_is_only_a_picture_goes_and_comes_back_with_it(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    assert (compass.on('belong'), compass.ring('belong')) == ([], ([], 0))
    compass.put_back(friend.answer.picture)
    assert (compass.on('belong'), compass.ring('belong')) == ([friend], ([friend], 0))


def test_the_ring_does_not_count_what_was_taken_away(compass, bring, now):
    photos = [bring('condition.matter') for _ in range(6)]
    compass.take_away(photos[0], now)
    shown, more = compass.ring('matter')
    assert (len(shown), more) == (5, 0)


def test_a_wish_that_is_only_a_picture_goes_and_comes_back_to_the_middle(compass, bring, now):
    picture = bring('wishes')
    wish = compass.wish
    compass.take_away(picture, now)
    assert (compass.wish, compass.shown_wishes) == (None, [])
    compass.put_back(picture)
    assert (compass.wish, compass.shown_wishes) == (wish, [wish])


@pytest.mark.parametrize('where', ['strength.{strength}', 'wish.{wish}'])
@pytest.mark.parametrize('sort', [Sort.PHOTO, Sort.VOICE])
def test_a_tile_or_words_stay_when_their_picture_or_voice_goes(filled, bring, place, now, where, sort):
    filled.take_away(bring(place(where), sort), now)
    filled.let_go_overdue(now + UNDO)
    assert (len(filled.on('belong')), len(filled.shown_wishes)) == (1, 1)
    assert filled.album.items == []


def test_an_answer_stays_as_long_as_its_picture_or_its_voice_does(compass, friend, bring, now):
    voice = bring(f'strength.{friend.id}', Sort.VOICE)
    compass.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert compass.on('belong') == [friend]
    compass.take_away(voice, now)
    assert compass.on('belong') == []


def test_an_answer_that_got_a_library_picture_stays_without_its_photo(compass, friend, now, today):
    photo = friend.answer.picture
    compass.stick(Place.parse(f'strength.{friend.id}'), DOG, today)
    compass.take_away(photo, now)
    compass.let_go_overdue(now + UNDO)
    assert [one.answer for one in compass.on('belong')] == [Answer(sticker=DOG)]


def test_a_step_stays_a_step_when_its_only_picture_goes(compass, bring, now, today):
    photo = bring('actions')
    step = compass.actions[0]
    compass.take_away(photo, now)
    assert compass.open_actions == [step]
    assert not compass.shows(step.answer)
    compass.let_go_overdue(now + UNDO)
    assert compass.open_actions == [step]
    compass.finish_action(step.id, today)
    assert compass.done_actions == [step]


def test_an_answer_whose_picture_was_just_taken_away_can_get_another(compass, bring, now):
    photo = bring('wishes')
    wish = compass.wish
    compass.take_away(photo, now)
    other = bring(f'wish.{wish.id}')
    assert (compass.wish, wish.answer) == (wish, Answer(picture=other))
    compass.let_go_overdue(now + UNDO)
    assert compass.shown_wishes == [wish]


@pytest.mark.parametrize('where', ['album', *BESIDE])
def test_a_photo_goes_from_the_album_and_from_beside_its_step_and_comes_back(filled, bring, place, now, where):
    photo = bring(place(where))
    step = filled.actions[0].id
    seen = filled.album.pictures, filled.album.beside(step)
    filled.take_away(photo, now)
    assert (filled.album.pictures, filled.album.beside(step), filled.album.get(photo)) == ([], [], None)
    assert filled.album.shown == []
    filled.put_back(photo)
    assert (filled.album.pictures, filled.album.beside(step)) == seen


def test_what_was_put_back_is_as_it_was(filled, bring, place, now):
    photo = bring(place('strength.{strength}'))
    before = filled.model_dump()
    filled.take_away(photo, now)
    assert filled.model_dump() != before
    filled.put_back(photo)
    assert filled.model_dump() == before


def test_a_question_that_was_taken_away_is_asked_again_once_put_back(compass, bring, now):
    photo = bring(own_device=False)
    compass.take_away(photo, now)
    assert compass.album.asked == []
    compass.put_back(photo)
    assert [one.id for one in compass.album.asked] == [photo]
    assert compass.album.pictures == []


# let go


def test_just_before_a_minute_it_can_be_put_back(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO - timedelta(microseconds=1))
    compass.put_back(friend.answer.picture)
    assert compass.on('belong') == [friend]


def test_after_a_minute_it_is_gone_for_good(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert (compass.strengths, compass.album.items) == ([], [])
    with pytest.raises(NotThere):
        compass.put_back(friend.answer.picture)


def test_a_minute_is_a_minute_on_the_way_through_the_disk_too(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    loaded = Compass.model_validate_json(compass.model_dump_json())
    assert loaded.album.overdue(now + timedelta(seconds=59)) == []
    assert loaded.album.overdue(now + timedelta(seconds=60)) == loaded.album.items


def test_what_was_put_back_is_never_let_go(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    compass.put_back(friend.answer.picture)
    compass.let_go_overdue(now + timedelta(days=9))
    assert compass.on('belong') == [friend]


def test_only_what_is_overdue_is_let_go(compass, friend, bring, now):
    kept = bring('condition.belong')
    compass.take_away(friend.answer.picture, now)
    compass.let_go_overdue(now + UNDO)
    assert [one.answer.picture for one in compass.on('belong')] == [kept]
    assert compass.album.ids == {kept}


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_what_was_taken_away_later_can_still_be_put_back(compass, bring, now, where):
    first, second = bring(where), bring(where)
    compass.take_away(first, now)
    compass.take_away(second, now + timedelta(seconds=50))
    compass.let_go_overdue(now + timedelta(seconds=61))
    compass.put_back(second)
    assert [one.answer.picture for one in (*compass.on('belong'), *compass.shown_wishes)] == [second]


def test_the_wish_that_is_now_can_still_be_put_back_when_another_picture_is_let_go(compass, bring, now):
    other, first, wish = bring(), bring('wishes'), bring('wishes')
    compass.take_away(other, now)
    compass.take_away(wish, now + timedelta(seconds=50))
    compass.let_go_overdue(now + timedelta(seconds=61))
    compass.put_back(wish)
    assert [one.answer.picture for one in compass.shown_wishes] == [first, wish]


def test_when_the_picture_of_the_wish_that_is_now_is_let_go_the_newest_takes_its_place(compass, bring, now, today):
    compass.choose_wish(Answer(tile='work'), today)
    compass.choose_wish(Answer(tile='love'), today)
    compass.take_away(bring('wishes'), now)
    compass.let_go_overdue(now + UNDO)
    assert compass.wish.answer.tile == 'love'


def test_when_the_picture_of_another_wish_is_let_go_the_one_that_is_now_stays(compass, bring, now, today):
    compass.choose_wish(Answer(tile='work'), today)
    work = compass.wish
    photo = bring('wishes')
    compass.choose_wish(Answer(tile='love'), today)
    compass.wish_for(work.id)
    compass.take_away(photo, now)
    compass.let_go_overdue(now + UNDO)
    assert compass.wish == work


def test_when_the_only_wish_is_let_go_none_is_now(compass, bring, now):
    compass.take_away(bring('wishes'), now)
    compass.let_go_overdue(now + UNDO)
    assert (compass.wish_now, compass.wishes) == (None, [])


def test_when_a_wish_goes_one_that_can_be_seen_takes_its_place(compass, bring, now, today):
    compass.choose_wish(Answer(tile='work'), today)
    photo = bring('wishes')
    compass.choose_wish(Answer(tile='love'), today)
    compass.take_away(photo, now)
    compass.choose_wish(Answer(tile='love'), today, chosen=False)
    assert compass.wish.answer.tile == 'work'


def test_a_person_who_was_only_a_photo_no_longer_joins_a_step_once_it_is_let_go(filled, friend, now):
    step = filled.actions[0]
    filled.choose_companion(step.id, friend.answer)
    filled.take_away(friend.answer.picture, now)
    filled.let_go_overdue(now + UNDO)
    assert step.companions == [FATHER]


def test_a_person_who_was_only_a_photo_joins_again_once_it_is_put_back(filled, friend, now):
    step = filled.actions[0]
    filled.choose_companion(step.id, friend.answer)
    filled.take_away(friend.answer.picture, now)
    filled.let_go_overdue(now + timedelta(seconds=59))
    filled.put_back(friend.answer.picture)
    assert step.companions == [FATHER, friend.answer]


def test_a_person_taken_away_later_still_joins_when_another_photo_is_let_go(filled, friend, bring, now):
    step = filled.actions[0]
    filled.choose_companion(step.id, friend.answer)
    filled.take_away(bring(), now)
    filled.take_away(friend.answer.picture, now + timedelta(seconds=50))
    filled.let_go_overdue(now + timedelta(seconds=61))
    filled.put_back(friend.answer.picture)
    assert step.companions == [FATHER, friend.answer]


def test_a_picture_chosen_on_a_page_that_still_shows_it_is_there_once_when_it_is_put_back(compass, friend, now, today):
    compass.take_away(friend.answer.picture, now)
    compass.choose_strength('belong', friend.answer, today)
    compass.put_back(friend.answer.picture)
    assert len(compass.on('belong')) == 1


def test_when_nothing_is_overdue_nothing_changes(filled, bring, now):
    bring('condition.belong')
    bring(own_device=False)
    before = filled.model_dump()
    filled.let_go_overdue(now + timedelta(days=9))
    assert filled.model_dump() == before


def test_a_compass_is_empty_again_once_its_only_photo_is_let_go(compass, friend, now):
    compass.take_away(friend.answer.picture, now)
    assert not compass.is_empty
    compass.let_go_overdue(now + UNDO)
    assert compass.is_empty


# the picture of a person


def test_who_joins_a_step_is_shown_as_on_the_compass(filled, bring, place, today):
    other = filled.start_action(WALK, today)
    for person in (MOTHER, FATHER, Answer(words='Fatima')):
        filled.choose_companion(other.id, person)
    photo = bring(place('strength.{strength}'))
    shown = Answer(tile='father', picture=photo)
    assert papa(filled) == shown
    assert filled.actions[0].companions == [shown]
    assert other.companions == [MOTHER, shown, Answer(words='Fatima')]


def test_a_new_voice_or_library_picture_follows_too(filled, bring, place, today):
    voice = bring(place('strength.{strength}'), Sort.VOICE)
    filled.stick(Place.parse(place('strength.{strength}')), CAKE, today)
    assert filled.actions[0].companions == [Answer(tile='father', sticker=CAKE, voice=voice)]


def test_another_photo_of_a_person_who_is_only_a_photo_follows(filled, friend, bring):
    step = filled.actions[0]
    filled.choose_companion(step.id, friend.answer)
    photo = bring(f'strength.{friend.id}')
    assert step.companions == [FATHER, Answer(picture=photo)]


def test_the_photo_of_a_person_follows_only_once_it_is_allowed(filled, bring, place, now):
    photo = bring(place('strength.{strength}'), own_device=False)
    assert filled.actions[0].companions == [FATHER]
    filled.allow(photo, now, own_device=True)
    assert filled.actions[0].companions == [Answer(tile='father', picture=photo)]


def test_a_person_follows_also_when_they_joined_by_their_tile_alone(filled, bring, place):
    bring(place('strength.{strength}'))
    filled.choose_companion(filled.actions[0].id, FATHER)
    photo = bring(place('strength.{strength}'))
    assert filled.actions[0].companions == [Answer(tile='father', picture=photo)]


def test_a_person_with_a_photo_leaves_a_step_by_their_tile(filled, bring, place):
    bring(place('strength.{strength}'))
    filled.choose_companion(filled.actions[0].id, FATHER, chosen=False)
    assert filled.actions[0].companions == []


@pytest.mark.parametrize('where', ['wish', 'action'])
def test_the_picture_of_a_wish_or_step_is_not_that_of_a_person_of_the_same_name(compass, bring, today, where):
    fatima = Answer(words='Fatima')
    compass.choose_wish(fatima, today)
    step = compass.start_action(fatima, today)
    compass.choose_companion(step.id, fatima)
    bring(f'{where}.{compass.wish.id if where == "wish" else step.id}')
    assert step.companions == [fatima]


# tiles with a picture


def test_a_tile_with_a_photo_is_chosen_already(filled, bring, place, today):
    photo = bring(place('strength.{strength}'))
    filled.choose_strength('belong', FATHER, today)
    assert [one.answer for one in filled.on('belong')] == [Answer(tile='father', picture=photo)]


def test_letting_go_of_a_tile_lets_go_of_it_with_its_photo_which_stays_in_the_album(filled, bring, place, today):
    photo = bring(place('strength.{strength}'))
    filled.choose_strength('belong', FATHER, today, chosen=False)
    assert filled.on('belong') == []
    assert [one.id for one in filled.album.pictures] == [photo]


def test_a_wish_with_a_photo_is_let_go_by_its_words(filled, bring, place, today):
    bring(place('wish.{wish}'))
    filled.choose_wish(Answer(words='een tuin'), today, chosen=False)
    assert filled.wishes == []


def test_an_answer_that_is_only_a_picture_can_be_let_go(compass, friend, bring, today):
    bring('condition.belong')
    compass.choose_strength('belong', friend.answer, today, chosen=False)
    assert friend not in compass.on('belong')
    assert len(compass.on('belong')) == 1


# library pictures


def answer_ids(compass):
    return {one.id for one in (*compass.strengths, *compass.wishes, *compass.actions)}


@pytest.mark.parametrize('where', NEW)
def test_a_library_picture_can_be_an_answer(filled, today, where):
    before = answer_ids(filled)
    owner = filled.stick(Place.parse(where), DOG, today)
    assert answer_at(filled, where) == Answer(sticker=DOG)
    assert answer_ids(filled) - before == {owner}


@pytest.mark.parametrize('where', HELD)
def test_an_answer_gets_a_library_picture(filled, place, today, where):
    before = answer_at(filled, where)
    owner = filled.stick(Place.parse(place(where)), DOG, today)
    assert answer_at(filled, where) == before.model_copy(update={'sticker': DOG})
    assert place(where).endswith(owner)


@pytest.mark.parametrize('where', ['condition.belong', 'wishes'])
def test_the_same_library_picture_is_there_once_and_is_told_where(compass, today, where):
    first = compass.stick(Place.parse(where), DOG, today)
    compass.stick(Place.parse(where), CAKE, today)
    assert compass.stick(Place.parse(where), DOG, today) == first
    assert len(compass.strengths) + len(compass.wishes) == 2


@pytest.mark.parametrize('code', ['', 'dog', '1f415', '../../1F415', '1F415\n', '1F415-', '-1F415', '1F415;'])
@pytest.mark.parametrize('where', NEW + HELD)
def test_what_is_no_library_picture_is_refused(filled, place, today, where, code):
    before = filled.model_dump()
    with pytest.raises(ValidationError):
        filled.stick(Place.parse(place(where)), code, today)
    assert filled.model_dump() == before


def test_a_library_picture_needs_room_among_the_own_answers(filled, today):
    fill_up(filled, today)
    before = filled.model_dump()
    for where in NEW:
        with pytest.raises(TooMany):
            filled.stick(Place.parse(where), DOG, today)
    assert filled.model_dump() == before


# on paper


@pytest.mark.parametrize('where', EVERYWHERE)
def test_at_first_what_is_on_the_compass_is_printed_and_the_rest_is_not(filled, bring, place, where):
    photo = bring(place(where))
    assert filled.album.get(photo).on_paper is (where in NEW + HELD)


def test_the_person_says_what_is_printed(compass, bring):
    photo = bring()
    compass.print_attachment(photo, on_paper=True)
    assert compass.album.get(photo).on_paper
    compass.print_attachment(photo, on_paper=False)
    assert not compass.album.get(photo).on_paper


# the album


def test_an_album_is_empty_at_first_and_nobodys_but_its_own(now, attachment, today):
    one, other = Compass(made=now), Compass(made=now)
    one.attach(attachment(), today)
    assert (other.album, other.is_empty) == (Album(), True)


def test_the_newest_is_the_first_and_a_voice_is_no_picture(compass, bring):
    photo, voice, drawing = (bring(sort=sort) for sort in (Sort.PHOTO, Sort.VOICE, Sort.DRAWING))
    assert [one.id for one in compass.album.shown] == [drawing, voice, photo]
    assert [one.id for one in compass.album.pictures] == [drawing, photo]


def test_all_that_is_kept_is_known_by_its_id(compass, bring, now):
    shown, asked, gone = bring(), bring(own_device=False), bring()
    compass.take_away(gone, now)
    album = compass.album
    assert album.ids == {shown, asked, gone}
    assert [album.find(one).id for one in (shown, asked, gone)] == [shown, asked, gone]
    assert [album.get(one) is not None for one in (shown, asked, gone)] == [True, False, False]


@pytest.mark.parametrize('attachment_id', [None, '', UNKNOWN])
def test_nothing_is_shown_for_an_id_nobody_knows(compass, bring, attachment_id):
    bring()
    assert compass.album.get(attachment_id) is None


@pytest.mark.parametrize(
    'change',
    [
        lambda compass, now: compass.allow(UNKNOWN, now, own_device=True),
        lambda compass, now: compass.refuse(UNKNOWN),
        lambda compass, now: compass.take_away(UNKNOWN, now),
        lambda compass, now: compass.put_back(UNKNOWN),
        lambda compass, now: compass.print_attachment(UNKNOWN, on_paper=True),
        *(
            lambda compass, now, spot=spot: compass.stick(Place.parse(f'{spot}.{NOBODY}'), DOG, now.date())
            for spot in ('strength', 'wish', 'action')
        ),
    ],
)
def test_what_was_let_go_in_the_meantime_is_not_there(filled, bring, now, change):
    bring()
    bring(own_device=False)
    before = filled.model_dump()
    with pytest.raises(NotThere):
        change(filled, now)
    assert filled.model_dump() == before


# the document


@pytest.fixture
def with_everything(filled, bring, place, now, today):
    """A compass with every sort in every place, asked for, allowed, taken away, printed and not."""
    for where in EVERYWHERE:
        for sort in Sort:
            bring(place(where), sort)
    asked = [bring(own_device=False) for _ in range(2)]
    filled.allow(asked[0], now, own_device=False)
    filled.take_away(bring('condition.matter'), now)
    filled.stick(Place.parse('condition.matter'), DOG, today)
    filled.make_smaller(filled.actions[0].id, Answer(words='tot de hoek'))
    filled.album.items[-1].sound = 'webm'
    return filled


def test_a_compass_with_everything_on_it_comes_back_whole(with_everything):
    assert Compass.model_validate(with_everything.model_dump()) == with_everything
    assert Compass.model_validate(with_everything.model_dump(mode='json')) == with_everything
    assert Compass.model_validate_json(with_everything.model_dump_json()) == with_everything


def test_a_compass_with_everything_on_it_has_it_all(with_everything):
    album = with_everything.album
    assert {one.sort for one in album.items} == set(Sort)
    assert (len(album.asked), len([one for one in album.items if one.taken_off_at])) == (1, 1)
    assert with_everything.actions[0].towards.attachments <= album.ids


def test_a_device_that_may_not_see_the_private_parts_sees_the_album(with_everything):
    assert seen(with_everything, EVERY_PART - set(PRIVATE_PARTS)).album == with_everything.album


@pytest.mark.parametrize(
    'spoil',
    [
        lambda album: album.update(colour='red'),
        lambda album: album['items'][0].update(caption='mama'),
        lambda album: album['items'][0]['place'].update(room='kitchen'),
        lambda album: album['items'][0]['added'].update(by='Sam'),
        lambda album: album['items'][0].update(allowed={'at': '2026-11-22T10:30:00+01:00', 'own_device': True, 'x': 1}),
        lambda album: album['items'][0].update(sort='film'),
        lambda album: album['items'][0].update(sound='mp3'),
        lambda album: album['items'][0].update(sound='../webm'),
        lambda album: album['items'][0]['place'].update(spot='strength', of='../../x'),
    ],
)
def test_an_album_with_anything_nobody_knows_is_refused(compass, bring, spoil):
    bring()
    document = compass.model_dump(mode='json')
    Compass.model_validate(document)
    spoil(document['album'])
    with pytest.raises(ValidationError):
        Compass.model_validate(document)


@pytest.mark.parametrize(
    'attachment_id',
    ['', 'a' * 15, 'a' * 17, 'A' * 16, 'g' * 16, '../../etc/passwd', '/' * 16, '.' * 16, 'a' * 16 + '\n', '１' * 16],
)
def test_an_id_that_could_name_another_file_is_refused(now, attachment_id):
    with pytest.raises(ValidationError):
        Attachment(id=attachment_id, sort=Sort.PHOTO, place=ALBUM, added=Added(at=now, key='k', own_device=True))
    with pytest.raises(ValidationError):
        Answer(picture=attachment_id)
    with pytest.raises(ValidationError):
        Answer(voice=attachment_id)


# a word for a picture


def test_a_picture_gets_a_word_which_is_its_name_in_with_whom_too(filled, bring):
    picture = bring('condition.belong')
    held = filled.on('belong')[-1]
    step = filled.actions[0]
    filled.choose_companion(step.id, held.answer)
    filled.call_strength(held.id, '  Oma   Fien ')
    assert filled.strength(held.id).answer == Answer(words='Oma Fien', picture=picture)
    assert filled.action(step.id).companions[-1] == Answer(words='Oma Fien', picture=picture)


def test_the_word_of_a_picture_can_be_taken_back(filled, bring):
    picture = bring('condition.belong')
    held = filled.on('belong')[-1]
    filled.call_strength(held.id, 'Fien')
    filled.call_strength(held.id, '')
    assert filled.strength(held.id).answer == Answer(picture=picture)


def test_own_words_alone_are_not_taken_back_by_an_empty_line(filled, today):
    filled.choose_strength('belong', Answer(words='Fien'), today)
    held = filled.on('belong')[-1]
    filled.call_strength(held.id, ' ')
    assert filled.strength(held.id).answer == Answer(words='Fien')
