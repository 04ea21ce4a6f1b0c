"""One person's compass: the document, and every change that can be made to it."""

import secrets
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, ConfigDict, Field

from model.answer import Answer, Document, Identifier, TileKey, new_id, tidy
from model.catalogue import CONDITIONS, PROFESSIONAL_TILES
from model.when import PartOfDay, When

SCHEMA = 1
"""Version of the document. An older one is migrated in `model.store`, a newer one is refused."""

NAME_LENGTH = 40
OWN_WORDS_A_QUESTION = 12
"""Own answers beside the starter tiles; more would not fit on one screen."""
OPEN_ACTIONS = 12
RING_PLACES = 5


class TooMany(ValueError):
    """There is no room for one more; something has to be taken off first."""


class NotThere(KeyError):
    """The strength, wish or action was taken off in the meantime, perhaps on another device."""


def _known_condition(key: str) -> str:
    if key not in CONDITIONS:
        raise ValueError(f'no such condition: {key}')
    return key


ConditionKey = Annotated[str, AfterValidator(_known_condition)]


class Whose(StrEnum):
    """Where a strength or resource is found."""

    MINE = 'whose-mine'
    PEOPLE = 'whose-people'
    PROFESSIONALS = 'whose-professionals'


class Strength(Document):
    """A strength or resource, on one of the four conditions."""

    id: Identifier = Field(default_factory=new_id)
    condition: ConditionKey
    answer: Answer
    whose: Whose
    heart: bool = False
    since: date


class Wish(Document):
    """Something the person wants. No wish is refused as unreachable."""

    id: Identifier = Field(default_factory=new_id)
    answer: Answer
    since: date


class Action(Document):
    """A small concrete step: what, with whom, when, the day it was set and the day it was done."""

    id: Identifier = Field(default_factory=new_id)
    answer: Answer
    companions: list[Answer] = []
    when: When | None = None
    wish: Identifier | None = None
    set_on: date
    done_on: date | None = None
    taken_off_on: date | None = None
    contact: Identifier | None = None
    """The contact in which it was made or last moved."""

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.done_on is None and self.taken_off_on is None

    def is_ahead(self, today: date) -> bool:
        """Open, and its day is not past."""
        return self.is_open and (self.when is None or self.when.day is None or self.when.day >= today)


class Contact(Document):
    """The meeting that is going on, from the first change to "Klaar"."""

    id: Identifier = Field(default_factory=new_id)
    began: datetime


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
    contact: Contact | None = None
    first_time: bool = True
    """Still on the path of the first time."""
    restored_on: date | None = None
    """The day an older version had to be opened; None once the person has seen that."""
    keys: list[str] = []
    """Ids of the sheet key and the device keys, so that erasing finds them all."""

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
        held = next((s for s in self.on(condition) if s.answer == answer), None)
        if not chosen:
            self.strengths = [strength for strength in self.strengths if strength is not held]
        elif held is None:
            _leave_room(answer, [s.answer for s in self.on(condition)])
            whose = _usual_owner(condition, answer)
            self.strengths.append(Strength(condition=condition, answer=answer, whose=whose, since=today))

    def mark_heart(self, strength_id: str, *, heart: bool) -> None:
        """Say that a strength matters most, or no longer. Raises `NotThere`."""
        _find(self.strengths, strength_id).heart = heart

    def set_whose(self, strength_id: str, whose: Whose) -> None:
        """Say where the strength is found. Raises `NotThere`."""
        _find(self.strengths, strength_id).whose = whose

    def on(self, condition: str) -> list[Strength]:
        """The strengths of one condition, in the order they were chosen."""
        return [strength for strength in self.strengths if strength.condition == condition]

    def ring(self, condition: str) -> tuple[list[Strength], int]:
        """What the ring shows for one condition, hearts first, then the newest; and how many more there are."""
        newest_first = self.on(condition)[::-1]
        by_heart = sorted(newest_first, key=lambda strength: not strength.heart)
        if len(by_heart) <= RING_PLACES:
            return by_heart, 0
        return by_heart[: RING_PLACES - 1], len(by_heart) - (RING_PLACES - 1)

    # wishes

    def choose_wish(self, answer: Answer, today: date, *, chosen: bool = True) -> None:
        """Add a wish, which becomes the one that is now, or let it go. Raises `TooMany`."""
        held = next((wish for wish in self.wishes if wish.answer == answer), None)
        if chosen and held is None:
            _leave_room(answer, [wish.answer for wish in self.wishes])
            held = Wish(answer=answer, since=today)
            self.wishes.append(held)
            self.wish_now = held.id
        elif not chosen and held is not None:
            self.wishes = [wish for wish in self.wishes if wish is not held]
            if self.wish_now == held.id:
                self.wish_now = self.wishes[-1].id if self.wishes else None

    def wish_for(self, wish_id: str) -> None:
        """Say which wish stands in the middle. Raises `NotThere`."""
        self.wish_now = _find(self.wishes, wish_id).id

    @property
    def wish(self) -> Wish | None:
        """The wish that is now."""
        return next((wish for wish in self.wishes if wish.id == self.wish_now), None)

    # private parts

    def tell_happened(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say what happened, or take it back. Raises `TooMany`."""
        self.happened = _with_or_without(self.happened, answer, chosen=chosen)

    def tell_obstacle(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say what is in the way, or take it back. Raises `TooMany`."""
        self.obstacles = _with_or_without(self.obstacles, answer, chosen=chosen)

    def without_private(self) -> Self:
        """A copy for devices that may not see what happened and what is in the way."""
        return self.model_copy(update={'happened': [], 'obstacles': []}, deep=True)

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

    def drop_action(self, action_id: str) -> None:
        """Take back a step that was only just chosen. Raises `NotThere`."""
        dropped = self.action(action_id)
        self.actions = [action for action in self.actions if action is not dropped]

    def choose_companion(self, action_id: str, answer: Answer, *, chosen: bool = True) -> None:
        """Say with whom; "alleen" and people exclude each other. Raises `NotThere`, `TooMany`."""
        action = self.action(action_id)
        others = [companion for companion in action.companions if companion != answer]
        if chosen and answer not in action.companions:
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
        return not any((*entered, self.actions))


class Visit(Document):
    """A contact that is over: when, how it ended, and a snapshot with the private parts apart."""

    id: Identifier
    began: datetime
    ended: datetime
    without_step: bool
    compass: dict[str, object]
    private: dict[str, object]

    @classmethod
    def of(cls, compass: Compass, contact: Contact, now: datetime, *, without_step: bool) -> Self:
        """The snapshot of `compass` at the end of `contact`."""
        private = {'happened', 'obstacles'}
        return cls(
            id=contact.id,
            began=contact.began,
            ended=now,
            without_step=without_step,
            compass=compass.model_dump(mode='json', exclude={*private, 'keys'}),
            private=compass.model_dump(mode='json', include=private),
        )


Item = TypeVar('Item', Strength, Wish, Action)


def _find(items: list[Item], item_id: str) -> Item:
    for item in items:
        if item.id == item_id:
            return item
    raise NotThere(item_id)


def _usual_owner(condition: str, answer: Answer) -> Whose:
    if condition != 'belong':
        return Whose.MINE
    return Whose.PROFESSIONALS if answer.tile in PROFESSIONAL_TILES else Whose.PEOPLE


def _leave_room(answer: Answer, held: list[Answer]) -> None:
    if answer.words and sum(1 for one in held if one.words) >= OWN_WORDS_A_QUESTION:
        raise TooMany


def _with_or_without(answers: list[Answer], answer: Answer, *, chosen: bool) -> list[Answer]:
    others = [held for held in answers if held != answer]
    if not chosen:
        return others
    if answer in answers:
        return answers
    _leave_room(answer, answers)
    return [*answers, answer]
