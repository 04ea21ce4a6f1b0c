"""Signing in with a password: how often it may go wrong, for accounts that exist and for those that do not."""

import hashlib
from typing import TYPE_CHECKING

from model.access.limits import Limit, network_of
from model.access.one_at_a_time import Busy
from model.access.refusals import TooManyTries
from model.access.sign_in import NotSignedIn
from model.compass.answer import TooLong
from model.workers.one_time import RECOVERY_LENGTH
from model.workers.worker import Worker, login_of

if TYPE_CHECKING:
    from model.access.gate import Gate


class Tries:
    """Counts wrong passwords and codes by the login that was typed.

    A stranger who fills the count of somebody's login stops nobody but those with a one-time code: who comes with
    a recovery code, which cannot be guessed, is heard all the same, and a passkey never comes by here.
    """

    def __init__(self, gate: 'Gate') -> None:
        self._gate = gate
        self._going_on: set[str] = set()

    async def by_password(self, address: str, login: str, password: str, code: str) -> Worker:
        """The worker who signs in, from a network `address`.

        Raises `NotSignedIn`, `Busy` also when that network tried too often, `TooManyTries` for this login, `OSError`.
        """
        if not self._gate.limits.hit(Limit.SIGN_IN, network_of(address)):
            raise Busy
        sign_in, now = self._gate.work.sign_in, self._gate.settings.now()
        if _may_be_recovery(code):
            return await sign_in.by_password(login, password, code, now)
        account = _account_of(login)
        if self._gate.limits.is_full(Limit.WRONG_SIGN_INS, account):
            raise TooManyTries
        if account in self._going_on:  # a hundred guesses at once must not all come before the first is counted
            raise Busy
        self._going_on.add(account)
        try:
            return await sign_in.by_password(login, password, code, now)
        except NotSignedIn:
            self._gate.limits.hit(Limit.WRONG_SIGN_INS, account)
            raise
        finally:
            self._going_on.discard(account)


def _may_be_recovery(code: str) -> bool:
    """Whether it cannot be a one-time code of six digits, and is long enough for a recovery code."""
    return sum(sign.isalnum() for sign in code[: 10 * RECOVERY_LENGTH]) >= RECOVERY_LENGTH


def _account_of(login: str) -> str:
    """The same for every way to write a login, and nothing that could be read back."""
    try:
        written = login_of(login)
    except TooLong:
        written = ''
    return hashlib.sha256(written.encode(errors='surrogatepass')).hexdigest()
