"""The file of each worker: sealed with a secret that is not with the data, mended from the version before."""

import hashlib
import hmac
import json
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.no_links import make_folder, paths_in
from model.storage.files.atomic import AtomicStorage, Tables, TornFile, previous_of
from model.storage.files.disk import put_aside, sweep_unfinished
from model.storage.protocols import OpenedWorkers
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
        make_folder(self._folder)
        self._secret = secret
        sweep_unfinished(folder)

    def open_all(self) -> OpenedWorkers:
        """See `WorkerRecords`."""
        opened = OpenedWorkers()
        found = (_FILE.fullmatch(path.name) for path in paths_in(self._folder))
        for worker_id in sorted({match[1] for match in found if match}):
            try:
                opened.workers.append(self._open(worker_id, opened.restored))
            except (TornFile, NotOurs, OSError):
                opened.unopened.append(worker_id)
        return opened

    def save(self, worker: Worker, *, for_good: bool = False) -> None:
        """See `WorkerRecords`; the version before stands beside the file."""
        row = worker.model_dump(mode='json')
        tables = {'worker': {THE_ONE: row}, 'seal': {THE_ONE: {'hmac': self._seal(row)}}}
        AtomicStorage(self._path(worker.id), for_good=for_good).write(tables)

    def _open(self, worker_id: str, restored: list[str]) -> Worker:
        try:
            return self._read(self._path(worker_id), worker_id)
        except TornFile:
            worker = self._restore(worker_id)
            restored.append(worker_id)
            return worker

    def _restore(self, worker_id: str) -> Worker:
        """The version before; the broken file is set aside. Raises `TornFile`, `NotOurs`, all left as it is."""
        path = self._path(worker_id)
        worker = self._read(previous_of(path), worker_id)
        put_aside(path)
        self.save(worker)
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
        worker.schema_ = SCHEMA  # what is older lacks fields that have a beginning of their own
        return worker


def _refuse_newer(tables: Tables | None) -> None:
    try:
        schema = (tables or {})['worker'][THE_ONE]['schema']
    except (KeyError, TypeError):
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise NotOurs(f'schema {schema}')
