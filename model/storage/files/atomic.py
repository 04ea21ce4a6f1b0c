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
_CHECK = b'\n"check": '
"""What stands before the check, on a line of its own: no text in JSON holds the end of a line."""


class TornFile(ValueError):
    """The file is not what was written: cut off, flipped, empty or not a document at all.

    `tables` is what could be read of it all the same, None when that is nothing.
    """

    def __init__(self, name: str, tables: Tables | None = None) -> None:
        super().__init__(name)
        self.tables = tables


class AtomicStorage(Storage):
    """One TinyDB file, replaced as a whole: a reader finds the old version or the new one.

    A small table `check` at its end holds the SHA-256 of the bytes before it, because a flipped bit can leave good
    JSON. A file without that table is taken as it is. The version before stands beside it.
    """

    def __init__(self, path: Path, *, for_good: bool = False) -> None:
        """With `for_good` what is written becomes the version before as well, so that nothing older comes back."""
        self._path = path
        self._for_good = for_good

    def read(self) -> Tables | None:
        """Returns all tables; None when there is no file yet. Raises `TornFile`, `Unreadable`."""
        content = self.read_text()
        if content is None:
            return None
        try:
            tables = json.loads(content.decode())
        except (ValueError, RecursionError) as error:
            raise TornFile(self._path.name) from error
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise TornFile(self._path.name)
        check = tables.pop(CHECK_TABLE, None)
        if check is not None and checked(content) is None and check != _check_of_before(tables):
            raise TornFile(self._path.name, tables)
        return tables

    def read_text(self) -> bytes | None:
        """Returns the file as it stands, of which nobody knows whether it is whole; None when there is none yet.

        Raises `Unreadable`.
        """
        with reading():
            try:
                return read_unlinked(self._path)
            except FileNotFoundError:
                return None

    def write(self, data: Tables) -> None:
        """Replace all tables, synced to disk before this returns. Raises `OSError`, the old version intact."""
        self.write_text(_text(data))

    def write_text(self, tables: bytes) -> None:
        """The same for tables that are JSON already. Raises `OSError`, the old version intact."""
        content = _with_check(tables)
        if self._for_good:
            # the version before first: once the new one is there, an older one is not, whenever the power fails
            write_atomically(previous_of(self._path), content)
            write_atomically(self._path, content)
            return
        with written_aside(self._path, content) as replace:
            # only now: a write that fails must not make the version before the same as this one
            keep_previous(self._path)
            replace()

    def rewrite(self, data: Tables) -> None:
        """Replace all tables, but what stood here does not become the version before. Raises `OSError`."""
        write_atomically(self._path, _with_check(_text(data)))

    def close(self) -> None:
        """Nothing stays open between two operations."""


def checked(content: bytes) -> bytes | None:
    """Returns the tables in a file that is what was written, as its check says; None for any other.

    Also for one without a check, or of an earlier version.
    """
    end = content.rfind(_CHECK)
    if end < 0 or content[end:] != _check_line(memoryview(content)[:end]):
        return None
    return b''.join((memoryview(content)[: end - 1], b'}'))


def _text(data: Tables) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _with_check(tables: bytes) -> bytes:
    begun = b'{' if tables == b'{}' else b''.join((memoryview(tables)[:-1], b','))
    return begun + _check_line(begun)


def _check_line(before: bytes | memoryview) -> bytes:
    return _CHECK + json.dumps({'1': {'bytes': hashlib.sha256(before).hexdigest()}}).encode() + b'}'


def _check_of_before(tables: Tables) -> dict[str, Any]:
    """The check as earlier versions wrote it, of the tables in whatever layout."""
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
