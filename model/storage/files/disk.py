"""What files need: written so that they cannot tear, synced, read, set aside."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from model.no_links import remove_unlinked, unlinked
from model.unreadable import Unreadable

UNFINISHED = '.unfinished'


@contextmanager
def reading() -> Iterator[None]:
    """Raises `Unreadable` in the place of any other `OSError`, without the path in its words."""
    try:
        yield
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(error.errno, error.strerror) from None


def write_atomically(path: Path, content: bytes, *, may_lag: bool = False) -> None:
    """Replace a file by `content`; when this returns, file and folder are on disk.

    With `may_lag` a power cut may bring the old file back, whole, and half the time on disk is saved.

    Raises `OSError` when there is no room or no right to write; the old file is intact then.
    """
    with written_aside(path, content, may_lag=may_lag) as replace:
        replace()


@contextmanager
def written_aside(path: Path, content: bytes, *, may_lag: bool = False) -> Iterator[Callable[[], None]]:
    """Write `content` to disk beside `path`; calling what the block is given puts it in its place. Raises `OSError`."""
    unfinished = path.with_suffix(UNFINISHED)

    def replace() -> None:
        unfinished.replace(path)
        if not may_lag:
            sync_folder(path.parent)

    try:
        remove_unlinked(unfinished)
        with open(unfinished, 'xb', opener=unlinked) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield replace
    finally:
        unfinished.unlink(missing_ok=True)


def put_aside(path: Path) -> None:
    """Rename a damaged file, so that it is kept and not opened again. Raises `OSError`."""
    if path.exists():
        path.rename(path.with_name(f'{path.stem}.broken-{secrets.token_hex(4)}{path.suffix}'))
        sync_folder(path.parent)


def was_put_aside(path: Path) -> bool:
    """Whether there was a file here that was damaged."""
    return any(path.parent.glob(f'{path.stem}.broken-*')) or any(path.parent.glob(f'{path.stem}.previous.broken-*'))


def sync_folder(folder: Path) -> None:
    """Write the names in a folder to disk, as `fsync` does for what is in a file."""
    handle = unlinked(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_unfinished(folder: Path) -> int:
    """Erase what a killed process left half written below `folder`; returns how many files."""
    left_over = list(folder.rglob(f'*{UNFINISHED}'))
    for path in left_over:
        path.unlink(missing_ok=True)
    return len(left_over)
