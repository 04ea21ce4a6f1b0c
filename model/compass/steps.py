"""A step: one concrete action for the coming days."""

from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from model.compass.answer import Answer, Document, Identifier, new_id
from model.compass.when import When

A_WEEK = timedelta(days=7)


class Stage(StrEnum):
    """Where a step stands on the board; the values are pictogram keys."""

    TODAY = 'today'
    THIS_WEEK = 'this-week'
    LATER = 'later'
    DONE = 'done'


class Action(Document):
    """A small concrete step: what, with whom, when, the day it was set and the day it was done."""

    id: Identifier = Field(default_factory=new_id)
    answer: Answer
    companions: list[Answer] = []
    when: When | None = None
    wish: Identifier | None = None
    set_on: date
    done_on: date | None = None
    taken_off_on: date | None = None
    towards: Answer | None = None
    """The bigger step this one was made smaller from."""
    contact: Identifier | None = None
    """The contact in which it was made or last moved."""

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.done_on is None and self.taken_off_on is None

    def stage(self, today: date) -> Stage:
        """Where it stands on the board. A step whose day went by can still be done: today."""
        if self.done_on is not None:
            return Stage.DONE
        day = self.when.day if self.when else None
        if day is None or day >= today + A_WEEK:
            return Stage.LATER
        return Stage.TODAY if day <= today else Stage.THIS_WEEK

    def is_ahead(self, today: date) -> bool:
        """Open, and its day is not past."""
        return self.is_open and (self.when is None or self.when.day is None or self.when.day >= today)
