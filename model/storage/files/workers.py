"""The file of each worker: sealed with a secret that is not with the data, mended from the version before."""

import hashlib
import hmac
import json
import re
import secrets
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.storage.files.atomic import AtomicStorage, Tables, TornFile, previous_of, sweep_unfinished, sync_folder
from model.workers.worker import SCHEMA, Worker

THE_ONE = '1'

_TABLES = {'worker', 'seal'}
_FILE = re.compile(r'([0-9a-f]{16})(\.previous)?\.json')


class NotOurs(RuntimeError):
    """The file is whole but not to be read here: of a newer program, another secret, or planted by somebody."""


class WorkerFiles:
    """One file for each worker in one folder."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        """`folder` is made when it is not there; without `secret` nobody makes a file that lets them in."""
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._secret = secret
        sweep_unfinished(folder)

    def ids(self) -> list[str]:
        """The ids of all workers there are files of."""
        found = (_FILE.fullmatch(path.name) for path in self._folder.iterdir())
        return sorted({match[1] for match in found if match})

    def write(self, worker: Worker) -> None:
        """Replace the file of a worker; the one before stands beside it. Raises `OSError`."""
        row = worker.model_dump(mode='json')
        tables = {'worker': {THE_ONE: row}, 'seal': {THE_ONE: {'hmac': self._seal(row)}}}
        AtomicStorage(self._path(worker.id)).write(tables)

    def read(self, worker_id: str) -> Worker:
        """The worker as it was last saved. Raises `TornFile`, `NotOurs`."""
        return self._read(self._path(worker_id), worker_id)

    def restore(self, worker_id: str) -> Worker:
        """The version before; a broken file is set aside. Raises `TornFile`, `NotOurs`, everything left as it is."""
        path = self._path(worker_id)
        worker = self._read(previous_of(path), worker_id)
        if path.exists():
            path.rename(path.with_name(f'{worker_id}.broken-{secrets.token_hex(4)}.json'))
            sync_folder(self._folder)
        self.write(worker)
        return worker

    def _path(self, worker_id: str) -> Path:
        return self._folder / f'{worker_id}.json'

    def _seal(self, row: dict[str, Any]) -> str:
        canonical = json.dumps(row, sort_keys=True, separators=(',', ':')).encode()
        return hmac.digest(self._secret, canonical, hashlib.sha256).hex()

    def _read(self, path: Path, worker_id: str) -> Worker:
        try:
            tables = AtomicStorage(path).read()
        except TornFile as torn:
            # a newer program may check its files in another way, so a failed check says nothing about them
            _refuse_newer(torn.tables)
            raise
        _refuse_newer(tables)
        if tables is None or set(tables) != _TABLES:
            raise TornFile(path.name)
        try:
            row, seal = tables['worker'][THE_ONE], tables['seal'][THE_ONE]['hmac']
            if not hmac.compare_digest(str(seal).encode(), self._seal(row).encode()):
                raise NotOurs(path.name)
            worker = Worker.model_validate(row)
        except (KeyError, TypeError, ValidationError) as error:
            raise TornFile(path.name) from error
        if worker.id != worker_id:
            raise NotOurs(path.name)
        return worker


def _refuse_newer(tables: Tables | None) -> None:
    try:
        schema = (tables or {})['worker'][THE_ONE]['schema']
    except (KeyError, TypeError):
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise NotOurs(f'schema {schema}')
