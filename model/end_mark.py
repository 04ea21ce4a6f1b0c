"""What is left of a sheet or an invitation that ended, so that whoever still holds it can be told."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from model.key import OWN_ROWS, Kind, Row

MARK_KEPT = timedelta(days=365)
MARKED = frozenset({Kind.SHEET, Kind.INVITE})
"""What is carried on paper or in a message, and comes back long after; a device hears at once that its key ended."""
MARKED_WHEN_ERASED = OWN_ROWS | {Row.EVERYONE}
"""Devices of the person, who may not have seen that the compass was erased; not who only looks, nor a worker's."""


class EndMark(BaseModel):
    """That a key ended; not of whom or of which compass it was. It is found by the hash of its token.

    Of a device there is one only when its compass was erased.
    """

    model_config = ConfigDict(extra='forbid', frozen=True)

    kind: Kind
    on: date

    def is_over(self, today: date) -> bool:
        """Whether it was kept long enough."""
        return today - self.on > MARK_KEPT
