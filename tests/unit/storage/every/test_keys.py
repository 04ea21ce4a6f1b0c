from datetime import timedelta

import pytest

from model.end_mark import EndMark
from model.key import Device, Key, Kind, Row

ONE, OTHER = 'a' * 64, 'b' * 64


@pytest.fixture
def keys(storage):
    return storage.keys


@pytest.fixture
def key(now):
    more = {'row': Row.VOUCHED, 'announced': now, 'device': Device.PHONE, 'tries': 2}
    return Key(id='0' * 32, compass='1' * 16, kind=Kind.DEVICE, made=now, seen=now, **more)


def test_a_key_comes_back_as_it_was(keys, key):
    keys.write(ONE, key)
    assert keys.read(ONE) == key


def test_a_key_that_is_not_there_is_none(keys, key):
    keys.write(ONE, key)
    assert keys.read(OTHER) is None


def test_a_key_takes_the_place_of_the_one_before(keys, key, now):
    later = key.model_copy(update={'seen': now + timedelta(days=1)})
    keys.write(ONE, key)
    keys.write(ONE, later)
    assert keys.read(ONE) == later


def test_an_erased_key_is_gone_and_another_is_not(keys, key):
    keys.write(ONE, key)
    keys.write(OTHER, key)
    keys.erase(ONE)
    assert (keys.read(ONE), keys.read(OTHER)) == (None, key)


def test_erasing_what_is_not_there_is_no_error(keys):
    keys.erase(ONE)


def test_keys_stay_when_a_compass_is_erased(storage, keys, key, saved):
    """Whoever erases it revokes them, so that open pages hear of it."""
    keys.write(ONE, key.model_copy(update={'compass': saved.id}))
    storage.compasses.erase(saved.id)
    assert keys.read(ONE) is not None


# marks of keys that ended


@pytest.mark.parametrize('kind', [Kind.SHEET, Kind.INVITE])
def test_a_mark_comes_back_as_it_was_and_is_no_key(keys, today, kind):
    keys.mark(ONE, EndMark(kind=kind, on=today))
    assert keys.marked(ONE) == EndMark(kind=kind, on=today)
    assert (keys.marked(OTHER), keys.read(ONE)) == (None, None)


def test_a_key_is_no_mark_and_erasing_it_leaves_the_mark(keys, key, today):
    keys.write(ONE, key)
    assert keys.marked(ONE) is None
    keys.mark(ONE, EndMark(kind=Kind.SHEET, on=today))
    keys.erase(ONE)
    assert (keys.read(ONE), keys.marked(ONE)) == (None, EndMark(kind=Kind.SHEET, on=today))


def test_marks_from_before_a_day_are_dropped_and_no_other(keys, key, today):
    keys.write(ONE, key)
    keys.mark(ONE, EndMark(kind=Kind.SHEET, on=today - timedelta(days=1)))
    keys.mark(OTHER, EndMark(kind=Kind.INVITE, on=today))
    list(keys.drop_marks(today))
    assert (keys.marked(ONE), keys.marked(OTHER)) == (None, EndMark(kind=Kind.INVITE, on=today))
    assert keys.read(ONE) == key


def test_a_mark_says_when_and_what_it_was_and_nothing_else():
    assert set(EndMark.model_fields) == {'kind', 'on'}
