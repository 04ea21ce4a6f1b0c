"""The end of a compass: taken away by the person, or swept because nobody entered anything in it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.settings import Settings
from model.storage.protocols import Attachments, Compasses

EMPTY_KEPT = timedelta(days=1)
"""How long a compass stays that nobody entered anything in."""


class Erasing:
    """Takes compasses away, with all their keys."""

    def __init__(
        self,
        compasses: Compasses,
        attachments: Callable[[str], Attachments],
        keys: Keys,
        gate: Gate,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._attachments = attachments
        self._keys = keys
        self._gate = gate
        self._record = record
        self._settings = settings

    def may_erase(self, opened: Opened) -> bool:
        """Whether this device may take everything away."""
        return opened.grant.may_erase(self._settings.now())

    def erase(self, session: Session, compass_id: str) -> None:
        """Take a compass and all its keys away, for good. Raises `Stranger`."""
        opened = self._gate.open(session, compass_id)
        if not self.may_erase(opened):
            raise Stranger
        self._take_away(opened.compass)
        self._record.add(ActivityKind.ERASED, opened.grant, compass_id)

    def sweep(self) -> Iterator[None]:
        """Erase compasses that stayed empty for a day, files nothing speaks of and what is too old; step by step."""
        now = self._settings.now()
        with suppress(OSError):
            self._record.forget_old()
        for compass in self._compasses.every_one(now):
            if compass is not None:
                with suppress(OSError):  # one that cannot be read or written now is swept another time
                    self._sweep_one(compass, now)
            yield
        yield from self._keys.drop_old_marks()

    def _sweep_one(self, compass: Compass, now: datetime) -> None:
        if compass.is_empty and now - compass.made > EMPTY_KEPT:
            self._take_away(compass)
        else:
            self._gate.let_go_overdue(compass.id)
            self._attachments(compass.id).drop_orphans(compass.album.ids)

    def _take_away(self, compass: Compass) -> None:
        # the data first: a key without a compass opens nothing, a compass without a key would stay for ever
        self._compasses.erase(compass.id)
        for key_id in compass.keys:
            self._keys.revoke(key_id)
