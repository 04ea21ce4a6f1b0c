"""Opening what lies in the data folder, without ever following a link.

Who can plant one there, with a backup that was put back say, would have us read or write a file of somebody else's.
"""

import os
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

_SEARCH = getattr(os, 'O_PATH', os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC


def unlinked(path: str | Path, flags: int) -> int:
    """A descriptor of a file or folder, for its owner alone when it is new; also the `opener` of `open`.

    Raises `OSError`, also where the path or a folder on the way to it is a link.
    """
    path = Path(path)
    folder = _folder(path.parent)
    try:
        return os.open(path.name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
    finally:
        os.close(folder)


def is_folder(path: Path) -> bool:
    """Whether there is a folder, which is no link and not behind one."""
    with suppress(OSError):
        os.close(_folder(path))
        return True
    return False


def make_folder(path: Path) -> None:
    """Have a folder there. Raises `OSError`, also where it is a link or behind one."""
    if is_folder(path):
        return
    make_folder(path.parent)
    parent = _folder(path.parent)
    try:
        with suppress(FileExistsError):  # another was quicker, or it is no folder: then the next line says so
            os.mkdir(path.name, dir_fd=parent)
    finally:
        os.close(parent)
    os.close(_folder(path))


def read_unlinked(path: Path) -> bytes:
    """All that is in a file. Raises `OSError`."""
    with open(path, 'rb', opener=unlinked) as file:
        return file.read()


def paths_in(folder: Path, pattern: str = '*') -> list[Path]:
    """What is in a folder, by a pattern for names. Raises `OSError`, also where it is a link or behind one."""
    handle = unlinked(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return [folder / name for name in os.listdir(handle) if fnmatch(name, pattern)]  # noqa: PTH208  it is open already
    finally:
        os.close(handle)


def remove_unlinked(path: Path) -> None:
    """Take a file away, or a link in its place. Raises `OSError` when its folder is a link or behind one."""
    folder = _folder(path.parent)
    try:
        with suppress(FileNotFoundError):
            os.unlink(path.name, dir_fd=folder)
    finally:
        os.close(folder)


def _folder(path: Path) -> int:
    """A descriptor of a folder, come to by one step after another."""
    first, *rest = path.parts or ('.',)
    here = os.open(first, _SEARCH | os.O_NOFOLLOW)
    for name in rest:
        try:
            deeper = os.open(name, _SEARCH | os.O_NOFOLLOW, dir_fd=here)
        finally:
            os.close(here)
        here = deeper
    return here
