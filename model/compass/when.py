"""The day of a step: a date that is meant, and perhaps a part of the day, and an hour of it."""

from datetime import date, time, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, model_validator

from model.compass.document import LEFT_OUT_EMPTY

HOURS = tuple(time(hour, minute) for hour in range(7, 22) for minute in (0, 30))
"""The hours that are offered, whole and half."""
NOON, SIX = time(12), time(18)

SortKey = tuple[date, int, time]
"""A day, the place of its part among the parts of a day, and the hour."""


class PartOfDay(StrEnum):
    """Part of a day; the values are pictogram keys."""

    MORNING = 'morning'
    AFTERNOON = 'afternoon'
    EVENING = 'evening'

    @classmethod
    def of(cls, hour: time) -> 'PartOfDay':
        """The part of the day in which an hour is: the afternoon begins at twelve, the evening at six."""
        if hour < NOON:
            return cls.MORNING
        return cls.AFTERNOON if hour < SIX else cls.EVENING


class When(BaseModel):
    """A day, or later, or neither yet; and a part of the day (None means any), and an hour in that part."""

    model_config = ConfigDict(frozen=True, extra='forbid')

    day: date | None = None
    later: bool = False
    part: PartOfDay | None = None
    hour: Annotated[time | None, LEFT_OUT_EMPTY] = None

    @model_validator(mode='after')
    def _hour_in_part(self) -> 'When':
        if self.hour is not None and self.part is not PartOfDay.of(self.hour):
            raise ValueError('the hour is not in this part of the day')
        return self

    def on(self, day: date | None, *, later: bool = False) -> 'When':
        """Returns the same part and hour of another day."""
        return When(day=day, later=later, part=self.part, hour=self.hour)

    def in_part(self, part: PartOfDay | None) -> 'When':
        """Returns another part of the same day; an hour that is not in it is let go."""
        hour = self.hour if self.hour and PartOfDay.of(self.hour) is part else None
        return When(day=self.day, later=self.later, part=part, hour=hour)

    def at(self, hour: time | None) -> 'When':
        """Returns another hour of the same day, and with it the part it is in; None leaves the part as it is."""
        part = PartOfDay.of(hour) if hour else self.part
        return When(day=self.day, later=self.later, part=part, hour=hour)

    def is_past(self, today: date) -> bool:
        """Whether its day went by."""
        return self.day is not None and self.day < today

    def still(self, today: date) -> 'When':
        """Returns what holds for a step that is still to be done: an hour goes by with its day, a part comes back."""
        return When(part=self.part) if self.is_past(today) else self

    @property
    def sort_key(self) -> SortKey:
        """Earliest first, the morning before the evening, an hour before none, later last."""
        parts = list(PartOfDay)
        part = parts.index(self.part) if self.part else len(parts)
        return self.day or date.max, part, self.hour or time.max


def next_weekday(weekday: int, today: date) -> date:
    """The next `weekday` (0 is Monday) after `today`, so today's own name means in a week."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
