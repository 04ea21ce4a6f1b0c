"""Answers that count, but were given where nobody could be sure that it was the person who gave them."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from model.compass.document import LEFT_OUT_EMPTY, Document, Identifier
from model.compass.part import Part, StoredPart
from model.compass.sharing.sharing import Reach

MOST_DOUBTS = 60


class Doubt(Document):
    """One answer: a yes or a no to a photo, a yes to a worker who looks along, or a yes to one more part for them."""

    about: Identifier
    """The attachment, or the worker."""
    at: datetime
    lender: Identifier | None = None
    """Whose tablet it was given on; None for a phone that nobody confirmed yet."""
    before: Reach | None = None
    """Of a worker: how much they saw before that yes. None for a photo."""
    refused: bool = False
    """Of a photo: the answer was no."""
    part: Annotated[StoredPart | None, LEFT_OUT_EMPTY] = None
    """Of a worker: the part that they were shown; None when it was about looking along as such."""

    @property
    def subject(self) -> tuple[str, Part | None]:
        """What it is about: there is one answer in doubt about that."""
        return self.about, self.part


class Doubts(Document):
    """The answers in doubt, the oldest first; the first device that is surely the person's asks about each."""

    items: Annotated[list[Doubt], Field(max_length=MOST_DOUBTS)] = []

    def note(self, doubt: Doubt) -> None:
        """Keep an answer in doubt. A later one about the same takes back to what there was before the first."""
        first = self.find(doubt.about, doubt.part)
        if first is not None:
            doubt = doubt.model_copy(update={'before': first.before})
        others = [one for one in self.items if one.subject != doubt.subject]
        self.items = [*others, doubt][-MOST_DOUBTS:]

    def find(self, about: str, part: Part | None = None) -> Doubt | None:
        """Returns the answer in doubt about an attachment or a worker, None when nobody doubts it."""
        return next((one for one in self.items if one.subject == (about, part)), None)

    def forget_parts(self, worker_id: str) -> None:
        """This worker sees nothing any more: what was shown to them is no question any more."""
        self.items = [one for one in self.items if one.about != worker_id or one.part is None]

    def settle(self, about: str, part: Part | None = None) -> None:
        """The person said what is right; about what nobody doubts there is nothing to settle."""
        self.items = [one for one in self.items if one.subject != (about, part)]
