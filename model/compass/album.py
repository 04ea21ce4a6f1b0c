"""The album: photos, drawings and voices kept with a compass, and what the person said about each."""

from collections.abc import Set
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field

from model.compass.answer import Answer, ShownWith
from model.compass.document import LEFT_OUT_EMPTY, AttachmentId, Collection, Document, Identified, TooMany
from model.compass.part import Part
from model.compass.target import Moment, Spot, Target

MOST = 400
"""Attachments one compass holds, those that were just taken away included."""
UNDO = timedelta(minutes=1)
"""How long something that was taken away can be put back."""
REFUSED_KEPT = timedelta(days=30)
"""How long the person can still say that it was not them who said no to a photo."""


class Sort(StrEnum):
    """What kind of attachment; the values stand in addresses."""

    PHOTO = 'foto'
    DRAWING = 'tekening'
    VOICE = 'stem'


class Size(StrEnum):
    """How large an attachment is shown; the values stand in addresses. Only of a photo there is more than one."""

    TILE = 'tegel'
    SCREEN = 'scherm'
    SOUND = 'geluid'


class Added(Document):
    """Who added an attachment, and when."""

    at: datetime
    key: str
    """Id of the key of the device."""
    own_device: bool
    """Whether that was a device of the person's own."""
    worker: Annotated[str, LEFT_OUT_EMPTY] = ''
    """The worker who added it; empty when it was the person."""


class Allowed(Document):
    """The person said yes to a photo: when, and on what device."""

    at: datetime
    own_device: bool


class Attachment(Identified):
    """A photo, a drawing or a voice. Its content is stored apart, see `Attachments` in `model.storage.protocols`."""

    id: AttachmentId
    sort: Sort
    target: Target
    added: Added
    allowed: Annotated[Allowed | None, LEFT_OUT_EMPTY] = None
    on_paper: Annotated[bool, LEFT_OUT_EMPTY] = False
    """Whether it is printed: the person's choice, and at first so for what is on the compass itself."""
    taken_off_at: Annotated[datetime | None, LEFT_OUT_EMPTY] = None
    refused_at: Annotated[datetime | None, LEFT_OUT_EMPTY] = None
    """No was said to it where nobody could be sure that it was the person: it is nowhere, and not gone yet."""
    sound: Annotated[str, Field(pattern=r'^(|webm|mp4|ogg)$'), LEFT_OUT_EMPTY] = ''
    """How a voice was recorded; empty for anything else."""

    @property
    def is_asked(self) -> bool:
        """A photo added on someone else's device: until the person says yes it is nowhere but in the question."""
        return self.sort is Sort.PHOTO and not self.added.own_device and self.allowed is None

    @property
    def is_shown(self) -> bool:
        """Allowed, and not taken away."""
        return self.taken_off_at is None and not self.is_asked

    @property
    def is_picture(self) -> bool:
        """A photo or a drawing."""
        return self.sort is not Sort.VOICE

    @property
    def part(self) -> Part:
        """The part it belongs to."""
        return self.target.part

    @property
    def shown_with(self) -> ShownWith:
        """What an answer is shown with once this is on it; a new picture takes the place of the one before."""
        if self.is_picture:
            return {'picture': self.id, 'drawn': self.sort is Sort.DRAWING, 'sticker': None}
        return {'voice': self.id}

    def is_beside(self, step_id: str) -> bool:
        """Whether it stands beside this step: before, doing it, or done."""
        return self.target.spot is Spot.STEP and self.target.of == step_id and self.target.moment is not None


class Album(Collection[Attachment]):
    """All attachments of one compass, the oldest first."""

    # verbs

    def add(self, attachment: Attachment) -> None:
        """Keep an attachment; the same id is there once. Raises `TooMany`."""
        if self.find(attachment.id) is not None:
            return
        self.check_room()
        self.items = [*self.items, attachment]

    def check_room(self) -> None:
        """Raises `TooMany` when there is no room for one more."""
        if len(self.items) >= MOST:
            raise TooMany

    def take_away(self, attachment_id: str, now: datetime) -> None:
        """Take an attachment away; for a minute it can be put back. Raises `NotThere`."""
        self[attachment_id].taken_off_at = now

    def put_back(self, attachment_id: str) -> None:
        """Put an attachment back that was just taken away. Raises `NotThere`."""
        self[attachment_id].taken_off_at = None

    def refuse_in_doubt(self, attachment_id: str, now: datetime) -> None:
        """No was said to a photo, perhaps not by the person: it is nowhere, also not asked about. Raises `NotThere`."""
        self[attachment_id].refused_at = now

    def ask_again(self, attachment_id: str) -> None:
        """That was not the person: the photo waits for their answer. What is gone meanwhile stays gone."""
        if (refused := self.find(attachment_id)) is not None:
            refused.refused_at = None

    def set_on_paper(self, attachment_id: str, *, on_paper: bool) -> None:
        """Say whether a photo or drawing is printed. Raises `NotThere`."""
        self[attachment_id].on_paper = on_paper

    def drop(self, attachment_ids: Set[str]) -> None:
        """Let these go."""
        self.items = [item for item in self.items if item.id not in attachment_ids]

    # what is there

    @property
    def ids(self) -> set[str]:
        """The ids of all that is stored, asked for or taken away included."""
        return {item.id for item in self.items}

    def get(self, attachment_id: str | None) -> Attachment | None:
        """Returns what has this id and may be shown, None when there is no such thing."""
        return next((item for item in self.items if item.id == attachment_id and item.is_shown), None)

    @property
    def shown(self) -> list[Attachment]:
        """Photos, drawings and voices, the newest first."""
        return [item for item in reversed(self.items) if item.is_shown]

    @property
    def pictures(self) -> list[Attachment]:
        """Photos and drawings, the newest first."""
        return [item for item in self.shown if item.is_picture]

    @property
    def asked(self) -> list[Attachment]:
        """Photos that wait for an answer, the oldest first."""
        return [item for item in self.items if item.is_asked and item.taken_off_at is None and item.refused_at is None]

    def beside(self, step_id: str, moment: Moment | None = None) -> list[Attachment]:
        """Returns what stands beside a step, the oldest first; of one moment, or of all."""
        return [
            item
            for item in self.items
            if item.is_shown and item.is_beside(step_id) and moment in (None, item.target.moment)
        ]

    def overdue(self, now: datetime) -> list[Attachment]:
        """Returns what was taken away or refused so long ago that it is gone for good."""
        return [
            item
            for item in self.items
            if (item.taken_off_at is not None and now - item.taken_off_at >= UNDO)
            or (item.refused_at is not None and now - item.refused_at >= REFUSED_KEPT)
        ]

    def shows_any_of(self, answer: Answer) -> bool:
        """Whether its picture can be seen, or its voice heard."""
        return bool(self.get(answer.picture) or self.get(answer.voice))

    def holds(self, answer: Answer) -> bool:
        """Whether an answer says anything, or will when its picture or voice is put back."""
        return answer.stands_alone or bool(answer.attachments & self.ids)

    def only(self, parts: Set[Part], needed: Set[str]) -> Self:
        """Returns an album with what belongs to these parts, and with the `needed` ids."""
        return type(self)(items=[item for item in self.items if item.part.is_in(parts) or item.id in needed])


def shows(album: Album, answer: Answer) -> bool:
    """Whether there is anything to see or hear of an answer: its only picture may have been taken away.

    A function, so that nobody needs to look into the album for an answer with a word.
    """
    return answer.stands_alone or album.shows_any_of(answer)
