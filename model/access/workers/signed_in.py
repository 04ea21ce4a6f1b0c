"""Who among the workers signed in, in which browser."""

from datetime import datetime, timedelta

from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Paused, Stranger
from model.access.session import Session
from model.access.table import is_idle, rules_of
from model.activity import ActivityKind
from model.key import SEEN_STEP, Device, Key, Kind
from model.settings import Settings
from model.workers.worker import State, Worker
from model.workers.workers import Workers

TRIES = 5
"""Wrong answers that one session takes, lent or put down or asked for a proof; after them its worker signs in anew."""


class SignedIn:
    """Starts, finds and ends the sessions of workers."""

    def __init__(self, workers: Workers, keys: Keys, held: Held, record: Record, settings: Settings) -> None:
        self._workers = workers
        self._keys = keys
        self._held = held
        self._record = record
        self._settings = settings

    def key(self, session: Session) -> Key:
        """The key of the worker who signed in here. Raises `Stranger`, `Paused` after the idle time of this device."""
        key = self._unlocked(session)
        if is_idle(key, self._settings.now()):
            raise Paused(key.worker)
        return key

    def paused(self, session: Session) -> Key:
        """The key of a worker who signed in here and left it alone for too long. Raises `Stranger`."""
        key = self._unlocked(session)
        if not is_idle(key, self._settings.now()):
            raise Stranger
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

    def is_over(self, session: Session) -> bool:
        """Whether a worker signed in here, and that session ended without their doing: after its time, or elsewhere."""
        return bool(session.worker) and self.find(session.worker) is None

    def start(
        self,
        session: Session,
        worker: Worker,
        *,
        own: bool = False,
        device: Device = Device.TABLET,
        in_full: bool = True,
        since: datetime | None = None,
    ) -> None:
        """Let a worker in who showed who they are. What others left open on this device is closed.

        Not `in_full` is with a one-time code alone; `since` is when the session began that this one goes on for.
        """
        self._held.put_away(session)
        self.stop(session)
        session.invite, session.joining, session.away = '', {}, False
        now = self._settings.now()
        key = self._keys.issue(
            '',
            Kind.WORKER,
            now,
            worker=worker.id,
            own=own,
            device=device,
            made=since or now,
            proved=now if in_full else None,
        )
        with self._workers.change(worker.id) as changed:
            for key_id in [one for one in changed.keys if self._keys.get(one, now) is None]:
                changed.drop_key(key_id)
            done = changed.begin_session(key.id, now)
        session.worker = self._keys.token(key.id)
        for kind in (ActivityKind.SIGNED_IN, *done):
            self._record.add(kind, worker)

    def stop(self, session: Session) -> None:
        """Sign out, also from a tablet that was handed on."""
        ended = [self.find(session.worker), self.find(session.lent)]
        session.worker = session.lent = ''
        session.setting_up = {}
        for key in ended:
            if key is not None:
                self._keys.revoke(key.id)
                self._record.add(ActivityKind.SIGNED_OUT, self._workers.get(key.worker))

    def count_try(self, session: Session, key: Key) -> None:
        """One more answer in this session, on disk before it is weighed. Ends it after five. Raises `Stranger`."""
        if key.tries >= TRIES:
            self.stop(session)
            raise Stranger
        self._keys.update(key, tries=key.tries + 1)

    # put down, and taken up again

    def put_down(self, session: Session) -> None:
        """Nobody is at this device any more: a worker who was may come back soon; one who lent it is signed out."""
        if session.lent:  # the worker takes their tablet back, however long it lay there
            return
        key = self.find(session.worker)
        if key is None or key.locked:
            self.stop(session)
            return
        now = self._settings.now()
        # as it is after the idle time of this device, in which the browser saw nobody
        long_ago = now - (rules_of(key).idle or timedelta(0)) - 3 * SEEN_STEP
        self._keys.update(key, seen=min(key.seen, long_ago))
        session.setting_up = {}
        self._keys.locked.send(key.id)  # its pages go blank

    def take_up(self, session: Session, key: Key, *, in_full: bool) -> None:
        """The worker of a paused key showed who they are: what a person opened here meanwhile is closed."""
        self._held.put_away(session)
        session.away = False
        now = self._settings.now()
        self._keys.update(key, seen=now, tries=0, proved=now if in_full else key.proved)
        self._record.add(ActivityKind.UNLOCKED, self._workers.get(key.worker))

    def stay(self, session: Session) -> None:
        """The worker is still here. Raises `Stranger`."""
        self._keys.use(self.key(session), self._settings.now())

    def _unlocked(self, session: Session) -> Key:
        key = self.find(session.worker)
        if key is None or key.locked:
            raise Stranger
        self.of(key)
        return key

    def find(self, token: str) -> Key | None:
        """The key of a worker with this token, locked or not; None when it opens nothing any more."""
        key = self._keys.find(token, self._settings.now())
        return key if key is not None and key.kind is Kind.WORKER else None
