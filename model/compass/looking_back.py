"""Looking back: what went well and what was learned, as it was said in a contact.

It is no part of a snapshot: the document itself remembers it, so what is taken back or erased is nowhere any more.
"""

from collections.abc import Set
from datetime import date
from enum import StrEnum

from model.compass.album import Album
from model.compass.answer import Answer, leave_room
from model.compass.document import Document, Identifier

MOST = 24
"""Contacts of which it is remembered; of more, the newest."""


class About(StrEnum):
    """What is looked back on."""

    WENT_WELL = 'went well'
    LEARNED = 'learned'


class LookBack(Document):
    """What was said in one contact."""

    contact: Identifier | None = None
    on: date
    went_well: list[Answer] = []
    learned: list[Answer] = []

    def said(self, about: About) -> list[Answer]:
        """Returns the answers to one question, in the order in which they came."""
        return self.went_well if about is About.WENT_WELL else self.learned


class LookingBack(Document):
    """Each time that somebody looked back, the first first."""

    items: list[LookBack] = []

    def tell(self, about: About, answer: Answer, today: date, *, contact: str | None = None) -> None:
        """Say something in this contact; the same answer is there once. Raises `TooMany`."""
        look = self.of(contact) or self._begin(today, contact)
        said = look.said(about)
        if any(one.says(answer) for one in said):
            return
        leave_room(answer, said)
        said.append(answer)

    def take_back(self, about: About, answer: Answer, *, contact: str | None = None) -> None:
        """Take something back that was said in this contact."""
        look = self.of(contact)
        if look is None:
            return
        said = look.said(about)
        said[:] = [one for one in said if not one.says(answer)]
        self._drop_empty()

    def forget(self, attachment_ids: Set[str], album: Album) -> None:
        """Let go of these attachments, which are no longer in the album, and of answers that were nothing else."""
        for look in self.items:
            for said in (look.went_well, look.learned):
                said[:] = [one.without(attachment_ids) for one in said if album.holds(one)]
        self._drop_empty()

    def of(self, contact: str | None) -> LookBack | None:
        """Returns what was said in one contact, None when nothing was."""
        return next((look for look in self.items if look.contact == contact), None)

    def _begin(self, today: date, contact: str | None) -> LookBack:
        look = LookBack(contact=contact, on=today)
        self.items = [*self.items, look][-MOST:]
        return self.items[-1]

    def _drop_empty(self) -> None:
        self.items = [look for look in self.items if look.went_well or look.learned]
