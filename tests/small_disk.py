"""A disk that is as full as a test says. Nothing of the program can ask for this."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENOUGH = 10**12
_as_it_is = os.statvfs
_BYTES, _ALL_FILES, _FILES = 4, 5, 7
"""Where in what the system says of a disk: blocks free, files it may have, files it may have yet."""


def heed(folder: Path) -> None:
    """From here on this process finds the disk as full as `nearly_full` says of a folder, else there is enough."""
    os.statvfs = lambda path: _with(_as_it_is(path), *_told(folder))


@contextmanager
def nearly_full(folder: Path, *, free: int = ENOUGH, files: int = ENOUGH) -> Iterator[None]:
    """The server of a folder finds so many bytes free on its disk, and room for so many files."""
    told = folder / 'free'
    told.write_text(f'{free} {files}')
    try:
        yield
    finally:
        told.unlink()


def _told(folder: Path) -> tuple[int, int]:
    try:
        free, files = (folder / 'free').read_text().split()
    except (FileNotFoundError, ValueError):  # it is being written
        return ENOUGH, ENOUGH
    return int(free), int(files)


def _with(disk: os.statvfs_result, free: int, files: int) -> os.statvfs_result:
    numbers = list(disk)
    numbers[_BYTES], numbers[_ALL_FILES], numbers[_FILES] = free // disk.f_frsize, ENOUGH, files
    return os.statvfs_result(numbers)
