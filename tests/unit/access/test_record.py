"""What is recorded: by whom, how often, and for how long."""

from datetime import datetime, timedelta

import pytest

from model.access.access import Access
from model.access.record import MONTHS_KEPT
from model.access.refusals import NotSignedIn, Stranger
from model.access.session import Session
from model.activity import Activity, ActivityKind
from model.compass.answer import Answer
from model.compass.sharing.sharing import Reach
from model.key import Device
from model.settings import Settings
from model.storage.memory.storage import open_memory
from model.workers.worker import Worker

SECOND = timedelta(seconds=1)


@pytest.fixture
def clock(now):
    """The moment it is, in a list: tests set it forward."""
    return [now]


@pytest.fixture
def storage():
    return open_memory()


@pytest.fixture
def access(folder, storage, monkeypatch, clock):
    monkeypatch.setattr(Settings, 'now', lambda _: clock[0])
    access = Access.of(storage, Settings(data=folder, secret='a secret ' * 8))
    yield access
    access.close()


@pytest.fixture
def sam(access):
    """The browser in which a compass was begun."""
    sam = Session({})
    compass = access.entrance.begin(sam, 'nl', '192.0.2.1')
    access.devices.make_own(sam, compass.id)
    return sam


@pytest.fixture
def compass_id(sam):
    return next(iter(sam.keys))


@pytest.fixture
def noor(access, now):
    """A worker, signed in in a browser."""
    worker = access.workers.create(now)
    with access.workers.change(worker.id) as changed:
        changed.accept('Noor', 'noor')
        changed.password, changed.code_seed = 'hash', 'seed'
    session = Session({})
    access.signed_in.start(session, access.workers.get(worker.id))
    return session


@pytest.fixture
def told(access, sam, compass_id):
    """What the person sees first, the newest first."""
    return lambda: access.shares.activity(access.gate.open(sam, compass_id).grant).activities


def test_seventy_taps_push_no_scan_out_of_sight(access, sam, compass_id, clock, told, noor):
    """Whoever came in with the sheet cannot tap until the person no longer sees that they did."""
    worker = access.signed_in.worker(noor)
    access.shares.ask_by_scan(compass_id, worker)
    code = access.sheet.address(access.gate.open(sam, compass_id)).partition('#')[2]
    thief = Session({})
    access.entrance.enter(thief, code, '192.0.2.9', device=Device.PHONE)
    access.devices.make_own(thief, compass_id)
    for _ in range(70):
        clock[0] += 20 * SECOND
        access.shares.let(thief, compass_id, worker.id, Reach.NOTHING)
        access.gate.admit(thief, compass_id, '192.0.2.9')
    assert ActivityKind.ENTERED in {one.kind for one in told()}
    assert len(told()) < 10
    shared = [one for one in told() if one.kind is ActivityKind.UNSHARED]
    assert sum(one.times for one in shared) == 70


def test_what_happened_before_comes_by_page_to_the_very_first(access, sam, compass_id, clock, told):
    for _ in range(70):
        clock[0] += timedelta(hours=2)
        access.record.add(ActivityKind.PRINTED, access.gate.open(sam, compass_id).grant, compass_id)
    assert ActivityKind.MADE not in {one.kind for one in told()}
    grant, before, found = access.gate.open(sam, compass_id).grant, None, []
    while True:
        page = access.shares.activity(grant, before)
        found += page.activities
        if page.older is None:
            break
        before = page.older
    assert [one.kind for one in found] == [ActivityKind.PRINTED] * 70 + [ActivityKind.MADE]


def test_no_page_of_it_is_a_workers(access, sam, compass_id, noor):
    access.shares.ask_by_scan(compass_id, access.signed_in.worker(noor))
    access.shares.let(sam, compass_id, access.signed_in.worker(noor).id, Reach.EVERYTHING)
    grant = access.gate.open(noor, compass_id).grant
    for before in (None, access.settings.now()):
        with pytest.raises(Stranger):
            access.shares.activity(grant, before)


def test_a_tap_after_a_tap_writes_nothing_more_for_a_minute(access, sam, compass_id, clock, storage, monkeypatch):
    written: list[Activity] = []
    monkeypatch.setattr(storage.activity, 'add', written.append)
    for _ in range(120):
        access.gate.admit(sam, compass_id, '192.0.2.1')
        clock[0] += SECOND
    assert [one.kind for one in written] == [ActivityKind.SAW] * 2


def test_after_a_restart_seeing_counts_on(access, sam, compass_id, clock, storage, told):
    access.gate.admit(sam, compass_id, '192.0.2.1')
    clock[0] += timedelta(minutes=5)
    again = Access.of(storage, access.settings)
    again.gate.admit(sam, compass_id, '192.0.2.1')
    assert next((one.kind, one.last) for one in told()) == (ActivityKind.SAW, clock[0])
    assert len([one for one in told() if one.kind is ActivityKind.SAW]) == 1
    again.close()


def test_wrong_pictures_on_a_tablet_that_is_locked_are_told(access, sam, compass_id, told):
    access.devices.make_everyones(sam, compass_id)
    with access.gate.change(sam, compass_id) as compass:
        compass.choose_avatar('avatar-turtle')
        for tile in ('music', 'rest', 'outdoors'):
            compass.strengths.choose('be-yourself', Answer(tile=tile), access.settings.today())
    access.lock.close(sam)
    with pytest.raises(Stranger):
        access.lock.open(sam, 'avatar-cat')
    with pytest.raises(Stranger):
        access.lock.open_older(sam, 'avatar-turtle', ['walk'])
    access.lock.open_older(sam, 'avatar-turtle', ['music', 'rest', 'outdoors'])
    guesses = [one for one in told() if one.kind is ActivityKind.GUESSED]
    assert [(one.times, one.whom) for one in guesses] == [(2, access.gate.key(sam, compass_id).id[:8])]


def wrong_codes(access: Access, session: Session, times: int) -> None:
    for _ in range(times):
        with pytest.raises(NotSignedIn):
            access.tablet.take_back_by_code(session, '000000', Device.TABLET)


def test_wrong_codes_on_a_tablet_that_was_handed_over_are_told(access, sam, compass_id, noor, told):
    worker: Worker = access.signed_in.worker(noor)
    access.shares.ask_by_scan(compass_id, worker)
    access.shares.let(sam, compass_id, worker.id, Reach.EVERYTHING)
    access.tablet.hand_over(noor, compass_id)
    wrong_codes(access, noor, 3)
    guesses = [one for one in told() if one.kind is ActivityKind.GUESSED_CODE]
    assert [(one.times, one.whom) for one in guesses] == [(3, worker.id)]
    assert guesses == [one for one in access.record.latest(99).activities if one.kind is ActivityKind.GUESSED_CODE]


def test_the_coordinator_looks_back_five_years(access, clock, now):
    assert MONTHS_KEPT == 60
    access.record.add(ActivityKind.INVITED, None, whom='0' * 16)
    clock[0] = now.replace(year=now.year + 5)
    access.record.forget_old()
    assert len(access.record.latest(9).activities) == 1
    clock[0] = datetime(now.year + 5, now.month + 1, 1, tzinfo=now.tzinfo)
    list(access.erasing.sweep())
    assert access.record.latest(9).activities == []
