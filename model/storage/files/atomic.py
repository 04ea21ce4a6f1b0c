"""A TinyDB storage that cannot tear."""

import hashlib
import json
from pathlib import Path
from typing import Any

from tinydb import Storage

from model.no_links import read_unlinked
from model.storage.files.disk import UNFINISHED, reading, write_atomically, written_aside

Tables = dict[str, dict[str, Any]]

CHECK_TABLE = 'check'


class TornFile(ValueError):
    """The file is not what was written: cut off, flipped, empty or not a document at all.

    `tables` is what could be read of it all the same, None when that is nothing.
    """

    def __init__(self, name: str, tables: Tables | None = None) -> None:
        super().__init__(name)
        self.tables = tables


class AtomicStorage(Storage):
    """One TinyDB file, replaced as a whole: a reader finds the old version or the new one.

    A small table `check` holds the SHA-256 of all the others, because a flipped bit can leave good JSON.
    A file without that table is taken as it is. The version before stands beside it.
    """

    def __init__(self, path: Path, *, for_good: bool = False) -> None:
        """With `for_good` what is written becomes the version before as well, so that nothing older comes back."""
        self._path = path
        self._for_good = for_good

    def read(self) -> Tables | None:
        """Returns all tables; None when there is no file yet. Raises `TornFile`, `Unreadable`."""
        with reading():
            try:
                content = read_unlinked(self._path)
            except FileNotFoundError:
                return None
        try:
            tables = json.loads(content.decode())
        except (ValueError, RecursionError) as error:
            raise TornFile(self._path.name) from error
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise TornFile(self._path.name)
        check = tables.pop(CHECK_TABLE, None)
        if check is not None and check != _check(tables):
            raise TornFile(self._path.name, tables)
        return tables

    def write(self, data: Tables) -> None:
        """Replace all tables, synced to disk before this returns. Raises `OSError`, the old version intact."""
        if self._for_good:
            # the version before first: once the new one is there, an older one is not, whenever the power fails
            AtomicStorage(previous_of(self._path)).rewrite(data)
            self.rewrite(data)
            return
        with written_aside(self._path, _content(data)) as replace:
            # only now: a write that fails must not make the version before the same as this one
            keep_previous(self._path)
            replace()

    def rewrite(self, data: Tables) -> None:
        """The same, but what stood here does not become the version before."""
        write_atomically(self._path, _content(data))

    def close(self) -> None:
        """Nothing stays open between two operations."""


def _content(data: Tables) -> bytes:
    return json.dumps({**data, CHECK_TABLE: _check(data)}, ensure_ascii=False).encode()


def _check(tables: Tables) -> dict[str, Any]:
    canonical = json.dumps(tables, sort_keys=True, separators=(',', ':')).encode()
    return {'1': {'sha256': hashlib.sha256(canonical).hexdigest()}}


def previous_of(path: Path) -> Path:
    """Where the version before `path` stands."""
    return path.with_name(f'{path.stem}.previous{path.suffix}')


def keep_previous(path: Path) -> None:
    """Let the version that is about to be replaced stand beside it, without a moment in which neither does."""
    if not path.exists():
        return
    unfinished = previous_of(path).with_suffix(UNFINISHED)
    unfinished.unlink(missing_ok=True)
    unfinished.hardlink_to(path)
    unfinished.replace(previous_of(path))
