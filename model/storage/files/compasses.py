"""Where compasses live: one TinyDB file each, opened, saved and erased whole."""

import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from blinker import Signal
from pydantic import ValidationError
from tinydb import TinyDB
from tinydb.table import Document as Row

from model.activity import Log
from model.compass.compass import SCHEMA, Compass
from model.compass.contact import Visit
from model.storage.files.atomic import (
    AtomicStorage,
    FolderLock,
    Tables,
    TornFile,
    previous_of,
    sweep_unfinished,
    sync_folder,
)
from model.storage.files.attachments import Files

FILE = 'compass.json'
THE_ONE = 1
UNBORN_KEPT = timedelta(days=1)
"""How long a folder stays without anything in it."""

_ID = re.compile(r'[0-9a-f]{16}')
_TABLES = {'compass', 'visits'}


class NoSuchCompass(LookupError):
    """There is no compass with this id."""


class BrokenCompass(RuntimeError):
    """The file is damaged, and so is the version before; both are kept aside."""


class NewerCompass(RuntimeError):
    """The document was written by a newer version of this program; it is left as it is."""


class Store:
    """The compasses in one data folder; one process at a time, all calls from one thread."""

    def __init__(self, folder: Path) -> None:
        """Take the folder. Raises `DataInUse` when another process has it, `OSError` when it is not writable."""
        self._compasses = folder / 'compasses'
        self._compasses.mkdir(parents=True, exist_ok=True)
        self._lock = FolderLock(folder)
        self.changed = Signal()
        """Sent with the id of each compass that changed, after it is on disk, and `compass`: None once erased."""
        sweep_unfinished(folder)
        self._sweep_erased()

    def create(self, now: datetime) -> Compass:
        """An empty compass, on disk. Raises `OSError` and leaves nothing when there is no room."""
        compass = Compass(made=now)
        folder = self._folder(compass.id)
        folder.mkdir()
        try:
            self._write(compass)
            sync_folder(self._compasses)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return compass

    def load(self, compass_id: str, now: datetime) -> Compass:
        """The compass as it was last saved.

        A damaged file is set aside and the version before opened, with `restored_on` set.
        Raises `NoSuchCompass`, `NewerCompass`, `BrokenCompass`.
        """
        path = self._folder(compass_id) / FILE
        if not path.exists() and not previous_of(path).exists() and not _set_aside(path.parent):
            raise NoSuchCompass(compass_id)
        try:
            return _read(path, compass_id)
        except TornFile:
            return self._restore(path, compass_id, now)

    def save(self, compass: Compass, visit: Visit | None = None) -> None:
        """Put a compass on disk, and the visit that just ended; then tell who listens. Raises `OSError`."""
        self._write(compass, visit)
        self.changed.send(compass.id, compass=compass)

    def visits(self, compass_id: str) -> list[Visit]:
        """The contacts that are over, oldest first, of a compass that was loaded before: that mends its file.

        Raises `NoSuchCompass`, `TornFile`.
        """
        path = self._folder(compass_id) / FILE
        if not path.exists():
            raise NoSuchCompass(compass_id)
        with _database(path) as database:
            visits = [Visit.model_validate(dict(row)) for row in database.table('visits')]
        return sorted(visits, key=lambda visit: visit.ended)

    def erase(self, compass_id: str) -> None:
        """Take the whole folder of a compass away. Raises `NoSuchCompass`."""
        folder = self._folder(compass_id)
        if not folder.is_dir():
            raise NoSuchCompass(compass_id)
        # renamed first: a power cut halfway leaves nothing that still opens
        erased = folder.with_name(f'{secrets.token_hex(8)}.erased')
        folder.rename(erased)
        sync_folder(self._compasses)
        shutil.rmtree(erased)
        self.changed.send(compass_id, compass=None)

    def every_one(self, now: datetime) -> Iterator[Compass | None]:
        """Every compass; None for each one that cannot be opened.

        The caller may do other work in between: there may be many.
        """
        for folder in list(self._compasses.iterdir()):
            self._drop_unborn(folder.name, now)
            try:
                yield self.load(folder.name, now)
            except (NoSuchCompass, NewerCompass, BrokenCompass):
                yield None

    def files(self, compass_id: str) -> Files:
        """The files of the attachments of a compass. Raises `NoSuchCompass`."""
        folder = self._folder(compass_id)
        if not folder.is_dir():
            raise NoSuchCompass(compass_id)
        return Files(folder)

    def log(self, compass_id: str) -> Log:
        """The facts about one compass; they go when it is erased. Raises `NoSuchCompass`."""
        folder = self._folder(compass_id)
        if not folder.is_dir():
            raise NoSuchCompass(compass_id)
        return Log(folder / 'log.jsonl')

    def close(self) -> None:
        """Let another process have the folder."""
        self._lock.release()

    def _folder(self, compass_id: str) -> Path:
        if not _ID.fullmatch(compass_id):
            raise NoSuchCompass(compass_id)
        return self._compasses / compass_id

    def _write(self, compass: Compass, visit: Visit | None = None) -> None:
        with _database(self._folder(compass.id) / FILE) as database:
            # the visit first: written twice it is still one, missed it would be lost
            if visit is not None:
                row = Row(visit.model_dump(mode='json'), doc_id=int(visit.id, 16))
                database.table('visits').upsert(row)
            database.table('compass').upsert(Row(compass.model_dump(mode='json'), doc_id=THE_ONE))

    def _restore(self, path: Path, compass_id: str, now: datetime) -> Compass:
        previous = previous_of(path)
        try:
            restored = _read(previous, compass_id)
            tables = AtomicStorage(previous).read() or {}
        except TornFile:
            _put_aside(previous, now)
            _put_aside(path, now)
            raise BrokenCompass(compass_id) from None
        _put_aside(path, now)
        restored.restored_on = now.date()
        tables['compass'][str(THE_ONE)] = restored.model_dump(mode='json')
        # one write, so that no older version is ever there without saying so
        AtomicStorage(path).write(tables)
        return restored

    def _drop_unborn(self, compass_id: str, now: datetime) -> None:
        """Take away an empty folder: the power failed between making it and writing in it."""
        if not _ID.fullmatch(compass_id):
            return
        folder = self._folder(compass_id)
        if folder.is_dir() and now.timestamp() - folder.stat().st_mtime > UNBORN_KEPT.total_seconds():
            with suppress(OSError):  # not empty, so somebody's
                folder.rmdir()

    def _sweep_erased(self) -> None:
        for folder in self._compasses.glob('*.erased'):
            shutil.rmtree(folder)


@contextmanager
def _database(path: Path) -> Iterator[TinyDB]:
    with TinyDB(path, storage=AtomicStorage) as database:
        yield database


def _read(path: Path, compass_id: str) -> Compass:
    """The compass in a file. Raises `TornFile`, `NewerCompass`."""
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
        compass = Compass.model_validate(_migrated(tables['compass'][str(THE_ONE)]))
    except (KeyError, TypeError, ValidationError) as error:
        raise TornFile(path.name) from error
    if compass.id != compass_id:
        raise TornFile(path.name)
    return compass


def _migrated(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document of an older version as this one. Versions 2 and 3 only added parts that may be absent."""
    return {**row, 'schema': SCHEMA} if row['schema'] in {1, 2} else row


def _refuse_newer(tables: Tables | None) -> None:
    try:
        schema = (tables or {})['compass'][str(THE_ONE)]['schema']
    except (KeyError, TypeError):
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise NewerCompass(f'schema {schema}')


def _put_aside(path: Path, now: datetime) -> None:
    if path.exists():
        path.rename(path.with_name(f'{path.stem}.broken-{now:%Y%m%dT%H%M%S%f}{path.suffix}'))
        sync_folder(path.parent)


def _set_aside(folder: Path) -> bool:
    return folder.is_dir() and any(folder.glob('*.broken-*'))
