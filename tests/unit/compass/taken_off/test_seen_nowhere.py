"""What was taken off is seen by the person alone, and counted nowhere."""

from datetime import timedelta

import pytest

from model.compass.answer import Answer
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.seen import content, exported, holds, printed, seen
from tests.unit.compass.cast import words
from tests.unit.compass.taken_off.cast import OWN, SECRET


def test_it_is_on_no_paper_in_no_export_and_in_no_snapshot(taken_off, now):
    assert SECRET in taken_off.model_dump_json()
    copies = [printed(taken_off, everything=True), printed(taken_off, everything=False), exported(taken_off)]
    assert not [copy for copy in copies if SECRET in copy.model_dump_json()]
    visit = taken_off.model_copy(deep=True).end_contact(now)
    assert SECRET not in visit.model_dump_json()
    assert 'off' not in visit.model_dump_json()


@pytest.mark.parametrize('parts', [{Part.RING, Part.STEPS}, {Part.STEPS}, EVERY_PART - {Part.SHARING}], ids=len)
def test_a_worker_sees_nothing_of_it(taken_off, parts):
    assert SECRET not in seen(taken_off, parts).model_dump_json()
    assert SECRET in taken_off.model_dump_json()


def test_the_person_sees_it_on_their_devices_but_the_private_ones_only_where_those_are_seen(taken_off):
    assert SECRET in seen(taken_off, EVERY_PART).happened.model_dump_json()
    open_device = seen(taken_off, OPEN_PARTS)
    assert all(
        SECRET in part.model_dump_json() for part in (open_device.strengths, open_device.wishes, open_device.steps)
    )
    assert SECRET not in open_device.happened.model_dump_json() + open_device.obstacles.model_dump_json()


def test_it_is_not_counted(taken_off, today):
    assert [one.answer for one in taken_off.strengths.on('be-yourself', taken_off.album)] == [words(1)]
    assert [one.answer for one in taken_off.wishes.shown(taken_off.album)] == [words(1)]
    assert len(taken_off.steps.open) == 2
    assert taken_off.wish.answer == words(1)


@pytest.mark.parametrize('part', [Part.RING, Part.STEPS, Part.HAPPENED, Part.OBSTACLES])
def test_who_may_not_change_a_part_does_not_touch_what_was_taken_off_it(taken_off, part):
    before = content(taken_off, part)
    taken_off.let_go_overdue(taken_off.made + timedelta(days=1))
    assert content(taken_off, part) != before


def test_a_private_word_that_can_be_put_back_is_still_something_private(compass, today):
    compass.happened.tell(OWN)
    compass.happened.take_back(OWN, today)
    assert holds(compass, Part.HAPPENED)
    assert not compass.is_empty


def test_a_library_picture_that_was_taken_off_is_not_at_hand(in_contact, today):
    strength = in_contact.strengths.add('matter', Answer(sticker='1F370'), today)
    in_contact.strengths.take_off(strength.id, today)
    assert in_contact.stickers == []
