"""Sharing: which workers may see how much of a compass, and which of them wait for the person's yes."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from model.compass.document import LEFT_OUT_EMPTY, Document, Identifier
from model.compass.part import Part, StoredPart, Way

MOST_WORKERS = 24
"""Workers one compass knows, those who see nothing included."""


class Reach(StrEnum):
    """How much a worker sees, the private parts apart; the values are pictogram keys."""

    EVERYTHING = 'share-all'
    STEPS = 'share-steps'
    NOTHING = 'share-nothing'

    def is_more_than(self, other: 'Reach') -> bool:
        """Whether a worker sees something with this that they do not see with the other."""
        return not _PARTS[self] <= _PARTS[other]


_PARTS = {
    # named one by one: a new part is closed until somebody writes it here
    Reach.EVERYTHING: frozenset({Part.RING, Part.STEPS}),
    Reach.STEPS: frozenset({Part.STEPS}),
    Reach.NOTHING: frozenset[Part](),
}


class NobodyAsked(KeyError):
    """This worker is not known here, or did not ask."""


class Share(Document):
    """What one worker may see, and when they were here."""

    worker: Identifier
    reach: Reach
    private: list[StoredPart] = []
    """Which of the private parts too; only by a tap of the person's own."""
    since: datetime
    looked: datetime | None = None
    """When this worker last opened the compass."""
    together: datetime | None = None
    """When person and worker last sat together."""

    @property
    def parts(self) -> frozenset[Part]:
        """What this worker may see and change."""
        return _PARTS[self.reach] | set(self.private) if self.reach is not Reach.NOTHING else frozenset()


class Ask(Document):
    """A worker who wants to look along. Nothing is shown before the person says yes."""

    worker: Identifier
    by: Identifier | None = None
    """Who asks it for this worker: a colleague who passes the compass on, or a coordinator; None for themselves."""
    at: datetime
    together: Annotated[datetime | None, LEFT_OUT_EMPTY] = None
    """When the two sat together, as they do when the compass is begun at the desk; a yes remembers that."""
    instead_of: Annotated[Identifier | None, LEFT_OUT_EMPTY] = None
    """The worker who left, whose place this one would take."""


class Sharing(Document):
    """Everyone a compass is, was or may come to be shared with."""

    shares: list[Share] = []
    asks: list[Ask] = []

    def of(self, worker_id: str) -> Share | None:
        """Returns what one worker may see, None when they are not known here."""
        return next((share for share in self.shares if share.worker == worker_id), None)

    def parts_for(self, worker_id: str) -> frozenset[Part]:
        """Returns what one worker may see and change; empty for a stranger."""
        share = self.of(worker_id)
        return share.parts if share else frozenset()

    def ask(self, worker_id: str, now: datetime, by: str | None = None, *, together: datetime | None = None) -> None:
        """Let a worker wait for the person's answer; one who already sees something need not ask.

        `together` is when the two sat together, if they did.
        """
        if not self.parts_for(worker_id) and all(ask.worker != worker_id for ask in self.asks):
            self.asks = [*self.asks, Ask(worker=worker_id, by=by, at=now, together=together)][-MOST_WORKERS:]

    def ask_to_take_over(self, worker_id: str, leaver_id: str, by: str, now: datetime) -> bool:
        """Let a colleague of a worker who left wait for the person's answer, instead of any other who did.

        Returns whether they wait now. Who looks along already need not ask, and a no stays a no.
        """
        if self.of(worker_id) is not None or self.of(leaver_id) is None:
            return False
        if any(ask.worker == worker_id and ask.instead_of == leaver_id for ask in self.asks):
            return True
        others = [ask for ask in self.asks if ask.worker != worker_id and ask.instead_of != leaver_id]
        self.asks = [*others, Ask(worker=worker_id, by=by, at=now, instead_of=leaver_id)][-MOST_WORKERS:]
        return True

    def ask_no_more(self, leaver_id: str) -> None:
        """Nobody is asked any more to take the place of this worker: they are back."""
        self.asks = [ask for ask in self.asks if ask.instead_of != leaver_id]

    def takes_over(self, worker_id: str) -> Ask | None:
        """Returns the question whether this worker may take the place of one who left, None when there is none."""
        return next((ask for ask in self.asks if ask.worker == worker_id and ask.instead_of), None)

    def only(self, worker_id: str) -> 'Sharing':
        """Returns what of this is about one worker."""
        return Sharing(
            shares=[share for share in self.shares if share.worker == worker_id],
            asks=[ask for ask in self.asks if ask.worker == worker_id],
        )

    def answer(self, worker_id: str, reach: Reach, now: datetime) -> None:
        """The person answers a worker who asked; the same answer once more is none. Raises `NobodyAsked`."""
        if all(ask.worker != worker_id for ask in self.asks):
            share = self.of(worker_id)
            if share is None or share.reach is not reach:
                raise NobodyAsked(worker_id)
            return
        self.let(worker_id, reach, now)

    def let(self, worker_id: str, reach: Reach, now: datetime) -> None:
        """Say how much a worker sees from now on; with nothing, the private parts are closed too.

        A yes to who takes the place of a worker who left ends what that one saw.
        """
        share = self.of(worker_id)
        together = next((ask.together for ask in self.asks if ask.worker == worker_id), None)
        taken_over = self.takes_over(worker_id)
        self.asks = [ask for ask in self.asks if ask.worker != worker_id]
        if share is None:
            self._make_room()
            self.shares = [*self.shares, Share(worker=worker_id, reach=reach, since=now, together=together)]
            if taken_over is not None and taken_over.instead_of and reach is not Reach.NOTHING:
                self.let(taken_over.instead_of, Reach.NOTHING, now)
            return
        share.reach = reach
        if reach is Reach.NOTHING:
            share.private = []

    def tell(self, worker_id: str, part: Part, *, told: bool) -> None:
        """Share a private part with a worker who sees something, or close it. Raises `NobodyAsked`."""
        share = self.of(worker_id)
        if share is None or not part.goes(Way.TOLD) or (told and share.reach is Reach.NOTHING):
            raise NobodyAsked(worker_id)
        others = [one for one in share.private if one != part]
        share.private = [*others, part] if told else others

    def close(self, worker_id: str, part: Part) -> None:
        """Close a private part to a worker, whether or not they are known here."""
        share = self.of(worker_id)
        if share is not None:
            share.private = [one for one in share.private if one != part]

    @property
    def is_shared(self) -> bool:
        """Whether any worker sees something."""
        return any(share.parts for share in self.shares)

    def is_wider_than(self, before: 'Sharing') -> bool:
        """Whether any worker sees a part now that they did not see before."""
        return any(not share.parts <= before.parts_for(share.worker) for share in self.shares)

    def _make_room(self) -> None:
        """The longest gone of those who see nothing makes room. Raises `NobodyAsked` when all of them see something."""
        if len(self.shares) < MOST_WORKERS:
            return
        gone = next((share for share in self.shares if not share.parts), None)
        if gone is None:
            raise NobodyAsked('no room')
        self.shares = [share for share in self.shares if share is not gone]
