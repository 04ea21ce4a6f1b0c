"""Where a photo, drawing, voice or library picture goes on the compass."""

import re
from enum import StrEnum
from typing import Self

from pydantic import ConfigDict, model_validator

from model.catalogue.conditions import CONDITIONS
from model.compass.document import Document

_ID = re.compile(r'[0-9a-f]{8,32}')


class Spot(StrEnum):
    """A kind of target. The plural ones make a new answer, the singular ones belong to one that is there."""

    ALBUM = 'album'
    CONDITION = 'condition'
    STRENGTH = 'strength'
    WISHES = 'wishes'
    WISH = 'wish'
    STEPS = 'steps'
    STEP = 'step'


class Moment(StrEnum):
    """When a photo beside a step was taken; the values are pictogram keys."""

    BEFORE = 'before'
    DOING = 'doing'
    DONE = 'done-it'


_WORDS_BEFORE = {'action': 'step', 'actions': 'steps'}
"""What stood in addresses before; a page that was open then may still send there."""
_WITH_ID = {Spot.STRENGTH, Spot.WISH, Spot.STEP}


class Target(Document):
    """One target. As text, in addresses: `album`, `condition.belong`, `strength.3f…`, `step.9a….before`."""

    model_config = ConfigDict(frozen=True, extra='forbid')

    spot: Spot
    of: str = ''
    """The key of the condition, or the id of the strength, wish or step."""
    moment: Moment | None = None
    """For what stands beside a step; without it, it is the picture (or the spoken words) of the step."""

    @model_validator(mode='after')
    def _fits_together(self) -> Self:
        named = {Spot.CONDITION: self.of in CONDITIONS} | dict.fromkeys(_WITH_ID, bool(_ID.fullmatch(self.of)))
        if not named.get(self.spot, not self.of) or (self.moment and self.spot is not Spot.STEP):
            raise ValueError('no such target')
        return self

    @property
    def is_on_compass(self) -> bool:
        """Whether what goes there is seen on the compass itself, and not just kept with it."""
        return self.spot is not Spot.ALBUM and self.moment is None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Returns the target that `str()` wrote. Raises `ValueError`."""
        spot, *rest = text.split('.')
        spot = _WORDS_BEFORE.get(spot, spot)
        of, moment, *more = [*rest, '', '']
        if any(more):
            raise ValueError('no such target')
        return cls(spot=Spot(spot), of=of, moment=Moment(moment) if moment else None)

    def __str__(self) -> str:
        return '.'.join(part for part in (self.spot, self.of, self.moment) if part)


ALBUM = Target(spot=Spot.ALBUM)
