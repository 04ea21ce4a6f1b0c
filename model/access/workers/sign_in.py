"""Signing in: with a passkey, or with a password and a one-time code; never with one thing that can be guessed.

A recovery code takes the place of the one-time code; for who has no password it stands alone, since nobody guesses it.
"""

import hashlib
import hmac
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from model.access.refusals import NotSignedIn
from model.activity import ActivityKind
from model.one_at_a_time import NO_PLACE, OneAtATime, Place
from model.workers import password as passwords
from model.workers.one_time import OneTime, draw_recovery_codes, new_seed
from model.workers.passkey import BadPasskey, NoPasskeysHere, Passkeys
from model.workers.worker import Nameless, Passkey, Replayed, State, Worker
from model.workers.workers import Workers

WRONG_CODES = 10
"""How many wrong one-time codes, beside the right password, an account takes in `WRONG_WITHIN`."""
WRONG_WITHIN = timedelta(hours=1)


class WrongCode(ValueError):
    """The one-time code of an authenticator app that is being set up is not right."""


class SignIn:
    """The ways in. All calls from the event loop; what is slow runs in one thread."""

    def __init__(self, workers: Workers, secret: bytes) -> None:
        """`secret` (32 bytes) is not with the data; passwords and codes are of no use without it."""
        self._workers = workers
        self._password_secret = hmac.digest(secret, b'password', hashlib.sha256)
        self.one_time = OneTime(hmac.digest(secret, b'one-time', hashlib.sha256))
        self._passkeys = Passkeys()
        self._slow = OneAtATime('password')
        self._wrong: dict[str, deque[datetime]] = {}

    def close(self) -> None:
        """End the thread; what waits is not done any more."""
        self._slow.close()

    # password and code

    async def by_password(self, login: str, password: str, code: str, now: datetime, place: Place = NO_PLACE) -> Worker:
        """Sign in with a password and a one-time code, or with a recovery code and the password if there is one.

        Raises `NotSignedIn`, `Busy`, `OSError`.
        """
        worker = await self._weigh_password(lambda: self._workers.by_login(login), password, place)
        if not self._use_recovery(worker, code, now):
            self._use_counted_code(worker, code, now)
        return self._signed_in(worker, now)

    async def prove(
        self, worker_id: str, password: str, code: str, now: datetime, *, key_id: str, place: Place = NO_PLACE
    ) -> Worker:
        """Show in the session `key_id` that it is you, with the same two things; the caller counts.

        Raises `NotSignedIn`, `Busy`, `OSError`.
        """
        worker = await self._weigh_password(lambda: self._workers.get(worker_id), password, place)
        if not self._use_recovery(worker, code, now, key_id):
            self._use_code(worker, code, now)
        return self._signed_in(worker, now)

    def by_code(self, worker_id: str, code: str, now: datetime) -> Worker:
        """Show that it is you with a one-time code alone, where you are signed in already; the caller counts.

        Wrong ones are not counted for the account: whoever has the tablet in hand could close it everywhere.
        Raises `NotSignedIn`, `OSError`.
        """
        worker = self._workers.get(worker_id)
        if worker is None:
            raise NotSignedIn
        self._use_code(worker, code, now)
        return self._signed_in(worker, now)

    def begin_code(self, worker: Worker) -> str:
        """Begin with an authenticator app, unless that was begun; returns its otpauth address. The caller saves."""
        if worker.code_seed is None or worker.password is not None:
            worker.begin_code(new_seed())
        return self.one_time.address(worker.id, worker.code_seed or '', worker.login or worker.name)

    async def choose_password(
        self, worker: Worker, password: str, code: str, now: datetime, place: Place = NO_PLACE
    ) -> list[str]:
        """Give a worker, who began with an authenticator app, a password; returns the recovery codes to show once.

        The caller saves the worker. Raises what `set_password` raises.
        """
        await self.set_password(worker, password, code, now, place)
        return self.draw_recovery(worker)

    async def set_password(
        self, worker: Worker, password: str, code: str, now: datetime, place: Place = NO_PLACE
    ) -> None:
        """Give a worker with an authenticator app another password; recovery codes stay.

        The caller saves the worker, which raises `Stale` when it was changed meanwhile. Raises `Nameless` without
        a login, `TooShort`, `TooLongPassword`, `TooCommon`, `WrongCode`, `Busy`.
        """
        if not worker.login:
            raise Nameless
        await self._slow.do(place, passwords.check, password, worker.login, worker.name)
        step = self.one_time.step(worker.id, worker.code_seed or '', code, now) if worker.code_seed else None
        if step is None or step <= worker.last_code:
            raise WrongCode
        worker.set_password(await self._slow.do(place, passwords.hash_of, password, self._password_secret))
        worker.use_code(step)

    def draw_recovery(self, worker: Worker) -> list[str]:
        """New recovery codes in the place of all that there were, to show once; the caller saves the worker."""
        codes = draw_recovery_codes()
        worker.renew_recovery([self.one_time.recovery_hash(worker.id, one) for one in codes])
        return codes

    # passkeys

    def passkey_options(self, origin: str, now: datetime) -> str:
        """What the browser is asked, as JSON. Raises `NoPasskeysHere`."""
        return self._passkeys.options(origin, now)

    def by_passkey(self, answer: str, origin: str, now: datetime, *, worker_id: str | None = None) -> Worker:
        """Sign in with a passkey; with `worker_id` only that worker. Raises `NotSignedIn`, `OSError`."""
        try:
            passkey_id = self._passkeys.credential_id(answer)
            worker = self._workers.by_passkey(passkey_id)
            counter = self._passkeys.verify(worker, answer, origin, now)
            if worker is None or worker.state is not State.ACTIVE or worker_id not in {None, worker.id}:
                raise NotSignedIn
            worker.use_passkey(passkey_id, counter, now)
        except (BadPasskey, NoPasskeysHere, Replayed):
            raise NotSignedIn from None
        return self._signed_in(worker, now)

    def registration_options(self, worker: Worker, origin: str, now: datetime) -> str:
        """What the browser is asked to make a passkey for this worker, as JSON. Raises `NoPasskeysHere`."""
        return self._passkeys.registration_options(worker, origin, now)

    def registered(self, worker_id: str, answer: str, origin: str, now: datetime) -> Passkey:
        """The passkey that was made; the caller adds it and saves. Raises `BadPasskey`, `NoPasskeysHere`."""
        return self._passkeys.registered(worker_id, answer, origin, now)

    async def _weigh_password(self, find: Callable[[], Worker | None], password: str, place: Place) -> Worker:
        """The worker whose password this is, or who has none. It takes as long for nobody. Raises `NotSignedIn`."""
        kept = _password_of(find())
        right = await self._slow.do(place, passwords.matches, password, kept, self._password_secret)
        # meanwhile the worker may have been disabled, or have changed the password
        worker = find()
        if worker is None or worker.state is not State.ACTIVE or _password_of(worker) != kept:
            raise NotSignedIn
        if kept is not None and not right:
            raise NotSignedIn
        return worker

    def _use_recovery(self, worker: Worker, code: str, now: datetime, key_id: str = '') -> bool:
        try:
            worker.use_recovery(self.one_time.recovery_hash(worker.id, code))
        except Replayed:
            return False
        worker.tell(ActivityKind.USED_RECOVERY, now, key_id)
        return True

    def _use_counted_code(self, worker: Worker, code: str, now: datetime) -> None:
        """Use a one-time code, unless too many of this account were wrong. Raises `NotSignedIn`."""
        wrong = self._wrong.setdefault(worker.id, deque(maxlen=WRONG_CODES))
        if len(wrong) == WRONG_CODES and now - wrong[0] < WRONG_WITHIN:
            raise NotSignedIn
        try:
            self._use_code(worker, code, now)
        except NotSignedIn:
            wrong.append(now)
            raise

    def _use_code(self, worker: Worker, code: str, now: datetime) -> None:
        """Use a one-time code. Raises `NotSignedIn`."""
        if worker.state is not State.ACTIVE or not worker.has_password:
            raise NotSignedIn
        try:
            worker.use_code(self.one_time.step(worker.id, worker.code_seed or '', code, now) or 0)
        except Replayed:
            raise NotSignedIn from None

    def _signed_in(self, worker: Worker, now: datetime) -> Worker:
        """On disk before anybody is let in: what was used stays used, whatever happens next."""
        worker.sign_in(now)
        self._workers.save(worker)
        return worker


def _password_of(worker: Worker | None) -> str | None:
    """What is kept of the password of a worker who may use it."""
    if worker is None or worker.state is not State.ACTIVE or not worker.has_password:
        return None
    return worker.password
