"""The strengths and resources of the person, each on one of the four conditions."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from model.catalogue.conditions import CONDITIONS, PROFESSIONAL_TILES
from model.compass.album import Album, shows
from model.compass.answer import Answer, leave_room
from model.compass.document import LEFT_OUT_EMPTY, Identified, new_id
from model.compass.taken_off import ReversibleCollection, TakenOff

RING_PLACES = 6


ConditionKey = Annotated[str, Field(pattern=f'^({"|".join(CONDITIONS)})$')]


class Whose(StrEnum):
    """Where a strength or resource is found."""

    MINE = 'whose-mine'
    PEOPLE = 'whose-people'
    PROFESSIONALS = 'whose-professionals'


class Strength(Identified):
    """A strength or resource, on one of the four conditions."""

    condition: ConditionKey
    answer: Answer
    whose: Whose
    heart: Annotated[bool, LEFT_OUT_EMPTY] = False
    since: date

    @property
    def is_bare(self) -> bool:
        """A starter tile of which nobody said anything more: whoever taps the tile again has all of it back."""
        return self.answer.is_bare and not self.heart and self.whose is usual_owner(self.condition, self.answer)


def usual_owner(condition: str, answer: Answer) -> Whose:
    """Returns where a strength is found, until the person says otherwise."""
    if condition != 'belong':
        return Whose.MINE
    return Whose.PROFESSIONALS if answer.tile in PROFESSIONAL_TILES else Whose.PEOPLE


class Strengths(ReversibleCollection[Strength]):
    """All strengths, in the order in which they were chosen."""

    def choose(
        self, condition: str, answer: Answer, today: date, *, chosen: bool = True, id: str | None = None
    ) -> None:
        """Put a strength on a condition, or take it off. Raises `TooMany` when own answers have no room left."""
        if chosen:
            self.add(condition, answer, today, id=id)
        elif held := self._that_says(condition, answer):
            self.take_off(held.id, today)

    def add(self, condition: str, answer: Answer, today: date, *, id: str | None = None) -> Strength:
        """Put a strength on a condition; the same answer, or the same id, is there once.

        One that was just taken off comes back with all it had. Returns the strength.
        Raises `TooMany` when own answers have no room left.
        """
        held = self._that_says(condition, answer) or self.find(id)
        if held is not None:
            return held
        taken = self._off_that_says(condition, answer) or self.find_off(id)
        if taken is not None:
            self.put_back(taken.what.id)
            return taken.what
        whose = usual_owner(condition, answer)
        strength = Strength(id=id or new_id(), condition=condition, answer=answer, whose=whose, since=today)
        self._check_room(strength)
        self.items.append(strength)
        return strength

    def mark_heart(self, strength_id: str, *, heart: bool) -> None:
        """Say that a strength matters most, or no longer. Raises `NotThere`."""
        self[strength_id].heart = heart

    def set_whose(self, strength_id: str, whose: Whose) -> None:
        """Say where the strength is found. Raises `NotThere`."""
        self[strength_id].whose = whose

    def on(self, condition: str, album: Album) -> list[Strength]:
        """Returns the strengths of one condition that can be seen or heard, in the order they were chosen."""
        return [one for one in self.items if one.condition == condition and shows(album, one.answer)]

    def ring(self, condition: str, album: Album) -> tuple[list[Strength], int]:
        """Returns what the ring shows of one condition, hearts first, then the newest; and how many more there are."""
        newest_first = self.on(condition, album)[::-1]
        by_heart = sorted(newest_first, key=lambda strength: not strength.heart)
        if len(by_heart) <= RING_PLACES:
            return by_heart, 0
        return by_heart[: RING_PLACES - 1], len(by_heart) - (RING_PLACES - 1)

    def found_with(self, whose: Whose, album: Album) -> list[Strength]:
        """Returns the strengths that are found there and can be seen or heard, hearts first, then the newest."""
        newest_first = [one for one in reversed(self.items) if one.whose is whose and shows(album, one.answer)]
        return sorted(newest_first, key=lambda strength: not strength.heart)

    def off_of(self, condition: str, album: Album) -> list[Strength]:
        """Returns what was taken off one condition and can be seen or heard, the last first."""
        off = (taken.what for taken in reversed(self.off))
        return [one for one in off if one.condition == condition and shows(album, one.answer)]

    @property
    def ids(self) -> set[str]:
        """The ids of all strengths, those that can be put back included."""
        return {one.id for one in (*self.items, *(taken.what for taken in self.off))}

    def _check_room(self, item: Strength) -> None:
        leave_room(item.answer, (one.answer for one in self.items if one.condition == item.condition))

    def _off_that_says(self, condition: str, answer: Answer) -> TakenOff[Strength] | None:
        off = (taken for taken in self.off if taken.what.condition == condition)
        return next((taken for taken in off if taken.what.answer.says(answer)), None)

    def _that_says(self, condition: str, answer: Answer) -> Strength | None:
        said = answer.identity
        return next((one for one in self.items if one.condition == condition and one.answer.identity == said), None)
