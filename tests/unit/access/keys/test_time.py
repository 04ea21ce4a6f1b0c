"""How long each key lasts, and what its use does to that."""

from datetime import timedelta

import pytest

from model.access.table import HALF_DAY, INVITATION_KEPT, LOCKED_KEPT, PRIVATE_IDLE, YEAR, is_idle, is_locked, rules_of
from model.key import Kind, Row
from tests.unit.access.keys.cast import COMPASS, on_disk


def test_a_sheet_does_not_expire(keys, sheet, now):
    assert keys.get(sheet.id, now + timedelta(days=3650)) == sheet


def test_an_own_device_is_remembered_for_a_year(keys, own, now):
    assert keys.get(own.id, now + YEAR) == own
    assert keys.get(own.id, now + YEAR + timedelta(seconds=1)) is None


def test_a_device_of_everyone_is_locked_first_and_forgotten_a_month_later(keys, shared, now):
    assert keys.get(shared.id, now + LOCKED_KEPT) == shared
    assert keys.get(shared.id, now + LOCKED_KEPT + timedelta(seconds=1)) is None


def test_a_tablet_that_was_handed_over_ends_with_the_half_day(keys, now):
    lent = keys.issue(COMPASS, Kind.DEVICE, now, row=Row.HANDED_OVER, worker='0123456789abcdef')
    for minutes in range(0, 12 * 60, 10):
        keys.use(keys.get(lent.id, now + timedelta(minutes=minutes)), now + timedelta(minutes=minutes))
    assert keys.get(lent.id, now + HALF_DAY) is not None
    assert keys.get(lent.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_who_only_looks_is_forgotten_after_five_idle_minutes(keys, now):
    looking = keys.issue(COMPASS, Kind.DEVICE, now, row=Row.LOOKING)
    assert keys.get(looking.id, now + timedelta(minutes=5)) == looking
    assert keys.get(looking.id, now + timedelta(minutes=5, seconds=41)) is None


def test_a_handle_of_locked_keys_is_kept_as_long_as_they_are(keys, now):
    handle = keys.issue('', Kind.LOCKED, now)
    assert keys.get(handle.id, now + LOCKED_KEPT) == handle
    assert keys.get(handle.id, now + LOCKED_KEPT + timedelta(seconds=1)) is None


def test_a_worker_is_asked_for_after_five_idle_minutes_and_on_an_own_device_after_thirty(keys, now):
    for own, minutes in ((False, 5), (True, 30)):
        key = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef', own=own)
        assert rules_of(key).idle == timedelta(minutes=minutes)
        assert not is_idle(key, now + timedelta(minutes=minutes, seconds=40))
        assert is_idle(key, now + timedelta(minutes=minutes, seconds=41))
        assert keys.get(key.id, now + HALF_DAY) == key, 'and may come back all day'


def test_a_worker_signs_in_again_after_twelve_hours_however_busy(keys, now):
    own = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef', own=True)
    for minutes in range(0, 12 * 60, 20):
        keys.use(keys.get(own.id, now + timedelta(minutes=minutes)), now + timedelta(minutes=minutes))
    assert keys.get(own.id, now + HALF_DAY) is not None
    assert keys.get(own.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_a_worker_may_take_a_tablet_back_as_long_as_they_are_at_work(keys, now):
    key = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef')
    lent = keys.update(key, locked=True)
    assert keys.get(key.id, now + timedelta(hours=3)) == lent
    assert not is_idle(lent, now + timedelta(hours=3))
    assert keys.get(key.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_an_invitation_is_good_for_a_week(keys, now):
    invitation = keys.issue('', Kind.INVITE, now, worker='0123456789abcdef')
    assert keys.get(invitation.id, now + INVITATION_KEPT) == invitation
    assert keys.get(invitation.id, now + INVITATION_KEPT + timedelta(seconds=1)) is None


def test_a_clock_set_back_does_not_end_a_device(keys, shared, now):
    assert keys.get(shared.id, now - timedelta(hours=1)) == shared


@pytest.mark.parametrize(('device', 'step'), [('own', timedelta(days=300)), ('shared', timedelta(days=29))])
def test_use_renews_the_time_of_a_device(keys, request, now, device, step):
    key = request.getfixturevalue(device)
    for times in range(1, 4):
        keys.use(keys.get(key.id, now + times * step), now + times * step)
    assert keys.get(key.id, now + 4 * step).seen == now + 3 * step


def test_a_shared_device_never_locks_within_five_minutes_of_its_last_use(keys, shared, now):
    last_use = now + timedelta(seconds=19)
    keys.use(shared, last_use)
    assert not is_locked(keys.get(shared.id, last_use), last_use + timedelta(minutes=5))


def test_a_second_use_within_twenty_seconds_writes_nothing(folder, keys, shared, now):
    before = on_disk(folder / 'keys')
    keys.use(shared, now + timedelta(seconds=19))
    assert on_disk(folder / 'keys') == before


def test_use_leaves_the_token_and_the_rest_as_they_are(keys, own, now):
    later = now + PRIVATE_IDLE
    keys.use(own, later)
    assert keys.get(own.id, later) == own.model_copy(update={'seen': later})


def test_an_own_device_that_was_put_down_goes_on_asking_for_the_picture_when_it_is_used(keys, own, now):
    keys.update(own, pin=True)
    later = now + timedelta(days=1)
    keys.use(keys.get(own.id, now), later)
    assert keys.get(own.id, later) == own.model_copy(update={'seen': later, 'shut': True, 'pin': False})
