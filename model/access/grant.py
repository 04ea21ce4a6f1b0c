"""What one browser may see and change of one compass."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from model.access.refusals import Stranger
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.seen import seen
from model.key import Key, Scope
from model.workers.worker import Worker

ERASE_AFTER = timedelta(days=1)
"""How long a device of the person's own is seen in the list of keys before it may erase everything."""


@dataclass(frozen=True)
class Grant:
    """What a browser may see and change of one compass, and with which key."""

    key: Key
    parts: frozenset[Part]
    worker: Worker | None = None

    @property
    def is_person(self) -> bool:
        """Whether this browser stands for the person, and not for a worker."""
        return self.worker is None

    @property
    def may_manage(self) -> bool:
        """Whether it may end other devices and close the compass with pictures.

        Not for who only came to look, and not on a tablet that a worker handed over, perhaps to nobody.
        """
        return self.is_person and not self.key.worker and (self.key.own or self.key.scope is Scope.FULL)

    def may_erase(self, now: datetime) -> bool:
        """Whether it may take everything away. A device let in by a finder or a worker is seen a day before it may."""
        if not self.may_manage:
            return False
        since = self.key.vouched or (None if self.key.scope is Scope.FULL else self.key.made)
        return since is None or now - since > ERASE_AFTER


@dataclass(frozen=True)
class Opened:
    """A compass that was opened in one browser: read once, and handed on to whoever needs it."""

    grant: Grant
    compass: Compass
    """All of it: for `model.access` alone. Screens and routes look at `seen`."""

    @property
    def compass_id(self) -> str:
        """The id of the compass."""
        return self.compass.id

    def refuse_without_ring(self) -> None:
        """For what is up to who may see the ring: the person, or a worker who sees everything. Raises `Stranger`."""
        if Part.RING not in self.grant.parts:
            raise Stranger

    @cached_property
    def seen(self) -> Compass:
        """The compass as this browser may see it."""
        return seen(self.compass, self.grant.parts)
