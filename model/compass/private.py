"""Private answers, telephone numbers, and what all private parts have in common."""

import re
from abc import abstractmethod
from collections.abc import Sequence, Set
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, SerializerFunctionWrapHandler, model_serializer

from model.compass.answer import Answer, leave_room
from model.compass.document import Document, Identifier, NotThere
from model.compass.taken_off import MOST_OFF, Reversible, Undoable, put_back, take_off
from model.writing.own_words import TooLong, tidy

MOST_HANDS = 8
NUMBER_LENGTH = 40
LEAST_DIGITS, MOST_DIGITS = 3, 20
_NUMBER = re.compile(r'\+?[0-9 ()-]+')
_UNKNOWN = ''
"""Who wrote what stood there before anybody remembered."""


class Written(Document):
    """A private part that remembers with which devices it was written."""

    written_with: list[str] = []
    """Ids of the keys with which something of this was written, the last one at the end; see `was_written_with`."""

    @property
    @abstractmethod
    def all(self) -> Sequence[object]:
        """All that stands there, and what was just taken back."""

    def was_written_with(self, key_id: str, *, began_empty: bool) -> None:
        """Remember whose hand wrote something of this, so that who wrote all of it may go on seeing it.

        `began_empty` says whether there was nothing in it before.
        """
        if not self.all:
            self.written_with = []
        elif began_empty:
            self.written_with = [key_id]
        else:
            before = self.written_with or [_UNKNOWN]
            self.written_with = [*(one for one in before if one != key_id), key_id][-MOST_HANDS:]

    def is_all_of(self, key_id: str) -> bool:
        """Whether there is nothing in it but what was written with this key."""
        return not self.all or self.written_with == [key_id]


class PrivateAnswers(Reversible[Answer], Written):
    """The answers to one private question, in the order in which they were told. An answer is its own identity."""

    def tell(self, answer: Answer) -> None:
        """Say something; the same answer is there once, and what was just taken back stands where it stood.

        Raises `TooMany`.
        """
        if any(one.says(answer) for one in self.items):
            return
        leave_room(answer, self.items)
        taken = next((taken for taken in self.off if taken.what.says(answer)), None)
        if taken is None:
            self.items.append(answer)
        else:
            put_back(self.items, self.off, taken)

    def take_back(self, answer: Answer, today: date) -> None:
        """Take something back; until the contact ends it can be told again with one tap."""
        told = next((one for one in self.items if one.says(answer)), None)
        if told is not None:
            take_off(self.items, self.off, self._taken(told, today))

    @property
    def all(self) -> list[Answer]:
        """What stands there, and what was just taken back."""
        return [*self.items, *(taken.what for taken in self.off)]


class NoNumber(ValueError):
    """What was written is no telephone number."""


def telephone_number(text: str) -> str:
    """Returns a telephone number as it was written, on one line. Raises `NoNumber`."""
    try:
        written = tidy(text, NUMBER_LENGTH)
    except TooLong:
        raise NoNumber from None
    digits = sum(one.isdigit() for one in written)
    if not _NUMBER.fullmatch(written) or not LEAST_DIGITS <= digits <= MOST_DIGITS:
        raise NoNumber
    return written


def dialled(number: str) -> str:
    """Returns what a telephone dials for a number: its digits, behind a plus when it begins with one."""
    if number.startswith('+'):
        # the zero of "+31 (0)6" is only dialled inside the country
        number = number.replace('(0)', '', 1)
    return re.sub(r'[^0-9+]', '', number)


Number = Annotated[str, AfterValidator(telephone_number)]


class NumberOff(Document):
    """A telephone number that was taken off."""

    of: Identifier
    """The id of the strength that someone is."""
    number: Number
    on: date
    """The day it was taken off."""


class Numbers(Written, Undoable):
    """The telephone numbers of people on the compass: for the person alone."""

    of: dict[Identifier, Number] = {}
    """By the id of the strength that someone is."""
    off: list[NumberOff] = []
    """What was taken off, of one person the last one."""

    @model_serializer(mode='wrap')
    def _without_empty(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Mostly no number was taken off: that takes no room in the file."""
        dumped: dict[str, object] = dump(self)
        return {name: value for name, value in dumped.items() if name != 'off' or value}

    def note(self, strength_id: str, number: str) -> None:
        """Keep the number of someone, instead of the one before. Raises `NoNumber`."""
        self.of = {**self.of, strength_id: telephone_number(number)}
        self._forget_off(strength_id)

    def take_off(self, strength_id: str, today: date) -> None:
        """Take off the number of someone; until the contact ends it can be put back."""
        number = self.of.get(strength_id)
        if number is None:
            return
        self._forget_off(strength_id)
        self.off = [*self.off, NumberOff(of=strength_id, number=number, on=today)][-MOST_OFF:]
        self.of = {one: kept for one, kept in self.of.items() if one != strength_id}

    def put_back(self, strength_id: str) -> None:
        """Put the number of someone back. Raises `NotThere`."""
        taken = self.find_off(strength_id)
        if taken is not None:
            self.note(strength_id, taken.number)
        elif strength_id not in self.of:
            raise NotThere(strength_id)

    def find_off(self, strength_id: str) -> NumberOff | None:
        """Returns the number of someone that was taken off, None when there is no such number."""
        return next((taken for taken in self.off if taken.of == strength_id), None)

    def keep(self, strength_ids: Set[str]) -> None:
        """Forget every number but those of these."""
        if not self.whose <= strength_ids:
            self.of = {one: number for one, number in self.of.items() if one in strength_ids}
            self.off = [taken for taken in self.off if taken.of in strength_ids]

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""
        self.off = [taken for taken in self.off if taken.on == but_of]

    @property
    def off_marks(self) -> frozenset[str]:
        """Something to know each number by that can be put back."""
        return frozenset(f'{taken.of} {taken.number}' for taken in self.off)

    @property
    def whose(self) -> Set[str]:
        """The ids of the strengths that have a number, or had one that can be put back."""
        return {*self.of, *(taken.of for taken in self.off)}

    @property
    def all(self) -> list[tuple[str, str]]:
        """Each number with whose it is, and those that were just taken off."""
        return [*self.of.items(), *((taken.of, taken.number) for taken in self.off)]

    def _forget_off(self, strength_id: str) -> None:
        self.off = [taken for taken in self.off if taken.of != strength_id]
