"""A worker who was away for a while: within their twelve hours a passkey or six digits open the session again."""

from model.access.session import Session
from model.access.workers.sign_in_limits import CountedSignIn
from model.access.workers.signed_in import SignedIn
from model.settings import Settings
from model.workers.worker import Worker


class Pause:
    """Opens what was put down."""

    def __init__(self, signed_in: SignedIn, sign_in: CountedSignIn, settings: Settings) -> None:
        self._signed_in = signed_in
        self._sign_in = sign_in
        self._settings = settings

    def worker(self, session: Session) -> Worker:
        """Whose session waits here. Raises `Stranger` when none does."""
        return self._signed_in.of(self._signed_in.paused(session))

    def end_by_code(self, session: Session, code: str) -> Worker:
        """Go on with a one-time code; after five wrong ones the session ends. Raises `Stranger`, `NotSignedIn`."""
        key = self._signed_in.paused(session)
        self._signed_in.count_try(session, key)
        worker = self._sign_in.by_code(key.worker, code, self._settings.now())
        self._signed_in.take_up(session, key, in_full=False)
        return worker

    def end_by_passkey(self, session: Session, answer: str, origin: str, address: str) -> Worker:
        """The same with a passkey. Raises `Stranger`, `NotSignedIn`, `TooManyTries`."""
        key = self._signed_in.paused(session)
        worker = self._sign_in.by_passkey(address, answer, origin, self._settings.now(), worker_id=key.worker)
        self._signed_in.take_up(session, key, in_full=True)
        return worker
