"""The file of each key; its name says nothing of the token."""

import json
from pathlib import Path

from pydantic import ValidationError

from model.key import Key
from model.storage.files.disk import reading, sync_folder, write_atomically


class KeyFiles:
    """One file for each key, in one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when it is not there. Raises `OSError`."""
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def read(self, digest: str) -> Key | None:
        """See `KeyRecords`."""
        with reading():
            try:
                content = self._path(digest).read_bytes()
            except FileNotFoundError:
                return None
        return _key(content)

    def write(self, digest: str, key: Key) -> None:
        """See `KeyRecords`."""
        write_atomically(self._path(digest), json.dumps(key.model_dump(mode='json')).encode())

    def erase(self, digest: str) -> None:
        """See `KeyRecords`."""
        self._path(digest).unlink(missing_ok=True)
        sync_folder(self._folder)

    def ids_of(self, compass_id: str) -> list[str]:
        """Returns the ids of all keys of a compass, oldest first. Reads every file. Raises `OSError`."""
        written = compass_id.encode()
        contents = (path.read_bytes() for path in self._folder.glob('*.json'))
        keys = [key for content in contents if written in content and (key := _key(content)) is not None]
        return [key.id for key in sorted(keys, key=lambda key: key.made) if key.compass == compass_id]

    def _path(self, digest: str) -> Path:
        return self._folder / f'{digest}.json'


def _key(content: bytes) -> Key | None:
    try:
        return Key.model_validate_json(content)
    except ValidationError:
        return None
