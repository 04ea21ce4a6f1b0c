"""Recording activity: who did what with which compass and when, never what it says."""

from contextlib import suppress
from datetime import datetime, timedelta

from model.access.grant import Grant
from model.activity import Deed, Fact, Log
from model.settings import Settings
from model.storage.files.compasses import NoSuchCompass, Store
from model.workers.worker import Worker

SAME_ACTIVITY = timedelta(minutes=15)
"""Seeing and changing within this time are one line."""
_REPEATED = {Deed.SAW, Deed.CHANGED}


class Record:
    """Two lines for each activity: one with the compass, erased with it, and one for the coordinator."""

    def __init__(self, compasses: Store, settings: Settings) -> None:
        self._compasses = compasses
        self._settings = settings
        self._folder = settings.data / 'log'
        self._folder.mkdir(parents=True, exist_ok=True)
        self._last: dict[tuple[str, str, str], datetime] = {}

    def add(self, did: Deed, who: Grant | Worker | None, compass_id: str = '', whom: str = '') -> None:
        """Record what was done. A full disk stops nobody.

        Seeing and changing are recorded once in a quarter of an hour for each key.
        """
        now = self._settings.now()
        worker = who.worker if isinstance(who, Grant) else who
        key = who.key.id[:8] if isinstance(who, Grant) else ''
        known = (did, compass_id, worker.id if worker else key)
        if did in _REPEATED and now - self._last.get(known, datetime.min.replace(tzinfo=now.tzinfo)) < SAME_ACTIVITY:
            return
        self._last[known] = now
        fact = Fact(at=now, did=did, compass=compass_id, worker=worker.id if worker else '', key=key, whom=whom)
        with suppress(OSError, NoSuchCompass):
            self._all().add(fact)
            if compass_id:
                self._compasses.log(compass_id).add(fact)

    def latest(self, most: int) -> list[Fact]:
        """What everyone did this month, for the coordinator, the newest first."""
        return self._all().latest(most)

    def of(self, compass_id: str, most: int) -> list[Fact]:
        """What was done with one compass, the newest first. Raises `NoSuchCompass`."""
        return self._compasses.log(compass_id).latest(most)

    def forget_repeats(self) -> None:
        """Let go of what is too long ago to be the same."""
        now = self._settings.now()
        self._last = {known: at for known, at in self._last.items() if now - at < SAME_ACTIVITY}

    def _all(self) -> Log:
        return Log(self._folder / f'{self._settings.now():%Y-%m}.jsonl')
