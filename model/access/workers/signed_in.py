"""Who among the workers signed in, in which browser."""

from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.activity import ActivityKind
from model.key import Key, Kind
from model.settings import Settings
from model.workers.worker import State, Worker
from model.workers.workers import Workers


class SignedIn:
    """Starts, finds and ends the sessions of workers."""

    def __init__(self, workers: Workers, keys: Keys, held: Held, record: Record, settings: Settings) -> None:
        self._workers = workers
        self._keys = keys
        self._held = held
        self._record = record
        self._settings = settings

    def key(self, session: Session) -> Key:
        """The key of the worker who signed in here. Raises `Stranger`."""
        key = self.find(session.worker)
        if key is None or key.locked:
            raise Stranger
        self.of(key)
        return key

    def of(self, key: Key) -> Worker:
        """The worker a key stands for. Raises `Stranger` when that is no worker, or not one of now."""
        worker = self._workers.get(key.worker)
        if worker is None or worker.state is not State.ACTIVE or key.id not in worker.keys:
            raise Stranger
        return worker

    def worker(self, session: Session) -> Worker:
        """The worker who signed in here. Raises `Stranger`."""
        return self.of(self.key(session))

    def coordinator(self, session: Session) -> Worker:
        """The same, when that is a coordinator. Raises `Stranger`."""
        worker = self.worker(session)
        if not worker.coordinator:
            raise Stranger
        return worker

    def is_here(self, session: Session) -> bool:
        """Whether a worker is signed in here."""
        try:
            return bool(self.key(session))
        except Stranger:
            return False

    def start(self, session: Session, worker: Worker, *, own: bool = False) -> None:
        """Let a worker in who showed who they are. What others left open on this device is closed."""
        self._held.put_away(session)
        self.stop(session)
        session.invite, session.joining, session.away = '', {}, False
        now = self._settings.now()
        key = self._keys.issue('', Kind.WORKER, now, worker=worker.id, own=own)
        with self._workers.change(worker.id) as changed:
            for key_id in [one for one in changed.keys if self._keys.get(one, now) is None]:
                changed.drop_key(key_id)
            changed.hold_key(key.id)
            changed.sign_in(now)
        session.worker = self._keys.token(key.id)
        self._record.add(ActivityKind.SIGNED_IN, worker)

    def stop(self, session: Session) -> None:
        """Sign out, also from a tablet that was handed on."""
        ended = [self.find(session.worker), self.find(session.lent)]
        session.worker = session.lent = ''
        for key in ended:
            if key is not None:
                self._keys.revoke(key.id)
                self._record.add(ActivityKind.SIGNED_OUT, self._workers.get(key.worker))

    def stay(self, session: Session) -> None:
        """The worker is still here. Raises `Stranger`."""
        self._keys.use(self.key(session), self._settings.now())

    def find(self, token: str) -> Key | None:
        """The key of a worker with this token, locked or not; None when it opens nothing any more."""
        key = self._keys.find(token, self._settings.now())
        return key if key is not None and key.kind is Kind.WORKER else None
