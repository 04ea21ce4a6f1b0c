"""A TinyDB storage that cannot tear, and the file operations it is made of."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import Storage

Tables = dict[str, dict[str, Any]]

CHECK_TABLE = 'check'
UNFINISHED = '.unfinished'


class TornFile(ValueError):
    """The file is not what was written: cut off, flipped, empty or not a document at all.

    `tables` is what could be read of it all the same, None when that is nothing.
    """

    def __init__(self, name: str, tables: Tables | None = None) -> None:
        super().__init__(name)
        self.tables = tables


class DataInUse(RuntimeError):
    """Another process owns this data folder."""


class AtomicStorage(Storage):
    """One TinyDB file, replaced as a whole: a reader finds the old version or the new one.

    A small table `check` holds the SHA-256 of all the others, because a flipped bit can leave good JSON.
    A file without that table is taken as it is. The version before stands beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Tables | None:
        """All tables; None when there is no file yet. Raises `TornFile`."""
        try:
            content = self._path.read_bytes()
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
        content = json.dumps({**data, CHECK_TABLE: _check(data)}, ensure_ascii=False).encode()
        with written_aside(self._path, content) as replace:
            # only now: a write that fails must not make the version before the same as this one
            keep_previous(self._path)
            replace()

    def close(self) -> None:
        """Nothing stays open between two operations."""


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


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by `content`; when this returns, file and folder are on disk.

    Raises `OSError` when there is no room or no right to write; the old file is intact then.
    """
    with written_aside(path, content) as replace:
        replace()


@contextmanager
def written_aside(path: Path, content: bytes) -> Iterator[Callable[[], None]]:
    """Put `content` on disk beside `path`; what the block is given puts it in its place. Raises `OSError`."""
    unfinished = path.with_suffix(UNFINISHED)

    def replace() -> None:
        unfinished.replace(path)
        sync_folder(path.parent)

    try:
        with unfinished.open('wb') as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield replace
    finally:
        unfinished.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on disk, as `fsync` does for what is in a file."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_unfinished(folder: Path) -> int:
    """Take away what a killed process left half written below `folder`; answers how many files."""
    left_over = list(folder.rglob(f'*{UNFINISHED}'))
    for path in left_over:
        path.unlink(missing_ok=True)
    return len(left_over)


LOCK = '.lock'


def user_of(folder: Path) -> int | None:
    """The user id that a data folder is used by; None when no process ever took it. Raises `OSError`."""
    try:
        return (folder / LOCK).stat().st_uid
    except FileNotFoundError:
        return None


class FolderLock:
    """Keeps a second process out of a data folder, for as long as this one lives."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises `DataInUse` when another process has it."""
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise DataInUse(str(folder)) from error
        self._handle: int | None = handle

    def release(self) -> None:
        """Let another process in; the kernel does the same when this one dies. A second time does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
