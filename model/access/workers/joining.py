"""Somebody who is making their account: the invitation in their browser, and what they gave until it is complete.

All of it is in the cookie of that browser. Nothing is on disk before there is a way in, so that two who open the same
invitation never finish each other's account.
"""

from model.access.limits import Limit, Limits, network_of
from model.access.refusals import EndedInvitation, Stranger, TooManyTries
from model.access.session import Session
from model.access.workers.accounts import Accounts
from model.access.workers.signed_in import SignedIn
from model.key import Device
from model.workers.one_time import new_seed
from model.workers.worker import State, Worker
from model.workers.workers import Stale, Workers


class Joining:
    """From an invitation to an account."""

    def __init__(self, workers: Workers, accounts: Accounts, signed_in: SignedIn, limits: Limits) -> None:
        self._workers = workers
        self._accounts = accounts
        self._signed_in = signed_in
        self._limits = limits

    def open(self, session: Session, token: str, address: str) -> None:
        """Begin with an invitation.

        Raises `Stranger`, `EndedInvitation`, and `TooManyTries` after too many that open nothing.
        """
        try:
            self._invited(token)
        except Stranger:
            if not self._limits.hit(Limit.INVITATIONS, network_of(address)):
                raise TooManyTries from None
            raise
        session.invite = token
        # a secret of this browser alone: whoever only looked at the invitation knows no code of the account
        session.joining = {'seed': new_seed()}

    def worker(self, session: Session) -> Worker:
        """A copy of the account to be, with the name that was given. Raises `Stranger` once it is complete."""
        worker = self._invited(session.invite)
        if name := session.joining.get('name'):
            worker.accept(name, worker.login)
        return worker

    def named(self, session: Session) -> Worker:
        """The same, for the ways in: they come after the name. Raises `Stranger`."""
        worker = self.worker(session)
        if not worker.name:
            raise Stranger
        return worker

    def give(self, session: Session, name: str) -> None:
        """The name that persons see. Raises `Stranger`, `Nameless`, `TooLong`."""
        worker = self.worker(session)
        worker.accept(name, worker.login)
        session.joining = {**session.joining, 'name': worker.name}

    def seed(self, session: Session) -> str:
        """What the codes of the authenticator app come from."""
        return str(session.joining.get('seed', ''))

    def finish(self, session: Session, worker: Worker, device: Device) -> None:
        """There is a way in: the account is complete and the worker signed in; the invitation is over.

        Raises `Stranger` when another browser was first, and `LoginTaken`, `PasskeyTaken`, `OSError`.
        """
        token = session.invite
        self._invited(token)
        try:
            self._workers.save(worker)
        except Stale:
            raise Stranger from None
        self._accounts.end_invitation(token)
        session.joining = {}
        self._signed_in.start(session, worker, device=device)

    def _invited(self, token: str) -> Worker:
        worker = self._accounts.invited(token)
        if worker.state is not State.INVITED:  # the power failed between the account and the end of the invitation
            raise EndedInvitation
        return worker
