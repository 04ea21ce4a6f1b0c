"""What was taken off goes for good, and what stands there stays."""

from datetime import timedelta

import pytest

from model.compass.document import NotThere
from tests.unit.compass.taken_off.cast import SECRET, Steps, each_kind


def is_gone(compass):
    return SECRET not in compass.model_dump_json() and not compass.taken_off


def test_it_goes_when_the_contact_ends(taken_off, now):
    taken_off.end_contact(now)
    assert is_gone(taken_off)
    with pytest.raises(NotThere):
        taken_off.strengths.put_back('0' * 8)


def test_it_goes_when_a_contact_with_a_worker_begins(taken_off, now):
    taken_off.begin_together('00000000000000aa', now)
    assert is_gone(taken_off)


def test_it_goes_when_the_contact_was_left_on_another_day(taken_off, now):
    taken_off.begin_contact(now + timedelta(minutes=5))
    assert not is_gone(taken_off)
    taken_off.begin_contact(now + timedelta(days=1))
    assert is_gone(taken_off)


def test_it_goes_when_nobody_comes_back(taken_off, now):
    taken_off.let_go_overdue(now + timedelta(hours=5))
    assert not is_gone(taken_off)
    taken_off.let_go_overdue(now + timedelta(days=1))
    assert is_gone(taken_off)


@each_kind
def test_what_stands_there_stays(taken_off, now, kind):
    taken_off.end_contact(now)
    assert len(kind.items(taken_off)) == (2 if isinstance(kind, Steps) else 1)
