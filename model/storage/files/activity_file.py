"""One file of activities, one JSON object a line, in the order in which they began."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from errno import ENOSPC
from io import BufferedReader
from pathlib import Path

from pydantic import ValidationError

from model.activity import Activity
from model.no_links import unlinked
from model.storage.files.atomic import previous_of
from model.storage.files.disk import reading, sync_folder

ROOM = 256
"""Bytes of a line: so many that it can be written anew in its place, when the same is done again."""
TAIL = 256 * 1024
"""How many bytes from the end we look, after a restart, for what a repeat counts with."""

_SECTOR = 512
_BLOCK = 64 * 1024
_MOST_KNOWN = 5000


@dataclass
class _Line:
    """A line as it stands in the file, without what is before it in its sector."""

    offset: int
    content: bytes
    activity: Activity


class ActivityFile:
    """A new activity is written behind the others, one that repeats another in the place of that.

    Neither can tear. A line stands in one sector of the disk, and its room is filled with spaces: what takes its place
    is as long, and written in one go, so that whoever reads finds the line as it was or as it is. A line that a power
    cut left half is passed over and takes no other with it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: dict[tuple[str, ...], _Line] | None = None
        """The last line of each who did what, by that; None before the file was looked through."""

    def add(self, activity: Activity, *, most: int | None = None) -> None:
        """Write an activity, synced to disk before this returns. Raises `OSError`.

        A tap does not wait for the disk to have seen it: of what does not last a power cut may take the last along.
        A file of `most` bytes takes the place of the version before, and another begins.
        """
        with self._handle() as handle:
            size = os.fstat(handle).st_size
            if self._counts_on(handle, size, activity):
                return
            if most is None or size < most:
                self._append(handle, size, activity)
                return
        self._path.replace(previous_of(self._path))
        self._last = {}
        with self._handle() as handle:
            self._append(handle, 0, activity)

    def backwards(self, before: datetime | None = None) -> Iterator[Activity]:
        """Yields the activities that began before a moment, the newest first, reading no more than is asked for.

        Lines that cannot be read are passed over. Raises `Unreadable`.
        """
        with reading():
            for line in self._lines_backwards(before):
                activity = _read(line)
                if activity is not None and (before is None or activity.at < before):
                    yield activity

    def forwards(self, after: datetime) -> Iterator[Activity]:
        """Yields the activities that began after a moment, the oldest first. Raises `Unreadable`."""
        with reading():
            if not self._path.exists():
                return
            with open(self._path, 'rb', opener=unlinked) as file:
                file.seek(_around(file, after)[0])
                for line in file:
                    activity = _read(line)
                    if activity is not None and activity.at > after:
                        yield activity

    # writing

    @contextmanager
    def _handle(self) -> Iterator[int]:
        handle = unlinked(self._path, os.O_RDWR | os.O_CREAT)
        try:
            yield handle
        finally:
            os.close(handle)

    def _counts_on(self, handle: int, size: int, activity: Activity) -> bool:
        """Write a repeat in the place of what it repeats; whether that could be done."""
        line = self._known(handle, size).get(activity.what)
        if line is None or not activity.repeats(line.activity):
            return False
        counted = line.activity.with_repeat(activity)
        content = _written(counted, len(line.content))
        # somebody may have changed the file by hand: then this place is another's
        if len(content) > len(line.content) or os.pread(handle, len(content), line.offset) != line.content:
            return False
        _write(handle, content, line.offset)
        line.content, line.activity = content, counted
        if activity.kind.lasts:
            os.fsync(handle)
        return True

    def _append(self, handle: int, size: int, activity: Activity) -> None:
        # a line that the power cut short must not swallow this one
        ended = b'' if not size or os.pread(handle, 1, size - 1) == b'\n' else b'\n'
        content = _written(activity, ROOM)
        begins = (size + len(ended)) % _SECTOR
        filled = b' ' * (_SECTOR - begins if begins and begins + len(content) > _SECTOR else 0)
        _write(handle, ended + filled + content, size)
        if activity.kind.lasts:
            os.fsync(handle)
        if not size:
            sync_folder(self._path.parent)
        self._remember(_Line(size + len(ended) + len(filled), content, activity))

    # what a repeat counts with

    def _known(self, handle: int, size: int) -> dict[tuple[str, ...], _Line]:
        if self._last is None:
            self._last = {}
            offset = max(0, size - TAIL)
            for line in os.pread(handle, TAIL, offset).splitlines(keepends=True):
                content = line.lstrip(b' ')
                activity = _read(content)
                if activity is not None and line.endswith(b'\n'):
                    self._remember(_Line(offset + len(line) - len(content), content, activity))
                offset += len(line)
        return self._last

    def _remember(self, line: _Line) -> None:
        """Of too many, what began longest ago is forgotten: done again, it would be another line."""
        known = self._last = self._last or {}
        known.pop(line.activity.what, None)
        known[line.activity.what] = line
        if len(known) > _MOST_KNOWN:
            del known[next(iter(known))]

    # reading

    def _lines_backwards(self, before: datetime | None) -> Iterator[bytes]:
        """The lines from the last to the first; some of the first may be from after the moment."""
        if not self._path.exists():
            return
        with open(self._path, 'rb', opener=unlinked) as file:
            offset = _around(file, before)[1] if before else file.seek(0, os.SEEK_END)
            rest = b''
            while offset > 0:
                size = min(_BLOCK, offset)
                offset -= size
                file.seek(offset)
                rest, *lines = (file.read(size) + rest).split(b'\n')
                yield from (line for line in reversed(lines) if line)
            if rest:
                yield rest


def _write(handle: int, content: bytes, offset: int) -> None:
    """All of it in one go. Raises `OSError`, also when the disk was full halfway."""
    if os.pwrite(handle, content, offset) < len(content):
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def _around(file: BufferedReader, moment: datetime) -> tuple[int, int]:
    """Returns where two lines begin, not far apart: all before the first began before a moment, none from the second.

    Found by halving, so that a page of long ago costs as much as the newest.
    """
    low, high = 0, file.seek(0, os.SEEK_END)
    while high - low > _BLOCK:
        found = _first_whole_line(file, (low + high) // 2, high)
        if found is None:
            break
        offset, activity = found
        low, high = (offset, high) if activity.at < moment else (low, offset)
    return low, high


def _first_whole_line(file: BufferedReader, middle: int, high: int) -> tuple[int, Activity] | None:
    """The first line that begins after `middle` and before `high` and can be read, and where it begins."""
    file.seek(middle)
    file.readline()
    while (offset := file.tell()) < high:
        activity = _read(file.readline())
        if activity is not None:
            return offset, activity
    return None


def _read(line: bytes) -> Activity | None:
    try:
        return Activity.model_validate_json(line)
    except ValidationError:
        return None


def _written(activity: Activity, room: int) -> bytes:
    """The line, with spaces behind it to fill its room."""
    content = json.dumps(activity.model_dump(mode='json', exclude_defaults=True), ensure_ascii=False).encode()
    return content.ljust(room - 1) + b'\n'
