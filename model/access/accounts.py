"""Accounts of workers: invitations, and a coordinator who lets colleagues in and out."""

from typing import TYPE_CHECKING

from model.access.keys import Kind, Scope
from model.access.refusals import Stranger
from model.activity import Deed
from model.workers.worker import State, Worker

if TYPE_CHECKING:
    from model.access.gate import Gate, Session


class Accounts:
    """A room of the gate."""

    def __init__(self, gate: 'Gate') -> None:
        self._gate = gate

    # the team, by a coordinator

    def team(self, session: 'Session') -> list[Worker]:
        """Everyone with an account or an invitation, by name. Raises `Stranger`."""
        self._gate.work.coordinator(session)
        return self._gate.workers.all()

    def invite(self, session: 'Session', *, team: str, coordinator: bool = False) -> str:
        """Invite someone; answers the address to hand them, which works once. Raises `Stranger`, `TooLong`."""
        who = self._gate.work.coordinator(session)
        worker = self._gate.workers.create(self._gate.settings.now(), team=team, coordinator=coordinator)
        self._gate.note(Deed.INVITED, who, whom=worker.id)
        return self._invitation_for(worker.id)

    def invite_again(self, session: 'Session', worker_id: str) -> str:
        """A new link for someone who lost theirs, or every way in: whatever they had opens nothing any more.

        Raises `Stranger`.
        """
        who, worker = self._another(session, worker_id)
        self._gate.note(Deed.INVITED, who, whom=worker.id)
        return self._invitation_for(worker.id)

    def join(self, session: 'Session', team: str) -> None:
        """A coordinator says which team is theirs. Raises `Stranger`, `TooLong`."""
        with self._gate.workers.change(self._gate.work.coordinator(session).id) as changed:
            changed.join(team)

    def switch_off(self, session: 'Session', worker_id: str) -> None:
        """End an account: its pages go blank. Nobody ends their own. Raises `Stranger`."""
        who, worker = self._another(session, worker_id)
        with self._gate.workers.change(worker.id) as changed:
            changed.disable(self._gate.settings.now())
        self._end_keys(worker.id)
        self._gate.note(Deed.SWITCHED_OFF, who, whom=worker_id)

    def switch_on(self, session: 'Session', worker_id: str) -> None:
        """Let a worker in again, in the same ways. Raises `Stranger`."""
        who, worker = self._another(session, worker_id)
        with self._gate.workers.change(worker.id) as changed:
            changed.enable()
        self._gate.note(Deed.SWITCHED_ON, who, whom=worker_id)

    # invitations

    def first_invitation(self) -> str | None:
        """The link for the first coordinator, None when there is one already. The link before ends."""
        workers = self._gate.workers
        if workers.has_coordinator:
            return None
        waiting = [one for one in workers.all() if one.coordinator and one.state is State.INVITED]
        first = waiting[0] if waiting else workers.create(self._gate.settings.now(), coordinator=True)
        return self._invitation_for(first.id)

    def invited(self, token: str) -> Worker:
        """The worker an invitation is for. Raises `Stranger` when it was used, ended or never there."""
        key = self._gate.keys.find(token, self._gate.settings.now())
        worker = self._gate.workers.get(key.worker) if key and key.kind is Kind.INVITE else None
        if key is None or worker is None or key.id not in worker.keys or worker.state is State.DISABLED:
            raise Stranger
        return worker

    def end_invitation(self, token: str) -> None:
        """An invitation was used: it opens nothing any more. Raises `Stranger` when it did not before."""
        worker = self.invited(token)
        self._gate.note(Deed.JOINED, worker)
        self._end_keys(worker.id)

    # inside

    def _another(self, session: 'Session', worker_id: str) -> tuple[Worker, Worker]:
        """The coordinator who is here, and a worker who is someone else. Raises `Stranger`."""
        who = self._gate.work.coordinator(session)
        worker = self._gate.workers.get(worker_id)
        if worker is None or worker.id == who.id:
            raise Stranger
        return who, worker

    def _invitation_for(self, worker_id: str) -> str:
        gate = self._gate
        self._end_keys(worker_id)
        with gate.workers.change(worker_id) as worker:
            worker.start_over()
            worker.compasses = []  # whoever opens the invitation scans the sheets of their people anew
            key = gate.keys.issue('', Kind.INVITE, Scope.OPEN, gate.settings.now(), worker=worker_id)
            worker.hold_key(key.id)
        return f'{gate.settings.address}/werk/uitnodiging#{gate.keys.token(key.id)}'

    def _end_keys(self, worker_id: str) -> None:
        """End every session of a worker, and an invitation: those in its document, so not one is forgotten."""
        with self._gate.workers.change(worker_id) as worker:
            ended = worker.keys
            worker.keys = []
        for key_id in ended:
            self._gate.keys.revoke(key_id)
