"""The album: photos, drawings and voices kept with a compass, and what the person said about each."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from model.compass.answer import AttachmentId, Document
from model.compass.target import Moment, Place, Spot

MOST = 400
"""Attachments one compass holds, those that were just taken away included."""
UNDO = timedelta(minutes=1)
"""How long something that was taken away can be put back."""


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
    worker: str = ''
    """The worker who added it; empty when it was the person."""


class Allowed(Document):
    """The person said yes to a photo: when, and on what device."""

    at: datetime
    own_device: bool


class Attachment(Document):
    """A photo, a drawing or a voice. Its content is stored apart, see `Attachments` in `model.storage.protocols`."""

    id: AttachmentId
    sort: Sort
    place: Place
    added: Added
    allowed: Allowed | None = None
    on_paper: bool = False
    """Whether it is printed: the person's choice, and at first so for what is on the compass itself."""
    taken_off_at: datetime | None = None
    sound: Annotated[str, Field(pattern=r'^(|webm|mp4|ogg)$')] = ''
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

    def is_beside(self, action_id: str) -> bool:
        """Whether it stands beside this step: before, doing it, or done."""
        return self.place.spot is Spot.ACTION and self.place.of == action_id and self.place.moment is not None


class Album(Document):
    """All attachments of one compass, oldest first."""

    items: list[Attachment] = []

    @property
    def ids(self) -> set[str]:
        """The ids of all that is kept, asked for or taken away included."""
        return {item.id for item in self.items}

    def get(self, attachment_id: str | None) -> Attachment | None:
        """What has this id and may be shown."""
        return next((item for item in self.items if item.id == attachment_id and item.is_shown), None)

    def find(self, attachment_id: str) -> Attachment | None:
        """What has this id, also when it is only asked for or was just taken away."""
        return next((item for item in self.items if item.id == attachment_id), None)

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
        return [item for item in self.items if item.is_asked and item.taken_off_at is None]

    def beside(self, action_id: str, moment: Moment | None = None) -> list[Attachment]:
        """What stands beside a step, the oldest first; of one moment, or of all."""
        return [
            item
            for item in self.items
            if item.is_shown and item.is_beside(action_id) and moment in (None, item.place.moment)
        ]

    def overdue(self, now: datetime) -> list[Attachment]:
        """What was taken away so long ago that it is gone for good."""
        return [item for item in self.items if item.taken_off_at is not None and now - item.taken_off_at >= UNDO]

    def drop(self, gone: list[Attachment]) -> None:
        """Let these go."""
        ids = {item.id for item in gone}
        self.items = [item for item in self.items if item.id not in ids]
