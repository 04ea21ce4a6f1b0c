"""The day of a step: a date that is meant, and perhaps a part of the day."""

from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

SortKey = tuple[date, int]
"""A day, and the place of its part among the parts of a day."""


class PartOfDay(StrEnum):
    """Part of a day; the values are pictogram keys."""

    MORNING = 'morning'
    AFTERNOON = 'afternoon'
    EVENING = 'evening'


class When(BaseModel):
    """A day, or later, or neither yet; and a part of the day (None means any)."""

    model_config = ConfigDict(frozen=True, extra='forbid')

    day: date | None = None
    later: bool = False
    part: PartOfDay | None = None

    @property
    def sort_key(self) -> SortKey:
        """Earliest first, the morning before the evening, later last."""
        parts = list(PartOfDay)
        return self.day or date.max, parts.index(self.part) if self.part else len(parts)


def next_weekday(weekday: int, today: date) -> date:
    """The next `weekday` (0 is Monday) after `today`, so today's own name means in a week."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
