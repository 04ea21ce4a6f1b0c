"""What was taken off: it stays in its part, for the person alone, and can be put back while the contact lasts."""

from abc import abstractmethod
from datetime import date
from typing import Annotated, Generic, TypeVar, get_args

from model.compass.document import LEFT_OUT_EMPTY, Collection, Document, Identified
from model.compass.opening.folded import may_hold

MOST_OFF = 24
"""Things that can be put back in one part; of more, those that were taken off first go for good."""

Thing = TypeVar('Thing', bound=Document)
Item = TypeVar('Item', bound=Identified)


class TakenOff(Document, Generic[Thing]):
    """One thing that was taken off."""

    what: Thing
    on: date
    """The day it was taken off: no contact lasts longer than that."""
    index: int
    """Where it stood among the others."""
    was_middle: Annotated[bool, LEFT_OUT_EMPTY] = False
    """Of a wish: whether it stood in the middle of the compass."""


def take_off(things: list[Thing], off: list[TakenOff[Thing]], taken: TakenOff[Thing]) -> None:
    """Take one of `things`, where `taken` says that it stands, to `off`."""
    del things[taken.index]
    off.append(taken)
    del off[:-MOST_OFF]


def put_back(things: list[Thing], off: list[TakenOff[Thing]], taken: TakenOff[Thing]) -> None:
    """Put one of `off` back where it stood."""
    off.remove(taken)
    things.insert(taken.index, taken.what)


def may_be_off(part: Document) -> bool:
    """Whether anything in a part, or of one of its things, may have been taken off."""
    return may_hold(part, 'off')


def mark_of(thing: Document) -> str:
    """Returns something to know a thing by among those of its part."""
    return thing.id if isinstance(thing, Identified) else thing.model_dump_json()


class Undoable(Document):
    """What things can be taken off and put back in."""

    @abstractmethod
    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""

    @property
    @abstractmethod
    def off_marks(self) -> frozenset[str]:
        """Something to know each thing by that can be put back."""


class Reversible(Undoable, Generic[Thing]):
    """A part of which things are taken off and put back. What looks at `items` sees nothing of what was taken off."""

    items: list[Thing] = []
    off: Annotated[list[TakenOff[Thing]], LEFT_OUT_EMPTY] = []

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""
        self.off = [taken for taken in self.off if taken.on == but_of]

    @property
    def off_marks(self) -> frozenset[str]:
        """Something to know each thing by that can be put back."""
        return frozenset(mark_of(taken.what) for taken in self.off)

    def _taken(self, one: Thing, today: date, **more: bool) -> TakenOff[Thing]:
        [kind] = get_args(type(self).model_fields['off'].annotation)
        # `list.index` asks of each thing before it whether it is the same, field by field
        index = next(place for place, thing in enumerate(self.items) if thing is one)
        taken: TakenOff[Thing] = kind(what=one, on=today, index=index, **more)
        return taken


class ReversibleCollection(Reversible[Item], Collection[Item], Generic[Item]):
    """The same for things with an id."""

    def take_off(self, item_id: str, today: date) -> None:
        """Take one off; until the contact ends it can be put back. Raises `NotThere`."""
        if self.find_off(item_id) is None:
            take_off(self.items, self.off, self._taken(self[item_id], today))

    def put_back(self, item_id: str) -> None:
        """Put one back as it was, and where it stood. Raises `NotThere`, `TooMany` when there is no room any more."""
        taken = self.find_off(item_id)
        if taken is None:
            self[item_id]  # it stands there already
            return
        self._check_room(taken.what)
        put_back(self.items, self.off, taken)

    def find_off(self, item_id: str | None) -> TakenOff[Item] | None:
        """Returns what was taken off with this id, None when there is no such thing."""
        return next((taken for taken in self.off if taken.what.id == item_id), None)

    def _check_room(self, item: Item) -> None:
        """Raises `TooMany` when there is no room for one more."""
