"""The table: whose device it is decides how long it remembers, when it locks, how it comes back, and what it may.

The gate, the tests and the table in `docs/security.md` are made from `TABLE`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from model.compass.part import PRIVATE_PARTS, Part
from model.key import SEEN_STEP, Key, Kind, Row


class May(StrEnum):
    """What somebody may do with a compass."""

    CHANGE = 'change ring, steps and album'
    ANSWER = 'say yes or no to a photo'
    LOWER = 'share less'
    SHARE = 'share more'
    LET_IN = 'say yes to another device'
    VOUCH = 'say yes to a device at the scan'
    END = 'end other devices'
    RENEW = 'make a new code'
    PIN = 'set the picture PIN'
    ERASE = 'erase the compass'
    ANSWER_ONE = 'say yes or no to the one worker who asks there'


class Private(StrEnum):
    """Which private parts a row sees by itself. The picture PIN opens all of them wherever anything may be changed."""

    AS_SAID = 'all, when that was said'
    AS_SEEN = 'those that the device saw which said yes'
    NONE = 'none'
    WRITTEN_HERE = 'those with nothing in them but what was written with this key, or that the worker may see'


class Back(StrEnum):
    """How a locked device opens again."""

    NEVER_LOCKS = 'never locks; private parts ask for the person’s picture after 30 idle minutes'
    PICTURE = 'for 30 minutes the person’s picture, one try; else the picture and three things of the compass'
    PICTURE_OR_WORKER = 'the person’s picture, or the worker’s passkey or six digits, five tries'
    WORKER = 'none; the worker’s passkey or six digits take it back, five tries'
    SHEET = 'the sheet'
    SIGN_IN = 'the worker’s passkey or six digits, within the 12 hours'


YEAR, MONTH, HALF_DAY = timedelta(days=365), timedelta(days=30), timedelta(hours=12)
PRIVATE_IDLE = timedelta(minutes=30)
"""After so long without a touch an own device asks for the person's picture before it shows private parts."""
LOCKED_KEPT = MONTH
"""How long a locked key of everyone's device can still be opened."""
FAMILY_IDLE = timedelta(minutes=5)
"""The same for an own device on which a second person has a compass of their own."""
WARNED = timedelta(minutes=1)
"""How long before a lock a page asks whether somebody is still there."""
QUICK_BACK = timedelta(minutes=30)
"""How long after the lock everyone's device opens with the person's picture alone."""
ANNOUNCED = timedelta(days=7)
"""How long the person can see a device before it may more without a yes."""
INVITATION_KEPT = timedelta(days=7)

EVERYTHING = frozenset(May)
BASIC = frozenset({May.CHANGE, May.ANSWER, May.LOWER})


@dataclass(frozen=True)
class Rules:
    """One row."""

    device: str
    kept: timedelta
    """How long it remembers."""
    by_use: bool
    """Whether use begins that time anew; else it runs from the moment the key was made."""
    idle: timedelta | None
    """How long nobody need touch it before it locks."""
    back: Back
    private: Private
    may: frozenset[May]
    waits: frozenset[May] = field(default_factory=frozenset)
    """Of these, what it may only after it stood announced for `ANNOUNCED`."""
    locked_kept: timedelta | None = None
    """How long it can still be opened after it locked; None when a lock is the end."""


TABLE: Mapping[Row, Rules] = {
    Row.CONFIRMED: Rules(
        device='own, confirmed',
        kept=YEAR,
        by_use=True,
        idle=None,
        back=Back.NEVER_LOCKS,
        private=Private.AS_SAID,
        may=EVERYTHING,
    ),
    Row.VOUCHED: Rules(
        device='own, vouched',
        kept=YEAR,
        by_use=True,
        idle=None,
        back=Back.NEVER_LOCKS,
        private=Private.AS_SEEN,
        may=EVERYTHING,
        waits=frozenset({May.END, May.RENEW, May.ERASE}),
    ),
    Row.UNCONFIRMED: Rules(
        device='own, unconfirmed',
        kept=YEAR,
        by_use=True,
        idle=None,
        back=Back.NEVER_LOCKS,
        private=Private.NONE,
        may=BASIC,
    ),
    Row.EVERYONE: Rules(
        device='everyone’s',
        kept=HALF_DAY,
        by_use=False,
        idle=timedelta(minutes=5),
        back=Back.PICTURE,
        private=Private.AS_SAID,
        may=BASIC,
        locked_kept=LOCKED_KEPT,
    ),
    Row.HANDED_OVER: Rules(
        device='handed over',
        kept=HALF_DAY,
        by_use=False,
        idle=timedelta(minutes=15),
        back=Back.PICTURE_OR_WORKER,
        private=Private.WRITTEN_HERE,
        may=BASIC | {May.VOUCH},
        locked_kept=HALF_DAY,
    ),
    Row.ASKED: Rules(
        device='handed over for one question',
        kept=HALF_DAY,
        by_use=False,
        idle=timedelta(minutes=15),
        back=Back.WORKER,
        private=Private.NONE,
        may=frozenset({May.ANSWER_ONE}),
    ),
    Row.LOOKING: Rules(
        device='only looking',
        kept=HALF_DAY,
        by_use=False,
        idle=timedelta(minutes=5),
        back=Back.SHEET,
        private=Private.NONE,
        may=frozenset(),
    ),
}
WORKERS_OWN = Rules(
    device='a worker’s page, on a device only they use',
    kept=HALF_DAY,
    by_use=False,
    idle=timedelta(minutes=30),
    back=Back.SIGN_IN,
    private=Private.NONE,
    may=frozenset(),
)
WORKERS_SHARED = replace(WORKERS_OWN, device='a worker’s page, elsewhere', idle=timedelta(minutes=5))


def rules_of(key: Key) -> Rules:
    """The row of a device or of the session of a worker."""
    if key.kind is Kind.WORKER:
        return WORKERS_OWN if key.own else WORKERS_SHARED
    return TABLE[key.row]


def idle_of(key: Key) -> timedelta | None:
    """How long nobody need touch it before it locks. A phone with two own compasses asks whose picture it is."""
    return FAMILY_IDLE if key.is_own and key.family else rules_of(key).idle


def may(key: Key, now: datetime) -> frozenset[May]:
    """What a device may do with its compass now. Which private parts it sees is more than a yes or no: the gate says.

    Everyone's device on which the compass was begun is as sure as an own one, until somebody could have picked it up.
    """
    rules = TABLE[key.row]
    if key.row is Row.EVERYONE and key.began and not key.was_locked:
        return EVERYTHING
    if rules.waits and (key.announced is None or now - key.announced < ANNOUNCED):
        return rules.may - rules.waits
    return rules.may


def private_parts(key: Key, now: datetime) -> frozenset[Part]:
    """The private parts that a device shows now; of a tablet that was handed over only what the picture PIN opened."""
    everything = frozenset(PRIVATE_PARTS)
    if key.row is Row.ASKED or asks_picture(key, now) or not may(key, now):
        return frozenset()
    if key.pin:
        return everything
    match TABLE[key.row].private:
        case Private.AS_SAID:
            is_sure = key.is_own or not key.was_locked
            return everything if key.private and is_sure else frozenset()
        case Private.AS_SEEN:
            return everything if key.private else frozenset(key.vouched_parts)
        case _:
            return frozenset()


def asks_picture(key: Key, now: datetime) -> bool:
    """Whether an own device was put down for so long that private parts ask for the person's picture."""
    return key.is_own and (key.shut or now - key.seen > PRIVATE_IDLE + SEEN_STEP)


def is_locked(key: Key, now: datetime) -> bool:
    """Whether a key opens nothing until somebody shows who they are."""
    if key.locked:
        return True
    if key.kind is not Kind.DEVICE:
        return False
    rules, idle_time = TABLE[key.row], idle_of(key)
    idle = idle_time is not None and now - key.seen > idle_time + 2 * SEEN_STEP
    return idle or (rules.locked_kept is not None and not rules.by_use and now - key.made > rules.kept)


def is_idle(key: Key, now: datetime) -> bool:
    """Whether nobody touched the session of a worker for too long; one that lent the tablet waits for them."""
    idle = rules_of(key).idle
    return not key.locked and idle is not None and now - key.seen > idle + 2 * SEEN_STEP


def has_ended(key: Key, now: datetime) -> bool:
    """Whether a key opens nothing any more, whatever anybody shows. Sheets do not end by themselves."""
    match key.kind:
        case Kind.SHEET:
            return False
        case Kind.INVITE:
            return now - key.made > INVITATION_KEPT
        case Kind.LOCKED:
            return now - key.seen > LOCKED_KEPT
        case Kind.WORKER:
            return now - key.made > rules_of(key).kept
        case Kind.DEVICE:
            return _device_has_ended(key, now)


def _device_has_ended(key: Key, now: datetime) -> bool:
    rules = TABLE[key.row]
    if key.row is Row.EVERYONE:
        return now - key.seen > LOCKED_KEPT
    if rules.by_use:
        return now - key.seen > rules.kept
    return now - key.made > rules.kept or (rules.locked_kept is None and is_locked(key, now))
