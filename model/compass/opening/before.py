"""What a change did to a compass."""

from collections.abc import Iterator, Set
from copy import deepcopy
from functools import partial

from model.compass.compass import Compass
from model.compass.opening.folded import is_untouched, when_opened
from model.compass.part import Part
from model.compass.private import Written
from model.compass.seen import differs_outside
from model.compass.taken_off import Undoable


class Before:
    """A compass as it was before a change, beside what it is by now. What nobody looked into is as it was."""

    def __init__(self, compass: Compass) -> None:
        self._was, self._is = deepcopy(compass), compass
        self._off: dict[str, frozenset[str]] = {}
        """What could be put back in the parts that somebody opened: in the others it still can."""
        for name, part in compass.undoable:
            when_opened(part, partial(self._note_off, name))
        self._had: dict[Part, list[object]] = {}
        """What stood in each private part that somebody opened: in the others it still does."""
        self._began = compass.written.keys()
        for private, written in compass.written.items():
            when_opened(written, partial(self._note_written, private))

    def differs_outside(self, parts: Set[Part]) -> bool:
        """Whether anything changed that is in none of these parts."""
        return differs_outside(self._is, self._was, parts)

    @property
    def answered(self) -> set[str]:
        """Photos that waited for an answer, and do no more."""
        if self._is_untouched('album'):
            return set()
        return {one.id for one in self._was.album.asked} - {one.id for one in self._is.album.items if one.is_asked}

    @property
    def allowed(self) -> set[str]:
        """Those of them to which the answer was yes."""
        return {one for one in self.answered if self._is.album.find(one)}

    @property
    def dropped(self) -> set[str]:
        """What was in the album, and is no more."""
        return set() if self._is_untouched('album') else self._was.album.ids - self._is.album.ids

    @property
    def is_wider_shared(self) -> bool:
        """Whether a worker sees something that they did not see."""
        return not self._is_untouched('sharing') and self._is.sharing.is_wider_than(self._was.sharing)

    @property
    def has_other_pin(self) -> bool:
        """Whether the picture PIN is another, or is there no more."""
        return not self._is_untouched('picture_pin') and self._is.picture_pin.hash != self._was.picture_pin.hash

    @property
    def rewritten(self) -> Iterator[tuple[Written, bool]]:
        """Yields each private part of which the content changed, and whether there was nothing in it before."""
        for part, written in self._is.written.items():
            had = self._had.get(part, [])
            if (part in self._had or part not in self._began) and list(written.all) != had:
                yield written, not had

    @property
    def has_let_go(self) -> bool:
        """Whether something can be put back no more that could."""
        return any(marks - getattr(self._is, name).off_marks for name, marks in self._off.items())

    def _note_off(self, name: str, part: Undoable) -> None:
        if marks := part.off_marks:
            self._off[name] = marks

    def _note_written(self, part: Part, written: Written) -> None:
        # a thing may be changed where it stands
        self._had[part] = deepcopy([*written.all])

    def _is_untouched(self, field: str) -> bool:
        return is_untouched(getattr(self._is, field), getattr(self._was, field))
