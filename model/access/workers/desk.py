"""The desk of a worker: the compasses that persons share with them, and a contact that begins."""

from collections.abc import Iterator
from contextlib import suppress

from model.access.consent.shares import Shares
from model.access.entrance import Entrance
from model.access.gate import Gate
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.workers.signed_in import SignedIn
from model.access.workers.tablet import Tablet
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.seen import seen
from model.compass.sharing.sharing import Share
from model.settings import Settings
from model.storage.protocols import Compasses
from model.workers.worker import Worker


class Desk:
    """What a worker who signed in may open."""

    def __init__(
        self,
        compasses: Compasses,
        gate: Gate,
        entrance: Entrance,
        shares: Shares,
        signed_in: SignedIn,
        tablet: Tablet,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._gate = gate
        self._entrance = entrance
        self._shares = shares
        self._signed_in = signed_in
        self._tablet = tablet
        self._record = record
        self._settings = settings

    def all(self, session: Session) -> Iterator[tuple[Compass, Share]]:
        """The compasses this worker may open now, as `one` has them; those that cannot be read are passed over.

        Raises `Stranger`.
        """
        worker = self._signed_in.worker(session)
        for compass_id in worker.compasses:
            with suppress(Stranger, LookupError, RuntimeError, OSError):
                yield self.one(worker, self._compasses.load(compass_id, self._settings.now()))

    def open(self, session: Session, compass_id: str) -> tuple[Compass, Share]:
        """The same for one compass, read anew. Raises `Stranger` and what loading raises."""
        worker = self._signed_in.worker(session)
        if compass_id not in worker.compasses:  # nothing is read that was never laid on this desk
            raise Stranger
        return self.one(worker, self._compasses.load(compass_id, self._settings.now()))

    def one(self, worker: Worker, compass: Compass) -> tuple[Compass, Share]:
        """A compass as this worker may see it, and what it is shared as. A key of the person opens nothing here.

        Raises `Stranger`.
        """
        share = compass.sharing.of(worker.id)
        if compass.id not in worker.compasses or share is None or not share.parts:
            raise Stranger
        shown = seen(compass, share.parts)
        if Part.RING in share.parts:
            shown.arrivals = compass.arrivals  # that a device came in is announced to them too
        return shown, share

    def waiting(self, session: Session) -> list[str]:
        """The ids of the compasses whose person was asked, and did not answer yet: nothing of them is seen."""
        worker, now = self._signed_in.worker(session), self._settings.now()
        found = []
        for compass_id in worker.compasses:
            with suppress(LookupError, RuntimeError, OSError):
                sharing = self._compasses.load(compass_id, now).sharing
                asked = any(ask.worker == worker.id and not ask.instead_of for ask in sharing.asks)
                if asked and not sharing.parts_for(worker.id):
                    found.append(compass_id)
        return found

    def begin(self, session: Session, language: str, address: str) -> Compass:
        """A new compass, in the hands of the person at once: the first question is whether this worker may look along.

        Raises `Stranger`, `TooManyTries`.
        """
        worker = self._signed_in.worker(session)
        compass = self._entrance.create(language, address)
        compass.begin_together(worker.id, self._settings.now())
        self._shares.ask_for_new(compass, worker)
        self._shares.lay_on_desk(worker, compass.id)
        self._tablet.give(session, compass, worker, worker.id)
        self._entrance.leave_a_way_back(session, compass)
        return compass

    def begin_together(self, session: Session, compass_id: str) -> None:
        """A contact of this worker and the person begins. Raises `Stranger`."""
        worker = self._signed_in.worker(session)
        compass = self._gate.open(session, compass_id).compass
        left = compass.begin_together(worker.id, self._settings.now())
        self._gate.save(compass, left)
        self._record.add(ActivityKind.BEGAN_TOGETHER, worker, compass_id)
