"""Where a photo, drawing, voice or library picture goes on the compass."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import ConfigDict, model_validator

from model.catalogue.conditions import CONDITIONS
from model.compass.document import LEFT_OUT_EMPTY, Document
from model.compass.life.places import LifePlace
from model.compass.part import Part

_ID = re.compile(r'[0-9a-f]{8,32}')
LONGEST_KEY = 40
"""Characters of the key of a life domain."""
_KEY = re.compile(rf'(?=.{{1,{LONGEST_KEY}}}$)[a-z0-9]+(-[a-z0-9]+)*')


class Spot(StrEnum):
    """A kind of target. The plural ones make a new answer, the singular ones belong to one that is there."""

    ALBUM = 'album'
    CONDITION = 'condition'
    STRENGTH = 'strength'
    WISHES = 'wishes'
    WISH = 'wish'
    STEPS = 'steps'
    STEP = 'step'
    LIFE = 'life'
    """In a life domain, both: `within` says which."""


class Moment(StrEnum):
    """When a photo beside a step was taken; the values are pictogram keys."""

    BEFORE = 'before'
    DOING = 'doing'
    DONE = 'done-it'


_WORDS_BEFORE = {'action': 'step', 'actions': 'steps'}
"""What stood in addresses before; a page that was open then may still send there."""
_WITH_ID = {Spot.STRENGTH, Spot.WISH, Spot.STEP}


class Target(Document):
    """One target.

    As text, in addresses: `album`, `condition.belong`, `strength.3f…`, `step.9a….before`, `life.money.now`.
    """

    model_config = ConfigDict(frozen=True, extra='forbid')

    spot: Spot
    of: Annotated[str, LEFT_OUT_EMPTY] = ''
    """The key of the condition or the life domain, or the id of the strength, wish or step."""
    moment: Annotated[Moment | None, LEFT_OUT_EMPTY] = None
    """For what stands beside a step; without it, it is the picture (or the spoken words) of the step."""
    within: Annotated[str, LEFT_OUT_EMPTY] = ''
    """In a life domain: one of its places for a new answer, or the id of one that is there."""

    @model_validator(mode='after')
    def _fits_together(self) -> Self:
        named = {Spot.CONDITION: self.of in CONDITIONS} | dict.fromkeys(_WITH_ID, bool(_ID.fullmatch(self.of)))
        named[Spot.LIFE] = bool(_KEY.fullmatch(self.of) and (self.place or _ID.fullmatch(self.within)))
        if not named.get(self.spot, not self.of) or (self.moment and self.spot is not Spot.STEP):
            raise ValueError('no such target')
        if self.within and self.spot is not Spot.LIFE:
            raise ValueError('no such target')
        return self

    @property
    def is_of_an_answer(self) -> bool:
        """Whether what goes there makes or shows an answer, and is not just kept with the compass."""
        return self.spot is not Spot.ALBUM and self.moment is None

    @property
    def is_on_compass(self) -> bool:
        """Whether what goes there is seen on the compass itself."""
        return self.is_of_an_answer and self.spot is not Spot.LIFE

    @property
    def place(self) -> LifePlace | None:
        """The place of a life domain in which it makes a new answer."""
        return LifePlace(self.within) if self.within in set(LifePlace) else None

    @property
    def part(self) -> Part:
        """The part of the compass it belongs to."""
        if self.spot is Spot.LIFE:
            return Part.of_domain(self.of)
        return Part.STEPS if self.spot in {Spot.STEP, Spot.STEPS} else Part.RING

    @classmethod
    def parse(cls, text: str) -> Self:
        """Returns the target that `str()` wrote. Raises `ValueError`."""
        spot, *rest = text.split('.')
        spot = _WORDS_BEFORE.get(spot, spot)
        of, last, *more = [*rest, '', '']
        if any(more):
            raise ValueError('no such target')
        if spot == Spot.LIFE:
            return cls(spot=Spot.LIFE, of=of, within=last)
        return cls(spot=Spot(spot), of=of, moment=Moment(last) if last else None)

    def __str__(self) -> str:
        return '.'.join(part for part in (self.spot, self.of, self.moment, self.within) if part)


ALBUM = Target(spot=Spot.ALBUM)
