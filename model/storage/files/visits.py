"""The visits of each compass: a TinyDB file of its own, since the document is written at every tap."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.compass.contact import Visit
from model.compass.migration import migrated_visit
from model.storage.files.atomic import AtomicStorage, TornFile, previous_of
from model.storage.files.disk import put_aside, reading
from model.storage.files.folders import CompassFolders
from model.storage.protocols import visits_to_keep

Rows = dict[str, Any]

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
        rows = _read(path)
        added = {visit.id: visit for visit in visits}
        kept = visits_to_keep([*_visits(rows.values()), *added.values()])
        # a row that was there stays as it is: to make it anew from its visit takes longer than all the rest
        rows |= {_row_id(visit.id): visit.model_dump(mode='json') for visit in added.values()}
        AtomicStorage(path).write({'visits': {one: rows[one] for one in (_row_id(visit.id) for visit in kept)}})

    def of(self, compass_id: str) -> list[Visit]:
        """See `Visits`."""
        with reading():
            return visits_to_keep(_visits(_read(self._folders.of(compass_id) / FILE).values()))


def _read(path: Path) -> Rows:
    """The rows of a file, else of the version before. Raises `OSError` when a damaged file cannot be set aside."""
    for one in (path, previous_of(path)):
        try:
            tables = AtomicStorage(one).read()
            if tables is not None:
                rows = tables['visits'].values()
                return {_row_id(visit.id): row for visit, row in zip(_visits(rows), rows, strict=True)}
        except (TornFile, KeyError, TypeError, ValidationError):
            put_aside(one)
            log.warning('a file of visits was damaged: it was set aside, and its compass goes on')
    return {}


def _visits(rows: Iterable[Any]) -> list[Visit]:
    """Those of an earlier version as this one. Raises `KeyError`, `TypeError`, `ValidationError`."""
    return [Visit.model_validate(migrated_visit(row)) for row in rows]


def _row_id(visit_id: str) -> str:
    """TinyDB numbers its rows."""
    return str(int(visit_id, 16))
