"""Whose compass: create, share, change, revoke, rotate, lend, lock, restart, against a model of a few lines.

After every step, every browser is tried against every compass: what it may see and what it may change.
"""

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.session import Session
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.sharing.sharing import Reach
from model.key import Kind
from model.settings import Settings
from model.storage.files.storage import open_files
from model.storage.protocols import NoSuchCompass
from model.workers.worker import Passkey, Worker
from tests.soak import rounds

STEPS = 50
RUNS = rounds(100, 25)
"""All together more than 2,000 steps: not every run is that long."""
OPEN = EVERY_PART - set(PRIVATE_PARTS)


class Clock(Settings):
    """Settings with a clock that the test turns."""

    @property
    def moment(self) -> list[timedelta]:
        return _TURNED

    def now(self) -> datetime:
        return super().now() + sum(self.moment, timedelta())


_TURNED: list[timedelta] = []


@dataclass
class Device:
    """What the model knows of a key in a browser."""

    own: bool
    full: bool
    sole: bool = False
    lender: str = ''
    """The worker who handed it over."""
    vouched: bool = False

    @property
    def may_manage(self) -> bool:
        return not self.lender and (self.own or self.full)


@dataclass(eq=False)
class Browser:
    """A cookie jar, and what the model says is in it."""

    session: Session = field(default_factory=lambda: Session({}))
    devices: dict[str, Device] = field(default_factory=dict)
    worker: str = ''
    lent: str = ''


@dataclass
class Whose:
    """What the model knows of a compass."""

    shares: dict[str, tuple[Reach, frozenset[Part]]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    private: set[Part] = field(default_factory=set)


def ring(compass: Compass, now: datetime) -> None:
    compass.call_me('Sam' if compass.nickname != 'Sam' else 'Roos')


def steps(compass: Compass, now: datetime) -> None:
    if compass.steps.items:
        compass.steps.drop(compass.steps.items[0].id, now.date())
    else:
        compass.steps.start(Answer(tile='walk'), now.date())


def happened(compass: Compass, now: datetime) -> None:
    if compass.happened.items:
        compass.happened.take_back(Answer(tile='moved'), now.date())
        compass.happened.clear_off()
    else:
        compass.happened.tell(Answer(tile='moved'))


def obstacles(compass: Compass, now: datetime) -> None:
    if compass.obstacles.items:
        compass.obstacles.take_back(Answer(tile='tired'), now.date())
        compass.obstacles.clear_off()
    else:
        compass.obstacles.tell(Answer(tile='tired'))


def sharing(compass: Compass, now: datetime) -> None:
    compass.picture_pin.set('' if compass.picture_pin.is_set else 'x')


CHANGE = {Part.RING: ring, Part.STEPS: steps, Part.HAPPENED: happened, Part.OBSTACLES: obstacles, Part.SHARING: sharing}
PARTS_OF = {Reach.EVERYTHING: {Part.RING, Part.STEPS}, Reach.STEPS: {Part.STEPS}, Reach.NOTHING: set()}


class WhoseCompass(RuleBasedStateMachine):
    browsers = Bundle('browsers')
    compasses = Bundle('compasses')
    workers = Bundle('workers')

    def __init__(self) -> None:
        super().__init__()
        _TURNED.clear()
        self.folder = Path(tempfile.mkdtemp())
        self.settings = Clock(data=self.folder / 'data')
        self.open()
        self.known: dict[str, Whose] = {}
        self.all = [Browser() for _ in range(4)]
        self.signed_up = [self.joins(number) for number in range(2)]
        self.off: set[str] = set()

    taken = 0

    def open(self) -> None:
        self.storage = open_files(self.settings.data, self.settings.derived('workers'))
        self.access = Access.of(self.storage, self.settings)

    def load(self, compass: str) -> Compass:
        return self.storage.compasses.load(compass, self.settings.now())

    def joins(self, number: int) -> str:
        worker = self.access.workers.create(self.settings.now(), team='team', coordinator=number == 0)
        worker.accept('Alex')
        key = Passkey(id=f'passkey{number}', public_key='A', counter=0, site='localhost', made=worker.made)
        worker.add_passkey(key)
        self.access.workers.save(worker)
        return worker.id

    def teardown(self) -> None:
        self.access.close()
        shutil.rmtree(self.folder)

    # the cast

    @initialize(target=browsers)
    def four_browsers(self) -> Any:
        return multiple(*self.all)

    @initialize(target=workers)
    def two_workers(self) -> Any:
        return multiple(*self.signed_up)

    @initialize(target=compasses)
    def a_compass_with_something_private_that_a_worker_sees(self) -> str:
        first = self.all[0]
        compass_id = str(self.a_person_begins(first))
        self.a_person_shares(first, compass_id, self.signed_up[0], Reach.EVERYTHING)
        self.a_part_is_changed(first, compass_id, Part.HAPPENED)
        return compass_id

    # the person

    @rule(target=compasses, browser=browsers)
    def a_person_begins(self, browser: Browser) -> Any:
        if browser.worker:
            return multiple()
        compass = self.access.entrance.begin(browser.session, 'nl', 'address')
        self.known[compass.id] = Whose()
        browser.devices[compass.id] = Device(own=False, full=True, sole=True)
        return compass.id

    @rule(browser=browsers, compass=compasses, own=st.booleans())
    def a_person_scans(self, browser: Browser, compass: str, own: bool) -> None:
        if compass not in self.known or browser.worker:
            return
        self.access.entrance.enter(browser.session, self.sheet(compass), 'address', own=own)
        held = browser.devices.get(compass)
        if held is None or held.lender or own > held.own:
            full, vouched = (held.full, held.vouched) if held and not held.lender else (False, False)
            browser.devices[compass] = Device(own=own, full=full, vouched=vouched)
            self.taken_along(compass)

    @rule(browser=browsers, compass=compasses, worker=workers, reach=st.sampled_from(Reach))
    def a_person_shares(self, browser: Browser, compass: str, worker: str, reach: Reach) -> None:
        asking = self.access.workers.get(worker)
        if compass not in self.known or asking is None:
            return
        self.access.shares.ask_by_scan(compass, asking)
        with self.only_if(compass, self.is_person(browser, compass)):
            self.access.shares.let(browser.session, compass, worker, reach)
            whose = self.known[compass]
            private = whose.shares.get(worker, (reach, frozenset()))[1] if reach is not Reach.NOTHING else frozenset()
            whose.shares[worker] = (reach, private)
            if reach is not Reach.NOTHING:
                self.taken_along(compass)
            for other in self.all:
                held = other.devices.get(compass)
                if reach is not Reach.EVERYTHING and held and held.lender == worker and other is not browser:
                    del other.devices[compass]

    @rule(browser=browsers, compass=compasses, worker=workers, part=st.sampled_from(PRIVATE_PARTS), told=st.booleans())
    def a_person_tells(self, browser: Browser, compass: str, worker: str, part: Part, told: bool) -> None:
        device = browser.devices.get(compass)
        whose = self.known.get(compass, Whose())
        reach, private = whose.shares.get(worker, (Reach.NOTHING, frozenset()))
        if device is None or reach is Reach.NOTHING:
            return
        with self.only_if(compass, not told or (device.full and device.lender != worker)):
            self.access.shares.tell(browser.session, compass, worker, part, told=told)
            whose.shares[worker] = (reach, private | {part} if told else private - {part})

    @rule(browser=browsers, compass=compasses, others=st.booleans())
    def the_sheet_is_made_anew(self, browser: Browser, compass: str, others: bool) -> None:
        device = browser.devices.get(compass)
        may = Part.RING in self.parts(browser, compass) and (not others or (device is not None and device.may_manage))
        with self.only_if(compass, may):
            before = self.sheet(compass)
            self.access.sheet.renew(browser.session, compass, others_too=others)
            assert self.access.keys.find(before, self.settings.now()) is None
            for other in self.all:
                if others and other is not browser:
                    other.devices.pop(compass, None)

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_ended(self, browser: Browser, other: Browser, compass: str) -> None:
        device = browser.devices.get(compass)
        if compass not in other.devices:
            return
        may = device is not None and (device.may_manage or other is browser)
        with self.only_if(compass, may):
            key = self.access.gate.key(other.session, compass)
            self.access.devices.end(browser.session, compass, key.id)
            del other.devices[compass]

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_let_see_all(self, browser: Browser, other: Browser, compass: str) -> None:
        device = browser.devices.get(compass)
        if compass not in other.devices:
            return
        with self.only_if(compass, device is not None and device.full and not device.lender):
            self.access.devices.let_see_all(browser.session, compass, self.access.gate.key(other.session, compass).id)
            other.devices[compass].full = True
            other.devices[compass].vouched = False

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_worker_vouches(self, browser: Browser, other: Browser, compass: str) -> None:
        if compass not in other.devices or not browser.worker:
            return
        self.access.devices.ask_for_all(other.session, compass)
        others = [one.devices.get(compass) for one in self.all if one is not other]
        alone = not any(one and one.own and one.full for one in others)
        with self.only_if(compass, alone and Part.RING in self.parts(browser, compass)):
            self.access.devices.let_see_all(browser.session, compass, self.access.gate.key(other.session, compass).id)
            other.devices[compass].full = other.devices[compass].vouched = True

    @rule(browser=browsers, compass=compasses)
    def everything_is_erased(self, browser: Browser, compass: str) -> None:
        device = browser.devices.get(compass)
        may = device is not None and device.full and not device.lender and not device.vouched
        with self.only_if(compass, may):
            self.access.erasing.erase(browser.session, compass)
            del self.known[compass]
            for other in self.all:
                other.devices.pop(compass, None)

    @rule(browser=browsers)
    def a_shared_device_forgets(self, browser: Browser) -> None:
        self.access.entrance.forget(browser.session)
        browser.devices = {one: device for one, device in browser.devices.items() if device.own}

    @rule(browser=browsers)
    def a_device_is_put_down(self, browser: Browser) -> None:
        self.access.lock.close(browser.session)
        locked = [one for one, device in browser.devices.items() if device.sole]
        browser.devices = {one: device for one, device in browser.devices.items() if device.own}
        browser.worker = browser.lent = ''
        for one in locked:
            if one in self.known:  # picked up again with the picture, or it would be gone for ever
                self.access.lock.open(browser.session, one, self.load(one).avatar)
                browser.devices[one] = Device(own=False, full=True, sole=True)

    # workers

    @rule(browser=browsers, worker=workers)
    def a_worker_signs_in(self, browser: Browser, worker: str) -> None:
        known = self.access.workers.get(worker)
        if known is None or worker in self.off:
            return
        self.access.signed_in.start(browser.session, known)
        browser.devices = {one: device for one, device in browser.devices.items() if device.own}
        browser.worker, browser.lent = worker, ''

    @rule(browser=browsers)
    def a_worker_signs_out(self, browser: Browser) -> None:
        self.access.signed_in.stop(browser.session)
        browser.worker = browser.lent = ''

    @rule(target=compasses, browser=browsers)
    def a_worker_begins(self, browser: Browser) -> Any:
        if not browser.worker:
            return multiple()
        compass = self.access.desk.begin(browser.session, 'nl', 'address')
        self.known[compass.id] = Whose(shares={browser.worker: (Reach.EVERYTHING, frozenset())})
        return compass.id

    @rule(browser=browsers, compass=compasses)
    def a_worker_hands_the_tablet_over(self, browser: Browser, compass: str) -> None:
        if compass in browser.devices or not browser.worker:
            return
        parts = self.parts(browser, compass)
        with self.only_if(compass, Part.RING in parts):
            self.access.tablet.hand_over(browser.session, compass)
            full = self.known[compass].private <= parts
            browser.devices[compass] = Device(own=False, full=full, lender=browser.worker)
            browser.worker, browser.lent = '', browser.worker

    @rule(browser=browsers)
    def the_tablet_is_taken_back(self, browser: Browser) -> None:
        if not browser.lent:
            return
        worker = self.access.workers.get(browser.lent)
        assert isinstance(worker, Worker)
        self.access.tablet.take_back(browser.session, worker)
        browser.devices = {one: device for one, device in browser.devices.items() if device.own}
        browser.worker, browser.lent = browser.lent, ''

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_off(self, browser: Browser, worker: str) -> None:
        may = bool(self.signed_up) and browser.worker == self.signed_up[0] and worker != browser.worker
        try:
            self.access.accounts.switch_off(browser.session, worker)
        except Stranger:
            assert not may
            return
        assert may
        self.off.add(worker)
        for other in self.all:
            other.worker = '' if other.worker == worker else other.worker
            other.lent = '' if other.lent == worker else other.lent
            other.devices = {one: device for one, device in other.devices.items() if device.lender != worker}

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_on(self, browser: Browser, worker: str) -> None:
        if self.signed_up and browser.worker == self.signed_up[0] and worker != browser.worker:
            self.access.accounts.switch_on(browser.session, worker)
            self.off.discard(worker)

    # everyone

    @rule(browser=browsers, compass=compasses, part=st.sampled_from(Part))
    def a_part_is_changed(self, browser: Browser, compass: str, part: Part) -> None:
        if compass not in self.known:
            return
        before = self.load(compass).model_dump_json()
        may = part in self.parts(browser, compass)
        try:
            with self.access.gate.change(browser.session, compass) as changed:
                CHANGE[part](changed, self.settings.now())
        except Stranger:
            assert not may
            assert self.load(compass).model_dump_json() == before
            return
        assert may
        if part is Part.SHARING:  # the sheet must open again for the next one
            with self.access.gate.change(browser.session, compass) as changed:
                changed.picture_pin.take_off()
        if part in PRIVATE_PARTS:
            self.known[compass].private ^= {part}

    @rule()
    def the_server_is_started_anew(self) -> None:
        self.access.close()
        self.open()

    @rule(seconds=st.sampled_from([25, 350]))
    def time_goes_by(self, seconds: int) -> None:
        _TURNED.append(timedelta(seconds=seconds))
        if seconds < 60:
            for browser in self.all:  # somebody touches every device
                for compass in browser.devices:
                    self.access.gate.stay(browser.session, compass)
                if browser.worker:
                    self.access.signed_in.stay(browser.session)
            return
        for browser in self.all:  # longer than a shared device or a worker waits, and nobody touched it
            for one, device in list(browser.devices.items()):
                if device.sole:
                    self.access.lock.open(browser.session, one, self.load(one).avatar)
                elif not device.own:
                    del browser.devices[one]
            browser.worker = ''

    # what must always be so

    @invariant()
    def a_step_was_taken(self) -> None:
        WhoseCompass.taken += 1

    @invariant()
    def everybody_sees_exactly_what_is_theirs(self) -> None:
        for browser in self.all:
            for compass in self.known:
                expected = self.parts(browser, compass)
                try:
                    opened = self.access.gate.open(browser.session, compass)
                    assert opened.grant.parts == expected
                    shown = opened.seen
                except Stranger:
                    assert not expected
                    continue
                assert expected
                assert not (shown.happened.items and Part.HAPPENED not in expected)
                assert not (shown.obstacles.items and Part.OBSTACLES not in expected)
                assert not (shown.steps.items and Part.STEPS not in expected)

    @invariant()
    def a_compass_that_is_gone_is_gone_for_all(self) -> None:
        for browser in self.all:
            for compass in list(browser.session.keys):
                if compass not in self.known:
                    try:
                        self.access.gate.open(browser.session, compass)
                    except (Stranger, NoSuchCompass):
                        continue
                    raise AssertionError(compass)

    # the model

    def parts(self, browser: Browser, compass: str) -> frozenset[Part]:
        if compass not in self.known:
            return frozenset()
        device = browser.devices.get(compass)
        if device is not None:
            return EVERY_PART if device.full else frozenset(OPEN)
        reach, private = self.known[compass].shares.get(browser.worker, (Reach.NOTHING, frozenset()))
        return frozenset(PARTS_OF[reach]) | private

    def is_person(self, browser: Browser, compass: str) -> bool:
        return compass in browser.devices

    def taken_along(self, compass: str) -> None:
        for browser in self.all:
            if compass in browser.devices:
                browser.devices[compass].sole = False

    def sheet(self, compass: str) -> str:
        now = self.settings.now()
        keys = [self.access.keys.get(key_id, now) for key_id in self.load(compass).keys]
        return self.access.keys.token(next(key.id for key in keys if key and key.kind is Kind.SHEET))

    @contextmanager
    def only_if(self, compass: str, may: bool) -> Any:
        """What is in the block is refused, unless the model says it may be done."""
        try:
            yield
        except (Stranger, NoSuchCompass):
            assert not may or compass not in self.known
        else:
            assert may


TestWhoseCompass = WhoseCompass.TestCase
TestWhoseCompass.settings = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    database=None,
)


def test_as_many_steps_were_taken_as_said() -> None:
    assert WhoseCompass.taken >= 20 * RUNS
