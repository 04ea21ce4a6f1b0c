"""The parts of a compass by name, and what each says about who sees it and where it goes.

A field of the compass says which part it is by an annotation, see `model.compass.compass`. What a part does not say,
and a field of which nobody said anything, is closed: it is seen by who may see everything, and goes nowhere.
"""

from collections.abc import Iterator, Set
from enum import StrEnum

from pydantic import BaseModel


class Way(StrEnum):
    """A way on which a part leaves the document, or is seen by others than the person."""

    DEVICE = 'device'
    """Seen on a device that came in by the sheet alone, until one that sees everything says yes."""
    TOLD = 'told'
    """Shared with a worker by a tap of the person's own, for this part alone."""
    SNAPSHOT = 'snapshot'
    """Stored with each contact that is over, see `model.compass.contact`."""
    PAPER = 'paper'
    """Printed."""
    PAPER_ASKED = 'paper, asked'
    """Printed when that is asked for."""
    EXPORT = 'export'
    """In what the person takes along to another place."""


class Part(StrEnum):
    """What somebody may or may not see and change."""

    RING = 'ring'
    """Who the person is, the strengths and the wishes, with their photos."""
    STEPS = 'steps'
    """The steps, with whom and when, and the photos beside them."""
    HAPPENED = 'happened'
    OBSTACLES = 'obstacles'
    SHARING = 'sharing'
    """Who looks along, and how the compass opens: the person's own affair."""

    def goes(self, way: Way) -> bool:
        """Whether it said that it goes there."""
        return way in _WAYS.get(self, frozenset())

    @property
    def is_private(self) -> bool:
        """Whether it is seen only on a device that may see everything, and by who was told."""
        return not self.goes(Way.DEVICE)


_OPEN = frozenset({Way.DEVICE, Way.SNAPSHOT, Way.PAPER, Way.EXPORT})
_PRIVATE = frozenset({Way.TOLD, Way.PAPER_ASKED, Way.EXPORT})
_WAYS = {
    Part.RING: _OPEN,
    Part.STEPS: _OPEN,
    Part.HAPPENED: _PRIVATE,
    Part.OBSTACLES: _PRIVATE,
    Part.SHARING: frozenset({Way.DEVICE}),
}

EVERY_PART = frozenset(Part)
PRIVATE_PARTS = tuple(part for part in Part if part.is_private)
OPEN_PARTS = EVERY_PART - set(PRIVATE_PARTS)
"""What a device sees that may not see everything."""


class Seen(StrEnum):
    """What a field can say instead of a part, or beside it."""

    BY_ANYONE = 'by anyone'
    """Seen with whatever part. Changed with the part of the field; without one, with any."""


def going(*ways: Way) -> frozenset[Part]:
    """Returns the parts that go on one of these ways."""
    return frozenset(part for part in Part if any(part.goes(way) for way in ways))


def parts_of(document: type[BaseModel], field: str) -> frozenset[Part]:
    """Returns the parts a field belongs to: one, more when it is divided among them, or none."""
    return frozenset(said for said in document.model_fields[field].metadata if isinstance(said, Part))


def is_seen_by_anyone(document: type[BaseModel], field: str) -> bool:
    """Whether a field says that it is seen with whatever part."""
    return Seen.BY_ANYONE in document.model_fields[field].metadata


def fields_seen(document: type[BaseModel], parts: Set[Part]) -> Iterator[str]:
    """Yields the names of the fields that are seen with these parts, wholly or in part."""
    for field in document.model_fields:
        if is_seen_by_anyone(document, field) or parts_of(document, field) & parts:
            yield field
