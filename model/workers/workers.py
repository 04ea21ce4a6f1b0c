"""Where workers live: one file each, all of them held in memory, since every page asks who somebody is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from blinker import Signal

from model.compass.answer import TooLong
from model.storage.files.atomic import TornFile
from model.storage.files.workers import NotOurs, WorkerFiles
from model.workers.worker import State, Worker, login_of


class LoginTaken(ValueError):
    """Somebody else signs in with this name."""


class PasskeyTaken(ValueError):
    """Somebody else signs in with this passkey."""


class Stale(RuntimeError):
    """The worker was changed since this copy was taken; saving it would undo that."""


class NoSuchWorker(LookupError):
    """There is no worker with this id."""


class Workers:
    """The workers of one installation; one process at a time, all calls from one thread."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        """`folder` keeps the files; `secret` (32 bytes) seals them, so that a planted file lets nobody in."""
        self._files = WorkerFiles(folder, secret)
        self._held: dict[str, Worker] = {}
        self._logins: dict[str, str] = {}
        self._passkeys: dict[str, str] = {}
        self.changed = Signal()
        """Sent with the id of each worker that changed, after it is on disk."""
        self.restored: list[str] = []
        """Ids of the workers whose version before had to be opened at the start."""
        self.unopened: list[str] = []
        """Ids of the workers that could not be opened at the start; their files are kept."""
        self._open_all()

    def create(self, now: datetime, *, team: str = '', coordinator: bool = False) -> Worker:
        """A worker to be invited, on disk. Raises `TooLong`, and `OSError` when there is no room."""
        worker = Worker(made=now, coordinator=coordinator)
        worker.join(team)
        self.save(worker)
        return worker

    def get(self, worker_id: str) -> Worker | None:
        """A copy of the worker with this id: a change is nothing until it is saved."""
        held = self._held.get(worker_id)
        return held.model_copy(deep=True) if held is not None else None

    def all(self) -> list[Worker]:
        """Copies of all workers, by name."""
        by_name = sorted(self._held.values(), key=lambda worker: (worker.name.casefold(), worker.made))
        return [worker.model_copy(deep=True) for worker in by_name]

    def by_login(self, login: str) -> Worker | None:
        """The worker who signs in with this name, however it is written."""
        try:
            return self.get(self._logins.get(login_of(login), ''))
        except TooLong:
            return None

    def by_passkey(self, passkey_id: str) -> Worker | None:
        """The worker with this passkey; its id is base64url."""
        return self.get(self._passkeys.get(passkey_id, ''))

    @property
    def has_coordinator(self) -> bool:
        """Whether there is a coordinator who can sign in."""
        return any(worker.coordinator and worker.state is State.ACTIVE for worker in self._held.values())

    @property
    def any_active(self) -> bool:
        """Whether there is a worker who can sign in."""
        return any(worker.state is State.ACTIVE for worker in self._held.values())

    def save(self, worker: Worker) -> None:
        """Put a worker on disk, then tell who listens.

        Raises `Stale`, `LoginTaken`, `PasskeyTaken`, and `OSError`: nothing has changed then.
        """
        before = self._held.get(worker.id)
        if worker.version != (before.version if before else 0):
            raise Stale(worker.id)
        self._refuse_taken(worker)
        saved = worker.model_copy(update={'version': worker.version + 1}, deep=True)
        self._files.write(saved)
        if before is not None and _ways_in(before) != _ways_in(saved):
            # once more: the version before must not let in who was just kept out
            self._files.write(saved)
        self._hold(saved)
        worker.version = saved.version
        self.changed.send(worker.id)

    @contextmanager
    def change(self, worker_id: str) -> Iterator[Worker]:
        """The worker to change, saved at the end unless something is raised. Raises as `save`, and `NoSuchWorker`."""
        worker = self.get(worker_id)
        if worker is None:
            raise NoSuchWorker(worker_id)
        yield worker
        self.save(worker)

    def _refuse_taken(self, worker: Worker) -> None:
        if worker.login and self._logins.get(worker.login, worker.id) != worker.id:
            raise LoginTaken
        if any(self._passkeys.get(passkey.id, worker.id) != worker.id for passkey in worker.passkeys):
            raise PasskeyTaken

    def _hold(self, worker: Worker) -> None:
        before = self._held.get(worker.id)
        if before is not None:
            self._logins.pop(before.login, None)
            for passkey in before.passkeys:
                self._passkeys.pop(passkey.id, None)
        self._held[worker.id] = worker
        if worker.login:
            self._logins[worker.login] = worker.id
        self._passkeys.update((passkey.id, worker.id) for passkey in worker.passkeys)

    def _open_all(self) -> None:
        for worker_id in self._files.ids():
            try:
                self._hold(self._files.read(worker_id))
            except TornFile:
                self._restore(worker_id)
            except NotOurs:
                self.unopened.append(worker_id)

    def _restore(self, worker_id: str) -> None:
        try:
            self._hold(self._files.restore(worker_id))
            self.restored.append(worker_id)
        except (TornFile, NotOurs):
            self.unopened.append(worker_id)


def _ways_in(worker: Worker) -> tuple[object, ...]:
    passkeys = [passkey.id for passkey in worker.passkeys]
    return worker.disabled_on, passkeys, worker.password, worker.code_seed, worker.recovery, worker.coordinator
