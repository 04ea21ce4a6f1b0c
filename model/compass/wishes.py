"""The wishes of the person, one of which stands in the middle of the compass."""

from datetime import date

from model.compass.album import Album, shows
from model.compass.answer import Answer, leave_room
from model.compass.document import Identified, Identifier, new_id
from model.compass.taken_off import ReversibleCollection, TakenOff, take_off


class Wish(Identified):
    """Something the person wants. No wish is refused as unreachable."""

    answer: Answer
    since: date


class Wishes(ReversibleCollection[Wish]):
    """All wishes, in the order in which they were chosen."""

    now: Identifier | None = None
    """Id of the wish in the middle."""

    def choose(self, answer: Answer, today: date, *, chosen: bool = True, id: str | None = None) -> None:
        """Add a wish, which then stands in the middle, or take it off. Raises `TooMany`."""
        if chosen:
            self.add(answer, today, id=id)
        elif held := self._that_says(answer):
            self.take_off(held.id, today)

    def add(self, answer: Answer, today: date, *, id: str | None = None) -> Wish:
        """Add a wish, which then stands in the middle; the same answer, or the same id, is there once.

        One that was just taken off comes back with all it had. Returns the wish.
        Raises `TooMany` when own answers have no room left.
        """
        held = self._that_says(answer) or self.find(id)
        if held is not None:
            return held
        taken = self._off_that_says(answer) or self.find_off(id)
        if taken is not None:
            self.put_back(taken.what.id)
            self.put_in_middle(taken.what.id)
            return taken.what
        wish = Wish(id=id or new_id(), answer=answer, since=today)
        self._check_room(wish)
        self.items.append(wish)
        self.put_in_middle(wish.id)
        return wish

    def take_off(self, item_id: str, today: date) -> None:
        """Take a wish off; when it stood in the middle, the newest takes its place. Raises `NotThere`."""
        if self.find_off(item_id) is None:
            taken = self._taken(self[item_id], today, was_middle=self.now == item_id)
            take_off(self.items, self.off, taken)
            self.keep(self.items)

    def put_back(self, item_id: str) -> None:
        """Put a wish back as it was; in the middle if it stood there and no other was put there since.

        Raises `NotThere`, `TooMany`.
        """
        taken = self.find_off(item_id)
        super().put_back(item_id)
        if taken is not None and (taken.was_middle or self.now is None):
            self.now = item_id

    def put_in_middle(self, wish_id: str) -> None:
        """Say which wish stands in the middle. Raises `NotThere`."""
        self.now = self[wish_id].id
        for taken in self.off:
            taken.was_middle = False

    def call(self, wish_id: str, words: str) -> None:
        """Give a wish its words, or take those of a picture or a voice back. Raises `NotThere`, `TooLong`."""
        wish = self[wish_id]
        wish.answer = wish.answer.called(words)

    def keep(self, wishes: list[Wish]) -> None:
        """Let all go but these; when the one in the middle goes, the newest takes its place."""
        self.items = wishes
        if self.find(self.now) is None:
            self.now = wishes[-1].id if wishes else None

    def shown(self, album: Album) -> list[Wish]:
        """Returns the wishes that can be seen or heard, in the order they were chosen."""
        return [wish for wish in self.items if shows(album, wish.answer)]

    def middle(self, album: Album) -> Wish | None:
        """Returns the wish in the middle; while its only picture is taken away, the newest that can be seen."""
        shown = self.shown(album)
        return next((wish for wish in shown if wish.id == self.now), shown[-1] if shown else None)

    def off_of(self, album: Album) -> list[Wish]:
        """Returns what was taken off and can be seen or heard, the last first."""
        return [taken.what for taken in reversed(self.off) if shows(album, taken.what.answer)]

    def _check_room(self, item: Wish) -> None:
        leave_room(item.answer, (one.answer for one in self.items))

    def _off_that_says(self, answer: Answer) -> TakenOff[Wish] | None:
        return next((taken for taken in self.off if taken.what.answer.says(answer)), None)

    def _that_says(self, answer: Answer) -> Wish | None:
        return next((wish for wish in self.items if wish.answer.says(answer)), None)
