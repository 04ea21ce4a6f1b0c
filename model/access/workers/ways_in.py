"""A worker's own ways in: made, changed and taken off by who showed shortly before, in full, that it is them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import ProofAsked
from model.access.session import Session
from model.access.workers.sessions import Sessions
from model.access.workers.sign_in import WrongCode
from model.access.workers.sign_in_limits import CountedSignIn
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.key import Key
from model.one_at_a_time import Busy
from model.settings import Settings
from model.workers.one_time import new_seed
from model.workers.passkey import CHALLENGE_KEPT
from model.workers.worker import Notice, Worker
from model.workers.workers import Workers

FRESH = timedelta(minutes=5)
"""So long after showing in full who they are a worker may change how they sign in."""
SETTING_UP = timedelta(minutes=20)
"""How long somebody may take over a password and an app, which was begun in time."""


class WaysIn:
    """What a worker who is signed in may change about signing in. Every change is told, and on record."""

    def __init__(
        self,
        workers: Workers,
        keys: Keys,
        signed_in: SignedIn,
        sign_in: CountedSignIn,
        sessions: Sessions,
        record: Record,
        settings: Settings,
    ) -> None:
        self._workers = workers
        self._keys = keys
        self._signed_in = signed_in
        self._sign_in = sign_in
        self._sessions = sessions
        self._record = record
        self._settings = settings

    # showing that it is you

    def refuse_stale(self, session: Session, more: timedelta = timedelta(0)) -> None:
        """Raises `ProofAsked` when it is too long ago that the worker showed who they are, and `Stranger`."""
        proved = self._signed_in.key(session).proved
        if proved is None or self._settings.now() - proved > FRESH + more:
            raise ProofAsked

    async def prove_by_password(self, session: Session, password: str, code: str, address: str) -> None:
        """Show it with a password and a code. Five wrong answers end this session, and close nothing elsewhere.

        Raises `Stranger`, `NotSignedIn`, `Busy`, `OSError`.
        """
        key, now = self._signed_in.key(session), self._settings.now()
        self._signed_in.count_try(session, key)
        try:
            await self._sign_in.prove(address, key.worker, password, code, now, key_id=key.id)
        except Busy:
            self._keys.update(key, tries=key.tries)  # nothing was weighed
            raise
        self._prove(session)

    def prove_by_passkey(self, session: Session, answer: str, origin: str, address: str) -> None:
        """The same with a passkey. Raises `Stranger`, `NotSignedIn`, `TooManyTries`, `OSError`."""
        worker_id = self._signed_in.key(session).worker
        self._sign_in.by_passkey(address, answer, origin, self._settings.now(), worker_id=worker_id)
        self._prove(session)

    # recovery codes

    def renew_recovery(self, session: Session, login: str = '') -> list[str]:
        """Other recovery codes, to show once; who has no name to sign in with chooses one.

        Raises `ProofAsked`, `Stranger`, `Nameless`, `TooLong`, `LoginTaken`, `OSError`.
        """
        with self._change(session, ActivityKind.MADE_RECOVERY) as worker:
            worker.take_login(login)
            return self._sign_in.draw_recovery(worker)

    # passkeys

    def passkey_options(self, session: Session, origin: str) -> str:
        """What the browser is asked, as JSON. Raises `ProofAsked`, `Stranger`, `NoPasskeysHere`."""
        self.refuse_stale(session)
        return self._sign_in.registration_options(self._signed_in.worker(session), origin, self._settings.now())

    def add_passkey(self, session: Session, answer: str, origin: str) -> None:
        """One more passkey; who was asked in time may take a while.

        Raises `ProofAsked`, `Stranger`, `BadPasskey`, `NoPasskeysHere`, `PasskeyTaken`, `TooManyPasskeys`, `OSError`.
        """
        self.refuse_stale(session, CHALLENGE_KEPT)
        worker_id = self._signed_in.key(session).worker
        passkey = self._sign_in.registered(worker_id, answer, origin, self._settings.now())
        with self._change(session, ActivityKind.ADDED_PASSKEY, CHALLENGE_KEPT) as worker:
            worker.add_passkey(passkey)

    def name_passkey(self, session: Session, passkey_id: str, name: str) -> None:
        """Say which device a passkey is in. Raises `Stranger`, `NoSuchPasskey`, `TooLong`."""
        with self._workers.change(self._signed_in.key(session).worker) as worker:
            worker.name_passkey(passkey_id, name)

    def drop_passkey(self, session: Session, passkey_id: str) -> None:
        """Take a passkey off. Raises `ProofAsked`, `Stranger`, `NoSuchPasskey`, `LastWayIn`, `OSError`."""
        with self._change(session, ActivityKind.DROPPED_PASSKEY) as worker:
            worker.passkey(passkey_id)
            worker.drop_passkey(passkey_id)

    # the password

    def begin_password(self, session: Session) -> str:
        """Begin with another password; returns the seed of an app that may come with it.

        Begun again, in another tab perhaps, it is the same one. Raises `ProofAsked`, `Stranger`.
        """
        self.refuse_stale(session)
        seed = (session.setting_up if self._is_setting_up(session) else {}).get('seed') or new_seed()
        session.setting_up = {'seed': seed, 'since': self._settings.now().isoformat()}
        return seed

    async def set_password(
        self, session: Session, login: str, password: str, code: str, address: str, *, new_app: bool
    ) -> None:
        """Another password, with a code of the app there was or, with `new_app`, of the one that was begun.

        Raises `ProofAsked`, `Stranger`, `Stale`, `LoginTaken`, `TooLong` and what `SignIn.set_password` raises.
        """
        key, worker, now = self._signed_in.key(session), self._signed_in.worker(session), self._settings.now()
        if not self._is_setting_up(session):
            raise ProofAsked
        if new_app or not worker.has_password:
            worker.take_login(login)
            worker.begin_code(session.setting_up['seed'])
        try:
            await self._sign_in.set_password(address, worker, password, code, now)
        except WrongCode:
            self._signed_in.count_try(session, self._signed_in.key(session))
            raise
        self._signed_in.key(session)  # it may have ended meanwhile
        worker.tell(ActivityKind.SET_PASSWORD, now, key.id)
        self._workers.save(worker)
        self._keys.update(key, tries=0)
        session.setting_up = {}
        self._record.add(ActivityKind.SET_PASSWORD, worker)

    # what was changed

    def notices(self, session: Session) -> list[Notice]:
        """What the worker is to be asked here: whether it was them. Raises `Stranger`."""
        key = self._signed_in.key(session)
        return self._signed_in.of(key).notices_in(key.id)

    def confirm(self, session: Session, notice_ids: list[str]) -> None:
        """It was them. Raises `Stranger`."""
        self._close_notices(session, notice_ids)

    def deny(self, session: Session, notice_ids: list[str]) -> None:
        """It was not: whoever is signed in elsewhere is out, and the coordinator can read it. Raises `Stranger`."""
        self._sessions.end_others(session)
        self._close_notices(session, notice_ids)
        self._record.add(ActivityKind.DENIED, self._signed_in.worker(session))

    # inside

    def _close_notices(self, session: Session, notice_ids: list[str]) -> None:
        key = self._signed_in.key(session)
        with self._workers.change(key.worker) as worker:
            worker.close_notices(notice_ids, key.id)

    def _prove(self, session: Session) -> None:
        key: Key = self._signed_in.key(session)
        self._keys.update(key, proved=self._settings.now(), tries=0)

    @contextmanager
    def _change(self, session: Session, kind: ActivityKind, more: timedelta = timedelta(0)) -> Iterator[Worker]:
        self.refuse_stale(session, more)
        key = self._signed_in.key(session)
        with self._workers.change(key.worker) as worker:
            yield worker
            worker.tell(kind, self._settings.now(), key.id)
        self._record.add(kind, worker)

    def _is_setting_up(self, session: Session) -> bool:
        try:
            since = datetime.fromisoformat(session.setting_up['since'])
            return self._settings.now() - since <= SETTING_UP
        except (KeyError, ValueError, TypeError):
            return False
