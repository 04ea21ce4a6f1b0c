"""What one browser may see and change of one compass."""

from dataclasses import dataclass, field
from functools import cached_property

from model.access.refusals import NotHere, Stranger
from model.access.table import May
from model.compass.compass import Compass
from model.compass.part import PRIVATE_PARTS, Part
from model.compass.seen import seen
from model.key import Key, Row
from model.workers.worker import Worker


@dataclass(frozen=True)
class Grant:
    """What a browser may see and change of one compass, and with which key."""

    key: Key
    parts: frozenset[Part]
    worker: Worker | None = None
    may: frozenset[May] = field(default_factory=frozenset)

    @property
    def is_person(self) -> bool:
        """Whether this browser stands for the person, and not for a worker."""
        return self.worker is None

    @property
    def only_looks(self) -> bool:
        """Whether nothing of the compass can be changed in this browser."""
        return May.CHANGE not in self.may

    @property
    def may_take(self) -> bool:
        """Whether the person may take along here what they choose, in plain text: not where one only looks."""
        return self.is_person and not self.only_looks

    @property
    def is_handed_over(self) -> bool:
        """Whether this is the tablet of a worker, in the hands of the person."""
        return self.is_person and self.key.row is Row.HANDED_OVER

    @property
    def is_sure(self) -> bool:
        """Whether this is surely a device of the person's own."""
        return self.is_person and self.key.row is Row.CONFIRMED

    @property
    def is_asked(self) -> bool:
        """Whether this is such a tablet for one question alone."""
        return self.is_person and self.key.row is Row.ASKED

    @property
    def sees_all_private(self) -> bool:
        """Whether it sees all that is private."""
        return self.parts.issuperset(PRIVATE_PARTS)

    @property
    def domains(self) -> frozenset[Part]:
        """The life domains it sees."""
        return frozenset(part for part in self.parts if part.domain)

    @property
    def private(self) -> list[Part]:
        """The private parts that it sees; who sees every life domain is not told of each."""
        seen = (part for part in self.parts if part.is_private)
        return sorted(part for part in seen if part.whole == part or part.whole not in self.parts)

    def refuse_without(self, right: May) -> None:
        """Raises `NotHere` for who may not do this, whatever screen it was asked from."""
        if right not in self.may:
            raise NotHere


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
        shown = seen(self.compass, self.grant.parts)
        if self.grant.is_asked:
            shown.sharing = self.compass.sharing.only(self.grant.key.about)
        return shown
