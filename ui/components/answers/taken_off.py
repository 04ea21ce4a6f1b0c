"""What was taken off, in plain sight where it stood, with the way to put it back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nicegui import ui

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.pictures.pictogram import Tint
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import mark, picture, word
from ui.words.hyphens import breakable


@dataclass(frozen=True)
class Off:
    """One thing that was taken off."""

    key: str
    """What it is known by on its screen."""
    words: str
    answer: Answer
    put_back: Callable[[Compass], None]
    """The verb that puts it back. Raises what verbs do."""


class TakenOff:
    """One button a thing, the last first; it stays the same element, so that none loses the focus.

    For the person alone: a worker's page gets nothing of what was taken off.
    """

    def __init__(self, here: Here, off: Callable[[Compass], Iterable[Off]], tint: Tint | None = None) -> None:
        self._here = here
        self._off = off
        self._tint = tint
        self._rows: dict[str, ui.html] = {}
        self._list = ui.element('div').classes('taken-off').props('role=status')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        off = {one.key: one for one in self._off(compass)}
        self._list.set_visibility(bool(off))
        for gone in self._rows.keys() - off.keys():
            self._rows.pop(gone).delete()
        for index, one in enumerate(off.values()):
            if one.key not in self._rows:
                with self._list:
                    self._rows[one.key] = self._row(one, compass)
            if self._list.default_slot.children.index(self._rows[one.key]) != index:
                self._rows[one.key].move(target_index=index)

    def _row(self, one: Off, compass: Compass) -> ui.html:
        say = self._here.say

        def put_back() -> None:
            with self._here.change() as changed:
                one.put_back(changed)

        shown = picture(one.answer, compass, self._tint)
        words = breakable(say('Weggehaald: {what}', what=one.words), say)
        row = ui.html(
            f'<span class="what">{shown}<span class="badge">{pictogram("take-off")}</span></span>'
            f'<span class="words" dir="auto">{words}</span>'
            f'<span class="button">{mark("put-back")}{word(say("Zet terug"))}</span>',
            sanitize=False,
            tag='button',
        )
        row.props('type=button').classes('taken').on('click', self._here.tap(put_back), args=[])
        return row
