"""What stands in one place of a life domain."""

from typing import Annotated

from model.compass.album import Album, shows
from model.compass.answer import Answer, leave_room
from model.compass.document import LEFT_OUT_EMPTY, Identified, Identifier
from model.compass.taken_off import ReversibleCollection, TakenOff


class LifeAnswer(Identified):
    """One thing in a place of a domain."""

    answer: Answer
    on_compass: Annotated[Identifier | None, LEFT_OUT_EMPTY] = None
    """The strength or the wish that it was put on the compass as. Said here, so that only who sees the domain knows."""


class LifeAnswers(ReversibleCollection[LifeAnswer]):
    """What stands in one place, in the order in which it was chosen."""

    def add(self, answer: Answer, *, id: str | None = None) -> LifeAnswer:
        """Put something here; the same answer, or the same id, is there once. Returns it.

        One that was just taken off comes back with all it had. Raises `TooMany` when own answers have no room left.
        """
        held = self.that_says(answer) or self.find(id)
        if held is not None:
            return held
        taken = self._off_that_says(answer) or self.find_off(id)
        if taken is not None:
            self.put_back(taken.what.id)
            return taken.what
        one = LifeAnswer(answer=answer, **({'id': id} if id else {}))
        self._check_room(one)
        self.items.append(one)
        return one

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here, and nothing can be put back."""
        return not (self.items or self.off)

    def that_says(self, answer: Answer) -> LifeAnswer | None:
        """Returns the one that says the same, perhaps with another picture; None when there is none."""
        return next((one for one in self.items if one.answer.says(answer)), None)

    def shown(self, album: Album) -> list[LifeAnswer]:
        """Returns what can be seen or heard, in the order in which it was chosen."""
        return [one for one in self.items if shows(album, one.answer)]

    def off_of(self, album: Album) -> list[LifeAnswer]:
        """Returns what was taken off and can be seen or heard, the last first."""
        return [taken.what for taken in reversed(self.off) if shows(album, taken.what.answer)]

    def _check_room(self, item: LifeAnswer) -> None:
        if not item.answer.named:  # a tile of its domain is always there
            leave_room(item.answer, (one.answer for one in self.items if not one.answer.named))

    def _off_that_says(self, answer: Answer) -> TakenOff[LifeAnswer] | None:
        return next((taken for taken in self.off if taken.what.answer.says(answer)), None)
