from datetime import timedelta
from itertools import chain, combinations

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.looking_back import About
from model.compass.part import EVERY_PART, Part
from model.compass.seen import content, holds, seen
from model.compass.sharing.sharing import Reach
from model.compass.target import Target

WORKER = '00000000000000aa'
ON_THE_RING, BESIDE_A_STEP, OF_FATHER, IN_THE_ALBUM = (letter * 16 for letter in 'abcd')


@pytest.fixture
def full(compass, now, today) -> Compass:
    """With something in each part that stands nowhere else."""

    def adds(attachment_id, place):
        added = Added(at=now, key='0' * 32, own_device=True)
        attachment = Attachment(id=attachment_id, sort=Sort.PHOTO, target=Target.parse(place), added=added)
        compass.attach(attachment, today)

    compass.call_me('Sam')
    adds(ON_THE_RING, 'condition.matter')
    adds(OF_FATHER, 'condition.belong')
    adds(IN_THE_ALBUM, 'album')
    compass.wishes.choose(Answer(words='woord van de wens'), today)
    compass.happened.tell(Answer(words='woord van gebeurd'))
    compass.obstacles.tell(Answer(words='woord van moeilijk'))
    compass.numbers.note('9' * 8, '0900 24680')
    step = compass.steps.start(Answer(words='woord van de stap'), today)
    compass.steps.choose_companion(step.id, Answer(picture=OF_FATHER), today)
    adds(BESIDE_A_STEP, f'step.{step.id}.before')
    compass.looking_back.tell(About.LEARNED, Answer(words='woord van terugkijken'), today)
    compass.sharing.let(WORKER, Reach.STEPS, now)
    compass.picture_pin.set('hash van de code')
    compass.hold_key('1' * 32)
    return compass


ONLY_IN = {
    Part.RING: {'woord van de wens', 'woord van terugkijken', ON_THE_RING, IN_THE_ALBUM},
    Part.STEPS: {'woord van de stap'},
    Part.HAPPENED: {'woord van gebeurd'},
    Part.OBSTACLES: {'woord van moeilijk'},
    Part.NUMBERS: {'0900 24680'},
    Part.SHARING: {WORKER, 'hash van de code', '1' * 32},
}
EVERY_CHOICE = [
    frozenset(parts)
    for parts in chain.from_iterable(combinations(sorted(EVERY_PART), count) for count in range(len(EVERY_PART) + 1))
]


@pytest.mark.parametrize('parts', EVERY_CHOICE, ids=lambda parts: '+'.join(sorted(parts)) or 'nothing')
def test_what_belongs_to_a_part_is_seen_with_that_part_and_not_without(full, parts):
    shown = seen(full, parts).model_dump_json()
    for part, words in ONLY_IN.items():
        for one in words:
            assert (one in shown) is (part in parts), (part, one)


def test_with_only_the_steps_one_sees_the_photos_they_need(full):
    copy = seen(full, {Part.STEPS})
    assert copy.album.ids == {OF_FATHER, BESIDE_A_STEP}
    assert copy.strengths.items == []
    assert copy.steps.items == full.steps.items


def test_the_name_and_picture_are_seen_with_any_part(full):
    assert all(seen(full, {part}).nickname == 'Sam' for part in EVERY_PART)


def test_what_was_taken_off_stays_in_the_compass_of_which_others_see_less(full, today):
    full.strengths.take_off(full.strengths.items[0].id, today)
    [step] = full.steps.items
    full.steps.choose_companion(step.id, step.companions[0], today, chosen=False)
    before, off = full.model_dump_json(), full.taken_off
    shown = seen(full, EVERY_PART - {Part.SHARING})
    assert off
    assert not shown.taken_off
    assert (full.model_dump_json(), full.taken_off) == (before, off)


CHANGES = {
    'a name': (Part.RING, lambda c, now: c.call_me('Roos')),
    'an avatar': (Part.RING, lambda c, now: c.choose_avatar('avatar-cat')),
    'a strength': (Part.RING, lambda c, now: c.strengths.choose('matter', Answer(tile='humour'), now.date())),
    'a heart': (Part.RING, lambda c, now: c.strengths.mark_heart(c.strengths.items[0].id, heart=True)),
    'a wish': (Part.RING, lambda c, now: c.wishes.choose(Answer(tile='rest'), now.date())),
    'a photo of the ring taken away': (Part.RING, lambda c, now: c.album.take_away(ON_THE_RING, now)),
    'a photo of the album on paper': (Part.RING, lambda c, now: c.album.set_on_paper(IN_THE_ALBUM, on_paper=True)),
    'a step': (Part.STEPS, lambda c, now: c.steps.start(Answer(tile='walk'), now.date())),
    'a step done': (Part.STEPS, lambda c, now: c.steps.finish(c.steps.items[0].id, now.date())),
    'another day': (Part.STEPS, lambda c, now: c.steps.choose_day(c.steps.items[0].id, now.date() + timedelta(days=1))),
    'a photo beside a step on paper': (Part.STEPS, lambda c, now: c.album.set_on_paper(BESIDE_A_STEP, on_paper=True)),
    'what went well': (
        Part.RING,
        lambda c, now: c.looking_back.tell(About.WENT_WELL, Answer(tile='walk'), now.date()),
    ),
    'what happened': (Part.HAPPENED, lambda c, now: c.happened.tell(Answer(tile='moved'))),
    'what is in the way': (Part.OBSTACLES, lambda c, now: c.obstacles.tell(Answer(tile='tired'))),
    'a telephone number': (Part.NUMBERS, lambda c, now: c.note_number(c.strengths.items[0].id, '112')),
    'who looks along': (Part.SHARING, lambda c, now: c.sharing.let(WORKER, Reach.EVERYTHING, now)),
    'the pictures': (Part.SHARING, lambda c, now: c.picture_pin.take_off()),
}


@pytest.mark.parametrize('change', CHANGES)
def test_a_change_touches_its_own_part_and_no_other(full, now, change):
    part, make = CHANGES[change]
    before = {one: content(full, one) for one in EVERY_PART}
    make(full, now)
    assert {one for one in EVERY_PART if content(full, one) != before[one]} == {part}


def test_every_field_of_a_compass_is_in_a_part_or_is_known_to_be_in_none(full):
    held = set().union(*(content(full, part) for part in EVERY_PART))
    in_none = {'schema_', 'id', 'made', 'contact', 'first_time', 'asked', 'restored_on', 'keys'}
    in_none |= {'taken_along', 'scanned'}
    assert held | in_none == set(Compass.model_fields)


def test_to_ask_what_a_part_holds_builds_up_no_compass(full, monkeypatch):
    """A tablet that was handed over asks it of each private part, at each tap, for each page of the compass."""
    asked = {part: holds(full, part) for part in sorted(EVERY_PART)}

    def no_more(*_, **__):
        pytest.fail('another compass')

    monkeypatch.setattr(Compass, '__init__', no_more)
    monkeypatch.setattr(Compass, 'model_construct', no_more)
    assert {part: holds(full, part) for part in asked} == asked == dict.fromkeys(asked, True) | {Part.LIFE: False}
