"""Who looks along: what the person lets each worker see, and who asks to."""

from datetime import datetime

from model.access.compass_keys import CompassKeys
from model.access.consent.questions import Questions
from model.access.gate import Gate
from model.access.grant import Grant
from model.access.record import Record
from model.access.refusals import NotHere, Stranger
from model.access.session import Session
from model.access.table import May
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from model.key import Row
from model.settings import Settings
from model.storage.protocols import ActivityPage, Compasses
from model.workers.worker import State, Worker
from model.workers.workers import Workers

SHOWN_ACTIVITY = 10
"""How much of what was done a person sees at once; the rest comes by page."""
_SHARED = {
    Reach.EVERYTHING: ActivityKind.SHARED,
    Reach.STEPS: ActivityKind.SHARED_STEPS,
    Reach.NOTHING: ActivityKind.UNSHARED,
}


class Shares:
    """Changes who sees what."""

    def __init__(
        self,
        compasses: Compasses,
        compass_keys: CompassKeys,
        gate: Gate,
        questions: Questions,
        workers: Workers,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._compass_keys = compass_keys
        self._gate = gate
        self._questions = questions
        self._workers = workers
        self._record = record
        self._settings = settings

    # by the person

    def let(self, session: Session, compass_id: str, worker_id: str, reach: Reach) -> None:
        """The person says how much a worker sees, at once on every open page; also the answer to who asked.

        Less is said on any device that may change anything; more only where it is the person, see `Questions`.
        Raises `Stranger`, `PinAsked`, `NobodyAsked`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        if opened.grant.is_asked and worker_id != opened.grant.key.about:
            raise NotHere
        # less can be said of a worker whose account is gone too
        worker = self._known(worker_id) if reach is not Reach.NOTHING else None
        now = self._settings.now()
        before, unsure = opened.compass.sharing.of(worker_id), None
        was = before.reach if before else Reach.NOTHING
        if reach.is_more_than(was):
            unsure = self._questions.looking(opened, worker_id)
        with self._gate.change(session, compass_id, answers=True) as compass:
            if before is None:
                compass.sharing.answer(worker_id, reach, now)
            else:
                compass.sharing.let(worker_id, reach, now)
            if unsure is not None:
                compass.doubts.note(unsure.doubt(worker_id, now, was))
            elif opened.grant.key.pin or May.SHARE in opened.grant.may:
                compass.doubts.settle(worker_id)
            if reach is Reach.NOTHING:
                compass.doubts.forget_parts(worker_id)
        self._compass_keys.end_asked(compass, worker_id)
        if reach is not Reach.EVERYTHING:
            self._compass_keys.end_handed_over(compass, worker_id, opened.grant.key)
        if worker is not None:
            self.lay_on_desk(worker, compass_id)
            self._compass_keys.take_along(compass)
        self._record.add(_SHARED[reach], opened.grant, compass_id, whom=worker_id)

    def let_nobody(self, session: Session, compass_id: str) -> None:
        """The person says that no worker sees anything from now on. Raises `Stranger`, `NotHere`."""
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.LOWER)
        for share in opened.compass.sharing.shares:
            if share.parts:
                self.let(session, compass_id, share.worker, Reach.NOTHING)

    def tell(self, session: Session, compass_id: str, worker_id: str, part: Part, *, told: bool) -> None:
        """The person shares a private part with a worker, or closes it; see `Questions` for where.

        Raises `Stranger`, `NotHere`, `PinAsked`, `NobodyAsked`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.LOWER)
        unsure = self._questions.telling(opened, worker_id, part) if told else None
        if told and not part.is_in(opened.grant.parts):
            raise Stranger  # who may not see it cannot share it
        with self._gate.change(session, compass_id, answers=True) as compass:
            compass.sharing.tell(worker_id, part, told=told)
            if unsure is None:
                compass.doubts.settle(worker_id, part)
            else:
                compass.doubts.note(unsure.doubt_of_part(worker_id, part, self._settings.now()))
        self._record.add(ActivityKind.TOLD if told else ActivityKind.CLOSED, opened.grant, compass_id, whom=worker_id)

    def tell_all_of_life(self, session: Session, compass_id: str, worker_id: str, *, told: bool) -> None:
        """The person shows a worker every life domain there is now, or closes them all; one that comes later is closed.

        To show them all at once is for a device that surely is the person's. Raises as `tell` does.
        """
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.SHARE if told else May.LOWER)
        if told and (opened.grant.key.row is not Row.CONFIRMED or Part.LIFE not in opened.grant.parts):
            raise NotHere
        with self._gate.change(session, compass_id) as compass:
            for part in opened.grant.domains:
                compass.sharing.tell(worker_id, part, told=told)
                compass.doubts.settle(worker_id, part)
        self._record.add(ActivityKind.TOLD if told else ActivityKind.CLOSED, opened.grant, compass_id, whom=worker_id)

    def activity(self, grant: Grant, before: datetime | None = None) -> ActivityPage:
        """A page of what was done with this compass until a moment. Raises `Stranger` for a worker, `Unreadable`."""
        if not grant.is_person:
            raise Stranger
        return self._record.of(grant.key.compass, SHOWN_ACTIVITY, before)

    # by workers

    def ask_by_scan(self, compass_id: str, worker: Worker) -> None:
        """A worker scanned the sheet, and waits for the person's yes."""
        compass = self._compasses.load(compass_id, self._settings.now())
        self._ask(compass, worker, None, worker)

    def pass_on(self, session: Session, compass_id: str, colleague_id: str) -> None:
        """A worker asks the person to let a colleague look along. Raises `Stranger`."""
        opened = self._gate.open(session, compass_id)
        me, colleague = opened.grant.worker, self._known(colleague_id)
        if me is None or colleague.state is not State.ACTIVE or colleague.team != me.team:
            raise Stranger
        self._ask(opened.compass, colleague, me.id, me)

    # for the rooms of `model.access`

    def ask_for_new(self, compass: Compass, worker: Worker) -> None:
        """A compass was only just made at the desk: whether its worker may look along is the first question."""
        self._ask(compass, worker, None, worker, together=self._settings.now())

    def lay_on_desk(self, worker: Worker, compass_id: str) -> None:
        """Let a compass stand on the desk of a worker who sees something of it."""
        if compass_id not in worker.compasses:
            with self._workers.change(worker.id) as changed:
                changed.take_on(compass_id)

    # inside

    def _ask(
        self, compass: Compass, worker: Worker, by: str | None, who: Worker, together: datetime | None = None
    ) -> None:
        compass.sharing.ask(worker.id, self._settings.now(), by, together=together)
        self._compasses.save(compass)
        self._record.add(ActivityKind.ASKED, who, compass.id, whom=worker.id)

    def _known(self, worker_id: str) -> Worker:
        worker = self._workers.get(worker_id)
        if worker is None:
            raise Stranger
        return worker
