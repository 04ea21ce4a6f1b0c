"""The parts of a compass by name, and what each says about who sees it and where it goes.

A field of the compass says which part it is by an annotation, see `model.compass.compass`. What a part does not say,
and a field of which nobody said anything, is closed: it is seen by who may see everything, and goes nowhere.
"""

import re
from collections.abc import Iterator, Set
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, GetPydanticSchema
from pydantic_core import core_schema


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


MOST_NAMED = 100
"""Life domains of which the part is remembered: which there are is configuration, so they are few."""
_DOMAIN = re.compile(r'life\.([a-z0-9]+(?:-[a-z0-9]+)*)')


class Part(str):
    """What somebody may or may not see and change: one that is named here, or one life domain.

    Not an enumeration, because which life domains there are is configuration. Raises `ValueError` for any other name.
    """

    __slots__ = ()

    RING: ClassVar['Part']
    """Who the person is, the strengths and the wishes, with their photos."""
    STEPS: ClassVar['Part']
    """The steps, with whom and when, and the photos beside them."""
    HAPPENED: ClassVar['Part']
    OBSTACLES: ClassVar['Part']
    LIFE: ClassVar['Part']
    """Every life domain, those that nobody filled yet included."""
    NUMBERS: ClassVar['Part']
    """The telephone numbers of people on the compass."""
    SHARING: ClassVar['Part']
    """Who looks along, and how the compass opens: the person's own affair."""

    def __new__(cls, name: str) -> Self:
        if name not in _NAMES and not _DOMAIN.fullmatch(name):
            raise ValueError(f'no such part: {name}')
        return super().__new__(cls, name)

    @classmethod
    @lru_cache(MOST_NAMED)
    def of_domain(cls, key: str) -> Self:
        """Returns the part that one life domain is. Raises `ValueError`."""
        return cls(f'life.{key}')

    @property
    def domain(self) -> str | None:
        """The key of the life domain that this part is, None for any other."""
        found = _DOMAIN.fullmatch(self)
        return found[1] if found else None

    @property
    def whole(self) -> 'Part':
        """Of one life domain all of them, of any other the part itself."""
        return Part.LIFE if self.domain else self

    def is_in(self, parts: Set['Part']) -> bool:
        """Whether who sees these parts sees this one."""
        return self in parts or self.whole in parts

    def goes(self, way: Way) -> bool:
        """Whether it said that it goes there."""
        return way in (_WAYS_OF_A_DOMAIN if self.domain else _WAYS.get(self, frozenset()))

    @property
    def is_private(self) -> bool:
        """Whether it is seen only on a device that may see everything, and by who was told."""
        return not self.goes(Way.DEVICE)


_NAMES = ('ring', 'steps', 'happened', 'obstacles', 'life', 'numbers', 'sharing')
for _name in _NAMES:
    setattr(Part, _name.upper(), Part(_name))

_OPEN = frozenset({Way.DEVICE, Way.SNAPSHOT, Way.PAPER, Way.EXPORT})
_PRIVATE = frozenset({Way.TOLD, Way.PAPER_ASKED, Way.EXPORT})
_WAYS = {
    Part.RING: _OPEN,
    Part.STEPS: _OPEN,
    Part.HAPPENED: _PRIVATE,
    Part.OBSTACLES: _PRIVATE,
    Part.LIFE: frozenset[Way](),
    Part.NUMBERS: frozenset[Way](),
    Part.SHARING: frozenset({Way.DEVICE}),
}
_WAYS_OF_A_DOMAIN = frozenset({Way.TOLD})
"""Shared one by one. To record whole life domains unasked is more than is needed, says the privacy authority."""

_AS_STORED = core_schema.no_info_after_validator_function(Part, core_schema.str_schema())
StoredPart = Annotated[Part, GetPydanticSchema(lambda _, __: _AS_STORED)]
"""A part in a document. Not said by `Part` itself: as the annotation of a field it would change what that holds."""

EVERY_PART = frozenset(map(Part, _NAMES))
PRIVATE_PARTS = tuple(part for part in map(Part, _NAMES) if part.is_private)
OPEN_PARTS = EVERY_PART - set(PRIVATE_PARTS)
"""What a device sees that may not see everything."""


class Seen(StrEnum):
    """What a field can say instead of a part, or beside it."""

    BY_ANYONE = 'by anyone'
    """Seen with whatever part. Changed with the part of the field; without one, with any."""


def going(*ways: Way) -> frozenset[Part]:
    """Returns the parts that go on one of these ways."""
    return frozenset(part for part in EVERY_PART if any(part.goes(way) for way in ways))


@cache
def parts_of(document: type[BaseModel], field: str) -> frozenset[Part]:
    """Returns the parts a field belongs to: one, more when it is divided among them, or none."""
    return frozenset(said for said in document.model_fields[field].metadata if isinstance(said, Part))


@cache
def is_seen_by_anyone(document: type[BaseModel], field: str) -> bool:
    """Whether a field says that it is seen with whatever part."""
    return Seen.BY_ANYONE in document.model_fields[field].metadata


def fields_seen(document: type[BaseModel], parts: Set[Part]) -> Iterator[str]:
    """Yields the names of the fields that are seen with these parts, wholly or in part."""
    wholes = {part.whole for part in parts}
    for field in document.model_fields:
        if is_seen_by_anyone(document, field) or parts_of(document, field) & wholes:
            yield field
