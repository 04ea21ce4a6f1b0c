"""One life domain: how it goes there, what stands in its places, and whether the person wants to talk about it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from model.compass.document import LEFT_OUT_EMPTY, NotThere
from model.compass.life.answers import LifeAnswer, LifeAnswers
from model.compass.life.places import LifePlace
from model.compass.opening.folded import FOLDED, is_folded
from model.compass.private import Written
from model.compass.step import Felt
from model.compass.taken_off import TakenOff, may_be_off


def says_nothing(place: LifeAnswers) -> bool:
    """Whether nothing stands in a place, and nothing can be put back: such a place is not in the file, nor folded."""
    return not is_folded(place) and place.is_empty


Place = Annotated[LifeAnswers, FOLDED, Field(exclude_if=says_nothing)]
"""Most of ten domains are mostly empty: that takes no room in the file."""


class LifeDomain(Written):
    """What one person said about one domain; all of it may be absent."""

    written_with: Annotated[list[str], LEFT_OUT_EMPTY] = []
    felt: Annotated[Felt | None, LEFT_OUT_EMPTY] = None
    """How it goes here; never added up or ranked."""
    talk_since: Annotated[datetime | None, LEFT_OUT_EMPTY] = None
    """Since when the person wants to talk about this in the next contact; None when not."""
    now: Place = Field(default_factory=LifeAnswers)
    strength: Place = Field(default_factory=LifeAnswers)
    mine: Place = Field(default_factory=LifeAnswers)
    people: Place = Field(default_factory=LifeAnswers)
    professionals: Place = Field(default_factory=LifeAnswers)
    wish: Place = Field(default_factory=LifeAnswers)

    def at(self, place: LifePlace) -> LifeAnswers:
        """Returns what stands in one place."""
        answers: LifeAnswers = getattr(self, place)
        return answers

    def find(self, answer_id: str | None) -> LifeAnswer | None:
        """Returns what has this id, in whatever place; None when there is no such thing."""
        return next((one for one in self.answers if one.id == answer_id), None)

    def place_of(self, answer_id: str) -> LifePlace:
        """Returns the place in which this stands, or stood until it was taken off. Raises `NotThere`."""
        for place in LifePlace:
            if self.at(place).find(answer_id) or self.at(place).find_off(answer_id):
                return place
        raise NotThere(answer_id)

    @property
    def answers(self) -> Iterator[LifeAnswer]:
        """All that stands here, place after place."""
        for place in LifePlace:
            yield from self.at(place).items

    @property
    def all(self) -> list[object]:
        """All that anybody said here, place after place, with what was just taken off there; nothing is opened."""
        said = (one for one in (self.felt, self.talk_since) if one is not None)
        return [*(self.at(place) for place in LifePlace if not says_nothing(self.at(place))), *said]

    @property
    def off(self) -> Iterator[TakenOff[LifeAnswer]]:
        """All that was taken off and can be put back, place after place."""
        for place in filter(may_be_off, map(self.at, LifePlace)):
            yield from place.off

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything here."""
        return not self.all

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""
        for place in filter(may_be_off, map(self.at, LifePlace)):
            place.clear_off(but_of=but_of)
