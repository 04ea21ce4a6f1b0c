"""A contact: the meeting that is going on, and the visit it becomes when it is over."""

from collections.abc import Set
from datetime import datetime
from typing import Self

from pydantic import Field

from model.compass.document import Document, Identifier, new_id
from model.compass.part import Way, fields_seen, going

NOT_KEPT = {'album', 'looking_back'}
"""What is never in a snapshot: a photo or a word that is taken away later must not stay behind."""


class Contact(Document):
    """The meeting that is going on, from the first change to "Klaar"."""

    id: Identifier = Field(default_factory=new_id)
    began: datetime
    worker: Identifier | None = None
    """The worker who began it together with the person."""


class Visit(Document):
    """A contact that is over: when, how it ended, and a snapshot without any private part."""

    id: Identifier
    began: datetime
    ended: datetime
    without_step: bool
    worker: Identifier | None = None
    compass: dict[str, object]

    @classmethod
    def of(cls, compass: Document, contact: Contact, now: datetime, *, without_step: bool) -> Self:
        """Returns the visit that `contact` becomes, with what `compass` is now."""
        fields = set(fields_seen(type(compass), going(Way.SNAPSHOT))) - NOT_KEPT
        return cls(
            id=contact.id,
            began=contact.began,
            ended=now,
            without_step=without_step,
            worker=contact.worker,
            compass=compass.model_dump(mode='json', include=fields),
        )

    def only(self, fields: Set[str]) -> Self:
        """Returns the same visit with these fields of its snapshot alone."""
        return self.model_copy(update={'compass': {name: one for name, one in self.compass.items() if name in fields}})
