"""The files of the activity: one for each month, and one for each compass, one JSON object a line."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from model.activity import Activity, ActivityKind
from model.storage.files.disk import reading, sync_folder
from model.storage.files.folders import CompassFolders
from model.storage.protocols import NoSuchCompass

FILE = 'log.jsonl'

_BLOCK = 64 * 1024


_NOT_WAITED_FOR = {ActivityKind.SAW, ActivityKind.CHANGED}


class ActivityFiles:
    """A file for each month in one folder, and one in the folder of each compass, which goes with it."""

    def __init__(self, months: Path, folders: CompassFolders) -> None:
        """`months` is made when it is not there. Raises `OSError`."""
        self._months = months
        self._months.mkdir(parents=True, exist_ok=True)
        self._folders = folders

    def add(self, activity: Activity) -> None:
        """See `ActivityLog`."""
        self._of_month(activity.at).add(activity)
        with suppress(NoSuchCompass):
            self._of_compass(activity.compass).add(activity)

    def latest(self, month: date, most: int) -> list[Activity]:
        """See `ActivityLog`."""
        return self._of_month(month).latest(most)

    def latest_of(self, compass_id: str, most: int) -> list[Activity]:
        """See `ActivityLog`."""
        return self._of_compass(compass_id).latest(most)

    def _of_month(self, month: date) -> 'ActivityFile':
        return ActivityFile(self._months / f'{month:%Y-%m}.jsonl')

    def _of_compass(self, compass_id: str) -> 'ActivityFile':
        return ActivityFile(self._folders.of(compass_id) / FILE)


class ActivityFile:
    """One file, only ever added to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, activity: Activity) -> None:
        """Write an activity behind the others, synced to disk before this returns. Raises `OSError`.

        A tap does not wait for the disk to have seen it: of seeing and changing a power cut may take the last along.
        """
        is_new = not self._path.exists()
        line = json.dumps(activity.model_dump(mode='json', exclude_defaults=True), ensure_ascii=False)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            # a line that the power cut short must not swallow this one
            os.write(handle, f'{"" if is_new else self._end_of_line()}{line}\n'.encode())
            if activity.kind not in _NOT_WAITED_FOR:
                os.fsync(handle)
        finally:
            os.close(handle)
        if is_new:
            sync_folder(self._path.parent)

    def latest(self, most: int) -> list[Activity]:
        """Returns the last activities, the newest first; lines that cannot be read are passed over."""
        found: list[Activity] = []
        with reading():
            for line in self._backwards():
                if len(found) >= most:
                    break
                with suppress(ValidationError):
                    found.append(Activity.model_validate_json(line))
        return found

    def _end_of_line(self) -> str:
        with self._path.open('rb') as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - 1))
            return '' if file.read(1) in {b'', b'\n'} else '\n'

    def _backwards(self) -> Iterator[bytes]:
        """The lines of the file from the last to the first, reading no more of it than is asked for."""
        if not self._path.exists():
            return
        with self._path.open('rb') as file:
            offset = file.seek(0, os.SEEK_END)
            rest = b''
            while offset > 0:
                size = min(_BLOCK, offset)
                offset -= size
                file.seek(offset)
                rest, *lines = (file.read(size) + rest).split(b'\n')
                yield from (line for line in reversed(lines) if line)
            if rest:
                yield rest
