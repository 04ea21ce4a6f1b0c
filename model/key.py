"""A key: what is stored about one sheet, device, session of a worker or invitation. The token itself is not."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

OWN_DEVICE_KEPT = timedelta(days=365)
IDLE = timedelta(minutes=2)
"""After this a shared device is locked: a tablet is put down and walked away from."""
SOLE_KEPT = timedelta(minutes=10)
"""How long a locked device stays that is the only way to a compass."""
WORKER_OWN_IDLE = timedelta(minutes=30)
WORKER_SHARED_IDLE = timedelta(minutes=5)
WORKER_KEPT = timedelta(hours=12)
"""After this a worker signs in again, whatever happens."""
INVITATION_KEPT = timedelta(days=7)
SEEN_STEP = timedelta(seconds=20)
"""How far behind the stored moment of last use may lag, so that a tap costs no second write."""


class Kind(StrEnum):
    """What carries the key."""

    SHEET = 'sheet'
    DEVICE = 'device'
    WORKER = 'worker'
    """A browser in which a worker signed in."""
    INVITE = 'invite'
    """A link that makes an account, once."""


class Device(StrEnum):
    """What a device looks like."""

    PHONE = 'phone'
    TABLET = 'tablet'
    COMPUTER = 'computer'


class Scope(StrEnum):
    """What the key opens: everything, or all but what happened and what is in the way."""

    FULL = 'full'
    OPEN = 'open'


class Key(BaseModel):
    """One key, as it is stored."""

    model_config = ConfigDict(extra='forbid', frozen=True)

    id: str
    compass: str = ''
    """The compass it opens; empty for a worker's key and an invitation."""
    worker: str = ''
    """The worker it stands for; of a device, the one who handed it to the person."""
    kind: Kind
    scope: Scope
    device: Device = Device.TABLET
    own: bool = False
    """A device of the person's own, remembered for a year; a shared one is locked after two idle minutes."""
    sole: bool = False
    """The only way to a compass, as long as nobody took the sheet along: ended later than others."""
    locked: bool = False
    """Opens nothing until somebody shows who they are; a worker's, when the tablet was handed to a person."""
    vouched: datetime | None = None
    """When a worker vouched for this device, so that it sees everything."""
    wants_all: bool = False
    """This device asks to see the private parts too."""
    tries: int = 0
    """Wrong answers since it was locked."""
    proved: datetime | None = None
    """When its worker last showed in full who they are; not with a one-time code alone."""
    made: datetime
    seen: datetime

    @property
    def idle(self) -> timedelta | None:
        """How long nobody need touch this device before it is locked; None for the person's own."""
        if self.kind is Kind.WORKER:
            return WORKER_OWN_IDLE if self.own else WORKER_SHARED_IDLE
        return None if self.own else IDLE

    def is_idle(self, now: datetime) -> bool:
        """Whether nobody touched this device for too long; one that a worker lent waits for them."""
        if self.kind is Kind.WORKER:
            idle = WORKER_OWN_IDLE if self.own else WORKER_SHARED_IDLE
            return not self.locked and now - self.seen > idle + 2 * SEEN_STEP
        if self.own or self.kind is not Kind.DEVICE:
            return False
        return now - self.seen > IDLE + 2 * SEEN_STEP

    def has_expired(self, now: datetime) -> bool:
        """Whether it was not used for too long; sheets do not expire."""
        unused = now - self.seen
        if self.kind is Kind.SHEET:
            return False
        if self.kind is Kind.INVITE:
            return now - self.made > INVITATION_KEPT
        if self.kind is Kind.WORKER:
            return now - self.made > WORKER_KEPT
        if self.own:
            return unused > OWN_DEVICE_KEPT
        if self.worker and now - self.made > WORKER_KEPT:
            return True
        return unused > (SOLE_KEPT if self.sole else IDLE) + 2 * SEEN_STEP
