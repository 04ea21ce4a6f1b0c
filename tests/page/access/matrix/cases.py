"""The table, row by row and state by state: what such a device sees, and what it may."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from model.access.table import May
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.key import Row
from model.settings import Settings
from tests.soak import SOAK

EVERYTHING = frozenset(May)
BASIC = frozenset({May.CHANGE, May.ANSWER, May.LOWER})
LENT = BASIC | {May.VOUCH}
NOT_YET = EVERYTHING - {May.END, May.RENEW, May.ERASE}
NOTHING = frozenset[May]()
OPEN = EVERY_PART - set(PRIVATE_PARTS)
HAPPENED = OPEN | {Part.HAPPENED}
LOCKED, GONE = '/slot', 'not there'
TAKES_OVER = 'f' * 16
"""A worker about whom a question waits: whether they may take the place of one who left."""
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A device of one row, in one state."""

    row: Row
    sees: frozenset[Part] | str
    """Its parts; or that it is sent to the lock, or finds nothing there."""
    may: frozenset[May] = NOTHING
    idle: timedelta = timedelta()
    """How long nobody touched it."""
    old: timedelta = timedelta()
    """How long ago it came."""
    announced: timedelta | None = None
    key: dict[str, Any] = field(default_factory=dict)

    @property
    def opens(self) -> bool:
        return not isinstance(self.sees, str)

    @property
    def parts(self) -> frozenset[Part]:
        return self.sees if not isinstance(self.sees, str) else frozenset()


SAID, PIN, BEGAN = {'private': True}, {'pin': True}, {'began': True, 'private': True}
SHOWN = {'vouched_parts': ['happened']}
TIRED = {'tries': 3, 'tried': Settings().today().isoformat()}
"""Three wrong pictures were tapped: however many are tapped now, no right one counts any more today."""
CASES = {
    'confirmed': Case(Row.CONFIRMED, EVERY_PART, EVERYTHING, key=SAID),
    'confirmed, not shown what is private': Case(Row.CONFIRMED, OPEN, EVERYTHING),
    'confirmed, put down for half an hour': Case(Row.CONFIRMED, OPEN, EVERYTHING, idle=31 * MINUTE, key=SAID),
    'confirmed, shut since': Case(Row.CONFIRMED, OPEN, EVERYTHING, key=SAID | {'shut': True}),
    'confirmed, put down for 11 months': Case(Row.CONFIRMED, OPEN, EVERYTHING, idle=330 * DAY, key=SAID),
    'confirmed, put down for a year': Case(Row.CONFIRMED, GONE, idle=366 * DAY, key=SAID),
    'confirmed, of a family, put down': Case(Row.CONFIRMED, LOCKED, idle=6 * MINUTE, key=SAID | {'family': True}),
    'confirmed, of a family, in use': Case(Row.CONFIRMED, EVERY_PART, EVERYTHING, key=SAID | {'family': True}),
    'vouched': Case(Row.VOUCHED, HAPPENED, NOT_YET, announced=6 * DAY, key=SHOWN),
    'vouched, seven days later': Case(Row.VOUCHED, HAPPENED, EVERYTHING, announced=8 * DAY, key=SHOWN),
    'vouched, put down for half an hour': Case(
        Row.VOUCHED, OPEN, NOT_YET, idle=31 * MINUTE, announced=timedelta(), key=SHOWN | TIRED
    ),
    'vouched, put down for a year': Case(Row.VOUCHED, GONE, idle=366 * DAY, announced=366 * DAY, key=SAID),
    'vouched, shown more': Case(Row.VOUCHED, EVERY_PART, NOT_YET, announced=timedelta(), key=SAID),
    'unconfirmed': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=timedelta()),
    'unconfirmed, though it was said': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=timedelta(), key=SAID),
    'unconfirmed, eight days later': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=8 * DAY),
    'unconfirmed, put down for a year': Case(Row.UNCONFIRMED, GONE, idle=366 * DAY, announced=366 * DAY),
    'everyone’s, which began it': Case(Row.EVERYONE, EVERY_PART, EVERYTHING, key=BEGAN),
    'everyone’s, came with the sheet': Case(Row.EVERYONE, OPEN, BASIC),
    'everyone’s, put down': Case(Row.EVERYONE, LOCKED, idle=6 * MINUTE, key=BEGAN),
    'everyone’s, put down for a day': Case(Row.EVERYONE, LOCKED, idle=DAY, key=BEGAN),
    'everyone’s, put down for a month': Case(Row.EVERYONE, GONE, idle=31 * DAY, key=BEGAN),
    'everyone’s, after its day': Case(Row.EVERYONE, LOCKED, old=13 * timedelta(hours=1), key=BEGAN),
    'everyone’s, locked': Case(Row.EVERYONE, LOCKED, key=BEGAN | {'locked': True, 'was_locked': True}),
    'everyone’s, opened again': Case(Row.EVERYONE, OPEN, BASIC, key=BEGAN | {'was_locked': True}),
    'everyone’s, with the picture PIN': Case(Row.EVERYONE, EVERY_PART, BASIC, key=PIN),
    'everyone’s, opened again, with the PIN': Case(Row.EVERYONE, EVERY_PART, BASIC, key=PIN | {'was_locked': True}),
    'handed over': Case(Row.HANDED_OVER, OPEN, LENT),
    'handed over, though it was said': Case(Row.HANDED_OVER, OPEN, LENT, key=SAID | {'vouched_parts': ['happened']}),
    'handed over, in a talk': Case(Row.HANDED_OVER, OPEN, LENT, idle=14 * MINUTE),
    'handed over, put down': Case(Row.HANDED_OVER, LOCKED, idle=16 * MINUTE),
    'handed over, locked': Case(Row.HANDED_OVER, LOCKED, key={'locked': True, 'was_locked': True}),
    'handed over, opened again': Case(Row.HANDED_OVER, OPEN, LENT, key={'was_locked': True}),
    'handed over, with the picture PIN': Case(Row.HANDED_OVER, EVERY_PART, LENT, key=PIN),
    'handed over, after its day': Case(Row.HANDED_OVER, GONE, old=13 * timedelta(hours=1)),
    'for one question': Case(Row.ASKED, frozenset(), frozenset({May.ANSWER_ONE}), key={'about': TAKES_OVER}),
    'for one question, with the picture PIN': Case(
        Row.ASKED, frozenset(), frozenset({May.ANSWER_ONE}), key=PIN | SAID | {'about': TAKES_OVER}
    ),
    'for one question, which was answered': Case(Row.ASKED, GONE, key={'about': 'e' * 16}),
    'for one question, put down': Case(Row.ASKED, GONE, idle=16 * MINUTE, key={'about': TAKES_OVER}),
    'only looking': Case(Row.LOOKING, OPEN),
    'only looking, though it was said': Case(Row.LOOKING, OPEN, key=SAID | PIN | {'vouched_parts': ['happened']}),
    'only looking, put down': Case(Row.LOOKING, GONE, idle=6 * MINUTE),
    'only looking, after its day': Case(Row.LOOKING, GONE, old=13 * timedelta(hours=1)),
}
"""A name for each, with what the table says of it."""
OPEN_CASES = [name for name, case in CASES.items() if case.opens]
LESS_THAN_ALL = [name for name in OPEN_CASES if CASES[name].may != EVERYTHING]
TAPPED = LESS_THAN_ALL if SOAK else ['unconfirmed', 'handed over', 'only looking']
"""Every tap of every screen takes a while: three that somebody else than the person may have, and in a long run all."""
