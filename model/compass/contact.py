"""A contact: the meeting that is going on, and the visit it becomes when it is over."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from pydantic import Field

from model.compass.answer import Document, Identifier, new_id

if TYPE_CHECKING:
    from model.compass.compass import Compass


NOT_IN_SNAPSHOT = {'happened', 'obstacles', 'keys', 'album', 'sharing', 'pin'}


class Contact(Document):
    """The meeting that is going on, from the first change to "Klaar"."""

    id: Identifier = Field(default_factory=new_id)
    began: datetime
    worker: Identifier | None = None
    """The worker who began it together with the person."""


class Visit(Document):
    """A contact that is over: when, how it ended, and a snapshot without the private parts."""

    id: Identifier
    began: datetime
    ended: datetime
    without_step: bool
    worker: Identifier | None = None
    compass: dict[str, object]

    @classmethod
    def of(cls, compass: 'Compass', contact: Contact, now: datetime, *, without_step: bool) -> Self:
        """The snapshot of `compass` at the end of `contact`."""
        return cls(
            id=contact.id,
            began=contact.began,
            ended=now,
            without_step=without_step,
            worker=contact.worker,
            compass=compass.model_dump(mode='json', exclude=NOT_IN_SNAPSHOT),
        )
