"""What lies on disk of one compass."""

import hashlib
import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from model.access.keys import Keys
from model.settings import Settings
from model.storage.files.keys import KeyFiles
from tests.browser.cast.on_disk import changed
from tests.patience import eventually
from tests.said import strengths_in
from tests.server import Server


class OnDisk:
    """What lies on disk of one compass."""

    def __init__(self, server: Server, compass_id: str) -> None:
        self.id = compass_id
        self._server = server
        self._data = server.data
        self.folder = server.data / 'compasses' / compass_id
        self.file = self.folder / 'compass.json'
        self.previous = self.folder / 'compass.previous.json'

    @property
    def bytes(self) -> bytes:
        return self.file.read_bytes()

    @property
    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.bytes)['compass']['1']
        return document

    @property
    def strengths(self) -> list[dict[str, Any]]:
        return strengths_in(self.document)

    def finish_path(self) -> None:
        """The first time is over: `/kompas/{id}` is home."""
        with changed(self._server, self.id) as compass:
            compass.finish_path()

    @cached_property
    def keys(self) -> Keys:
        """As the server sees them, with its secret."""
        return keys_of(self._data)

    @property
    def sheet_token(self) -> str:
        """What the QR code of the sheet holds behind the #."""
        tokens = [self.keys.token(key_id) for key_id in self.document['keys']]
        return next(token for token in tokens if self.key(token)['kind'] == 'sheet')

    def is_sheet(self, key_id: str) -> bool:
        """Whether this is the key of a sheet."""
        file = self.key_file(self.keys.token(key_id))
        return file.exists() and json.loads(file.read_bytes())['kind'] == 'sheet'

    def key_file(self, token: str) -> Path:
        return self._data / 'keys' / f'{hashlib.sha256(token.encode()).hexdigest()}.json'

    def key(self, token: str) -> dict[str, Any]:
        key: dict[str, Any] = json.loads(self.key_file(token).read_bytes())
        return key

    def rewrite_key(self, token: str, **fields: object) -> None:
        """Edit the file of a key as someone at the machine could."""
        self.key_file(token).write_text(json.dumps(self.key(token) | fields))

    def changes(self) -> '_Changes':
        """`with on_disk.changes():` ends when the compass was saved; fails when it was not."""
        return _Changes(self)


class _Changes:
    def __init__(self, on_disk: OnDisk) -> None:
        self._on_disk = on_disk

    def __enter__(self) -> None:
        self._before = self._on_disk.bytes

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            eventually(lambda: self._on_disk.bytes != self._before, 'nothing was saved')


def keys_of(data: Path) -> Keys:
    """The keys in a data folder with the secret beside it."""
    settings = Settings(data=data)
    return Keys(KeyFiles(data / 'keys'), settings.derived('keys'))


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of a folder, however deep."""
    return (path for path in folder.rglob('*') if path.is_file())
