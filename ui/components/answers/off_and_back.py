"""One button that takes something off its part, and then puts it back."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from model.compass.compass import Compass
from model.compass.taken_off import ReversibleCollection
from ui.live.here import Here
from ui.look.picture import drawn, word


class OffAndBack:
    """The same element all the while, so that it keeps the focus."""

    def __init__(
        self, here: Here, part: Callable[[Compass], ReversibleCollection[Any]], item_id: str, kind: str = 'tile'
    ) -> None:
        """`part` is where the thing with this id stands; `kind` are the classes of the button."""
        self._here = here
        self._part = part
        self._id = item_id
        self._is_off = False
        self._button = ui.html('', sanitize=False, tag='button').props('type=button').classes(kind)
        self._button.on('click', here.tap(self._turn), args=[])
        here.live(self._redraw)

    def _turn(self) -> None:
        off = not self._is_off
        with self._here.change() as compass:
            if off:
                self._part(compass).take_off(self._id, self._here.today)
            else:
                self._part(compass).put_back(self._id)
        # a worker's page gets nothing of what was taken off, yet may put back what was taken off on it
        self._show(off=off)

    def _redraw(self, compass: Compass) -> None:
        self._show(off=self._part(compass).find(self._id) is None)

    def _show(self, *, off: bool) -> None:
        say = self._here.say
        self._is_off = off
        shown = drawn('put-back') + word(say('Zet terug')) if off else drawn('take-off') + word(say('Weghalen'))
        self._button.set_content(shown)
