"""Accounts of workers: invitations, and a coordinator who lets colleagues in and out."""

from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import EndedInvitation, Stranger
from model.access.session import Session
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.key import Kind
from model.settings import Settings
from model.workers.worker import State, Worker
from model.workers.workers import Workers


class Accounts:
    """Makes, ends and reopens accounts."""

    def __init__(self, workers: Workers, keys: Keys, signed_in: SignedIn, record: Record, settings: Settings) -> None:
        self._workers = workers
        self._keys = keys
        self._signed_in = signed_in
        self._record = record
        self._settings = settings

    # the team, by a coordinator

    def team(self, session: Session) -> list[Worker]:
        """Everyone with an account or an invitation, by name. Raises `Stranger`."""
        self._signed_in.coordinator(session)
        return self._workers.all()

    def invite(self, session: Session, *, team: str, name: str = '', coordinator: bool = False) -> str:
        """Invite someone; returns the address to hand them, which works once. Raises `Stranger`, `TooLong`.

        `name` is what the coordinator calls them until they say their name.
        """
        who = self._signed_in.coordinator(session)
        worker = self._workers.create(self._settings.now(), team=team, invited_as=name, coordinator=coordinator)
        self._record.add(ActivityKind.INVITED, who, whom=worker.id)
        return self._invitation_for(worker.id)

    def invite_again(self, session: Session, worker_id: str) -> str:
        """A new link for someone who lost theirs, or every way in: whatever they had opens nothing any more.

        Raises `Stranger`.
        """
        who, worker = self._another(session, worker_id)
        self._record.add(ActivityKind.INVITED, who, whom=worker.id)
        return self._invitation_for(worker.id)

    def join(self, session: Session, team: str) -> None:
        """A coordinator says which team is theirs. Raises `Stranger`, `TooLong`."""
        who = self._signed_in.coordinator(session)
        self.place(session, who.id, team=team, coordinator=True)

    def place(self, session: Session, worker_id: str, *, team: str, coordinator: bool) -> None:
        """Say in which team a worker is, and whether they coordinate; at once, on open pages too.

        A coordinator may say so of themselves, but the last one stays one. Raises `Stranger`, `TooLong`, and
        `LastCoordinator`: nothing has changed then.
        """
        who, before = self._signed_in.coordinator(session), self._workers.get(worker_id)
        if before is None or before.state is State.DISABLED:
            raise Stranger
        if before.coordinator and not coordinator:
            self._workers.refuse_last_coordinator(worker_id)
        with self._workers.change(worker_id) as changed:
            changed.join(team)
            changed.coordinate(coordinator=coordinator)
        if changed.team != before.team:
            self._record.add(ActivityKind.MOVED_TEAM, who, whom=worker_id)
        if changed.coordinator != before.coordinator:
            kind = ActivityKind.MADE_COORDINATOR if coordinator else ActivityKind.UNMADE_COORDINATOR
            self._record.add(kind, who, whom=worker_id)

    def switch_off(self, session: Session, worker_id: str) -> None:
        """End an account: its pages go blank. Nobody ends their own. Raises `Stranger`."""
        who, worker = self._another(session, worker_id)
        with self._workers.change(worker.id) as changed:
            changed.disable(self._settings.now())
        self._end_keys(worker.id)
        self._record.add(ActivityKind.SWITCHED_OFF, who, whom=worker_id)

    def switch_on(self, session: Session, worker_id: str) -> None:
        """Let a worker in again, in the same ways. Raises `Stranger`."""
        who, worker = self._another(session, worker_id)
        with self._workers.change(worker.id) as changed:
            changed.enable()
        self._record.add(ActivityKind.SWITCHED_ON, who, whom=worker_id)

    # invitations

    def first_invitation(self) -> str | None:
        """The link for the first coordinator, None when there is one already. The link before ends."""
        workers = self._workers
        if workers.has_coordinator:
            return None
        waiting = workers.those(lambda one: one.coordinator and one.state is State.INVITED)
        first = waiting[0] if waiting else workers.create(self._settings.now(), coordinator=True)
        return self._invitation_for(first.id)

    def invite_coordinator(self) -> str:
        """An invitation for one more coordinator, by who runs the machine; returns the address. Raises `OSError`."""
        worker = self._workers.create(self._settings.now(), coordinator=True)
        self._record.add(ActivityKind.INVITED, None, whom=worker.id)
        return self._invitation_for(worker.id)

    def invited(self, token: str) -> Worker:
        """The worker an invitation is for. Raises `EndedInvitation` when it was used or ended, `Stranger` else."""
        key = self._keys.find(token, self._settings.now())
        worker = self._workers.get(key.worker) if key and key.kind is Kind.INVITE else None
        if key is None or worker is None or key.id not in worker.keys or worker.state is State.DISABLED:
            raise EndedInvitation if self._keys.has_ended(token, Kind.INVITE) else Stranger
        return worker

    def end_invitation(self, token: str) -> None:
        """An invitation was used: it opens nothing any more. Raises `Stranger` when it did not before."""
        worker = self.invited(token)
        self._record.add(ActivityKind.JOINED, worker)
        self._end_keys(worker.id)

    # inside

    def _another(self, session: Session, worker_id: str) -> tuple[Worker, Worker]:
        """The coordinator who is here, and a worker who is someone else. Raises `Stranger`."""
        who = self._signed_in.coordinator(session)
        worker = self._workers.get(worker_id)
        if worker is None or worker.id == who.id:
            raise Stranger
        return who, worker

    def _invitation_for(self, worker_id: str) -> str:
        self._end_keys(worker_id)
        with self._workers.change(worker_id) as worker:
            worker.start_over()
            worker.compasses = []  # whoever opens the invitation scans the sheets of their people anew
            key = self._keys.issue('', Kind.INVITE, self._settings.now(), worker=worker_id)
            worker.hold_key(key.id)
        return f'{self._settings.address}/werk/uitnodiging#{self._keys.token(key.id)}'

    def _end_keys(self, worker_id: str) -> None:
        """End every session of a worker, and an invitation: those in its document, so not one is forgotten."""
        with self._workers.change(worker_id) as worker:
            ended = worker.keys
            worker.keys = []
        for key_id in ended:
            self._keys.revoke(key_id)
