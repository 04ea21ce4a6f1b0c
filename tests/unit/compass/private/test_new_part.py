"""A part that is new: until it says otherwise it is closed to others, in snapshots, on paper and in an export."""

import json
from itertools import chain, combinations
from typing import Annotated

import pytest
from pydantic import Field

from model.compass import part as parts
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.document import Document
from model.compass.part import EVERY_PART, OPEN_PARTS, PRIVATE_PARTS, Part, Way, going
from model.compass.seen import content, exported, holds, printed, seen
from model.compass.sharing.sharing import NobodyAsked, Reach

WORKER = '00000000000000aa'
SECRET = 'een sport van de ladder'


class Ladder(Document):
    rungs: list[str] = []


class WithLadder(Compass):
    """A compass of tomorrow, whose author forgot to say anything about the new part."""

    ladder: Ladder = Field(default_factory=Ladder)


@pytest.fixture
def tomorrows(now, today) -> WithLadder:
    compass = WithLadder(made=now)
    compass.call_me('Sam')
    compass.steps.start(Answer(tile='walk'), today)
    compass.happened.tell(Answer(words='verhuisd'))
    compass.ladder.rungs = [SECRET]
    return compass


NAMED = sorted(EVERY_PART)
SOME_PARTS = [
    frozenset(some) for some in chain.from_iterable(combinations(NAMED, count) for count in range(len(NAMED)))
]


def names(some):
    return '+'.join(sorted(some)) or 'nothing'


# seeing


@pytest.mark.parametrize('some', SOME_PARTS, ids=names)
def test_who_does_not_see_every_part_does_not_see_it(tomorrows, some):
    copy = seen(tomorrows, some)
    assert SECRET not in copy.model_dump_json()
    assert (copy.nickname, copy.ladder) == ('Sam', Ladder())


def test_a_device_that_sees_everything_sees_it(tomorrows):
    assert seen(tomorrows, EVERY_PART).ladder.rungs == [SECRET]


def test_a_device_that_came_in_by_the_sheet_alone_does_not(tomorrows):
    assert SECRET not in seen(tomorrows, OPEN_PARTS).model_dump_json()


def test_a_worker_with_whom_all_there_is_was_shared_does_not(tomorrows, now):
    tomorrows.sharing.let(WORKER, Reach.EVERYTHING, now)
    for part in going(Way.TOLD) | {Part.of_domain('money')}:
        tomorrows.sharing.tell(WORKER, part, told=True)
    copy = seen(tomorrows, tomorrows.sharing.parts_for(WORKER))
    assert copy.happened.items and copy.steps.items
    assert SECRET not in copy.model_dump_json()


# changing


@pytest.mark.parametrize('part', NAMED)
def test_who_may_not_see_any_one_part_may_not_change_it(tomorrows, part):
    before = content(tomorrows, part)
    tomorrows.ladder.rungs = []
    assert content(tomorrows, part) != before


@pytest.mark.parametrize('part', NAMED)
def test_no_field_is_out_of_sight_of_whoever_looks_after_changes(tomorrows, part):
    """What speaks of no part is in each; the rest is in its own."""
    of_none = {'schema_', 'id', 'made', 'contact', 'first_time', 'asked', 'restored_on', 'taken_along', 'scanned'}
    looked_at = set().union(*(content(tomorrows, one) for one in EVERY_PART))
    assert looked_at | of_none == set(WithLadder.model_fields)
    assert 'ladder' in content(tomorrows, part)


# snapshots, paper, export


def test_no_snapshot_holds_it(tomorrows, now):
    visit = tomorrows.end_contact(now)
    assert 'walk' in visit.model_dump_json()
    assert 'ladder' not in visit.compass
    assert SECRET not in visit.model_dump_json()


@pytest.mark.parametrize('everything', [True, False])
def test_no_paper_shows_it(tomorrows, everything):
    sheet = printed(tomorrows, everything=everything)
    assert sheet.steps.items
    assert bool(sheet.happened.items) is everything
    assert SECRET not in sheet.model_dump_json()


def test_no_export_takes_it_along(tomorrows):
    taken = exported(tomorrows)
    assert taken.steps.items and taken.happened.items
    assert SECRET not in taken.model_dump_json()


# not lost


def test_somebody_entered_it_so_the_compass_is_not_swept(now):
    compass = WithLadder(made=now)
    assert compass.is_empty
    compass.ladder.rungs = [SECRET]
    assert not compass.is_empty


@pytest.mark.parametrize('part', PRIVATE_PARTS)
def test_a_tablet_that_is_handed_over_reckons_with_it(now, part):
    compass = WithLadder(made=now)
    assert not holds(compass, part)
    compass.ladder.rungs = [SECRET]
    assert holds(compass, part)


# a part with a name that says nothing


@pytest.fixture
def unsaid(monkeypatch) -> Part:
    """A part that says nothing of where it goes."""
    monkeypatch.delitem(parts._WAYS, Part.OBSTACLES)
    return Part.OBSTACLES


@pytest.fixture
def told(compass) -> Compass:
    compass.obstacles.tell(Answer(words=SECRET))
    return compass


def test_a_part_that_says_nothing_is_private_and_goes_nowhere(unsaid):
    assert unsaid.is_private
    assert not [way for way in Way if unsaid.goes(way)]


def test_a_part_that_says_nothing_is_not_told_to_a_worker(told, unsaid, now):
    told.sharing.let(WORKER, Reach.EVERYTHING, now)
    with pytest.raises(NobodyAsked):
        told.sharing.tell(WORKER, unsaid, told=True)
    assert unsaid not in told.sharing.parts_for(WORKER)


def test_a_part_that_says_nothing_is_in_no_snapshot_on_no_paper_and_in_no_export(told, unsaid, now):
    copies = [printed(told, everything=True), printed(told, everything=False), exported(told), told.end_contact(now)]
    assert not [copy for copy in copies if SECRET in copy.model_dump_json()]


# what each part says today

OPEN, PRIVATE = {Way.DEVICE, Way.SNAPSHOT, Way.PAPER, Way.EXPORT}, {Way.TOLD, Way.PAPER_ASKED, Way.EXPORT}


@pytest.mark.parametrize(
    ('part', 'ways'),
    [
        (Part.RING, OPEN),
        (Part.STEPS, OPEN),
        (Part.HAPPENED, PRIVATE),
        (Part.OBSTACLES, PRIVATE),
        (Part.LIFE, set()),
        (Part.NUMBERS, set()),
        (Part.of_domain('money'), {Way.TOLD}),
        (Part.SHARING, {Way.DEVICE}),
    ],
)
def test_where_each_part_goes(part, ways):
    assert {way for way in Way if part.goes(way)} == ways


def test_what_happened_what_is_in_the_way_life_and_numbers_are_private_and_no_other_part(now):
    assert PRIVATE_PARTS == (Part.HAPPENED, Part.OBSTACLES, Part.LIFE, Part.NUMBERS)
    assert {Part.RING, Part.STEPS, Part.SHARING} == OPEN_PARTS


def test_each_field_says_what_it_is():
    unsaid = [
        field
        for field in Compass.model_fields
        if not parts.parts_of(Compass, field) and not parts.is_seen_by_anyone(Compass, field)
    ]
    assert unsaid == []


def test_neither_keys_nor_the_picture_pin_nor_who_looks_along_leave_the_document(compass, now):
    compass.hold_key('sleutel')
    compass.picture_pin.set('een hash')
    compass.sharing.let(WORKER, Reach.STEPS, now)
    copies = [printed(compass, everything=True), exported(compass), compass.end_contact(now)]
    for copy in copies:
        assert not [one for one in ('sleutel', 'een hash', WORKER) if one in copy.model_dump_json()]


def test_a_field_that_is_divided_among_parts_has_to_be_able_to(now):
    class Divided(Compass):
        domains: Annotated[Ladder, Part.RING, Part.STEPS] = Field(default_factory=Ladder)

    with pytest.raises(AttributeError):
        seen(Divided(made=now), {Part.STEPS})


def test_a_visit_is_a_plain_document(compass, now):
    written = json.loads(compass.end_contact(now).model_dump_json())
    assert Visit.model_validate(written).compass == written['compass']
