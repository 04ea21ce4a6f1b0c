"""What a change did, told from the parts that somebody looked into; the others are not opened for it."""

from typing import Annotated

import pytest
from pydantic import Field

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import Document
from model.compass.life.places import LifePlace
from model.compass.opening.before import Before
from model.compass.opening.folded import FOLDED, from_lines, to_lines
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.sharing.sharing import Reach
from model.compass.step import Felt
from model.compass.target import ALBUM
from tests.unit.compass.opening.cast import PHOTO, STEP, WORKER, opened

MONEY, BODY = Part.of_domain('money'), Part.of_domain('body')
PIECES = EVERY_PART - {Part.LIFE} | {MONEY, BODY}
"""Every part, life by its domains."""

CHANGES = {
    'a name': (Part.RING, lambda c, today: c.call_me('Roos')),
    'a heart': (Part.RING, lambda c, today: c.strengths.mark_heart(c.strengths.items[0].id, heart=True)),
    'a wish': (Part.RING, lambda c, today: c.wishes.choose(Answer(tile='rest'), today)),
    'a photo on paper': (Part.RING, lambda c, today: c.album.set_on_paper(PHOTO, on_paper=False)),
    'a step': (Part.STEPS, lambda c, today: c.steps.start(Answer(tile='call'), today)),
    'what happened': (Part.HAPPENED, lambda c, today: c.happened.tell(Answer(tile='moved'))),
    'what is in the way': (Part.OBSTACLES, lambda c, today: c.obstacles.take_back(c.obstacles.items[0], today)),
    'a number': (Part.NUMBERS, lambda c, today: c.note_number(c.strengths.items[0].id, '112')),
    'how it goes with money': (MONEY, lambda c, today: c.life.tell_how_it_goes('money', Felt.BAD)),
    'a wish for the body': (BODY, lambda c, today: c.life.add('body', LifePlace.WISH, Answer(words='rust'))),
    'a key': (Part.SHARING, lambda c, today: c.hold_key('2' * 32)),
    'the pictures': (Part.SHARING, lambda c, today: c.picture_pin.take_off()),
}


@pytest.fixture(params=['not opened', 'opened'])
def compass_now(request, full, read):
    return read if request.param == 'not opened' else full


@pytest.mark.parametrize('change', CHANGES)
def test_a_change_is_seen_by_whoever_may_not_see_its_part_and_by_nobody_else(compass_now, today, change):
    part, make = CHANGES[change]
    before = Before(compass_now)
    make(compass_now, today)
    assert {one for one in PIECES if before.differs_outside(PIECES - {one})} == {part}
    assert not before.differs_outside(EVERY_PART)
    assert before.differs_outside(frozenset())


def test_a_new_domain_is_closed_to_who_does_not_see_all(compass_now):
    before = Before(compass_now)
    compass_now.life.tell_how_it_goes('friends', Felt.GOOD)
    assert before.differs_outside(PIECES)
    assert not before.differs_outside(EVERY_PART)


def test_looking_is_no_change(read):
    before = Before(read)
    assert read.happened.items and read.life.of('money').answers and read.numbers.of and read.sharing.shares
    assert not before.differs_outside(frozenset())


def test_what_nobody_looked_into_is_not_opened_to_see_whether_it_changed(read):
    before = Before(read)
    read.strengths.mark_heart(read.strengths.items[0].id, heart=True)
    assert not before.differs_outside(OPEN_PARTS)
    assert (before.answered, before.allowed, before.dropped) == (set(), set(), set())
    assert not (before.is_wider_shared or before.has_other_pin or before.has_let_go)
    assert list(before.rewritten) == []
    assert opened(read) == {'strengths'}


def test_a_change_after_which_all_is_as_it_was_is_none(read, now):
    before = Before(read)
    read.sharing.let(WORKER, Reach.EVERYTHING, now)
    read.sharing.let(WORKER, Reach.STEPS, now)
    assert not before.differs_outside(frozenset())
    assert not before.is_wider_shared


def test_who_sees_more_is_noticed(compass_now, now):
    before = Before(compass_now)
    compass_now.sharing.let(WORKER, Reach.EVERYTHING, now)
    assert before.is_wider_shared


def test_another_picture_pin_is_noticed_and_a_wrong_try_is_none(compass_now, today):
    before = Before(compass_now)
    compass_now.picture_pin.count_try(today)
    assert not before.has_other_pin
    compass_now.picture_pin.take_off()
    assert before.has_other_pin


def test_a_photo_that_is_answered_is_noticed(full, now, today):
    for photo in ('b' * 16, 'c' * 16, 'd' * 16):
        added = Added(at=now, key='0' * 32, own_device=False)
        full.attach(Attachment(id=photo, sort=Sort.PHOTO, target=ALBUM, added=added), today)
    compass = from_lines(Compass, to_lines(full))
    before = Before(compass)
    compass.allow('b' * 16, now, own_device=True)
    compass.refuse('c' * 16)
    assert before.answered == {'b' * 16, 'c' * 16}
    assert before.allowed == {'b' * 16}
    assert before.dropped == {'c' * 16}


def test_what_was_rewritten_is_told_with_whether_it_was_empty(compass_now):
    before = Before(compass_now)
    compass_now.happened.tell(Answer(tile='moved'))
    compass_now.life.add('friends', LifePlace.NOW, Answer(words='twee'))
    assert list(before.rewritten) == [(compass_now.happened, False), (compass_now.life.of('friends'), True)]


def test_what_changes_where_it_stands_in_a_life_domain_is_rewritten_and_what_is_looked_at_is_not(read, today):
    domain, before = read.life.of('body'), Before(read)
    [wish] = domain.wish.items
    assert list(before.rewritten) == []
    wish.on_compass = STEP
    assert list(before.rewritten) == [(domain, False)]
    wish.on_compass = None
    assert list(before.rewritten) == []
    domain.wish.take_off(wish.id, today)
    assert list(before.rewritten) == [(domain, False)]


def test_what_was_taken_off_and_is_put_back_can_be_put_back_no_more(full, today):
    wish = full.wishes.items[0].id
    full.wishes.take_off(wish, today)
    compass = from_lines(Compass, to_lines(full))
    before = Before(compass)
    assert not before.has_let_go
    compass.wishes.put_back(wish)
    assert before.has_let_go


# a part to come


class Ladder(Document):
    rungs: list[str] = []


class Tomorrows(Compass):
    """Nobody said whose the new parts are; one is folded."""

    ladder: Ladder = Field(default_factory=Ladder)
    chest: Annotated[Ladder, FOLDED] = Field(default_factory=Ladder)


@pytest.mark.parametrize('field', ['ladder', 'chest'])
@pytest.mark.parametrize('part', sorted(EVERY_PART))
def test_a_new_part_is_closed_to_who_does_not_see_every_part(now, field, part):
    compass = from_lines(Tomorrows, to_lines(Tomorrows(made=now)))
    before = Before(compass)
    getattr(compass, field).rungs = ['een']
    # who misses life alone misses each domain: there is none to differ
    assert before.differs_outside(EVERY_PART - {part})
    assert not before.differs_outside(EVERY_PART)
