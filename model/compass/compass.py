"""One person's compass: its parts, and only what concerns more than one of them.

A field says by its annotation which part it is, see `model.compass.part`; one that says nothing is closed.
"""

import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from model.catalogue.path import OnPath
from model.compass.album import Album, Allowed, Attachment
from model.compass.answer import Answer, TileKey
from model.compass.contact import Contact, Visit
from model.compass.document import Document, Identifier, NotThere, fields_with, new_id
from model.compass.life.life import Life
from model.compass.looking_back import LookingBack
from model.compass.migration import SCHEMA
from model.compass.opening.folded import FOLDED, is_folded, may_hold
from model.compass.part import Part, Seen, parts_of
from model.compass.placing import Placing
from model.compass.private import Numbers, PrivateAnswers, Written
from model.compass.sharing.arrivals import Arrivals
from model.compass.sharing.doubts import Doubts
from model.compass.sharing.picture_pin import PicturePin
from model.compass.sharing.sharing import Sharing
from model.compass.step import Step
from model.compass.steps import Steps
from model.compass.strengths import Strength, Strengths, Whose
from model.compass.taken_off import Undoable, may_be_off
from model.compass.target import ALBUM, Spot, Target
from model.compass.wishes import Wish, Wishes
from model.writing.own_words import tidy

NAME_LENGTH = 40
LanguageCode = Annotated[str, Field(pattern=r'^[a-z]{2,3}$')]
_NOT_ENTERED = {
    *('schema_', 'id', 'made', 'language', 'contact', 'first_time', 'asked', 'restored_on', 'keys', 'taken_along'),
    *('scanned', 'sharing', 'picture_pin', 'arrivals', 'doubts'),
}
"""Fields that say nothing of the person; anything else, also of a part to come, was entered by somebody."""


class Compass(Document):
    """One person's compass. Ids, times and days come from the caller, so that a change can be sent again."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True, serialize_by_alias=True)

    schema_: Annotated[int, Seen.BY_ANYONE] = Field(default=SCHEMA, alias='schema')
    id: Annotated[Identifier, Seen.BY_ANYONE] = Field(default_factory=lambda: secrets.token_hex(8))
    made: Annotated[datetime, Seen.BY_ANYONE]
    language: Annotated[LanguageCode | None, Part.RING, Seen.BY_ANYONE] = None
    avatar: Annotated[TileKey, Part.RING, Seen.BY_ANYONE] = None
    nickname: Annotated[str, Field(max_length=NAME_LENGTH), Part.RING, Seen.BY_ANYONE] = ''
    strengths: Annotated[Strengths, Part.RING, FOLDED] = Field(default_factory=Strengths)
    wishes: Annotated[Wishes, Part.RING, FOLDED] = Field(default_factory=Wishes)
    steps: Annotated[Steps, Part.STEPS, FOLDED] = Field(default_factory=Steps)
    looking_back: Annotated[LookingBack, Part.RING, FOLDED] = Field(default_factory=LookingBack)
    happened: Annotated[PrivateAnswers, Part.HAPPENED, FOLDED] = Field(default_factory=PrivateAnswers)
    obstacles: Annotated[PrivateAnswers, Part.OBSTACLES, FOLDED] = Field(default_factory=PrivateAnswers)
    life: Annotated[Life, Part.LIFE] = Field(default_factory=Life)
    numbers: Annotated[Numbers, Part.NUMBERS, FOLDED] = Field(default_factory=Numbers)
    album: Annotated[Album, Part.RING, Part.STEPS, FOLDED] = Field(default_factory=Album)
    sharing: Annotated[Sharing, Part.SHARING, FOLDED] = Field(default_factory=Sharing)
    picture_pin: Annotated[PicturePin, Part.SHARING, FOLDED] = Field(default_factory=PicturePin)
    arrivals: Annotated[Arrivals, Part.SHARING, FOLDED] = Field(default_factory=Arrivals)
    doubts: Annotated[Doubts, Part.SHARING, FOLDED] = Field(default_factory=Doubts)
    keys: Annotated[list[str], Part.SHARING] = []
    """Ids of the sheet key and the device keys, so that erasing finds them all."""
    contact: Annotated[Contact | None, Seen.BY_ANYONE] = None
    first_time: Annotated[bool, Seen.BY_ANYONE] = True
    """Still on the path of the first time."""
    asked: Annotated[OnPath, Seen.BY_ANYONE] = None
    """The question of that path at which the person is, on whatever device; None at its beginning."""
    restored_on: Annotated[date | None, Seen.BY_ANYONE] = None
    """The day an older version had to be opened; None once the person has seen that."""
    taken_along: Annotated[bool, Seen.BY_ANYONE] = False
    """Whether the code was ever shown, printed, scanned or shared: somebody may still come back with it."""
    scanned: Annotated[bool, Seen.BY_ANYONE] = False
    """Whether the sheet was ever scanned: there is a way back besides the device it was made on."""

    # who

    def choose_avatar(self, tile: str | None) -> None:
        """The picture of the person, None for none."""
        self.avatar = tile

    def call_me(self, nickname: str) -> None:
        """The name on the compass; empty for none. Raises `TooLong`."""
        self.nickname = tidy(nickname, NAME_LENGTH)

    def speak(self, language: str) -> None:
        """The language of the compass: an ISO 639 code."""
        self.language = language

    def finish_path(self) -> None:
        """The first time is over; from now on the compass is home."""
        self.first_time = False
        self.asked = None

    def come_to(self, question: str) -> None:
        """The person comes to this question of the path, one of `model.catalogue.path`; once that is over, to none."""
        self.asked = question if self.first_time else None

    def dismiss_restored(self) -> None:
        """The person has seen that an older version was opened."""
        self.restored_on = None

    # strengths, wishes and steps, and what they are shown with

    @property
    def wish(self) -> Wish | None:
        """The wish that stands in the middle."""
        return self.wishes.middle(self.album)

    @property
    def written(self) -> Mapping[Part, Written]:
        """Each private part that remembers whose hand wrote it."""
        fields = fields_with(type(self), Written)
        whole = {part: getattr(self, field) for field in fields for part in parts_of(type(self), field)}
        return whole | {Part.of_domain(key): domain for key, domain in self.life.domains.items()}

    def call_strength(self, strength_id: str, words: str) -> None:
        """Give a strength that is a picture or a voice its words, or take them back; who joins a step is called alike.

        Raises `NotThere`, `TooLong`.
        """
        strength = self.strengths[strength_id]
        self._placing.redress(strength, {'words': strength.answer.called(words).words})

    def note_number(self, strength_id: str, number: str) -> None:
        """Keep the telephone number of someone on the compass. Raises `NotThere`, `NoNumber`."""
        self.numbers.note(self.strengths[strength_id].id, number)

    def number_of(self, strength: Strength) -> str:
        """Returns the telephone number of someone; empty for nobody's, and for a strength of the person's own."""
        return '' if strength.whose is Whose.MINE else self.numbers.of.get(strength.id, '')

    @property
    def with_number(self) -> list[Strength]:
        """The people and professionals on the compass who can be called, hearts first."""
        found = (self.strengths.found_with(whose, self.album) for whose in (Whose.PEOPLE, Whose.PROFESSIONALS))
        return [one for some in found for one in some if self.number_of(one)]

    def to_call(self, step: Step) -> list[Strength]:
        """Returns those who join a step and can be called."""
        return [one for one in self.with_number if any(one.answer.says(joins) for joins in step.companions)]

    def put_on_condition(
        self, domain: str, answer_id: str, condition: str, today: date, *, id: str | None = None
    ) -> Strength:
        """Put something of a life domain on the compass as a strength, with its photo and voice. Returns that.

        Raises `NotThere`, `TooMany`.
        """
        strength = self._placing.as_strength(domain, answer_id, condition, today, id)
        self._move_to(Target(spot=Spot.STRENGTH, of=strength.id), strength.answer)
        return strength

    def put_among_wishes(self, domain: str, answer_id: str, today: date, *, id: str | None = None) -> Wish:
        """Put something of a life domain among the wishes, with its photo and voice. Returns the wish.

        Raises `NotThere`, `TooMany`.
        """
        wish = self._placing.as_wish(domain, answer_id, today, id)
        self._move_to(Target(spot=Spot.WISH, of=wish.id), wish.answer)
        return wish

    def attach(self, attachment: Attachment, today: date) -> None:
        """Keep an attachment, and put it on its target unless the person is asked first; a second time does nothing.

        A new answer that it makes gets its id. Raises `NotThere` when the target is gone, `TooMany`.
        """
        if self.album.find(attachment.id):
            return
        self.album.check_room()
        self._placing.owner_of(attachment.target)
        attachment.on_paper = attachment.target.is_on_compass
        if not attachment.is_asked:
            self._put(attachment, today)
        self.album.add(attachment)

    def allow(self, attachment_id: str, now: datetime, *, own_device: bool) -> None:
        """The person says yes to a photo: it goes to its target, or in the album when that is gone.

        Raises `NotThere`, `TooMany`.
        """
        attachment = self.album[attachment_id]
        if not attachment.is_asked:
            return
        try:
            self._put(attachment, now.date())
        except NotThere:
            attachment.target, attachment.on_paper = ALBUM, False
        attachment.allowed, attachment.refused_at = Allowed(at=now, own_device=own_device), None

    def confirm_answer(self, about: str, part: Part | None = None) -> None:
        """The person gave this answer that was in doubt: after a no nothing of the photo stays."""
        doubt = self.doubts.find(about, part)
        self.doubts.settle(about, part)
        if doubt is not None and doubt.refused:
            self._let_go({about} & self.album.ids)

    def take_back_answer(self, about: str, now: datetime, part: Part | None = None) -> None:
        """The person did not answer so about this photo, or this worker: it is as it was before that.

        A worker who was shown less since then sees no more by this; a photo that was refused is asked about again.
        """
        doubt = self.doubts.find(about, part)
        if doubt is None:
            return
        self.doubts.settle(about, part)
        if part is not None:
            self.sharing.close(about, part)
        elif doubt.before is not None:
            share = self.sharing.of(about)
            if share is not None and share.reach.is_more_than(doubt.before):
                self.sharing.let(about, doubt.before, now)
        elif doubt.refused:
            self.album.ask_again(about)
        else:
            self._let_go({about} & self.album.ids)

    def refuse(self, attachment_id: str) -> None:
        """The person says no to a photo: nothing of it stays. Raises `NotThere`."""
        self._let_go({self.album[attachment_id].id})

    def stick(self, target: Target, code: str, today: date, *, id: str | None = None) -> str:
        """Put a picture of the library somewhere. Returns the id of what it is on. Raises `NotThere`, `TooMany`."""
        fields = {'sticker': code, 'picture': None, 'drawn': False}
        return self._placing.put(target, fields, today, contact=self.contact_id, id=id)

    def let_go_overdue(self, now: datetime) -> None:
        """Forget for good what was taken away or taken off, and not put back in time."""
        if may_hold(self.album, 'taken_off_at') or may_hold(self.album, 'refused_at'):
            gone = {attachment.id for attachment in self.album.overdue(now)}
            if gone:
                self._let_go(gone)
        self._clear_off(but_of=now.date())

    @property
    def undoable(self) -> Iterator[tuple[str, Undoable]]:
        """Each part of which anything may have been taken off, with its name."""
        for name in fields_with(type(self), Undoable):
            part = getattr(self, name)
            if may_be_off(part):
                yield name, part

    @property
    def taken_off(self) -> frozenset[tuple[str, str]]:
        """What was taken off and can be put back: the name of its part, and a mark to know it by."""
        return frozenset((name, mark) for name, part in self.undoable for mark in part.off_marks)

    @property
    def stickers(self) -> list[str]:
        """The library pictures on this compass: the most used first, then the newest."""
        return self._placing.stickers

    # contacts

    def begin_contact(self, now: datetime, *, id: str | None = None) -> Visit | None:
        """A change begins a contact when none is going on.

        One of another day was left without "Klaar": it ends here, and its visit is returned.
        """
        left = None
        if self.contact is not None and self.contact.began.date() != now.date():
            left = self.end_contact(now)
        self.contact = self.contact or Contact(id=id or new_id(), began=now)
        return left

    def begin_together(self, worker_id: str, now: datetime, *, id: str | None = None) -> Visit | None:
        """A contact with a worker begins; the one that was going on ends, and its visit is returned."""
        if id is not None and id == self.contact_id:
            return None
        left = self.end_contact(now) if self.contact is not None else None
        self.contact = Contact(id=id or new_id(), began=now, worker=worker_id)
        share = self.sharing.of(worker_id)
        if share is not None:
            share.together = now
        return left

    def sit_with(self, worker_id: str, now: datetime, *, id: str | None = None) -> Visit | None:
        """A worker and the person sit together, without saying that a contact begins.

        The contact of today is theirs when it is nobody else's; one of another day, or of a colleague, ends, and its
        visit is returned.
        """
        going = self.contact
        if going is None or going.began.date() != now.date() or going.worker not in (None, worker_id):
            return self.begin_together(worker_id, now, id=id)
        self.contact = going.model_copy(update={'worker': worker_id})
        share = self.sharing.of(worker_id)
        if share is not None:
            share.together = going.began
        return None

    def has_step(self, today: date) -> bool:
        """Whether "Klaar" opens: a step ahead, or one made or moved in this contact."""
        return self.steps.is_enough(today, self.contact_id)

    def end_contact(self, now: datetime, *, without_step: bool = False, id: str | None = None) -> Visit:
        """Round off this contact, or one of this moment when none is going on. What was taken off goes for good.

        Returns the visit, with the compass as it is now.
        """
        contact = self.contact or Contact(id=id or new_id(), began=now)
        self.contact = None
        self._clear_off()
        if contact.worker is not None:
            self.life.was_talked_about(contact.began)
        return Visit.of(self, contact, now, without_step=without_step)

    @property
    def contact_id(self) -> str | None:
        """Id of the contact that is going on."""
        return self.contact.id if self.contact else None

    # keys and the rest

    def hold_key(self, key_id: str) -> None:
        """Remember a key that opens this compass."""
        self.keys = [*self.keys, key_id] if key_id not in self.keys else self.keys

    def drop_key(self, key_id: str) -> None:
        """Forget a key that no longer opens this compass."""
        self.keys = [key for key in self.keys if key != key_id]

    @property
    def is_empty(self) -> bool:
        """Whether nobody entered anything."""
        new = type(self)(made=self.made)
        entered = type(self).model_fields.keys() - _NOT_ENTERED
        return all(getattr(self, field) == getattr(new, field) for field in entered)

    # inside

    @property
    def _placing(self) -> Placing:
        return Placing(self.strengths, self.wishes, self.steps, self.life, self.looking_back)

    def _clear_off(self, *, but_of: date | None = None) -> None:
        for _, part in self.undoable:
            part.clear_off(but_of=but_of)
        if not is_folded(self.strengths) and may_hold(self.numbers, 'of'):
            self.numbers.keep(set(filter(self.strengths.may_have, self.numbers.whose)))

    def _put(self, attachment: Attachment, today: date) -> None:
        fields = attachment.shown_with
        self._placing.put(attachment.target, fields, today, contact=self.contact_id, id=attachment.id)

    def _move_to(self, target: Target, answer: Answer) -> None:
        """What a domain kept to itself is seen by who sees the compass, once the person put it there."""
        for one in self.album.items:
            if one.id in answer.attachments and one.target.spot is Spot.LIFE:
                one.target, one.on_paper = target, True

    def _let_go(self, attachment_ids: set[str]) -> None:
        self.album.drop(attachment_ids)
        for gone in attachment_ids:
            self.doubts.settle(gone)
        self._placing.forget(attachment_ids, self.album)
