"""A worker left: a coordinator asks a colleague to take over, and each person says yes or no.

A coordinator is told how many people that is, and not who. The colleague sees of each a picture and a name, which is
what it takes to hand the tablet to the right one, and nothing of the compass before the person said yes.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.workers.signed_in import SignedIn
from model.access.workers.tablet import Tablet
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.key import Row
from model.settings import Settings
from model.storage.protocols import Compasses
from model.workers.worker import State, Worker
from model.workers.workers import Workers


@dataclass(frozen=True)
class Left:
    """How many people a worker left."""

    people: int
    asked: dict[str, int]
    """Of these, how many wait for a question, by the id of the colleague it is about."""


@dataclass(frozen=True)
class Waiting:
    """Somebody who was not asked yet: all that a colleague sees of them."""

    compass: str
    avatar: str | None
    nickname: str
    leaver: str
    """The id of the worker who left."""


class TakingOver:
    """Asks, and hands the tablet over for that one question."""

    def __init__(
        self,
        compasses: Compasses,
        workers: Workers,
        signed_in: SignedIn,
        tablet: Tablet,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._workers = workers
        self._signed_in = signed_in
        self._tablet = tablet
        self._record = record
        self._settings = settings

    # by a coordinator

    def left(self, session: Session, leaver_id: str) -> Left:
        """How many people still share with a worker whose access was stopped. Raises `Stranger`."""
        self._signed_in.coordinator(session)
        people, asked = 0, dict[str, int]()
        for compass in self._left_by(self._leaver(leaver_id)):
            people += 1
            for ask in compass.sharing.asks:
                if ask.instead_of == leaver_id:
                    asked[ask.worker] = asked.get(ask.worker, 0) + 1
        return Left(people, asked)

    def colleagues(self, session: Session, leaver_id: str) -> list[Worker]:
        """Who may be asked: whoever is in the same team, but the coordinator who asks. Raises `Stranger`."""
        who, leaver = self._signed_in.coordinator(session), self._leaver(leaver_id)
        return self._workers.those(
            lambda one: one.team == leaver.team and one.state is State.ACTIVE and one.id != who.id
        )

    def ask(self, session: Session, leaver_id: str, colleague_id: str) -> None:
        """Let everyone who shared with the one who left be asked about this colleague, instead of about another one.

        Who said no to them is not asked again. Raises `Stranger`.
        """
        who = self._signed_in.coordinator(session)
        leaver, colleagues = self._leaver(leaver_id), self.colleagues(session, leaver_id)
        if colleague_id not in {one.id for one in colleagues}:
            raise Stranger
        for compass in list(self._left_by(leaver)):
            before = compass.sharing.takes_over(colleague_id)
            if not compass.sharing.ask_to_take_over(colleague_id, leaver.id, who.id, self._settings.now()):
                continue
            if before is not None and before.instead_of == leaver.id:
                continue
            self._compasses.save(compass)
            with self._workers.change(colleague_id) as colleague:
                colleague.take_on(compass.id)
            self._record.add(ActivityKind.ASKED_TO_TAKE_OVER, who, compass.id, whom=colleague_id)

    def withdraw(self, session: Session, leaver_id: str) -> None:
        """Who left comes back: nobody is asked about a colleague in their place. Raises `Stranger`."""
        self._signed_in.coordinator(session)
        leaver = self._workers.get(leaver_id)
        for compass in list(self._left_by(leaver)) if leaver is not None else []:
            if any(ask.instead_of == leaver_id for ask in compass.sharing.asks):
                compass.sharing.ask_no_more(leaver_id)
                self._compasses.save(compass)

    # by the colleague

    def waiting(self, session: Session) -> list[Waiting]:
        """Who waits for a question about the worker who is here. Raises `Stranger`."""
        worker = self._signed_in.worker(session)
        found = []
        for compass in self._of(worker):
            ask = compass.sharing.takes_over(worker.id)
            if ask is not None and ask.instead_of:
                found.append(Waiting(compass.id, compass.avatar, compass.nickname, ask.instead_of))
        return found

    def hand_over(self, session: Session, compass_id: str) -> str:
        """Give the tablet to the person for that question alone. Returns the id of the worker it is about.

        Raises `Stranger` for who was not asked to take over, and once that was answered; `Full`.
        """
        worker = self._signed_in.worker(session)
        compass = next((one for one in self._of(worker) if one.id == compass_id), None)
        ask = compass.sharing.takes_over(worker.id) if compass else None
        if compass is None or ask is None:
            raise Stranger
        ask.together = self._settings.now()
        self._tablet.give(session, compass, worker, worker.id, Row.ASKED)
        return worker.id

    # inside

    def _leaver(self, worker_id: str) -> Worker:
        worker = self._workers.get(worker_id)
        if worker is None or worker.state is not State.DISABLED:
            raise Stranger
        return worker

    def _left_by(self, leaver: Worker) -> Iterator[Compass]:
        return (compass for compass in self._of(leaver) if compass.sharing.parts_for(leaver.id))

    def _of(self, worker: Worker) -> Iterator[Compass]:
        """The compasses on the desk of a worker; those that cannot be read are passed over."""
        for compass_id in worker.compasses:
            with suppress(LookupError, RuntimeError, OSError):
                yield self._compasses.load(compass_id, self._settings.now())
