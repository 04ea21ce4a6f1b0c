"""Signing in, counted: how often it may go wrong, for accounts that exist and for those that do not."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from model.access.limits import Limit, Limits, network_of, wide_network_of
from model.access.refusals import NotSignedIn, TooManyTries
from model.access.workers.sign_in import SignIn
from model.one_at_a_time import Busy, Place
from model.workers.one_time import RECOVERY_LENGTH, OneTime
from model.workers.worker import Passkey, Worker, login_of
from model.writing.own_words import TooLong

MOST_KNOWN = 2000
"""Networks from which somebody came in, of which passwords are weighed first."""


class CountedSignIn:
    """The one way to `SignIn`: every try is counted here, by network and by the login that was typed.

    A stranger who fills the count of somebody's login stops nobody but those with a one-time code: who comes with
    a recovery code, which cannot be guessed, is heard all the same, and passkeys are counted apart.
    """

    def __init__(self, sign_in: SignIn, limits: Limits) -> None:
        self._sign_in = sign_in
        self._limits = limits
        self._going_on: set[str] = set()
        self._known: OrderedDict[str, None] = OrderedDict()

    async def by_password(self, address: str, login: str, password: str, code: str, now: datetime) -> Worker:
        """The worker who signs in, from a network `address`.

        Raises `NotSignedIn`, `Busy` also when that network tried too often, `TooManyTries` for this login, `OSError`.
        """
        self._count(address)
        place = self._place(address)
        if _may_be_recovery(code):
            worker = await self._sign_in.by_password(login, password, code, now, place)
        else:
            with self._counted_for(_account_of(login)):
                worker = await self._sign_in.by_password(login, password, code, now, place)
        self._know(address)
        return worker

    async def prove(
        self, address: str, worker_id: str, password: str, code: str, now: datetime, *, key_id: str
    ) -> Worker:
        """As `SignIn.prove`; wrong answers are counted by the caller, for the session they are given in.

        Raises `NotSignedIn`, `Busy` also when the network tried too often, `OSError`.
        """
        self._count(address)
        return await self._sign_in.prove(worker_id, password, code, now, key_id=key_id, place=self._place(address))

    def by_code(self, worker_id: str, code: str, now: datetime) -> Worker:
        """The worker who shows with a one-time code that they are back; counted by the caller.

        Raises `NotSignedIn`, `OSError`.
        """
        return self._sign_in.by_code(worker_id, code, now)

    async def choose_password(self, address: str, worker: Worker, password: str, code: str, now: datetime) -> list[str]:
        """As `SignIn.choose_password`. Raises what that raises, and `Busy` when the network tried too often."""
        self._count(address)
        codes = await self._sign_in.choose_password(worker, password, code, now, self._place(address))
        self._know(address)
        return codes

    async def set_password(self, address: str, worker: Worker, password: str, code: str, now: datetime) -> None:
        """As `SignIn.set_password`. Raises what that raises, and `Busy` when the network tried too often."""
        self._count(address)
        await self._sign_in.set_password(worker, password, code, now, self._place(address))

    def draw_recovery(self, worker: Worker) -> list[str]:
        """As `SignIn.draw_recovery`."""
        return self._sign_in.draw_recovery(worker)

    def passkey_options(self, address: str, origin: str, now: datetime) -> str:
        """What the browser is asked, as JSON. Raises `NoPasskeysHere`, `TooManyTries`."""
        self._count_passkey(address)
        return self._sign_in.passkey_options(origin, now)

    def by_passkey(
        self, address: str, answer: str, origin: str, now: datetime, *, worker_id: str | None = None
    ) -> Worker:
        """The worker of a passkey; with `worker_id` only that one. Raises `NotSignedIn`, `TooManyTries`, `OSError`."""
        self._count_passkey(address)
        worker = self._sign_in.by_passkey(answer, origin, now, worker_id=worker_id)
        self._know(address)
        return worker

    # ways in that are made: by who has an invitation, which is counted where it is opened, or is signed in

    @property
    def one_time(self) -> OneTime:
        """What an authenticator app is given."""
        return self._sign_in.one_time

    def registration_options(self, worker: Worker, origin: str, now: datetime) -> str:
        """What the browser is asked to make a passkey, as JSON. Raises `NoPasskeysHere`."""
        return self._sign_in.registration_options(worker, origin, now)

    def registered(self, worker_id: str, answer: str, origin: str, now: datetime) -> Passkey:
        """The passkey that was made. Raises `BadPasskey`, `NoPasskeysHere`."""
        return self._sign_in.registered(worker_id, answer, origin, now)

    # inside

    def _count(self, address: str) -> None:
        if not self._limits.hit(Limit.SIGN_IN, network_of(address)):
            raise Busy

    def _place(self, address: str) -> Place:
        """Where this address stands in line: everything in one /48 behind each other, who came in before in front."""
        network = wide_network_of(address)
        return Place(network, is_known=network in self._known)

    def _know(self, address: str) -> None:
        self._known[wide_network_of(address)] = None
        self._known.move_to_end(wide_network_of(address))
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)

    def _count_passkey(self, address: str) -> None:
        # far more than anyone signs in, and apart from the passwords: who guesses those keeps no passkey out
        if not self._limits.hit(Limit.PASSKEYS, network_of(address)):
            raise TooManyTries

    @contextmanager
    def _counted_for(self, account: str) -> Iterator[None]:
        if self._limits.is_full(Limit.WRONG_SIGN_INS, account):
            raise TooManyTries
        if account in self._going_on:  # a hundred guesses at once must not all come before the first is counted
            raise Busy
        self._going_on.add(account)
        try:
            yield
        except NotSignedIn:
            self._limits.hit(Limit.WRONG_SIGN_INS, account)
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
