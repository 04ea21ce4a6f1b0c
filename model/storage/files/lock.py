"""One process at a time."""

import fcntl
import os
from pathlib import Path

from model.no_links import unlinked
from model.storage.protocols import DataInUse

LOCK = '.lock'


def user_of(folder: Path) -> int | None:
    """The user id that a data folder is used by; None when no process ever took it. Raises `OSError`."""
    try:
        return (folder / LOCK).lstat().st_uid
    except FileNotFoundError:
        return None


class FolderLock:
    """Keeps a second process out of a data folder, for as long as this one lives."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises `DataInUse` when another process has it, `OSError`."""
        handle = unlinked(folder / LOCK, os.O_RDWR | os.O_CREAT)
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
