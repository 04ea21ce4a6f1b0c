"""The visits of each compass: a TinyDB file of its own, since the document is written at every tap."""

import logging
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from model.compass.contact import Visit
from model.storage.files.atomic import AtomicStorage, TornFile, previous_of
from model.storage.files.disk import put_aside, reading
from model.storage.files.folders import CompassFolders
from model.storage.protocols import visits_to_keep

FILE = 'visits.json'

log = logging.getLogger(__name__)


class VisitFiles:
    """One file in the folder of each compass, with the version before beside it.

    A damaged file is set aside; the version before, which is at most one visit short, takes its place.
    """

    def __init__(self, folders: CompassFolders) -> None:
        self._folders = folders

    def add(self, compass_id: str, visit: Visit) -> None:
        """See `Visits`."""
        self.add_all(compass_id, [visit])

    def add_all(self, compass_id: str, visits: Iterable[Visit]) -> None:
        """Store visits, all or none of them. Raises `NoSuchCompass`, `OSError`."""
        path = self._folders.of(compass_id) / FILE
        kept = visits_to_keep([*_read(path), *visits])
        rows = {str(int(visit.id, 16)): visit.model_dump(mode='json') for visit in kept}
        AtomicStorage(path).write({'visits': rows})

    def of(self, compass_id: str) -> list[Visit]:
        """See `Visits`."""
        with reading():
            return visits_to_keep(_read(self._folders.of(compass_id) / FILE))


def _read(path: Path) -> list[Visit]:
    """The visits in a file, else in the version before. Raises `OSError` when a damaged file cannot be set aside."""
    for one in (path, previous_of(path)):
        try:
            tables = AtomicStorage(one).read()
            if tables is not None:
                return [Visit.model_validate(row) for row in tables['visits'].values()]
        except (TornFile, KeyError, ValidationError):
            put_aside(one)
            log.warning('a file of visits was damaged: it was set aside, and its compass goes on')
    return []
