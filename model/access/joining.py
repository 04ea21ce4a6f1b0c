"""Somebody who is making their account: the invitation in their browser, and what they gave until it is complete.

All of it is in the cookie of that browser. Nothing is on disk before there is a way in, so that two who open the same
invitation never finish each other's account.
"""

from typing import TYPE_CHECKING, Any

from model.access.limits import Limit, network_of
from model.access.refusals import Stranger, TooManyTries
from model.workers.one_time import new_seed
from model.workers.worker import State, Worker
from model.workers.workers import Stale

if TYPE_CHECKING:
    from model.access.gate import Gate, Session


class Joining:
    """The invitation that is open in one browser."""

    def __init__(self, gate: 'Gate', session: 'Session') -> None:
        self._gate = gate
        self._session = session

    def open(self, token: str, address: str) -> None:
        """Begin with an invitation. Raises `Stranger`, `TooManyTries` after too many that open nothing."""
        try:
            self._invited(token)
        except Stranger:
            if not self._gate.limits.hit(Limit.INVITATIONS, network_of(address)):
                raise TooManyTries from None
            raise
        self._session['invite'] = token
        # a secret of this browser alone: whoever only looked at the invitation knows no code of the account
        self._session['joining'] = {'seed': new_seed()}

    def worker(self) -> Worker:
        """A copy of the account to be, with the name that was given. Raises `Stranger` once it is complete."""
        worker = self._invited(str(self._session.get('invite', '')))
        if name := self._given.get('name'):
            worker.accept(name, worker.login)
        return worker

    def give(self, name: str) -> None:
        """The name that persons see. Raises `Stranger`, `Nameless`, `TooLong`."""
        worker = self.worker()
        worker.accept(name, worker.login)
        self._session['joining'] = {**self._given, 'name': worker.name}

    @property
    def seed(self) -> str:
        """What the codes of the authenticator app come from."""
        return str(self._given.get('seed', ''))

    def finish(self, worker: Worker) -> None:
        """There is a way in: the account is complete and the worker signed in; the invitation is over.

        Raises `Stranger` when another browser was first, and `LoginTaken`, `PasskeyTaken`, `OSError`.
        """
        token = str(self._session.get('invite', ''))
        self._invited(token)
        try:
            self._gate.workers.save(worker)
        except Stale:
            raise Stranger from None
        self._gate.accounts.end_invitation(token)
        self._session.pop('joining', None)
        self._gate.work.start(self._session, worker)

    @property
    def _given(self) -> dict[str, Any]:
        return dict(self._session.get('joining') or {})

    def _invited(self, token: str) -> Worker:
        worker = self._gate.accounts.invited(token)
        if worker.state is not State.INVITED:  # the power failed between the account and the end of the invitation
            raise Stranger
        return worker
