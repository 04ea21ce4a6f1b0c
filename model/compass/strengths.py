"""The strengths and resources of the person, each on one of the four conditions: a quarter of the compass."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated

from pydantic import Field, field_validator

from model.catalogue.conditions import CONDITIONS, PROFESSIONAL_TILES
from model.compass.album import Album, shows
from model.compass.answer import Answer, leave_room
from model.compass.document import LEFT_OUT_EMPTY, Identified, NotThere, new_id
from model.compass.opening.folded import FOLDED, is_folded, may_say, refuse
from model.compass.taken_off import ReversibleCollection, TakenOff, Undoable, may_be_off

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


class Quarter(ReversibleCollection[Strength]):
    """The strengths on one condition, in the order in which they were chosen."""

    def that_says(self, answer: Answer) -> Strength | None:
        """Returns the one that says this, None when none does."""
        said = answer.identity
        return next((one for one in self.items if one.answer.identity == said), None)

    def off_that_says(self, answer: Answer) -> TakenOff[Strength] | None:
        """Returns what was taken off and says this, None when there is no such thing."""
        return next((taken for taken in self.off if taken.what.answer.says(answer)), None)

    def add(self, strength: Strength) -> None:
        """Put one more here. Raises `TooMany` when own answers have no room left."""
        self._check_room(strength)
        self.items.append(strength)

    def keep(self, album: Album) -> None:
        """Let go of what nothing is left of, now that its only picture or voice is gone."""
        self.items = [one for one in self.items if album.holds(one.answer)]
        self.off = [taken for taken in self.off if album.holds(taken.what.answer)]

    @property
    def every_one(self) -> list[Strength]:
        """Those that stand here, then those that can be put back."""
        return [*self.items, *(taken.what for taken in self.off)]

    def _check_room(self, item: Strength) -> None:
        leave_room(item.answer, (one.answer for one in self.items))


class Strengths(Undoable):
    """All strengths. A tap is about those on one condition: the others stay folded, see `model.compass.opening`."""

    quarters: dict[ConditionKey, Annotated[Quarter, FOLDED]] = {}
    """By the condition they are on; of one that is not here there are none."""

    @field_validator('quarters')
    @classmethod
    def _each_where_it_belongs(cls, quarters: dict[str, Quarter]) -> dict[str, Quarter]:
        for condition, quarter in quarters.items():
            refuse(quarter, partial(_check_all_on, condition))
        return quarters

    # verbs

    def choose(
        self, condition: str, answer: Answer, today: date, *, chosen: bool = True, id: str | None = None
    ) -> None:
        """Put a strength on a condition, or take it off. Raises `TooMany` when own answers have no room left."""
        if chosen:
            self.add(condition, answer, today, id=id)
        elif (quarter := self.quarters.get(condition)) and (held := quarter.that_says(answer)):
            quarter.take_off(held.id, today)

    def add(self, condition: str, answer: Answer, today: date, *, id: str | None = None) -> Strength:
        """Put a strength on a condition; the same answer, or the same id, is there once.

        One that was just taken off comes back with all it had. Returns the strength.
        Raises `TooMany` when own answers have no room left, `ValueError` for no condition.
        """
        quarter = self.quarters.get(condition) or Quarter()
        held = quarter.that_says(answer) or self.find(id)
        if held is not None:
            return held
        taken = quarter.off_that_says(answer) or self.find_off(id)
        if taken is not None:
            self.put_back(taken.what.id)
            return taken.what
        whose = usual_owner(condition, answer)
        strength = Strength(id=id or new_id(), condition=condition, answer=answer, whose=whose, since=today)
        quarter.add(strength)
        if condition not in self.quarters:
            self.quarters = {**self.quarters, condition: quarter}
        return strength

    def take_off(self, strength_id: str, today: date) -> None:
        """Take one off; until the contact ends it can be put back. Raises `NotThere`."""
        self._with(strength_id).take_off(strength_id, today)

    def put_back(self, strength_id: str) -> None:
        """Put one back as it was, and where it stood. Raises `NotThere`, `TooMany` when there is no room any more."""
        self._with(strength_id).put_back(strength_id)

    def mark_heart(self, strength_id: str, *, heart: bool) -> None:
        """Say that a strength matters most, or no longer. Raises `NotThere`."""
        self[strength_id].heart = heart

    def set_whose(self, strength_id: str, whose: Whose) -> None:
        """Say where the strength is found. Raises `NotThere`."""
        self[strength_id].whose = whose

    def keep(self, album: Album) -> None:
        """Let go of strengths of which nothing is left, now that their only picture or voice is gone."""
        for quarter in self._quarters:
            quarter.keep(album)
        self._drop_empty()

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""
        for quarter in filter(may_be_off, self._quarters):
            quarter.clear_off(but_of=but_of)
        self._drop_empty()

    # what is there

    @property
    def items(self) -> list[Strength]:
        """All strengths by the day on which they came.

        Those of one day in the order of the conditions, and on one condition in the order in which they were chosen.
        """
        return sorted((one for quarter in self._quarters for one in quarter.items), key=lambda one: one.since)

    @property
    def off(self) -> list[TakenOff[Strength]]:
        """All that was taken off and can be put back, condition after condition."""
        return [taken for quarter in filter(may_be_off, self._quarters) for taken in quarter.off]

    @property
    def off_marks(self) -> frozenset[str]:
        """Something to know each thing by that can be put back."""
        return frozenset(taken.what.id for taken in self.off)

    def find(self, strength_id: str | None) -> Strength | None:
        """Returns the one with this id, None when there is none."""
        return next((one for quarter in self._that_may_say(strength_id) if (one := quarter.find(strength_id))), None)

    def __getitem__(self, strength_id: str) -> Strength:
        """Returns the one with this id. Raises `NotThere`."""
        found = self.find(strength_id)
        if found is None:
            raise NotThere(strength_id)
        return found

    def find_off(self, strength_id: str | None) -> TakenOff[Strength] | None:
        """Returns what was taken off with this id, None when there is no such thing."""
        may = filter(may_be_off, self._that_may_say(strength_id))
        return next((taken for quarter in may if (taken := quarter.find_off(strength_id))), None)

    def may_have(self, strength_id: str) -> bool:
        """Whether this may be the id of a strength, or of one that can be put back; nothing is opened to know it.

        Of strengths that nobody looked into none went.
        """
        for quarter in self._that_may_say(strength_id):
            if is_folded(quarter) or any(one.id == strength_id for one in quarter.every_one):
                return True
        return False

    def on(self, condition: str, album: Album) -> list[Strength]:
        """Returns the strengths of one condition that can be seen or heard, in the order they were chosen."""
        quarter = self.quarters.get(condition)
        return [one for one in quarter.items if shows(album, one.answer)] if quarter else []

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
        quarter = self.quarters.get(condition)
        off = reversed(quarter.off) if quarter and may_be_off(quarter) else ()
        return [taken.what for taken in off if shows(album, taken.what.answer)]

    # inside

    @property
    def _quarters(self) -> Iterator[Quarter]:
        """Those in which there is anything, in the order of the conditions."""
        yield from (self.quarters[condition] for condition in CONDITIONS if condition in self.quarters)

    def _that_may_say(self, strength_id: str | None) -> Iterator[Quarter]:
        if strength_id is not None:
            yield from (quarter for quarter in self._quarters if may_say(quarter, strength_id))

    def _with(self, strength_id: str) -> Quarter:
        """The quarter in which this stands, or stood until it was taken off. Raises `NotThere`."""
        for quarter in self._that_may_say(strength_id):
            if quarter.find(strength_id) or quarter.find_off(strength_id):
                return quarter
        raise NotThere(strength_id)

    def _drop_empty(self) -> None:
        empty = {key for key, one in self.quarters.items() if not is_folded(one) and not one.every_one}
        if empty:
            self.quarters = {key: one for key, one in self.quarters.items() if key not in empty}


def _check_all_on(condition: str, quarter: Quarter) -> None:
    """Raises `ValueError` when one of them is on another condition."""
    if any(one.condition != condition for one in quarter.every_one):
        raise ValueError('a strength of another condition')
