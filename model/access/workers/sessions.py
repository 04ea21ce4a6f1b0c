"""The browsers in which a worker is signed in: seen, and ended."""

from model.access.keys import Keys
from model.access.record import Record
from model.access.session import Session
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.key import Key, Kind
from model.settings import Settings
from model.workers.workers import Workers


class Sessions:
    """Those of the worker who asks, and of nobody else."""

    def __init__(self, workers: Workers, keys: Keys, signed_in: SignedIn, record: Record, settings: Settings) -> None:
        self._workers = workers
        self._keys = keys
        self._signed_in = signed_in
        self._record = record
        self._settings = settings

    def others(self, session: Session) -> list[Key]:
        """The sessions of this worker but the one that asks, the last used first. Raises `Stranger`."""
        mine, now = self._signed_in.key(session), self._settings.now()
        held = (self._keys.get(key_id, now) for key_id in self._signed_in.of(mine).keys)
        others = [key for key in held if key and key.kind is Kind.WORKER and key.id != mine.id]
        return sorted(others, key=lambda key: key.seen, reverse=True)

    def end(self, session: Session, key_id: str) -> None:
        """End one of the others; one that is over already, or somebody else's, is no error. Raises `Stranger`."""
        self._end(session, [key for key in self.others(session) if key.id == key_id])

    def end_others(self, session: Session) -> None:
        """End all the others. Raises `Stranger`."""
        self._end(session, self.others(session))

    def _end(self, session: Session, ended: list[Key]) -> None:
        if not ended:
            return
        with self._workers.change(self._signed_in.key(session).worker) as worker:
            for key in ended:
                worker.drop_key(key.id)
        for key in ended:
            self._keys.revoke(key.id)
        self._record.add(ActivityKind.ENDED_SESSION, worker)
