"""Recording activity: who did what with which compass and when, never what it says."""

from contextlib import suppress
from datetime import datetime, timedelta

from model.access.grant import Grant
from model.activity import Activity, ActivityKind
from model.settings import Settings
from model.storage.protocols import ActivityLog
from model.workers.worker import Worker

SAME_ACTIVITY = timedelta(minutes=15)
"""Seeing and changing within this time are one line."""
_REPEATED = {ActivityKind.SAW, ActivityKind.CHANGED}


class Record:
    """What was done, for the coordinator and for the person whose compass it was done with."""

    def __init__(self, log: ActivityLog, settings: Settings) -> None:
        self._log = log
        self._settings = settings
        self._last: dict[tuple[str, str, str], datetime] = {}

    def add(self, kind: ActivityKind, who: Grant | Worker | None, compass_id: str = '', whom: str = '') -> None:
        """Record what was done. A full disk stops nobody.

        Seeing and changing are recorded once in a quarter of an hour for each key.
        """
        now = self._settings.now()
        worker = who.worker if isinstance(who, Grant) else who
        key = who.key.id[:8] if isinstance(who, Grant) else ''
        known = (kind, compass_id, worker.id if worker else key)
        if kind in _REPEATED and now - self._last.get(known, datetime.min.replace(tzinfo=now.tzinfo)) < SAME_ACTIVITY:
            return
        self._last[known] = now
        worker_id = worker.id if worker else ''
        with suppress(OSError):
            self._log.add(Activity(at=now, kind=kind, compass=compass_id, worker=worker_id, key=key, whom=whom))

    def latest(self, most: int) -> list[Activity]:
        """Returns what everyone did this month, for the coordinator, the newest first. Raises `Unreadable`."""
        return self._log.latest(self._settings.today(), most)

    def of(self, compass_id: str, most: int) -> list[Activity]:
        """Returns what was done with one compass, the newest first. Raises `NoSuchCompass`, `Unreadable`."""
        return self._log.latest_of(compass_id, most)

    def forget_repeats(self) -> None:
        """Let go of what is too long ago to be the same."""
        now = self._settings.now()
        self._last = {known: at for known, at in self._last.items() if now - at < SAME_ACTIVITY}
