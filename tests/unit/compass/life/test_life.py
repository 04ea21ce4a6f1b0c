"""The long form: what stands in a life domain, what goes on the compass from there, and who sees it."""

from copy import deepcopy
from datetime import timedelta

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere, TooMany
from model.compass.life.domain import LifeDomain
from model.compass.life.life import MOST_DOMAINS
from model.compass.life.places import LifePlace
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.seen import content, differs_outside, exported, holds, printed, seen
from model.compass.sharing.sharing import Reach
from model.compass.step import Felt
from model.compass.strengths import Whose
from model.compass.target import Spot, Target

WORKER, PHOTO = '00000000000000aa', 'a' * 16
MONEY, BODY = Part.of_domain('money'), Part.of_domain('body')
SECRET = 'schulden bij tante'
POST = Answer(tile='open-post', named='post openen')


@pytest.fixture
def said(compass, now) -> Compass:
    """Something in two domains."""
    compass.call_me('Sam')
    compass.life.add('money', LifePlace.NOW, Answer(words=SECRET), id='a' * 8)
    compass.life.add('money', LifePlace.STRENGTH, POST, id='b' * 8)
    compass.life.tell_how_it_goes('money', Felt.SO_SO)
    compass.life.add('body', LifePlace.PROFESSIONALS, Answer(words='huisarts'), id='c' * 8)
    compass.life.want_to_talk('body', now, wanted=True)
    return compass


def attach(compass, now, target):
    added = Added(at=now, key='0' * 32, own_device=True)
    compass.attach(Attachment(id=PHOTO, sort=Sort.PHOTO, target=Target.parse(target), added=added), now.date())


# what stands there


def test_a_new_compass_has_nothing_in_any_domain(compass):
    assert compass.life.of('money').is_empty
    assert compass.is_empty


def test_the_same_answer_is_there_once(said):
    said.life.add('money', LifePlace.STRENGTH, POST)
    assert [one.answer for one in said.life.of('money').strength.items] == [POST]


def test_what_is_taken_off_can_be_put_back_where_it_stood(said, today):
    said.life.choose('money', LifePlace.STRENGTH, POST, today, chosen=False)
    assert said.life.of('money').strength.items == []
    assert said.life.of('money').strength.off_of(said.album)
    said.life.put_back('money', 'b' * 8)
    assert [one.id for one in said.life.of('money').strength.items] == ['b' * 8]


def test_what_was_taken_off_goes_for_good_with_the_contact(said, now, today):
    said.begin_contact(now)
    said.life.choose('money', LifePlace.STRENGTH, POST, today, chosen=False)
    assert said.taken_off
    said.end_contact(now)
    with pytest.raises(NotThere):
        said.life.put_back('money', 'b' * 8)


def test_a_domain_in_which_nothing_stands_any_more_takes_no_room(said, now, today):
    said.begin_contact(now)
    said.life.choose('body', LifePlace.PROFESSIONALS, Answer(words='huisarts'), today, chosen=False)
    said.life.want_to_talk('body', now, wanted=False)
    said.end_contact(now)
    assert list(said.model_dump()['life']['domains']) == ['money']


def test_tiles_of_a_domain_take_no_room_of_own_words(compass):
    for number in range(12):
        compass.life.add('money', LifePlace.NOW, Answer(words=str(number)))
    compass.life.add('money', LifePlace.NOW, Answer(tile='debts', named='schulden'))
    with pytest.raises(TooMany):
        compass.life.add('money', LifePlace.NOW, Answer(words='nog een'))


def test_a_tile_that_is_not_ours_needs_its_word():
    assert Answer(tile='moestuin', named='de moestuin').tile == 'moestuin'
    with pytest.raises(ValueError, match='no such tile'):
        Answer(tile='moestuin')
    with pytest.raises(ValueError, match='only a tile'):
        Answer(words='x', named='y')


@pytest.mark.parametrize('key', ['', 'Money', 'a b', '../x', 'a.b', 'x' * 41])
def test_what_is_no_key_of_a_domain_is_refused(compass, key):
    with pytest.raises(ValueError):
        compass.life.tell_how_it_goes(key, Felt.GOOD)


def test_it_all_comes_back_from_disk(said):
    assert Compass.model_validate(said.model_dump(mode='json')) == said


def test_how_it_goes_can_be_taken_back(said):
    said.life.tell_how_it_goes('money', None)
    assert said.life.of('money').felt is None


# to talk about


def test_a_mark_goes_when_the_contact_it_was_for_is_over(said, now):
    later = now + timedelta(days=3)
    said.begin_together(WORKER, later)
    said.life.want_to_talk('money', later + timedelta(minutes=5), wanted=True)
    assert said.life.to_talk_about == ['body', 'money']
    said.end_contact(later + timedelta(hours=1))
    assert said.life.to_talk_about == ['money']


def test_a_contact_of_the_person_alone_leaves_it(said, now):
    said.begin_contact(now + timedelta(days=1))
    said.end_contact(now + timedelta(days=1))
    assert said.life.to_talk_about == ['body']


# on the compass


def test_what_goes_on_a_condition_says_where_it_went(said, today):
    strength = said.put_on_condition('money', 'b' * 8, 'matter', today)
    assert strength.answer == POST
    assert said.life.from_where(strength.id) == ['money']
    assert said.put_on_condition('money', 'b' * 8, 'matter', today) is strength


def test_a_tile_that_the_condition_has_too_is_that_tile(compass, today):
    one = compass.life.add('housing', LifePlace.MINE, Answer(tile='tidying', named='zelf opruimen'))
    assert compass.put_on_condition('housing', one.id, 'matter', today).answer == Answer(tile='tidying')


@pytest.mark.parametrize(
    ('place', 'whose'),
    [
        (LifePlace.STRENGTH, Whose.PEOPLE),
        (LifePlace.MINE, Whose.MINE),
        (LifePlace.PEOPLE, Whose.PEOPLE),
        (LifePlace.PROFESSIONALS, Whose.PROFESSIONALS),
    ],
)
def test_of_help_it_is_known_whose_it_is(compass, today, place, whose):
    one = compass.life.add('body', place, Answer(words='huisarts'))
    assert compass.put_on_condition('body', one.id, 'belong', today).whose is whose


def test_a_wish_of_a_domain_can_be_the_wish_in_the_middle(compass, today):
    one = compass.life.add('body', LifePlace.WISH, Answer(words='weer rennen'))
    wish = compass.put_among_wishes('body', one.id, today)
    assert compass.wish is wish
    assert compass.life.from_where(wish.id) == ['body']


def test_a_photo_goes_along_and_is_then_seen_by_who_sees_the_compass(compass, now, today):
    attach(compass, now, 'life.money.strength')
    [one] = compass.life.of('money').strength.items
    assert (one.id, one.answer.picture) == (PHOTO, PHOTO)
    assert compass.album[PHOTO].part == MONEY
    assert not compass.album[PHOTO].on_paper
    assert seen(compass, OPEN_PARTS).album.items == []
    strength = compass.put_on_condition('money', one.id, 'matter', today)
    assert compass.album[PHOTO].target == Target(spot=Spot.STRENGTH, of=strength.id)
    assert seen(compass, OPEN_PARTS).album.ids == {PHOTO}
    assert seen(compass, {Part.STEPS, MONEY}).album.ids == {PHOTO}


def test_an_answer_that_was_only_a_photo_goes_with_it(compass, now):
    attach(compass, now, 'life.money.now')
    compass.album.take_away(PHOTO, now)
    compass.let_go_overdue(now + timedelta(minutes=2))
    assert compass.life.of('money').is_empty


def test_a_picture_of_the_library_makes_an_answer_or_dresses_one(compass, today):
    made = compass.stick(Target.parse('life.money.wish'), '1F370', today)
    assert compass.life.answer('money', made).answer.sticker == '1F370'
    one = compass.life.add('money', LifePlace.WISH, Answer(words='sparen'))
    assert compass.stick(Target.parse(f'life.money.{one.id}'), '1F416', today) == one.id
    assert compass.life.answer('money', one.id).answer == Answer(words='sparen', sticker='1F416')


# who sees it


@pytest.mark.parametrize('parts', [OPEN_PARTS, {Part.STEPS}, OPEN_PARTS | {BODY}, EVERY_PART - {Part.LIFE}])
def test_a_domain_is_seen_by_nobody_who_does_not_see_it(said, parts):
    assert SECRET not in seen(said, parts).model_dump_json()
    assert seen(said, parts).life.of('money') == LifeDomain()


@pytest.mark.parametrize('parts', [{MONEY}, {Part.LIFE}, EVERY_PART])
def test_and_by_who_does(said, parts):
    assert seen(said, parts).life.of('money') == said.life.of('money')


def test_the_compass_does_not_tell_where_something_came_from(said, today):
    said.put_on_condition('money', 'b' * 8, 'matter', today)
    shown = seen(said, OPEN_PARTS)
    assert shown.strengths.items
    assert shown.life.from_where(shown.strengths.items[0].id) == []
    assert 'money' not in shown.model_dump_json()


@pytest.mark.parametrize('everything', [True, False])
def test_neither_paper_nor_export_nor_snapshot_takes_it_along_unasked(said, now, everything):
    copies = [printed(said, everything=everything), exported(said), said.end_contact(now)]
    assert not [copy for copy in copies if SECRET in copy.model_dump_json()]


def test_a_change_of_one_domain_touches_no_other(said, today):
    before = {part: content(said, part) for part in (*EVERY_PART, MONEY, BODY)}
    said.life.choose('money', LifePlace.NOW, Answer(words=SECRET), today, chosen=False)
    changed = {part for part, was in before.items() if content(said, part) != was}
    assert changed == {MONEY, Part.LIFE}


@pytest.mark.parametrize(('parts', 'is_noticed'), [({MONEY}, False), ({BODY}, True), ({Part.LIFE}, False)])
def test_who_may_not_see_a_domain_is_seen_to_change_it(said, parts, is_noticed):
    parts = OPEN_PARTS | parts
    before = deepcopy(said)
    said.life.tell_how_it_goes('money', Felt.BAD)
    assert differs_outside(said, before, parts) is is_noticed


def test_a_domain_that_nobody_filled_yet_is_closed_too(said):
    before = deepcopy(said)
    said.life.tell_how_it_goes('friends', Felt.GOOD)
    assert differs_outside(said, before, OPEN_PARTS | {MONEY, BODY})


def test_each_domain_is_told_by_itself(said, now):
    said.sharing.let(WORKER, Reach.STEPS, now)
    said.sharing.tell(WORKER, MONEY, told=True)
    parts = said.sharing.parts_for(WORKER)
    assert parts == {Part.STEPS, MONEY}
    assert list(seen(said, parts).life.domains) == ['money']
    assert Compass.model_validate(said.model_dump(mode='json')).sharing.parts_for(WORKER) == parts


def test_whether_anything_stands_in_a_domain_is_known(said):
    assert holds(said, MONEY)
    assert not holds(said, Part.of_domain('friends'))


def test_there_is_an_end_to_the_domains_that_can_be_made_up(compass):
    for number in range(MOST_DOMAINS):
        compass.life.tell_how_it_goes(f'domain-{number}', Felt.GOOD)
    with pytest.raises(TooMany):
        compass.life.tell_how_it_goes('one-more', Felt.GOOD)
