"""Steps that nobody needs any more, let go together: each by one tap, and back by another. Not a word of failure."""

from nicegui import ui

from model.compass.compass import Compass
from model.compass.step import Step
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.picture import picture
from ui.words import saying

PAGE = 'loslaten'
WORTH_IT = 3
"""With fewer open steps nobody loses sight of them."""


def let_go(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Wat hoeft niet meer?'), key='take-off', back='stappen'):
        _Tiles(here)


class _Tiles:
    """The open steps, each a tile that is pressed once it was let go; it stays there until one leaves."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._tiles: dict[str, Tile] = {}
        self._grid = ui.element('div').classes('tiles let-go')
        here.live(self._redraw)

    def _redraw(self, seen: Compass) -> None:
        for step in seen.steps.open:
            if step.id not in self._tiles:
                self._add(step, seen)
        for step_id, tile in self._tiles.items():
            found = seen.steps.find(step_id)
            tile.press(pressed=found is None)
            tile.element.set_visibility(found is None or found.is_open)

    def _add(self, step: Step, seen: Compass) -> None:
        def tap() -> None:
            with self._here.change() as compass:
                if self._tiles[step.id].pressed:
                    compass.steps.put_back(step.id)
                else:
                    compass.steps.take_off(step.id, self._here.today)

        with self._grid:
            words = saying.what(step, self._here.say)
            self._tiles[step.id] = Tile(words, picture(step.answer, seen), self._here.tap(tap), say=self._here.say)
