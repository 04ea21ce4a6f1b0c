"""A contact: the meeting that is going on, and the visit it becomes when it is over."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from pydantic import Field

from model.compass.answer import Document, Identifier, new_id

if TYPE_CHECKING:
    from model.compass.compass import Compass


class Contact(Document):
    """The meeting that is going on, from the first change to "Klaar"."""

    id: Identifier = Field(default_factory=new_id)
    began: datetime
    worker: Identifier | None = None
    """The worker who began it together with the person."""


class Visit(Document):
    """A contact that is over: when, how it ended, and a snapshot with the private parts apart."""

    id: Identifier
    began: datetime
    ended: datetime
    without_step: bool
    worker: Identifier | None = None
    compass: dict[str, object]
    private: dict[str, object]

    @classmethod
    def of(cls, compass: 'Compass', contact: Contact, now: datetime, *, without_step: bool) -> Self:
        """The snapshot of `compass` at the end of `contact`."""
        private = {'happened', 'obstacles'}
        return cls(
            id=contact.id,
            began=contact.began,
            ended=now,
            without_step=without_step,
            worker=contact.worker,
            compass=compass.model_dump(mode='json', exclude={*private, 'keys', 'album', 'sharing', 'pin'}),
            private=compass.model_dump(mode='json', include=private),
        )
