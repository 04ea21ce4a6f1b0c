"""The workers: all of them in memory, since every page asks who somebody is, and each change stored at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from blinker import Signal

from model.storage.protocols import WorkerRecords
from model.workers.worker import State, Worker, login_of
from model.writing.own_words import TooLong


class LoginTaken(ValueError):
    """Somebody else signs in with this name."""


class PasskeyTaken(ValueError):
    """Somebody else signs in with this passkey."""


class LastCoordinator(ValueError):
    """Without this one there would be no coordinator who can sign in."""


class Stale(RuntimeError):
    """The worker was changed since this copy was taken; saving it would undo that."""


class NoSuchWorker(LookupError):
    """There is no worker with this id."""


class Workers:
    """The workers of one installation; one process at a time, all calls from one thread."""

    def __init__(self, records: WorkerRecords) -> None:
        """Opens all that are stored. Raises `OSError`."""
        self._records = records
        self._held: dict[str, Worker] = {}
        self._logins: dict[str, str] = {}
        self._passkeys: dict[str, str] = {}
        self.changed = Signal()
        """Sent with the id of each worker that changed, after it is stored."""
        opened = records.open_all()
        for worker in opened.workers:
            self._hold(worker)
        self.restored = opened.restored
        """Ids of the workers who were damaged at the start, and are as they were stored the time before."""
        self.unopened = opened.unopened
        """Ids of the workers who could not be opened at the start; what is stored of them is left as it is."""

    def create(self, now: datetime, *, team: str = '', invited_as: str = '', coordinator: bool = False) -> Worker:
        """Returns a new worker to be invited, stored. Raises `TooLong`, and `OSError` when there is no room."""
        worker = Worker(made=now, coordinator=coordinator)
        worker.join(team)
        worker.invite_as(invited_as)
        self.save(worker)
        return worker

    def get(self, worker_id: str) -> Worker | None:
        """A copy of the worker with this id: a change is nothing until it is saved."""
        held = self._held.get(worker_id)
        return held.copied() if held is not None else None

    def all(self) -> list[Worker]:
        """Copies of all workers, by name."""
        return self.those(lambda _: True)

    def those(self, are_meant: Callable[[Worker], bool]) -> list[Worker]:
        """Copies of the workers who are meant, by name; `are_meant` looks at each of them and changes nothing."""
        found = [worker for worker in self._held.values() if are_meant(worker)]
        found.sort(key=lambda worker: (worker.name.casefold(), worker.made))
        return [worker.copied() for worker in found]

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

    def refuse_last_coordinator(self, worker_id: str) -> None:
        """Raises `LastCoordinator` when nobody else is a coordinator who can sign in."""
        if self.is_last_coordinator(worker_id):
            raise LastCoordinator

    def is_last_coordinator(self, worker_id: str) -> bool:
        """Whether nobody else is a coordinator who can sign in."""
        others = (one for one in self._held.values() if one.id != worker_id)
        return not any(one.coordinator and one.state is State.ACTIVE for one in others)

    @property
    def any_active(self) -> bool:
        """Whether there is a worker who can sign in."""
        return any(worker.state is State.ACTIVE for worker in self._held.values())

    def save(self, worker: Worker) -> None:
        """Store a worker, then send `changed`.

        Raises `Stale`, `LoginTaken`, `PasskeyTaken`, and `OSError`: nothing has changed then.
        """
        before = self._held.get(worker.id)
        if worker.version != (before.version if before else 0):
            raise Stale(worker.id)
        self._refuse_taken(worker)
        saved = worker.copied(version=worker.version + 1)
        # the version before must not let in who was just kept out
        self._records.save(saved, for_good=before is not None and _ways_in(before) != _ways_in(saved))
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


def _ways_in(worker: Worker) -> tuple[object, ...]:
    passkeys = [passkey.id for passkey in worker.passkeys]
    return worker.disabled_on, passkeys, worker.password, worker.code_seed, worker.recovery, worker.coordinator
