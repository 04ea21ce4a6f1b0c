"""Someone to call, with their number, on the card for the wallet: nobody, until the person taps."""

from collections.abc import Callable
from functools import partial

from nicegui import ui

from model.compass.compass import Compass
from model.compass.strengths import Strength
from ui.components.answers.tile import Tile
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import drawn, picture
from ui.words import saying

MOST_OFFERED = 6


class ToCall:
    """A tile that asks for a number on the card, and then whose: those who can be called, one of them at a time."""

    def __init__(self, here: Here, changed: Callable[[], None]) -> None:
        self.chosen = ''
        """The id of the strength that is printed with its number; empty for nobody."""
        self._here = here
        self._changed = changed
        self._offered = here.look().with_number[:MOST_OFFERED]
        self._asks = Tile(here.say('Met een nummer om te bellen'), drawn('call'), here.tap(self._turn), flat=True)
        self._people: dict[str, Tile] = {}

    def offer_people(self) -> None:
        """The row of those who can be called; they are made when it is asked for: a screen has few elements."""
        self._row = ui.element('div').classes('row')

    def redraw(self, seen: Compass) -> None:
        """Show who can be called now, and who is chosen."""
        there = {one.id for one in seen.with_number} & {one.id for one in self._offered}
        self.chosen = self.chosen if self.chosen in there else ''
        self._asks.element.set_visibility(bool(there))
        self._asks.press(pressed=bool(self.chosen))
        self._row.set_visibility(bool(self.chosen))
        for one, tile in self._people.items():
            tile.press(pressed=one == self.chosen)
            tile.element.set_visibility(one in there)

    def _person(self, one: Strength) -> Tile:
        say, seen = self._here.say, self._here.look()
        shown = picture(one.answer, seen, tint_of(one.condition))
        choose = self._here.tap(partial(self._choose, one.id))
        return Tile(saying.companion(one.answer, say), shown, choose, flat=True, say=say)

    def _turn(self) -> None:
        if not self._people:
            with self._row:
                self._people = {one.id: self._person(one) for one in self._offered}
        there = [one.id for one in self._here.look().with_number]
        first = next((one for one in self._people if one in there), '')
        self._choose('' if self.chosen else first)

    def _choose(self, strength_id: str) -> None:
        self.chosen = strength_id
        self._changed()
