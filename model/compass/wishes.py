"""The wishes of the person, one of which stands in the middle of the compass."""

from datetime import date

from model.compass.album import Album
from model.compass.answer import Answer, leave_room
from model.compass.document import Collection, Identified, Identifier, new_id


class Wish(Identified):
    """Something the person wants. No wish is refused as unreachable."""

    answer: Answer
    since: date


class Wishes(Collection[Wish]):
    """All wishes, in the order in which they were chosen."""

    now: Identifier | None = None
    """Id of the wish in the middle."""

    def choose(self, answer: Answer, today: date, *, chosen: bool = True, id: str | None = None) -> None:
        """Add a wish, which then stands in the middle, or let it go. Raises `TooMany`."""
        if chosen:
            self.add(answer, today, id=id)
        else:
            self.let_go(answer)

    def add(self, answer: Answer, today: date, *, id: str | None = None) -> Wish:
        """Add a wish, which then stands in the middle; the same answer, or the same id, is there once.

        Returns the wish. Raises `TooMany` when own answers have no room left.
        """
        held = self._that_says(answer) or self.find(id)
        if held is not None:
            return held
        leave_room(answer, (one.answer for one in self.items))
        wish = Wish(id=id or new_id(), answer=answer, since=today)
        self.items.append(wish)
        self.now = wish.id
        return wish

    def let_go(self, answer: Answer) -> None:
        """Let a wish go; when it stood in the middle, the newest takes its place."""
        gone = self._that_says(answer)
        self.keep([one for one in self.items if one is not gone])

    def put_in_middle(self, wish_id: str) -> None:
        """Say which wish stands in the middle. Raises `NotThere`."""
        self.now = self[wish_id].id

    def keep(self, wishes: list[Wish]) -> None:
        """Let all go but these; when the one in the middle goes, the newest takes its place."""
        self.items = wishes
        if self.find(self.now) is None:
            self.now = wishes[-1].id if wishes else None

    def shown(self, album: Album) -> list[Wish]:
        """Returns the wishes that can be seen or heard, in the order they were chosen."""
        return [wish for wish in self.items if album.shows(wish.answer)]

    def middle(self, album: Album) -> Wish | None:
        """Returns the wish in the middle; while its only picture is taken away, the newest that can be seen."""
        shown = self.shown(album)
        return next((wish for wish in shown if wish.id == self.now), shown[-1] if shown else None)

    def _that_says(self, answer: Answer) -> Wish | None:
        return next((wish for wish in self.items if wish.answer.says(answer)), None)
