"""One step: something small and concrete for the coming days, and where it stands on the board."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from model.compass.answer import Answer
from model.compass.document import LEFT_OUT_EMPTY, Identified, Identifier
from model.compass.taken_off import TakenOff
from model.compass.when import When

A_WEEK = timedelta(days=7)


class Stage(StrEnum):
    """Where a step stands on the board; the values are pictogram keys."""

    TODAY = 'today'
    THIS_WEEK = 'this-week'
    LATER = 'later'
    DONE = 'done'


class Felt(StrEnum):
    """How a step went, as the person says it; the values are pictogram keys."""

    GOOD = 'face-good'
    SO_SO = 'face-so-so'
    BAD = 'face-bad'


class Step(Identified):
    """A small concrete step: what, with whom, when, the day it was set and the day it was done."""

    answer: Answer
    companions: Annotated[list[Answer], LEFT_OUT_EMPTY] = []
    companions_off: Annotated[list[TakenOff[Answer]], LEFT_OUT_EMPTY] = []
    """Who was just taken off it again."""
    helps: Annotated[list[Answer], LEFT_OUT_EMPTY] = []
    """What of the person's own strength helps with it."""
    when: Annotated[When | None, LEFT_OUT_EMPTY] = None
    wish: Annotated[Identifier | None, LEFT_OUT_EMPTY] = None
    set_on: date
    done_on: Annotated[date | None, LEFT_OUT_EMPTY] = None
    felt: Annotated[Felt | None, LEFT_OUT_EMPTY] = None
    """How it went; None while nobody said so, which is fine."""
    rung: Annotated[int | None, Field(ge=1), LEFT_OUT_EMPTY] = None
    """Where the person put it on the ladder, among the steps towards the same wish; None while nobody did."""
    towards: Annotated[Answer | None, LEFT_OUT_EMPTY] = None
    """The bigger step this one was made smaller from."""
    contact: Annotated[Identifier | None, LEFT_OUT_EMPTY] = None
    """The contact in which it was made or last moved."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None

    @property
    def is_bare(self) -> bool:
        """A starter tile of which nobody said anything more."""
        return self.answer.is_bare and not (
            self.companions or self.companions_off or self.helps or self.when or self.towards
        )

    @property
    def day(self) -> date | None:
        """The day it is meant for; None for later, and while that is open."""
        return self.when.day if self.when else None

    def stage(self, today: date) -> Stage:
        """Returns where it stands on the board. A step whose day went by can still be done: today."""
        if self.done_on is not None:
            return Stage.DONE
        if self.day is None or self.day >= today + A_WEEK:
            return Stage.LATER
        return Stage.TODAY if self.day <= today else Stage.THIS_WEEK

    def is_ahead(self, today: date) -> bool:
        """Whether it is open, and its day not past."""
        return self.is_open and not (self.when or When()).is_past(today)


def ahead_first(steps: Iterable[Step], today: date) -> list[Step]:
    """Returns open steps in their order, those whose day went by last: they take no place from what is ahead."""
    return sorted(steps, key=lambda step: not step.is_ahead(today))
