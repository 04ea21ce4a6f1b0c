"""What the model knows of devices, browsers, workers at work and compasses, beside the program."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from model.access.session import Session
from model.access.table import May
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.sharing.sharing import Reach
from model.key import Row

OPEN = EVERY_PART - set(PRIVATE_PARTS)
MONEY = Part.of_domain('money')
"""The one life domain that people are asked about here."""
PIECES = (*(part for part in PRIVATE_PARTS if part != Part.LIFE), MONEY)
ALL_PRIVATE = frozenset({*PRIVATE_PARTS, MONEY})
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
    shown: set[str] = field(default_factory=set)
    """The workers who were shown the life domain where nobody could be sure that it was the person."""
    private: dict[Part, set[str]] = field(default_factory=lambda: {part: set() for part in PIECES})
    """What stands in each private part."""
    hands: dict[Part, set[str]] = field(default_factory=lambda: {part: set() for part in PIECES})
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
        if reach is Reach.NOTHING:
            self.shown.discard(worker)

    def tell(self, worker: str, part: Part, *, told: bool) -> None:
        reach, private = self.shares.get(worker, (Reach.NOTHING, frozenset()))
        self.shares[worker] = (reach, private | {part} if told else private - {part})

    def wrong_today(self, today: date) -> int:
        return self.wrong if self.tried == today else 0


PARTS_OF: dict[Reach, set[Part]] = {
    Reach.EVERYTHING: {Part.RING, Part.STEPS},
    Reach.STEPS: {Part.STEPS},
    Reach.NOTHING: set(),
}
