"""One person's compass: the document, and every change that can be made to it."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, TypeVar

from pydantic import ConfigDict, Field

from model.compass import album as albums
from model.compass.album import Album, Allowed, Attachment, Sort
from model.compass.answer import WORDS_LENGTH, Answer, Document, Identifier, TileKey, tidy
from model.compass.contact import Contact, Visit
from model.compass.picture_pin import Pin
from model.compass.sharing import Sharing
from model.compass.steps import Action
from model.compass.strengths import Strength, Whose, usual_owner
from model.compass.target import ALBUM, Place, Spot
from model.compass.when import PartOfDay, When
from model.compass.wishes import Wish

SCHEMA = 3
"""Version of the document. An older one is migrated in `model.compass.migration`, a newer one is refused."""

NAME_LENGTH = 40
OWN_ANSWERS_A_QUESTION = 12
"""Own answers beside the starter tiles; more would not fit on one screen."""
OPEN_ACTIONS = 12
RING_PLACES = 5

ShownWith = Mapping[str, str | bool | None]
"""Fields of an answer that say what it is shown with."""


class TooMany(ValueError):
    """There is no room for one more; something has to be taken off first."""


class NotThere(KeyError):
    """The strength, wish or action was taken off in the meantime, perhaps on another device."""


class Compass(Document):
    """One person's compass. Each change is a method; times and days come from the caller."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True, serialize_by_alias=True)

    schema_: int = Field(default=SCHEMA, alias='schema')
    id: Identifier = Field(default_factory=lambda: secrets.token_hex(8))
    made: datetime
    language: Annotated[str, Field(pattern=r'^[a-z]{2,3}$')] | None = None
    avatar: TileKey = None
    nickname: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    strengths: list[Strength] = []
    wishes: list[Wish] = []
    wish_now: Identifier | None = None
    happened: list[Answer] = []
    obstacles: list[Answer] = []
    actions: list[Action] = []
    album: Album = Field(default_factory=Album)
    contact: Contact | None = None
    first_time: bool = True
    """Still on the path of the first time."""
    restored_on: date | None = None
    """The day an older version had to be opened; None once the person has seen that."""
    keys: list[str] = []
    """Ids of the sheet key and the device keys, so that erasing finds them all."""
    sharing: Sharing = Field(default_factory=Sharing)
    pin: Pin | None = None
    """The pictures that the sheet asks for, when the person wants that."""
    taken_along: bool = False
    """Whether the sheet was printed or scanned: there is a way back besides the device it was made on."""

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

    def dismiss_restored(self) -> None:
        """The person has seen that an older version was opened."""
        self.restored_on = None

    # strengths

    def choose_strength(self, condition: str, answer: Answer, today: date, *, chosen: bool = True) -> None:
        """Put a strength on a condition or take it off; the same answer is there once.

        Raises `TooMany` when own words have no room left.
        """
        held = next((s for s in self.strengths if s.condition == condition and s.answer.says(answer)), None)
        if not chosen:
            self.strengths = [strength for strength in self.strengths if strength is not held]
        elif held is None:
            _leave_room(answer, [s.answer for s in self.on(condition)])
            whose = usual_owner(condition, answer)
            self.strengths.append(Strength(condition=condition, answer=answer, whose=whose, since=today))

    def mark_heart(self, strength_id: str, *, heart: bool) -> None:
        """Say that a strength matters most, or no longer. Raises `NotThere`."""
        _find(self.strengths, strength_id).heart = heart

    def set_whose(self, strength_id: str, whose: Whose) -> None:
        """Say where the strength is found. Raises `NotThere`."""
        _find(self.strengths, strength_id).whose = whose

    def call_strength(self, strength_id: str, words: str) -> None:
        """Give a strength that is a picture or a voice its words, or take them back. Raises `NotThere`, `TooLong`."""
        strength = self.strength(strength_id)
        tidied = tidy(words, WORDS_LENGTH)
        if tidied or strength.answer.attachments or strength.answer.sticker:
            self._redress(strength, {'words': tidied})

    def on(self, condition: str) -> list[Strength]:
        """The strengths of one condition, in the order they were chosen."""
        return [one for one in self.strengths if one.condition == condition and self.shows(one.answer)]

    def ring(self, condition: str) -> tuple[list[Strength], int]:
        """What the ring shows for one condition, hearts first, then the newest; and how many more there are."""
        newest_first = self.on(condition)[::-1]
        by_heart = sorted(newest_first, key=lambda strength: not strength.heart)
        if len(by_heart) <= RING_PLACES:
            return by_heart, 0
        return by_heart[: RING_PLACES - 1], len(by_heart) - (RING_PLACES - 1)

    def strength(self, strength_id: str) -> Strength:
        """One strength. Raises `NotThere`."""
        return _find(self.strengths, strength_id)

    # wishes

    def choose_wish(self, answer: Answer, today: date, *, chosen: bool = True) -> None:
        """Add a wish, which becomes the one that is now, or let it go. Raises `TooMany`."""
        held = next((wish for wish in self.wishes if wish.answer.says(answer)), None)
        if chosen and held is None:
            _leave_room(answer, [wish.answer for wish in self.wishes])
            held = Wish(answer=answer, since=today)
            self.wishes.append(held)
            self.wish_now = held.id
        elif not chosen and held is not None:
            self.wishes = [wish for wish in self.wishes if wish is not held]
            self._wish_for_newest()

    def wish_for(self, wish_id: str) -> None:
        """Say which wish stands in the middle. Raises `NotThere`."""
        self.wish_now = _find(self.wishes, wish_id).id

    @property
    def wish(self) -> Wish | None:
        """The wish that is now."""
        return next((wish for wish in self.shown_wishes if wish.id == self.wish_now), None)

    @property
    def shown_wishes(self) -> list[Wish]:
        """The wishes, in the order they were chosen."""
        return [wish for wish in self.wishes if self.shows(wish.answer)]

    # private parts

    def tell_happened(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say what happened, or take it back. Raises `TooMany`."""
        self.happened = _with_or_without(self.happened, answer, chosen=chosen)

    def tell_obstacle(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say what is in the way, or take it back. Raises `TooMany`."""
        self.obstacles = _with_or_without(self.obstacles, answer, chosen=chosen)

    # actions

    def start_action(self, answer: Answer, today: date) -> Action:
        """Set a new step, for the wish that is now. Raises `TooMany`."""
        if len(self.open_actions) >= OPEN_ACTIONS:
            raise TooMany
        action = Action(answer=answer, set_on=today, wish=self.wish_now, contact=self._contact_id)
        self.actions.append(action)
        return action

    def action(self, action_id: str) -> Action:
        """One step. Raises `NotThere`."""
        return _find(self.actions, action_id)

    def change_action(self, action_id: str, answer: Answer) -> None:
        """Make it another step, with the same people and day. Raises `NotThere`."""
        self.action(action_id).answer = answer

    def make_smaller(self, action_id: str, answer: Answer) -> None:
        """Take a smaller step, on the way to the one it was. Raises `NotThere`."""
        action = self.action(action_id)
        if not action.answer.says(answer):
            bigger = action.towards or action.answer
            action.towards = None if bigger.says(answer) else bigger
            action.answer = answer
            action.contact = self._contact_id

    def drop_action(self, action_id: str) -> None:
        """Take back a step that was only just chosen. Raises `NotThere`."""
        dropped = self.action(action_id)
        self.actions = [action for action in self.actions if action is not dropped]

    def choose_companion(self, action_id: str, answer: Answer, *, chosen: bool = True) -> None:
        """Say with whom; "alleen" and people exclude each other. Raises `NotThere`, `TooMany`."""
        action = self.action(action_id)
        others = [companion for companion in action.companions if not companion.says(answer)]
        if chosen and len(others) == len(action.companions):
            _leave_room(answer, action.companions)
        if not chosen:
            action.companions = others
        elif answer.tile == 'by-myself':
            action.companions = [answer]
        else:
            action.companions = [*(one for one in others if one.tile != 'by-myself'), answer]

    def choose_day(self, action_id: str, day: date | None) -> None:
        """Say on which day, None for later; the part of the day stays. Raises `NotThere`."""
        action = self.action(action_id)
        self._move(action, When(day=day, later=day is None, part=action.when.part if action.when else None))

    def choose_part_of_day(self, action_id: str, part: PartOfDay | None) -> None:
        """Say which part of the day, None for any. Raises `NotThere`."""
        action = self.action(action_id)
        self._move(action, (action.when or When()).model_copy(update={'part': part}))

    def forget_day(self, action_id: str) -> None:
        """Leave open on which day; the part of the day stays. Raises `NotThere`."""
        action = self.action(action_id)
        self._move(action, When(part=action.when.part if action.when else None))

    def finish_action(self, action_id: str, today: date) -> None:
        """The step is done. Raises `NotThere`."""
        action = self.action(action_id)
        action.done_on = action.done_on or today

    def reopen_action(self, action_id: str) -> None:
        """Put a step back that was done or taken off. Raises `NotThere`."""
        action = self.action(action_id)
        action.done_on = None
        action.taken_off_on = None

    def take_off_action(self, action_id: str, today: date) -> None:
        """Take a step off the compass; it can be put back. Raises `NotThere`."""
        self.action(action_id).taken_off_on = today

    @property
    def open_actions(self) -> list[Action]:
        """Steps still to be done: those with a day first, in order of day."""
        return sorted(
            (action for action in self.actions if action.is_open),
            key=lambda action: action.when.sort_key if action.when else When().sort_key,
        )

    @property
    def done_actions(self) -> list[Action]:
        """Steps that were done, the latest first."""
        done = (action for action in self.actions if action.done_on and not action.taken_off_on)
        return sorted(done, key=lambda action: action.done_on or date.min, reverse=True)

    # photos, drawings, voices and pictures of the library

    def attach(self, attachment: Attachment, today: date) -> None:
        """Keep an attachment, and put it in its place unless the person is asked first; a second time does nothing.

        Raises `NotThere` when its place is gone, `TooMany`.
        """
        if self.album.find(attachment.id):
            return
        if len(self.album.items) >= albums.MOST:
            raise TooMany
        self._owner_of(attachment.place)
        attachment.on_paper = attachment.place.is_on_compass
        if not attachment.is_asked:
            self._put(attachment.place, _shown_with(attachment), today)
        self.album.items = [*self.album.items, attachment]

    def allow(self, attachment_id: str, now: datetime, *, own_device: bool) -> None:
        """The person says yes to a photo: it goes to its place, or in the album when that is gone.

        Raises `NotThere`, `TooMany`.
        """
        attachment = self._attachment(attachment_id)
        if not attachment.is_asked:
            return
        try:
            self._put(attachment.place, _shown_with(attachment), now.date())
        except NotThere:
            attachment.place, attachment.on_paper = ALBUM, False
        attachment.allowed = Allowed(at=now, own_device=own_device)

    def refuse(self, attachment_id: str) -> None:
        """The person says no to a photo: nothing of it stays. Raises `NotThere`."""
        self._drop([self._attachment(attachment_id)])

    def take_away(self, attachment_id: str, now: datetime) -> None:
        """Take an attachment away; for a minute it can be put back. Raises `NotThere`."""
        self._attachment(attachment_id).taken_off_at = now

    def put_back(self, attachment_id: str) -> None:
        """Put an attachment back that was just taken away. Raises `NotThere`."""
        self._attachment(attachment_id).taken_off_at = None

    def print_attachment(self, attachment_id: str, *, on_paper: bool) -> None:
        """Say whether a photo or drawing is printed. Raises `NotThere`."""
        self._attachment(attachment_id).on_paper = on_paper

    def stick(self, place: Place, code: str, today: date) -> str:
        """Put a picture of the library somewhere; answers the id of what it is on. Raises `NotThere`, `TooMany`."""
        return self._put(place, {'sticker': code, 'picture': None, 'drawn': False}, today)

    def let_go_overdue(self, now: datetime) -> None:
        """Forget for good what was taken away and not put back in time."""
        gone = self.album.overdue(now)
        if gone:
            self._drop(gone)

    def _drop(self, gone: list[Attachment]) -> None:
        """Let these go, and the answers that were nothing else; what can still be put back keeps its answer."""
        self.album.drop(gone)
        self.strengths = [one for one in self.strengths if self._holds(one.answer)]
        self.wishes = [one for one in self.wishes if self._holds(one.answer)]
        for action in self.actions:
            action.companions = [one for one in action.companions if self._holds(one)]
        self._forget({one.id for one in gone})
        self._wish_for_newest()

    def _forget(self, ids: set[str]) -> None:
        owners: list[Strength | Wish | Action] = [*self.strengths, *self.wishes, *self.actions]
        for one in owners:
            one.answer = _without(one.answer, ids)
        for action in self.actions:
            action.companions = [_without(companion, ids) for companion in action.companions]
            action.towards = action.towards and _without(action.towards, ids)

    def _wish_for_newest(self) -> None:
        """When the wish that is now is gone, the newest takes its place."""
        if self.wish_now not in {wish.id for wish in self.wishes}:
            newest = (self.shown_wishes or self.wishes)[-1:]
            self.wish_now = newest[0].id if newest else None

    def _holds(self, answer: Answer) -> bool:
        return bool(answer.tile or answer.words or answer.sticker or answer.attachments & self.album.ids)

    def shows(self, answer: Answer) -> bool:
        """Whether there is anything to see or hear of an answer: its only picture may have been taken away."""
        kept = self.album.get(answer.picture) or self.album.get(answer.voice)
        return bool(answer.tile or answer.words or answer.sticker or kept)

    @property
    def stickers(self) -> list[str]:
        """The library pictures on this compass: the most used first, then the newest."""
        owners: list[Strength | Wish | Action] = [*self.strengths, *self.wishes, *self.actions]
        answers = [one.answer for one in owners]
        newest_first = [answer.sticker for answer in reversed(answers) if answer.sticker]
        return sorted(dict.fromkeys(newest_first), key=lambda code: -newest_first.count(code))

    def _put(self, place: Place, shown_with: ShownWith, today: date) -> str:
        """Show what is at `place`, or a new answer there, with this; answers the id of what it is on."""
        answer = Answer.model_validate({key: value for key, value in shown_with.items() if value})
        if place.spot is Spot.CONDITION:
            self.choose_strength(place.of, answer, today)
            return next(one.id for one in self.strengths if one.condition == place.of and one.answer.says(answer))
        if place.spot is Spot.WISHES:
            self.choose_wish(answer, today)
            return next(wish.id for wish in self.wishes if wish.answer.says(answer))
        if place.spot is Spot.ACTIONS:
            return self.start_action(answer, today).id
        owner = self._owner_of(place)
        if owner is None or place.moment is not None:
            return place.of
        if isinstance(owner, Strength):
            self._redress(owner, shown_with)
        else:
            owner.answer = owner.answer.model_copy(update=shown_with)
        return owner.id

    def _redress(self, strength: Strength, fields: ShownWith) -> None:
        """Change how a strength is shown or called; the person in "with whom" is the one on the compass."""
        before = strength.answer
        strength.answer = before.model_copy(update=fields)
        for action in self.actions:
            action.companions = [strength.answer if one.says(before) else one for one in action.companions]

    def _owner_of(self, place: Place) -> Strength | Wish | Action | None:
        owners: dict[Spot, Sequence[Strength | Wish | Action]] = {
            Spot.STRENGTH: self.strengths,
            Spot.WISH: self.wishes,
            Spot.ACTION: self.actions,
        }
        if place.spot not in owners:
            return None
        for owner in owners[place.spot]:
            if owner.id == place.of:
                return owner
        raise NotThere(place.of)

    def _attachment(self, attachment_id: str) -> Attachment:
        found = self.album.find(attachment_id)
        if found is None:
            raise NotThere(attachment_id)
        return found

    # contacts

    def begin_contact(self, now: datetime) -> 'Visit | None':
        """A change begins a contact when none is going on.

        One of another day was left without "Klaar": it ends here, and its visit is the answer.
        """
        left = None
        if self.contact is not None and self.contact.began.date() != now.date():
            left = self.end_contact(now)
        self.contact = self.contact or Contact(began=now)
        return left

    def begin_together(self, worker_id: str, now: datetime) -> 'Visit | None':
        """A contact with a worker begins; the one that was going on ends, and its visit is the answer."""
        left = self.end_contact(now) if self.contact is not None else None
        self.contact = Contact(began=now, worker=worker_id)
        share = self.sharing.of(worker_id)
        if share is not None:
            share.together = now
        return left

    def has_step(self, today: date) -> bool:
        """Whether "Klaar" opens: a step ahead, or one made or moved in this contact."""
        made_now = (a for a in self.actions if a.contact is not None and a.contact == self._contact_id)
        return any(action.is_ahead(today) for action in self.actions) or any(
            action.taken_off_on is None for action in made_now
        )

    def end_contact(self, now: datetime, *, without_step: bool = False) -> 'Visit':
        """Round off this contact; the visit holds the compass as it is now."""
        contact = self.contact or Contact(began=now)
        self.contact = None
        return Visit.of(self, contact, now, without_step=without_step)

    @property
    def _contact_id(self) -> str | None:
        return self.contact.id if self.contact else None

    def _move(self, action: Action, when: When) -> None:
        action.when = None if when == When() else when
        action.contact = self._contact_id

    # keys and the rest

    def hold_key(self, key_id: str) -> None:
        """Remember a key that opens this compass."""
        self.keys = [*self.keys, key_id] if key_id not in self.keys else self.keys

    def drop_key(self, key_id: str) -> None:
        """Forget a key that no longer opens this compass."""
        self.keys = [key for key in self.keys if key != key_id]

    @property
    def is_empty(self) -> bool:
        """Nobody entered anything."""
        entered = (self.avatar, self.nickname, self.strengths, self.wishes, self.happened, self.obstacles)
        return not any((*entered, self.actions, self.album.items))


Item = TypeVar('Item', Strength, Wish, Action)


def _find(items: list[Item], item_id: str) -> Item:
    for item in items:
        if item.id == item_id:
            return item
    raise NotThere(item_id)


def _shown_with(attachment: Attachment) -> ShownWith:
    """What an answer is shown with once this is on it; a new picture takes the place of the one before."""
    if attachment.is_picture:
        return {'picture': attachment.id, 'drawn': attachment.sort is Sort.DRAWING, 'sticker': None}
    return {'voice': attachment.id}


def _without(answer: Answer, ids: set[str]) -> Answer:
    """The answer without these attachments; as it is when nothing else is left of it."""
    gone: dict[str, str | bool | None] = {part: None for part in ('picture', 'voice') if getattr(answer, part) in ids}
    if 'picture' in gone:
        gone['drawn'] = False
    rest = answer.model_copy(update=gone)
    return rest if any((rest.tile, rest.words, rest.sticker, rest.attachments)) else answer


def _leave_room(answer: Answer, held: list[Answer]) -> None:
    if answer.is_own and sum(1 for one in held if one.is_own) >= OWN_ANSWERS_A_QUESTION:
        raise TooMany


def _with_or_without(answers: list[Answer], answer: Answer, *, chosen: bool) -> list[Answer]:
    others = [held for held in answers if not held.says(answer)]
    if not chosen:
        return others
    if len(others) < len(answers):
        return answers
    _leave_room(answer, answers)
    return [*answers, answer]
