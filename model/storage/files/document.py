"""The document of one compass as a TinyDB file: read, mended from the version before, rid of its old visits."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.migration import SCHEMA, migrated, migrated_visit
from model.compass.opening.folded import from_lines, to_lines
from model.storage.files.atomic import AtomicStorage, Tables, TornFile, checked, previous_of
from model.storage.files.disk import put_aside, was_put_aside
from model.storage.files.keys import KeyFiles
from model.storage.files.visits import VisitFiles
from model.storage.protocols import BrokenCompass, NewerCompass, NoSuchCompass

FILE = 'compass.json'
THE_ONE = '1'

_OLD_VISITS = 'visits'
"""A table of schema 1 to 3: visits, with private parts in them."""
_TABLES = {'compass', _OLD_VISITS}

log = logging.getLogger(__name__)


class _Tables(BaseModel):
    """The file as this version writes it: made and read in one go by the library, at each tap."""

    model_config = ConfigDict(extra='forbid', serialize_by_alias=True)

    compass: dict[str, Compass]


class DocumentFile:
    """The file of one compass, with the version before beside it."""

    def __init__(self, folder: Path, visits: VisitFiles, keys: KeyFiles, unmoved: set[str]) -> None:
        """`unmoved` holds the ids of documents that were opened, and whose old visits still stand in them."""
        self._path = folder / FILE
        self._id = folder.name
        self._visits = visits
        self._keys = keys
        self._unmoved = unmoved

    def write(self, compass: Compass, *, for_good: bool = False) -> None:
        """Replace the document, with `for_good` also the version before. Raises `OSError`."""
        storage = AtomicStorage(self._path, for_good=for_good)
        if self._id in self._unmoved:
            storage.write({**(storage.read() or {}), 'compass': {THE_ONE: compass.model_dump(mode='json')}})
        else:
            storage.write_text(to_lines(_Tables(compass={THE_ONE: compass})))

    def open(self, now: datetime) -> Compass:
        """Returns the compass, or with `restored_on` set the version before; a damaged file is set aside.

        Raises `NoSuchCompass`, `NewerCompass`, `BrokenCompass`, `OSError`.
        """
        try:
            compass, tables = self._read(self._path)
        except TornFile:
            return self._restore(now)
        if _OLD_VISITS in tables:
            self._unmoved.add(self._id)
            with suppress(OSError):  # no room now: the compass opens all the same, and its visits move another time
                self._move_visits(self._before(tables) | {self._path: tables})
                self._unmoved.discard(self._id)
        return compass

    def _read(self, path: Path) -> tuple[Compass, Tables]:
        """The compass in a file, and its other tables. Raises `TornFile`, `NewerCompass`, `Unreadable`."""
        current = self._read_current(path)
        if current is not None:
            return current, {}
        try:
            tables = AtomicStorage(path).read()
        except TornFile as torn:
            # a newer program may check its files in another way, so a failed check says nothing about them
            _refuse_newer(torn.tables)
            raise
        _refuse_newer(tables)
        if tables is None or set(tables) - _TABLES:
            raise TornFile(path.name)
        try:
            compass = Compass.model_validate(migrated(tables['compass'][THE_ONE]))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise TornFile(path.name) from error
        if compass.id != self._id:
            raise TornFile(path.name)
        return compass, tables

    def _read_current(self, path: Path) -> Compass | None:
        """The compass in a file as this version writes it; None for any other, which takes longer to look into."""
        content = AtomicStorage(path).read_text()
        tables = checked(content) if content is not None else None
        if tables is None:
            return None
        try:
            compass = from_lines(_Tables, tables).compass[THE_ONE]
        except (KeyError, ValueError):
            return None
        return compass if compass.schema_ == SCHEMA and compass.id == self._id else None

    def _restore(self, now: datetime) -> Compass:
        previous = previous_of(self._path)
        if not self._path.exists() and not previous.exists() and not was_put_aside(self._path):
            raise NoSuchCompass(self._id)
        try:
            restored, tables = self._read(previous)
        except TornFile:
            put_aside(previous)
            put_aside(self._path)
            raise BrokenCompass(self._id) from None
        if _OLD_VISITS in tables:
            self._move_visits({previous: tables})
        # keys that were issued since, so that each can be ended, and the sheet that opens is the one that is shown
        restored.keys = list(dict.fromkeys([*restored.keys, *self._keys.ids_of(self._id)]))
        restored.restored_on = now.date()
        put_aside(self._path)
        # one write, so that no older version is ever there without saying so
        AtomicStorage(self._path).write({'compass': {THE_ONE: restored.model_dump(mode='json')}})
        return restored

    def _before(self, tables: Tables) -> dict[Path, Tables]:
        """The version before; one that is damaged, yet may hold private words, is to become as this version."""
        previous = previous_of(self._path)
        if not previous.exists():
            return {}
        try:
            return {previous: AtomicStorage(previous).read() or tables}
        except TornFile:
            return {previous: tables}

    def _move_visits(self, files: dict[Path, Tables]) -> None:
        """Give the visits in these files a file of their own. The document comes last, if it is among them.

        Each step can be the last before the power fails: as long as there are visits in the document, all of them
        are taken again the next time it is opened. Raises `OSError`.
        """
        rows: dict[str, Any] = {}
        for tables in files.values():
            rows |= tables.get(_OLD_VISITS, {})
        self._visits.add_all(self._id, _without_private_parts(rows.values()))
        for path, tables in files.items():
            AtomicStorage(path).rewrite({name: table for name, table in tables.items() if name != _OLD_VISITS})


def _without_private_parts(rows: Iterable[Any]) -> Iterator[Visit]:
    for row in rows:
        try:
            yield Visit.model_validate(migrated_visit(row))
        except (KeyError, TypeError, AttributeError, ValueError):
            log.warning('a visit of an earlier version could not be read, and was left out')


def _refuse_newer(tables: Tables | None) -> None:
    try:
        schema = (tables or {})['compass'][THE_ONE]['schema']
    except (KeyError, TypeError):
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise NewerCompass(f'schema {schema}')
