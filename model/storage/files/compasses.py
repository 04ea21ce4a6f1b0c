"""The compasses: a folder each, in which the document is opened, saved and erased whole."""

import shutil
from collections.abc import Iterator
from datetime import datetime

from blinker import Signal

from model.compass.compass import Compass
from model.storage.files.disk import reading
from model.storage.files.document import DocumentFile
from model.storage.files.folders import CompassFolders
from model.storage.files.keys import KeyFiles
from model.storage.files.room import Room
from model.storage.files.visits import VisitFiles
from model.storage.protocols import BrokenCompass, NewerCompass, NoSuchCompass
from model.unreadable import Unreadable


class CompassFiles:
    """The compasses in one data folder."""

    def __init__(self, folders: CompassFolders, visits: VisitFiles, keys: KeyFiles, room: Room) -> None:
        self._folders = folders
        self._room = room
        self._visits = visits
        self._keys = keys
        self._unmoved: set[str] = set()
        self.changed = Signal()

    def create(self, now: datetime) -> Compass:
        """See `Compasses`."""
        self._room.refuse_when_low()
        compass = Compass(made=now)
        folder = self._folders.make(compass.id)
        try:
            self._document(compass.id).write(compass)
            self._folders.sync()
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return compass

    def load(self, compass_id: str, now: datetime) -> Compass:
        """See `Compasses`; a damaged file is set aside."""
        with reading():
            return self._document(compass_id).open(now)

    def save(self, compass: Compass, *, for_good: bool = False) -> None:
        """See `Compasses`; the version before stands beside the file."""
        self._document(compass.id).write(compass, for_good=for_good)
        self.changed.send(compass.id, compass=compass)

    def erase(self, compass_id: str) -> None:
        """See `Compasses`."""
        self._folders.erase(compass_id)
        self.changed.send(compass_id, compass=None)

    def set_aside(self, compass_id: str, now: datetime) -> None:
        """See `Compasses`."""
        self._folders.set_aside(compass_id, now)
        self.changed.send(compass_id, compass=None)

    def bring_back(self, compass_id: str) -> None:
        """See `Compasses`."""
        self._folders.bring_back(compass_id)

    def forget_set_aside(self, before: datetime) -> list[str]:
        """See `Compasses`."""
        keys = []
        for compass_id in self._folders.set_aside_before(before):
            keys += self._keys.ids_of(compass_id)
            self._folders.erase_set_aside(compass_id)
        return keys

    def every_one(self, now: datetime) -> Iterator[Compass | None]:
        """See `Compasses`."""
        for compass_id in self._folders.ids(now):
            try:
                yield self.load(compass_id, now)
            except (NoSuchCompass, NewerCompass, BrokenCompass, Unreadable):
                yield None

    def _document(self, compass_id: str) -> DocumentFile:
        return DocumentFile(self._folders.of(compass_id), self._visits, self._keys, self._unmoved)
