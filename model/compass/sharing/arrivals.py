"""Devices that came in by a sheet, as long as nobody said whether that was the person."""

from datetime import datetime

from model.compass.document import Document, Identifier

MOST_ARRIVALS = 20
"""As many as a compass has devices."""


class Arrival(Document):
    """One device that came in."""

    key: Identifier
    at: datetime
    sheet_by: Identifier | None = None
    """The worker who printed the sheet it came in with; None when the person did."""


class Arrivals(Document):
    """The devices that came in, the newest last."""

    items: list[Arrival] = []

    def announce(self, key_id: str, now: datetime, sheet_by: str | None = None) -> None:
        """A device came in; the same one is there once."""
        others = [one for one in self.items if one.key != key_id]
        self.items = [*others, Arrival(key=key_id, at=now, sheet_by=sheet_by)][-MOST_ARRIVALS:]

    def close(self, key_id: str) -> None:
        """Somebody said whose device this is, or it ended."""
        self.items = [one for one in self.items if one.key != key_id]
