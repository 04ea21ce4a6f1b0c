"""Whose compass: all that persons and workers do with devices and sheets, against a model of a few lines.

After every step, every browser is tried against every compass: what it may see, and what it may do.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from model.access.access import Access
from model.access.entrance import Comes
from model.access.refusals import Locked, PictureAsked, PinAsked, Stranger, TooManyToday
from model.access.session import Session
from model.access.table import May
from model.catalogue.every_tile import THINGS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.sharing.sharing import NobodyAsked, Reach
from model.key import Kind, Row
from model.settings import Settings
from model.storage.files.storage import open_files
from model.storage.protocols import NoSuchCompass
from model.workers.worker import Passkey, Worker
from tests.soak import rounds

STEPS = 60
RUNS = rounds(600, 80)
"""All together more than 2,000 steps: not every run is that long."""
IN_MEMORY = Path('/dev/shm')
"""Where there is such a folder, nobody waits for a disk."""
OPEN = EVERY_PART - set(PRIVATE_PARTS)
ALL_PRIVATE = frozenset(PRIVATE_PARTS)
BOAT, CAT = 'avatar-boat', 'avatar-cat'
RIGHT, WRONG = ['avatar-boat', 'avatar-cat', 'avatar-fish', 'avatar-sun'], ['avatar-sun', 'avatar-cat'] * 2
"""What opens a picture PIN here, and what does not."""

EVERYTHING = frozenset(May)
BASIC = frozenset({May.CHANGE, May.ANSWER, May.LOWER})
WAITING = frozenset({May.END, May.RENEW, May.ERASE})
MAY = {
    Row.CONFIRMED: EVERYTHING,
    Row.VOUCHED: EVERYTHING,
    Row.UNCONFIRMED: BASIC,
    Row.EVERYONE: BASIC,
    Row.HANDED_OVER: BASIC | {May.VOUCH},
    Row.LOOKING: frozenset[May](),
}
OWN = {Row.CONFIRMED, Row.VOUCHED, Row.UNCONFIRMED}
LAG = timedelta(seconds=20)
IDLE = {Row.EVERYONE: 5, Row.HANDED_OVER: 15, Row.LOOKING: 5}
"""Minutes after which a device locks."""
YEAR, MONTH, WEEK, HALF_DAY = timedelta(365), timedelta(30), timedelta(7), timedelta(hours=12)
HALF_HOUR = timedelta(minutes=30)


class Clock(Settings):
    """Settings with a clock that the test turns."""

    @property
    def moment(self) -> list[timedelta]:
        return _TURNED

    def now(self) -> datetime:
        return super().now() + sum(self.moment, timedelta())


_TURNED: list[timedelta] = []


@dataclass(eq=False)
class Device:
    """What the model knows of the key of a device."""

    id: str
    compass: str
    row: Row
    made: datetime
    seen: datetime
    lender: str = ''
    """The worker who handed it over."""
    about: str = ''
    began: bool = False
    private: bool = False
    vouched: frozenset[Part] = frozenset()
    pin: bool = False
    shut: bool = False
    locked: bool = False
    was_locked: bool = False
    waits: bool = False
    """It shows a symbol, and waits for a yes."""
    announced: datetime | None = None
    sheet_by: str = ''
    wrong: int = 0
    """Wrong pictures on the day `tried`, or since a lock fell."""
    tried: date | None = None

    def is_gone(self, now: datetime) -> bool:
        if self.row in OWN:
            return now - self.seen > YEAR
        if self.row is Row.EVERYONE:
            return now - self.seen > MONTH
        return now - self.made > HALF_DAY or (self.row is Row.LOOKING and self._is_idle(now))

    def is_shut_off(self, now: datetime) -> bool:
        """Whether nothing opens on it until somebody shows who they are."""
        old = self.row in {Row.EVERYONE, Row.HANDED_OVER} and now - self.made > HALF_DAY
        return self.locked or old or self._is_idle(now)

    def opens(self, now: datetime) -> bool:
        return not self.is_gone(now) and not self.is_shut_off(now)

    def asks_picture(self, now: datetime) -> bool:
        return self.row in OWN and (self.shut or now - self.seen > HALF_HOUR + LAG)

    def may(self, now: datetime) -> frozenset[May]:
        if self.row is Row.EVERYONE and self.began and not self.was_locked:
            return EVERYTHING
        if self.row is Row.VOUCHED and (self.announced is None or now - self.announced < WEEK):
            return EVERYTHING - WAITING
        return MAY[self.row]

    def shows(self, now: datetime) -> frozenset[Part]:
        """The private parts that it shows whoever wrote them."""
        if self.asks_picture(now) or not self.may(now):
            return frozenset()
        if self.pin or (self.row is Row.CONFIRMED and self.private):
            return ALL_PRIVATE
        if self.row is Row.EVERYONE:
            return ALL_PRIVATE if self.private and not self.was_locked else frozenset()
        return (ALL_PRIVATE if self.private else self.vouched) if self.row is Row.VOUCHED else frozenset()

    def touch(self, now: datetime) -> None:
        if now - self.seen < LAG:
            return
        if self.asks_picture(now) and not self.shut:
            self.shut, self.pin = True, False
        self.seen = now

    def wrong_today(self, today: date) -> int:
        return self.wrong if self.tried == today else 0

    def guesses_wrong(self, today: date) -> None:
        self.wrong, self.tried = self.wrong_today(today) + 1, today

    def right(self) -> None:
        self.wrong, self.tried = 0, None

    def lock(self) -> None:
        self.locked, self.was_locked, self.pin = True, True, False

    def _is_idle(self, now: datetime) -> bool:
        return self.row in IDLE and now - self.seen > timedelta(minutes=IDLE[self.row]) + 2 * LAG


@dataclass
class AtWork:
    """The session of a worker in a browser."""

    worker: str
    seen: datetime
    made: datetime
    lent: bool = False

    def opens(self, now: datetime) -> bool:
        return now - self.made <= HALF_DAY and (self.lent or not self.is_idle(now))

    def is_idle(self, now: datetime) -> bool:
        return now - self.seen > timedelta(minutes=5) + 2 * LAG


@dataclass(eq=False)
class Browser:
    """A cookie jar, and what the model says is in it."""

    session: Session = field(default_factory=lambda: Session({}))
    devices: dict[str, Device] = field(default_factory=dict)
    put_away: list[Device] = field(default_factory=list)
    """Locked ones, under the one handle."""
    work: AtWork | None = None

    def locked(self, now: datetime) -> list[Device]:
        """Those that somebody could open, the last that was used at the end."""
        every = [*self.put_away, *self.devices.values()]
        return sorted((one for one in every if not one.is_gone(now) and one.is_shut_off(now)), key=lambda one: one.seen)

    def worker(self, now: datetime) -> str:
        """Who is at work here."""
        return self.work.worker if self.work and not self.work.lent and self.work.opens(now) else ''

    def lender(self, now: datetime) -> str:
        """Who lent this tablet."""
        return self.work.worker if self.work and self.work.lent and self.work.opens(now) else ''


@dataclass
class Whose:
    """What the model knows of a compass."""

    shares: dict[str, tuple[Reach, frozenset[Part]]] = field(default_factory=dict)
    doubts: dict[str, Reach] = field(default_factory=dict)
    """How much a worker saw before a yes that may not have been the person's."""
    private: dict[Part, set[str]] = field(default_factory=lambda: {part: set() for part in PRIVATE_PARTS})
    """What stands in each private part."""
    hands: dict[Part, set[str]] = field(default_factory=lambda: {part: set() for part in PRIVATE_PARTS})
    """The keys with which that was written."""
    picture: str | None = None
    pin: bool = False
    wrong: int = 0
    tried: date | None = None
    scanned: bool = False
    taken_along: bool = False
    given_up: bool = False
    """The only device was lent, and went back; or the person ended it."""

    @property
    def has_way_back(self) -> bool:
        return self.scanned or any(reach is not Reach.NOTHING for reach, _ in self.shares.values())

    def reach(self, worker: str) -> Reach:
        return self.shares.get(worker, (Reach.NOTHING, frozenset()))[0]

    def let(self, worker: str, reach: Reach) -> None:
        private = self.shares.get(worker, (reach, frozenset()))[1]
        self.shares[worker] = (reach, private if reach is not Reach.NOTHING else frozenset())

    def wrong_today(self, today: date) -> int:
        return self.wrong if self.tried == today else 0


def ring(compass: Compass, now: datetime) -> None:
    if compass.wishes.items:
        compass.call_me('Sam' if compass.nickname != 'Sam' else 'Roos')
    else:
        compass.wishes.choose(Answer(tile=next(one for one in THINGS if one == 'own-place')), now.date())


def steps(compass: Compass, now: datetime) -> None:
    if compass.steps.items:
        compass.steps.drop(compass.steps.items[0].id, now.date())
    else:
        compass.steps.start(Answer(tile='walk'), now.date())


def sharing(compass: Compass, now: datetime) -> None:
    if compass.sharing.asks:
        compass.sharing.asks = []
    else:
        compass.sharing.ask('0' * 16, now)


CHANGE = {Part.RING: ring, Part.STEPS: steps, Part.SHARING: sharing}
PARTS_OF: dict[Reach, set[Part]] = {
    Reach.EVERYTHING: {Part.RING, Part.STEPS},
    Reach.STEPS: {Part.STEPS},
    Reach.NOTHING: set(),
}
WORDS = {Part.HAPPENED: ('moved', 'debts'), Part.OBSTACLES: ('tired', 'alone')}
REFUSED = (Stranger, NoSuchCompass, PictureAsked, PinAsked, TooManyToday, NobodyAsked, NotThere)
pictures = st.sampled_from([True, True, True, False])
"""Whether somebody taps the picture that the person has."""


class WhoseCompass(RuleBasedStateMachine):
    browsers = Bundle('browsers')
    compasses = Bundle('compasses')
    workers = Bundle('workers')

    def __init__(self) -> None:
        super().__init__()
        _TURNED.clear()
        self.folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
        self.settings = Clock(data=self.folder / 'data')
        self.open()
        self.loop = asyncio.new_event_loop()
        self.known: dict[str, Whose] = {}
        self.printed: dict[tuple[str, str], str] = {}
        """The sheets that workers printed."""
        self.all = [Browser() for _ in range(3)]
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
        self.loop.close()
        shutil.rmtree(self.folder)

    # the cast

    @initialize(target=browsers)
    def there_are_three_browsers(self) -> Any:
        return multiple(*self.all)

    @initialize(target=workers)
    def two_workers_join(self) -> Any:
        return multiple(*self.signed_up)

    @initialize(
        target=compasses,
        first=st.sampled_from(['on a phone of their own', 'on everyone’s tablet', 'at the desk']),
        told=st.booleans(),
        shared=st.booleans(),
    )
    def a_person_began(self, first: str, told: bool, shared: bool) -> Any:
        """And told something private perhaps; a worker looks along in another browser, perhaps."""
        browser, worker = self.all[0], self.signed_up[0]
        if first == 'at the desk':
            self.a_worker_signs_in(browser, worker)
            self.a_worker_begins(browser)
            [compass] = self.known
        else:
            compass = self._begins(browser, BOAT)
        if first == 'on a phone of their own':
            self.van_mij(browser, compass)
        if told:
            self.something_private_is_written(browser, compass, Part.HAPPENED, 'moved')
        if shared:
            self.a_person_shares(browser, compass, worker, Reach.EVERYTHING)
            self.a_worker_signs_in(self.all[1], worker)
        return compass

    @rule(browser=browsers, compass=compasses, printed=st.booleans())
    def a_phone_of_their_own_is_added(self, browser: Browser, compass: str, printed: bool) -> None:
        """What mostly follows a scan."""
        if compass not in self.known or browser.work:
            return
        if self._scans(browser, compass, self.signed_up[0] if printed else '', Comes.MINE, ''):
            self.van_mij(browser, compass)

    # whose a device is

    @rule(target=compasses, browser=browsers, picture=st.sampled_from([BOAT, CAT, None]))
    def a_person_begins(self, browser: Browser, picture: str | None) -> Any:
        if browser.worker(self.now) or len(self.known) > 1:
            return multiple()
        return self._begins(browser, picture)

    @rule(browser=browsers, compass=compasses)
    def van_mij(self, browser: Browser, compass: str) -> None:
        device = self.device(browser, compass)
        others = {one.compass for one in browser.devices.values() if not one.is_gone(self.now)}
        others |= {one.compass for one in browser.locked(self.now)}
        with self.only_if(compass, device is not None and device.row is Row.EVERYONE and self._alone(browser, others)):
            self.access.devices.make_own(browser.session, compass)
            assert device is not None
            device.made = self.now
            if device.pin or (device.began and not device.was_locked):
                device.row, device.private = Row.CONFIRMED, True
            else:
                device.row, device.private, device.waits = Row.UNCONFIRMED, False, True
                device.announced = self.now

    @rule(browser=browsers, compass=compasses)
    def niet_van_mij(self, browser: Browser, compass: str) -> None:
        device = self.device(browser, compass)
        with self.only_if(compass, device is not None and device.row in OWN):
            shut = device is not None and device.asks_picture(self.now)
            self.access.devices.make_everyones(browser.session, compass)
            assert device is not None
            device.began = device.began and device.row is Row.CONFIRMED
            device.private = device.began and device.private
            device.was_locked, device.pin, device.shut = device.was_locked or shut, device.pin and not shut, False
            device.row, device.waits, device.made, device.seen = Row.EVERYONE, False, self.now, self.now

    @rule(browser=browsers, compass=compasses, worker=workers, looks=st.booleans(), printed=st.booleans())
    def a_sheet_is_scanned(self, browser: Browser, compass: str, worker: str, looks: bool, printed: bool) -> None:
        if compass not in self.known or browser.worker(self.now):
            return
        lender = browser.lender(self.now)
        comes = Comes.LENT if lender else Comes.LOOK if looks else Comes.MINE
        self._scans(browser, compass, worker if printed else '', comes, lender)

    @rule(browser=browsers, compass=compasses, worker=workers, printed=st.booleans())
    def a_worker_scans_a_sheet(self, browser: Browser, compass: str, worker: str, printed: bool) -> None:
        at_work = browser.worker(self.now)
        if compass not in self.known or not at_work or self.parts(browser, compass):
            return
        if self._scans(browser, compass, worker if printed else '', Comes.LENT, at_work):
            self.access.shares.ask_by_scan(compass, self._worker(at_work))
        self.access.tablet.lend(browser.session)
        self._lends(browser)

    @rule(browser=browsers, compass=compasses)
    def a_page_is_opened(self, browser: Browser, compass: str) -> None:
        """It counts as use, and a device that stood announced for a week is vouched for."""
        device = self.device(browser, compass)
        may = bool(self.parts(browser, compass))
        with self.only_if(compass, may):
            self.access.gate.admit(browser.session, compass, 'address')
            if device is None:
                assert browser.work
                self._touches(browser.work)
                return
            device.touch(self.now)
            self._ripens(device)

    def _ripens(self, device: Device) -> None:
        if device.row is not Row.UNCONFIRMED or device.sheet_by:
            return
        assert device.announced
        used = [one.seen for one in self._alive(device.compass) if one.row is Row.CONFIRMED]
        since = max([device.announced, *used])
        if self.now - since >= WEEK:
            device.row, device.announced, device.waits = Row.VOUCHED, self.now, False
        else:
            device.announced = since

    # who says yes to a device

    @rule(browser=browsers, other=browsers, compass=compasses, right=pictures, private=st.booleans())
    def a_device_is_let_in(self, browser: Browser, other: Browser, compass: str, right: bool, private: bool) -> None:
        browser = self._able(browser, compass)
        device, asking = self.device(browser, compass), other.devices.get(compass)
        if asking is None or compass not in self.known:
            return
        may = device is not None and self._may_let_in(device, asking)
        with self.only_if(compass, may and self._proves(device, compass, right)):
            picture = self._picture(compass, right)
            self.access.devices.let_in(browser.session, compass, asking.id, picture, private=private)
            assert device is not None
            device.right()
            shown = self.parts(browser, compass) & ALL_PRIVATE if private else frozenset()
            asking.waits = False
            if device.row in {Row.CONFIRMED, Row.EVERYONE}:
                asking.row, asking.private, asking.announced = Row.CONFIRMED, shown == ALL_PRIVATE, None
            else:  # who was only vouched for cannot make another surer than that
                asking.row, asking.private, asking.announced = Row.VOUCHED, False, self.now
                asking.vouched = shown

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_refused(self, browser: Browser, other: Browser, compass: str) -> None:
        device, asking = self.device(browser, compass), other.devices.get(compass)
        if asking is None:
            return
        with self.only_if(compass, device is not None and self._may_let_in(device, asking)):
            self.access.devices.refuse(browser.session, compass, asking.id)
            self._ends(asking)

    @rule(browser=browsers, other=browsers, compass=compasses, private=st.booleans())
    def another_device_is_shown_what_is_private(
        self, browser: Browser, other: Browser, compass: str, private: bool
    ) -> None:
        browser = self._able(browser, compass)
        device, shown = self.device(browser, compass), other.devices.get(compass)
        if shown is None or shown.is_gone(self.now) or compass not in self.known:
            return
        may = device is not None and May.LET_IN in device.may(self.now) and shown.row in {Row.CONFIRMED, Row.VOUCHED}
        with self.only_if(compass, may and (not private or self.parts(browser, compass) >= ALL_PRIVATE)):
            self.access.devices.show_private(browser.session, compass, shown.id, private=private)
            shown.private, shown.vouched = private, frozenset()

    @rule(browser=browsers, other=browsers, compass=compasses)
    def eight_digits_are_typed(self, browser: Browser, other: Browser, compass: str) -> None:
        device, typed = self.device(browser, compass), self.device(other, compass)
        shows = device is not None and device.row is Row.CONFIRMED
        with self.only_if(compass, shows):
            digits = self.access.devices.show_digits(browser.session, compass)
        if not shows:
            return
        with self.only_if(compass, typed is not None and typed.row in {Row.VOUCHED, Row.UNCONFIRMED}):
            self.access.devices.enter_digits(other.session, compass, digits)
            assert typed is not None
            typed.row, typed.waits, typed.announced = Row.CONFIRMED, False, None

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_shows_what_is_private_again(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        device = self.device(browser, compass)
        may = device is not None and device.row in OWN
        with self.only_if(compass, may and self._proves(device, compass, right)):
            self.access.devices.show_again(browser.session, compass, self._picture(compass, right))
            assert device is not None
            device.right()
            device.shut, device.seen = False, self.now

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_ended(self, browser: Browser, other: Browser, compass: str) -> None:
        device, ended = self.device(browser, compass), other.devices.get(compass)
        if ended is None or ended.is_gone(self.now):
            return
        with self.only_if(compass, device is not None and (device is ended or May.END in device.may(self.now))):
            self.access.devices.end(browser.session, compass, ended.id)
            self.known[compass].given_up |= device is ended
            self._ends(ended)

    @rule(browser=browsers, other=browsers, compass=compasses, right=pictures, private=st.booleans())
    def a_new_phone_is_let_in(self, browser: Browser, other: Browser, compass: str, right: bool, private: bool) -> None:
        browser = self._able(browser, compass)
        self.a_phone_of_their_own_is_added(other, compass, printed=False)
        self.a_device_is_let_in(browser, other, compass, right, private)

    # the picture PIN

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_pin_is_set_and_tapped(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        self.a_picture_pin_is_set(browser, compass)
        self.a_picture_pin_is_tapped(browser, compass, right)

    @rule(browser=browsers, compass=compasses)
    def a_picture_pin_is_set(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass)
        with self.only_if(compass, self._may_set_pin(browser, compass)):
            self.loop.run_until_complete(self.access.picture_pins.set(browser.session, compass, RIGHT))
            self.known[compass].pin, self.known[compass].wrong = True, 0
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses)
    def a_picture_pin_is_taken_off(self, browser: Browser, compass: str) -> None:
        with self.only_if(compass, self._may_set_pin(browser, compass)):
            self.access.picture_pins.remove(browser.session, compass)
            self.known[compass].pin, self.known[compass].wrong = False, 0
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_pin_is_tapped(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        device, whose = self.device(browser, compass), self.known.get(compass, Whose())
        today = self.settings.today()
        if device is None or not device.may(self.now) or not whose.pin or device.wrong_today(today) >= 3:
            may = False
        else:
            device.guesses_wrong(today)
            may = self._weighs(whose, right)
        with self.only_if(compass, may):
            pictures = RIGHT if right else WRONG
            self.loop.run_until_complete(self.access.picture_pins.open_private(browser.session, compass, pictures))
            assert device is not None
            device.pin, device.shut, device.seen = True, False, self.now
            device.right()
            if device.row in OWN:
                device.row, device.private, device.waits, device.announced = Row.CONFIRMED, True, False, None

    # who looks along

    @rule(browser=browsers, compass=compasses, worker=workers, reach=st.sampled_from(Reach))
    def a_person_shares(self, browser: Browser, compass: str, worker: str, reach: Reach) -> None:
        if compass not in self.known:
            return
        whose, device = self.known[compass], self.device(browser, compass)
        self.access.shares.ask_by_scan(compass, self._worker(worker))
        before, may = whose.reach(worker), device is not None and bool(device.may(self.now))
        more = not PARTS_OF[reach] <= PARTS_OF[before]
        sure = device is not None and May.SHARE in device.may(self.now)
        if more and not sure:
            may = device is not None and self._may_answer_on_lent(device, worker)
        with self.only_if(compass, may):
            self.access.shares.let(browser.session, compass, worker, reach)
            assert device is not None
            if sure:
                whose.doubts.pop(worker, None)
            elif more and not device.pin:
                whose.doubts.setdefault(worker, before)
            self._lets(compass, worker, reach, device)
            device.touch(self.now)

    @rule(browser=browsers, compass=compasses, worker=workers, right=st.booleans())
    def klopt_dit(self, browser: Browser, compass: str, worker: str, right: bool) -> None:
        browser = self._able(browser, compass)
        if compass not in self.known:
            return
        whose, device = self.known[compass], self.device(browser, compass)
        with self.only_if(compass, device is not None and May.SHARE in device.may(self.now)):
            self.access.questions.settle(browser.session, compass, worker, right=right)
            assert device is not None
            before = whose.doubts.pop(worker, None)
            if before is not None and not right:
                if not PARTS_OF[whose.reach(worker)] <= PARTS_OF[before]:
                    whose.let(worker, before)
                self._ends_loans(compass, worker, device)
            device.touch(self.now)

    @rule(browser=browsers, compass=compasses, worker=workers, part=st.sampled_from(PRIVATE_PARTS), told=st.booleans())
    def a_person_tells(self, browser: Browser, compass: str, worker: str, part: Part, told: bool) -> None:
        browser = self._able(browser, compass)
        device, whose = self.device(browser, compass), self.known.get(compass, Whose())
        reach, private = whose.shares.get(worker, (Reach.NOTHING, frozenset()))
        if reach is Reach.NOTHING:
            return
        needed = {May.SHARE} if told else {May.LOWER}
        may = device is not None and needed <= device.may(self.now)
        with self.only_if(compass, may and (not told or part in self.parts(browser, compass))):
            self.access.shares.tell(browser.session, compass, worker, part, told=told)
            whose.shares[worker] = (reach, private | {part} if told else private - {part})
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, worker=workers)
    def a_worker_passes_on(self, browser: Browser, compass: str, worker: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        may = browser.worker(self.now) and compass not in browser.devices and self.parts(browser, compass)
        with self.only_if(compass, bool(may) and worker not in self.off):
            self.access.shares.pass_on(browser.session, compass, worker)

    # the sheet

    @rule(browser=browsers, compass=compasses, others=st.booleans())
    def a_new_code_is_made(self, browser: Browser, compass: str, others: bool) -> None:
        browser = self._able(browser, compass)
        device = self.device(browser, compass)
        needed = {May.RENEW, May.END} if others else {May.RENEW}
        with self.only_if(compass, device is not None and needed <= device.may(self.now)):
            before = self.sheet(compass)
            self.access.sheet.renew(browser.session, compass, others_too=others)
            self._old_sheets_are_dead(compass, before)
            if others:
                for one in [one for one in self._every(compass) if one is not device]:
                    self._ends(one)

    @rule(browser=browsers, compass=compasses)
    def a_worker_prints(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        worker = browser.worker(self.now)
        if not worker or compass in browser.devices or compass not in self.known:
            return
        with self.only_if(compass, Part.RING in self.parts(browser, compass)):
            opened = self.access.gate.open(browser.session, compass)
            self.printed[compass, worker] = self.access.sheet.printed_address(opened).partition('#')[2]
            self.access.sheet.shown(opened)
            self.known[compass].taken_along = True

    @rule(browser=browsers, compass=compasses)
    def blad_kwijt(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        at_work = bool(browser.worker(self.now)) and compass not in browser.devices
        with self.only_if(compass, at_work and Part.RING in self.parts(browser, compass)):
            before = self.sheet(compass)
            self.access.sheet.replace_lost(browser.session, compass)
            self._old_sheets_are_dead(compass, before)

    # ends

    @rule(browser=browsers, compass=compasses, right=pictures)
    def alles_wissen(self, browser: Browser, compass: str, right: bool) -> None:
        device = self.device(browser, compass)
        may = device is not None and May.ERASE in device.may(self.now)
        with self.only_if(compass, may and self._proves(device, compass, right)):
            self.access.erasing.erase(browser.session, compass, self._picture(compass, right))
            self._is_gone(compass)

    @rule(browser=browsers)
    def tot_ziens(self, browser: Browser) -> None:
        self.access.entrance.forget(browser.session)
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            lost = compass not in self.known or not self.known[compass].has_way_back
            if device.row is Row.EVERYONE and lost and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)

    @rule(browser=browsers)
    def a_device_is_put_down(self, browser: Browser) -> None:
        self.access.lock.close(browser.session)
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            if device.row is not Row.LOOKING and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)
        if browser.work and not browser.work.lent:
            long_ago = self.now - timedelta(minutes=6)
            browser.work.seen = min(browser.work.seen, long_ago)
            browser.work = browser.work if self.now - browser.work.made <= HALF_DAY else None

    @rule(browser=browsers, picture=st.sampled_from([BOAT, BOAT, CAT, None]))
    def a_picture_opens_the_lock(self, browser: Browser, picture: str | None) -> None:
        quick = [one for one in self._locked(browser) if self._is_quick(one)]
        mine = [one for one in quick if self.known[one.compass].picture == picture]
        try:
            opened = self.access.lock.open(browser.session, picture)
        except Stranger:
            assert not mine
            for one in quick:
                one.guesses_wrong(self.settings.today())
                if one.row is Row.HANDED_OVER and one.wrong >= 5:
                    self._ends(one)
                    browser.devices = {key: device for key, device in browser.devices.items() if device is not one}
            return
        assert mine
        assert opened == mine[-1].compass
        self._reopens(browser, mine[-1])

    @rule(browser=browsers, minutes=st.sampled_from([1, 16, 31]), times=st.sampled_from([1, 2]))
    def a_device_is_put_down_and_picked_up(self, browser: Browser, minutes: int, times: int) -> None:
        for _ in range(times):
            self.a_device_is_put_down(browser)
            self._turn(timedelta(minutes=minutes))
            self.a_picture_opens_the_lock(browser, BOAT)
            self.what_stands_on_the_compass_opens_the_lock(browser, BOAT, right=True)

    @rule(browser=browsers, picture=st.sampled_from([BOAT, BOAT, CAT, None]), right=pictures)
    def what_stands_on_the_compass_opens_the_lock(self, browser: Browser, picture: str | None, right: bool) -> None:
        today = self.settings.today()
        older = [one for one in self._locked(browser) if one.row is Row.EVERYONE and not self._is_quick(one)]
        mine = [one for one in older if self.known[one.compass].picture == picture]
        mine.sort(key=lambda one: (one.wrong_today(today), -one.seen.timestamp()))
        device = mine[0] if mine else None
        may = device is not None and device.wrong_today(today) < 3
        chosen: set[str] = set()
        with suppress(Stranger):
            shown = self.access.lock.things(browser.session, picture)
            assert len(set(shown)) == 12
            stands = _things_of(self.load(device.compass)) if device else set()
            chosen = (stands if right else set(THINGS) - stands).intersection(shown)
            may = may and (right or stands.intersection(shown) != chosen)
        if may and not right:
            may = False
        try:
            self.access.lock.open_older(browser.session, picture, chosen)
        except Stranger:
            assert not may
            for one in [device] if device and device.wrong_today(today) < 3 else [] if device else older:
                one.guesses_wrong(today)
            return
        assert may
        assert device is not None
        self._reopens(browser, device)

    # workers

    @rule(browser=browsers, worker=workers)
    def a_worker_signs_in(self, browser: Browser, worker: str) -> None:
        if worker in self.off:
            return
        self.access.signed_in.start(browser.session, self._worker(worker))
        self._signs_in(browser, worker)

    @rule(browser=browsers)
    def a_worker_signs_out(self, browser: Browser) -> None:
        self.access.signed_in.stop(browser.session)
        browser.work = None

    @rule(target=compasses, browser=browsers)
    def a_worker_begins(self, browser: Browser) -> Any:
        worker = browser.worker(self.now)
        if not worker or len(self.known) > 1:
            return multiple()
        compass = self.access.desk.begin(browser.session, 'nl', 'address').id
        self.known[compass] = Whose(given_up=True)
        self._holds(browser, compass, Row.HANDED_OVER, lender=worker, about=worker)
        self._lends(browser)
        with self.access.gate.change(browser.session, compass) as begun:
            ring(begun, self.now)  # what nobody entered anything in is swept after a day
        return compass

    @rule(browser=browsers, compass=compasses, about=st.booleans(), worker=workers)
    def a_worker_hands_the_tablet_over(self, browser: Browser, compass: str, about: bool, worker: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        at_work = browser.worker(self.now)
        asked = worker if about else ''
        may = bool(at_work) and compass not in browser.devices and Part.RING in self.parts(browser, compass)
        with self.only_if(compass, may):
            self.access.tablet.hand_over(browser.session, compass, asked)
            self._holds(browser, compass, Row.HANDED_OVER, lender=at_work, about=asked)
            self._lends(browser)

    @rule(browser=browsers)
    def the_tablet_is_taken_back(self, browser: Browser) -> None:
        lender = browser.lender(self.now)
        if not lender:
            return
        assert browser.work
        began = browser.work.made
        self.access.tablet.take_back(browser.session, self._worker(lender))
        self._signs_in(browser, lender)
        browser.work.made = began  # the twelve hours go on

    @rule(browser=browsers)
    def a_worker_takes_up_again_what_was_left_alone(self, browser: Browser) -> None:
        try:
            key = self.access.signed_in.paused(browser.session)
        except Stranger:
            assert not self._is_paused(browser)
            return
        assert self._is_paused(browser)
        assert browser.work
        began = browser.work.made
        self.access.signed_in.take_up(browser.session, key, in_full=False)
        self._signs_in(browser, browser.work.worker)
        browser.work.made = began

    def _is_paused(self, browser: Browser) -> bool:
        work = browser.work
        alive = work is not None and not work.lent and self.now - work.made <= HALF_DAY
        return alive and work is not None and work.is_idle(self.now)

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_off(self, browser: Browser, worker: str) -> None:
        may = browser.worker(self.now) == self.signed_up[0] != worker
        try:
            self.access.accounts.switch_off(browser.session, worker)
        except Stranger:
            assert not may
            return
        assert may
        self.off.add(worker)
        for other in self.all:
            other.work = None if other.work and other.work.worker == worker else other.work
            for device in [*other.devices.values(), *other.put_away]:
                if device.lender == worker:
                    self._ends(device)

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_on(self, browser: Browser, worker: str) -> None:
        if browser.worker(self.now) == self.signed_up[0] != worker:
            self.access.accounts.switch_on(browser.session, worker)
            self.off.discard(worker)

    # everyone

    @rule(browser=browsers, compass=compasses, part=st.sampled_from(list(CHANGE)))
    def a_part_is_changed(self, browser: Browser, compass: str, part: Part) -> None:
        if compass not in self.known:
            return
        before = self.load(compass).model_dump_json()
        may = part in self.parts(browser, compass) and self.may_change(browser, compass)
        try:
            with self.access.gate.change(browser.session, compass) as changed:
                CHANGE[part](changed, self.settings.now())
        except Stranger:
            assert not may
            assert self.load(compass).model_dump_json() == before
            return
        assert may
        self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, part=st.sampled_from(PRIVATE_PARTS), number=st.sampled_from([0, 1]))
    def a_private_word_is_written_or_taken_back(self, browser: Browser, compass: str, part: Part, number: int) -> None:
        self.something_private_is_written(browser, compass, part, WORDS[part][number])

    def something_private_is_written(self, browser: Browser, compass: str, part: Part, word: str) -> None:
        browser = self._able(browser, compass)
        may = part in self.parts(browser, compass) and self.may_change(browser, compass)
        with self.only_if(compass, may):
            with self.access.gate.change(browser.session, compass) as changed:
                answers = {Part.HAPPENED: changed.happened, Part.OBSTACLES: changed.obstacles}[part]
                if any(one.tile == word for one in answers.items):
                    answers.take_back(Answer(tile=word), self.settings.today())
                    answers.clear_off()
                else:
                    answers.tell(Answer(tile=word))
            whose, was_empty = self.known[compass], not self.known[compass].private[part]
            whose.private[part] ^= {word}
            hand = self.access.gate.key(browser.session, compass).id
            whose.hands[part] = {hand} if was_empty else whose.hands[part] | {hand}
            if not whose.private[part]:
                whose.hands[part] = set()
            self._changed(browser, compass)

    @rule()
    def the_server_is_started_anew(self) -> None:
        self.access.close()
        self.open()

    @rule()
    def half_a_minute_in_which_everyone_is_still_here(self) -> None:
        self._turn(timedelta(seconds=25))
        for browser in self.all:
            for compass, device in browser.devices.items():
                with suppress(Stranger):
                    self.access.gate.stay(browser.session, compass)
                    assert device.opens(self.now)
                    device.touch(self.now)
            if browser.worker(self.now):
                self.access.signed_in.stay(browser.session)
                assert browser.work
                self._touches(browser.work)

    @rule(
        gone=st.sampled_from(
            [timedelta(minutes=6), timedelta(minutes=16), timedelta(minutes=31), timedelta(hours=13), timedelta(8)]
        )
    )
    def nobody_touches_anything_for_a_while(self, gone: timedelta) -> None:
        self._turn(gone)

    @rule()
    def a_month_goes_by_and_what_is_lost_is_swept(self) -> None:
        self._turn(timedelta(31))
        for _ in self.access.erasing.sweep():
            pass
        for compass, whose in list(self.known.items()):
            try:
                self.load(compass)
            except NoSuchCompass:
                # only what nobody can open any more, and of which no code was ever shown, printed, scanned or shared
                assert not whose.taken_along
                assert not self._alive(compass)
                self._is_gone(compass)

    # what must always be so

    @invariant()
    def a_step_was_taken(self) -> None:
        WhoseCompass.taken += 1

    @invariant()
    def everybody_sees_and_may_exactly_what_is_theirs(self) -> None:
        for browser in self.all:
            for compass in self.known:
                expected, device = self.parts(browser, compass), self.device(browser, compass)
                try:
                    opened = self.access.gate.open(browser.session, compass)
                except Stranger:
                    assert not expected
                    continue
                assert opened.grant.parts == expected
                assert opened.grant.may == (device.may(self.now) if device else {May.CHANGE})
                shown = opened.seen
                assert not (shown.happened.items and Part.HAPPENED not in expected)
                assert not (shown.obstacles.items and Part.OBSTACLES not in expected)
                assert not (shown.steps.items and Part.STEPS not in expected)

    @invariant()
    def no_compass_is_lost(self) -> None:
        """Somebody can open it, or has a code of it. On a tablet that was lent it goes when that goes back."""
        for compass, whose in self.known.items():
            assert whose.taken_along or whose.given_up or self._every(compass)

    @invariant()
    def a_compass_that_is_gone_is_gone_for_all(self) -> None:
        for browser in self.all:
            for compass in list(browser.session.keys):
                if compass not in self.known:
                    with suppress(Stranger, NoSuchCompass):
                        self.access.gate.open(browser.session, compass)
                        raise AssertionError(compass)

    # the model

    @property
    def now(self) -> datetime:
        return self.settings.now()

    def device(self, browser: Browser, compass: str) -> Device | None:
        """The device that opens this compass in a browser."""
        device = browser.devices.get(compass)
        return device if device is not None and device.opens(self.now) and compass in self.known else None

    def parts(self, browser: Browser, compass: str) -> frozenset[Part]:
        if compass not in self.known:
            return frozenset()
        whose = self.known[compass]
        if compass in browser.devices:
            device = self.device(browser, compass)
            if device is None:
                return frozenset()
            parts = OPEN | device.shows(self.now)
            if device.row is Row.HANDED_OVER:
                lender = whose.shares.get(device.lender, (Reach.NOTHING, frozenset()))[1]
                mine = {part for part in PRIVATE_PARTS if not whose.private[part] or whose.hands[part] == {device.id}}
                parts |= lender | mine
            return parts
        reach, private = whose.shares.get(browser.worker(self.now), (Reach.NOTHING, frozenset()))
        return frozenset(PARTS_OF[reach]) | private

    def may_change(self, browser: Browser, compass: str) -> bool:
        device = self.device(browser, compass)
        return device is None or May.CHANGE in device.may(self.now)

    def sheet(self, compass: str, printed_by: str = '') -> str:
        """The token of the sheet of the person, or of one that this worker printed; of any when there is none."""
        keys = [self.access.keys.get(key_id, self.now) for key_id in self.load(compass).keys]
        sheets = [key for key in keys if key and key.kind is Kind.SHEET]
        sheets.sort(key=lambda key: key.worker != printed_by)
        return self.access.keys.token(sheets[0].id)

    @contextmanager
    def only_if(self, compass: str, may: bool) -> Iterator[None]:
        """What is in the block is refused, unless the model says it may be done."""
        try:
            yield
        except (*REFUSED, Locked):
            assert not may or compass not in self.known
        else:
            assert may

    # what the rules have in common

    def _able(self, browser: Browser, compass: str, *, at_work: bool = False) -> Browser:
        """Mostly another browser that opens this compass, as a person or a worker: most tries would only be refused."""
        if WhoseCompass.taken % 4 == 0 or (
            bool(self.parts(browser, compass)) and (compass in browser.devices) is not at_work
        ):
            return browser
        able = [one for one in self.all if self.parts(one, compass) and (compass in one.devices) is not at_work]
        return able[WhoseCompass.taken % len(able)] if able else browser

    def _turn(self, gone: timedelta) -> None:
        _TURNED.append(gone)

    def _worker(self, worker: str) -> Worker:
        found = self.access.workers.get(worker)
        assert found
        return found

    def _begins(self, browser: Browser, picture: str | None) -> str:
        compass = self.access.entrance.begin(browser.session, 'nl', 'address').id
        self.known[compass] = Whose()
        self._holds(browser, compass, Row.EVERYONE, began=True, private=True)
        with self.access.gate.change(browser.session, compass) as begun:
            begun.choose_avatar(picture)
            ring(begun, self.now)
        self.known[compass].picture = picture
        return compass

    def _holds(self, browser: Browser, compass: str, row: Row, **more: Any) -> Device:
        key = self.access.keys.find(browser.session.keys[compass], self.now)
        assert key
        device = Device(key.id, compass, row, made=self.now, seen=self.now, **more)
        browser.devices.pop(compass, None)
        browser.devices[compass] = device
        return device

    def _scans(self, browser: Browser, compass: str, printed_by: str, comes: Comes, lender: str) -> bool:
        """Whether they are in: with a picture PIN, a sheet alone opens nothing."""
        whose, held = self.known[compass], self.device(browser, compass)
        token = self.sheet(compass, printed_by)
        sheet = self.access.keys.find(token, self.now)
        assert sheet
        stays = held is not None and held.row is not Row.HANDED_OVER and comes is not Comes.LENT
        stays = stays and ((held is not None and held.row is not Row.LOOKING) or comes is Comes.LOOK)
        try:
            self.access.entrance.enter(browser.session, token, 'address', comes=comes, lender=lender)
        except PictureAsked:
            assert whose.pin
            assert not stays
            return False
        if stays:
            return True
        assert not whose.pin
        replaced = browser.devices.get(compass)
        if replaced and comes is Comes.LOOK and replaced.row is Row.EVERYONE and not replaced.is_gone(self.now):
            replaced.lock()  # who only looks takes nothing away from whose compass lies locked here
            browser.put_away.append(replaced)
        elif replaced:
            self._ends(replaced)
        for device in browser.locked(self.now) if comes is Comes.MINE else []:
            if device.compass == compass:
                self._ends(device)
        row = {Comes.MINE: Row.EVERYONE, Comes.LOOK: Row.LOOKING, Comes.LENT: Row.HANDED_OVER}[comes]
        self._holds(browser, compass, row, lender=lender, sheet_by=sheet.worker)
        whose.taken_along = True
        whose.scanned = whose.scanned or comes is Comes.MINE
        return True

    def _alone(self, browser: Browser, others: set[str]) -> bool:
        """Whether "Van mij" is offered: nobody works here, and there is but one compass."""
        return len(others) == 1 and not (browser.session.worker or browser.session.lent)

    def _may_let_in(self, device: Device, asking: Device) -> bool:
        if device is asking or not asking.waits or asking.row is not Row.UNCONFIRMED or asking.is_gone(self.now):
            return False
        may = device.may(self.now)
        return May.LET_IN in may or (May.VOUCH in may and self.now - asking.made <= timedelta(minutes=15))

    def _picture(self, compass: str, right: bool) -> str | None:
        mine = self.known[compass].picture if compass in self.known else None
        return mine if right else next(one for one in (BOAT, CAT) if one != mine)

    def _proves(self, device: Device | None, compass: str, right: bool) -> bool:
        """Whether a tap on a picture proves that it is the person; a wrong one is counted."""
        today = self.settings.today()
        if device is None or compass not in self.known or device.wrong_today(today) >= 3:
            return False
        if not right:
            device.guesses_wrong(today)
        return right

    def _weighs(self, whose: Whose, right: bool) -> bool:
        today = self.settings.today()
        if whose.wrong_today(today) >= 10:
            return False
        whose.wrong, whose.tried = (0 if right else whose.wrong_today(today) + 1), today
        return right

    def _may_set_pin(self, browser: Browser, compass: str) -> bool:
        device = self.device(browser, compass)
        if device is None or not device.may(self.now) or not self.parts(browser, compass) >= ALL_PRIVATE:
            return False
        if device.row is Row.HANDED_OVER and not device.pin and self._has_confirmed(compass):
            return False
        return not self.known[compass].pin or device.pin or May.PIN in device.may(self.now)

    def _may_answer_on_lent(self, device: Device, worker: str) -> bool:
        if device.row is not Row.HANDED_OVER or worker not in {device.lender, device.about}:
            return False
        return device.pin or not (self.known[device.compass].pin or self._has_confirmed(device.compass))

    def _has_confirmed(self, compass: str) -> bool:
        return any(one.row is Row.CONFIRMED for one in self._alive(compass))

    def _lets(self, compass: str, worker: str, reach: Reach, device: Device) -> None:
        whose = self.known[compass]
        whose.let(worker, reach)
        if reach is not Reach.NOTHING:
            whose.taken_along = True
        if reach is not Reach.EVERYTHING:
            self._ends_loans(compass, worker, device)

    def _ends_loans(self, compass: str, worker: str, but: Device) -> None:
        for one in self._every(compass):
            if one.row is Row.HANDED_OVER and one.lender == worker and one is not but:
                self._ends(one)

    def _every(self, compass: str) -> list[Device]:
        """All devices of a compass, locked or not."""
        return [one for browser in self.all for one in self._of(browser) if one.compass == compass]

    def _alive(self, compass: str) -> list[Device]:
        return [one for one in self._every(compass) if not one.is_gone(self.now)]

    def _of(self, browser: Browser) -> list[Device]:
        return [*browser.devices.values(), *browser.put_away]

    def _ends(self, device: Device) -> None:
        """Its key is gone; the cookie may not know that yet, and opens nothing with it."""
        device.row, device.seen = Row.LOOKING, datetime.min.replace(tzinfo=self.now.tzinfo)
        device.made = device.seen
        device.compass = ''
        for browser in self.all:
            browser.put_away = [one for one in browser.put_away if one is not device]

    def _is_gone(self, compass: str) -> None:
        del self.known[compass]

    def _old_sheets_are_dead(self, compass: str, before: str) -> None:
        tokens = [before, *(token for (of, _), token in self.printed.items() if of == compass)]
        assert [token for token in tokens if self.access.keys.find(token, self.now)] == []

    def _changed(self, browser: Browser, compass: str) -> None:
        device = browser.devices.get(compass)
        if device is not None:
            device.touch(self.now)
        elif browser.work:
            self._touches(browser.work)

    def _touches(self, work: AtWork) -> None:
        if self.now - work.seen >= LAG:
            work.seen = self.now

    def _lends(self, browser: Browser) -> None:
        assert browser.work
        browser.work.lent = True

    def _signs_in(self, browser: Browser, worker: str) -> None:
        """What others left open on it is locked, and a loan is over."""
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            if device.row is Row.EVERYONE and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)
        browser.put_away = [one for one in browser.put_away if one.row is not Row.HANDED_OVER]
        browser.work = AtWork(worker, seen=self.now, made=self.now)

    def _locked(self, browser: Browser) -> list[Device]:
        """Those that may be opened: who has another way back needs no month."""
        found = [one for one in browser.locked(self.now) if one.compass in self.known]
        over = {id(one) for one in found if one.row is Row.EVERYONE and self._is_over(one)}
        return [one for one in found if id(one) not in over]

    def _is_over(self, one: Device) -> bool:
        return self.known[one.compass].has_way_back and self.now - one.seen > HALF_HOUR

    def _is_quick(self, one: Device) -> bool:
        return one.row is not Row.EVERYONE or (one.wrong == 0 and self.now - one.seen <= HALF_HOUR)

    def _reopens(self, browser: Browser, device: Device) -> None:
        device.locked, device.was_locked, device.pin, device.seen = False, True, False, self.now
        device.right()
        if device.row is Row.EVERYONE:
            device.made = self.now
        browser.put_away = [one for one in browser.put_away if one is not device]
        browser.devices.pop(device.compass, None)
        browser.devices[device.compass] = device


def _things_of(compass: Compass) -> set[str]:
    """What stands on a compass and can be chosen among twelve things."""
    answers = [one.answer for part in (compass.strengths, compass.wishes, compass.steps) for one in part.items]
    return {one.tile for one in answers if one.tile in THINGS}


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
