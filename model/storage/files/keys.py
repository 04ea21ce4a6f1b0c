"""The file of each key; its name says nothing of the token."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from model.end_mark import EndMark
from model.key import Key
from model.no_links import make_folder, paths_in, read_unlinked, remove_unlinked
from model.storage.files.disk import reading, sync_folder, write_atomically

MOST_KNOWN = 10_000
"""Keys held in memory."""
Stamp = tuple[int, int, int]
"""What changes with a file, whoever writes it: inode, time in nanoseconds, length."""


class KeyFiles:
    """One file for each key, in one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when it is not there, and one in it for marks of keys that ended. Raises `OSError`."""
        self._folder = folder
        self._marks = folder / 'ended'
        make_folder(self._marks)
        self._known: dict[str, tuple[Stamp, Key | None]] = {}

    def read(self, digest: str) -> Key | None:
        """See `KeyRecords`. A file that is as it was is not read again: a list of keys is drawn at every tap."""
        path = self._path(digest)
        with reading():
            try:
                stamp = _stamp(path)
                before, key = self._known.get(digest, (None, None))
                if before != stamp:
                    key = _key(read_unlinked(path))
                    self._remember(digest, stamp, key)
            except FileNotFoundError:
                self._known.pop(digest, None)
                return None
        return key

    def write(self, digest: str, key: Key, *, may_lag: bool = False) -> None:
        """See `KeyRecords`."""
        content = json.dumps(key.model_dump(mode='json')).encode()
        write_atomically(self._path(digest), content, may_lag=may_lag)

    def erase(self, digest: str) -> None:
        """See `KeyRecords`."""
        remove_unlinked(self._path(digest))
        sync_folder(self._folder)

    def mark(self, digest: str, mark: EndMark) -> None:
        """See `KeyRecords`."""
        write_atomically(self._mark(digest), mark.model_dump_json().encode())

    def marked(self, digest: str) -> EndMark | None:
        """See `KeyRecords`."""
        with reading():
            try:
                return _end_mark(read_unlinked(self._mark(digest)))
            except FileNotFoundError:
                return None

    def drop_marks(self, before: date) -> Iterator[None]:
        """See `KeyRecords`; one that is damaged goes too."""
        for path in paths_in(self._marks, '*.json'):
            mark = _end_mark(read_unlinked(path))
            if mark is None or mark.on < before:
                remove_unlinked(path)
            yield

    def ids_of(self, compass_id: str) -> list[str]:
        """Returns the ids of all keys of a compass, oldest first. Reads every file. Raises `OSError`."""
        written = compass_id.encode()
        contents = (read_unlinked(path) for path in paths_in(self._folder, '*.json'))
        keys = [key for content in contents if written in content and (key := _key(content)) is not None]
        return [key.id for key in sorted(keys, key=lambda key: key.made) if key.compass == compass_id]

    def _remember(self, digest: str, stamp: Stamp, key: Key | None) -> None:
        self._known.pop(digest, None)
        self._known[digest] = stamp, key
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]

    def _path(self, digest: str) -> Path:
        return self._folder / f'{digest}.json'

    def _mark(self, digest: str) -> Path:
        return self._marks / f'{digest}.json'


def _stamp(path: Path) -> Stamp:
    status = path.lstat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def _key(content: bytes) -> Key | None:
    try:
        return Key.model_validate_json(content)
    except ValidationError:
        return None


def _end_mark(content: bytes) -> EndMark | None:
    try:
        return EndMark.model_validate_json(content)
    except ValidationError:
        return None
