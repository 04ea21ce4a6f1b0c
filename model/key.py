"""A key: what is stored about one sheet, device, session of a worker or invitation. The token itself is not.

How long a key lives, when it locks and what it may: `model.access.table`.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from model.compass.part import StoredPart

SEEN_STEP = timedelta(seconds=20)
"""How far behind the stored moment of last use may lag, so that a tap costs no second write."""


class Kind(StrEnum):
    """What carries the key."""

    SHEET = 'sheet'
    DEVICE = 'device'
    LOCKED = 'locked'
    """The handle of a browser by which its locked keys are found: they take no room in its cookie."""
    WORKER = 'worker'
    """A browser in which a worker signed in."""
    INVITE = 'invite'
    """A link that makes an account, once."""


class Device(StrEnum):
    """What a device looks like."""

    PHONE = 'phone'
    TABLET = 'tablet'
    COMPUTER = 'computer'


class Row(StrEnum):
    """Whose a device is, and how sure that is: a row of the table in `model.access.table`."""

    CONFIRMED = 'confirmed'
    """The person's own, and something of the person said so."""
    VOUCHED = 'vouched'
    """The person's own, as a tablet that was handed over said, or seven days in which nobody objected."""
    UNCONFIRMED = 'unconfirmed'
    """The person's own, as whoever had the sheet said."""
    EVERYONE = 'everyone'
    """Of everyone here."""
    HANDED_OVER = 'handed-over'
    """A worker's, in the hands of the person."""
    ASKED = 'asked'
    """The same for one question: it shows nothing of the compass, and asks whether that worker may look along."""
    LOOKING = 'looking'
    """Of somebody who looks for a moment."""


LENT_ROWS = frozenset({Row.HANDED_OVER, Row.ASKED})
"""The device is a worker's."""
OWN_ROWS = frozenset({Row.CONFIRMED, Row.VOUCHED, Row.UNCONFIRMED})


class Key(BaseModel):
    """One key, as it is stored."""

    model_config = ConfigDict(extra='forbid', frozen=True)

    id: str
    compass: str = ''
    """The compass it opens; empty for a worker's key, a handle and an invitation."""
    worker: str = ''
    """The worker it stands for; of a device, who handed it to the person; of a sheet, who printed it."""
    kind: Kind
    device: Device = Device.TABLET
    own: bool = False
    """Of a worker's key: a device that only they use."""
    row: Row = Row.EVERYONE
    """Of the key of a device."""
    family: bool = False
    """An own device on which somebody else has a compass too: each opens with its picture."""
    began: bool = False
    """The compass was begun with it."""
    private: bool = False
    """It was said that this device may show the private parts."""
    vouched_parts: list[StoredPart] = []
    """The private parts that the tablet saw which vouched for it."""
    pin: bool = False
    """The picture PIN was tapped here, and nothing locked since."""
    shut: bool = False
    """The private parts ask for the person's picture first: nobody touched this device for a while."""
    locked: bool = False
    """Opens nothing until somebody shows who they are; a worker's, when the tablet was handed to a person."""
    was_locked: bool = False
    """It was locked once: nobody knows for sure who opened it."""
    tries: int = 0
    """Wrong answers: to a lock since it fell, to a question for the person's picture on the day of `tried`."""
    tried: date | None = None
    symbol: str = ''
    """It waits for a yes: the pictogram that this device and the one that says yes both show."""
    sheet_by: str = ''
    """The worker who printed the sheet it came in with."""
    announced: datetime | None = None
    """Since when the person can see that it came in, without anybody saying yes."""
    about: str = ''
    """Of a tablet that was handed over: the question it was handed over for, an attachment or a worker."""
    holds: list[str] = []
    """Of a handle: the ids of the locked keys, the last one locked at the end."""
    proved: datetime | None = None
    """When its worker last showed in full who they are; not with a one-time code alone."""
    made: datetime
    seen: datetime

    @model_validator(mode='before')
    @classmethod
    def _of_today(cls, stored: Any) -> Any:
        """A key of a program that knew no rows, brought up to date."""
        return _migrated(stored) if isinstance(stored, dict) and 'scope' in stored else stored

    @property
    def is_own(self) -> bool:
        """Whether this device is said to be the person's own."""
        return self.kind is Kind.DEVICE and self.row in OWN_ROWS

    @property
    def is_lent(self) -> bool:
        """Whether this device is a worker's, in the hands of the person."""
        return self.kind is Kind.DEVICE and self.row in LENT_ROWS


def _migrated(stored: dict[str, Any]) -> dict[str, Any]:
    """Own with full scope is confirmed, own without is not; the days of that one begin when it is used again.

    The others are everyone's; one that a worker handed over stays that.
    """
    fields = {name: value for name, value in stored.items() if name not in {'scope', 'sole', 'vouched', 'wants_all'}}
    if stored.get('kind') != Kind.DEVICE:
        return fields
    full, own = stored['scope'] == 'full', fields.pop('own', False)
    if own:
        return fields | {'row': Row.CONFIRMED if full else Row.UNCONFIRMED, 'private': full}
    if stored.get('worker'):
        return fields | {'row': Row.HANDED_OVER}
    return fields | {'row': Row.EVERYONE, 'began': full, 'private': full}
