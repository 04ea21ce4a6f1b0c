"""Who looks along: what the person lets each worker see, and who asks to."""

from typing import TYPE_CHECKING

from model.access.keys import SEEN_STEP
from model.access.refusals import Stranger
from model.activity import Deed, Fact
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing import Reach
from model.workers.worker import State, Worker

if TYPE_CHECKING:
    from model.access.gate import Access, Gate, Session

SHOWN_FACTS = 60
"""The last facts a person sees about their compass."""
_TOLD = {Reach.EVERYTHING: Deed.SHARED, Reach.STEPS: Deed.SHARED_STEPS, Reach.NOTHING: Deed.UNSHARED}


class Shares:
    """A room of the gate."""

    def __init__(self, gate: 'Gate') -> None:
        self._gate = gate

    # by the person

    def let(self, session: 'Session', compass_id: str, worker_id: str, reach: Reach) -> None:
        """The person says how much a worker sees, at once on every open page; also the answer to who asked.

        Raises `Stranger`, `NobodyAsked`.
        """
        gate = self._gate
        access = self._person(session, compass_id)
        worker = self._known(worker_id)
        with gate.change(session, compass_id) as compass:
            if compass.sharing.of(worker_id) is None:
                compass.sharing.answer(worker_id, reach, gate.settings.now())
            else:
                compass.sharing.let(worker_id, reach, gate.settings.now())
        if reach is not Reach.EVERYTHING:
            gate.keyring.end_handed(compass_id, worker_id, access.key)
        if reach is not Reach.NOTHING:
            self.lay_on_desk(worker, compass_id)
            gate.keyring.taken_along(compass_id)
        gate.note(_TOLD[reach], gate.access(session, compass_id), compass_id, whom=worker_id)

    def tell(self, session: 'Session', compass_id: str, worker_id: str, part: Part, *, told: bool) -> None:
        """The person shares a private part with a worker, or closes it. Raises `Stranger`, `NobodyAsked`."""
        gate = self._gate
        access = self._person(session, compass_id)
        if told and (part not in access.parts or access.key.worker == worker_id):
            raise Stranger  # who may not see it cannot share it
        with gate.change(session, compass_id) as compass:
            compass.sharing.tell(worker_id, part, told=told)
        did = Deed.TOLD if told else Deed.CLOSED
        gate.note(did, gate.access(session, compass_id), compass_id, whom=worker_id)

    def facts(self, session: 'Session', compass_id: str) -> list[Fact]:
        """What happened with this compass, the newest first. Raises `Stranger` for a worker."""
        if not self._gate.access(session, compass_id).is_person:
            raise Stranger
        return self._gate.store.log(compass_id).latest(SHOWN_FACTS)

    # by workers

    def ask_by_scan(self, compass_id: str, worker: Worker) -> None:
        """A worker scanned the sheet, and waits for the person's yes."""
        self._ask(compass_id, worker, None, worker)

    def pass_on(self, session: 'Session', compass_id: str, colleague_id: str) -> None:
        """A worker asks the person to let a colleague look along. Raises `Stranger`."""
        access = self._gate.access(session, compass_id)
        colleague = self._known(colleague_id)
        if access.worker is None or colleague.state is not State.ACTIVE or colleague.team != access.worker.team:
            raise Stranger
        self._ask(compass_id, colleague, access.worker.id, access.worker)

    def looked(self, worker_id: str, compass: Compass) -> None:
        """A worker opened the compass: what was new is so no longer."""
        share = compass.sharing.of(worker_id)
        now = self._gate.settings.now()
        if share is not None and (share.looked is None or now - share.looked > SEEN_STEP):
            share.looked = now
            self._gate.store.save(compass)

    # for the rooms of the gate

    def give(self, compass: Compass, worker: Worker, reach: Reach) -> None:
        """Share a compass that was only just made at the desk, on disk."""
        compass.sharing.let(worker.id, reach, self._gate.settings.now())
        self._gate.store.save(compass)
        self.lay_on_desk(worker, compass.id)

    def lay_on_desk(self, worker: Worker, compass_id: str) -> None:
        """Let a compass stand on the desk of a worker who sees something of it."""
        if compass_id not in worker.compasses:
            with self._gate.workers.change(worker.id) as changed:
                changed.take_on(compass_id)

    # inside

    def _ask(self, compass_id: str, worker: Worker, by: str | None, who: Worker) -> None:
        gate = self._gate
        compass = gate.load(compass_id)
        compass.sharing.ask(worker.id, gate.settings.now(), by)
        gate.store.save(compass)
        gate.note(Deed.ASKED, who, compass_id, whom=worker.id)

    def _person(self, session: 'Session', compass_id: str) -> 'Access':
        """The access of the person. Raises `Stranger` for a worker, also when nothing would change."""
        access = self._gate.access(session, compass_id)
        if not access.is_person:
            raise Stranger
        return access

    def _known(self, worker_id: str) -> Worker:
        worker = self._gate.workers.get(worker_id)
        if worker is None:
            raise Stranger
        return worker
