"""Under the tiles of a condition: the chosen strengths in a row, each with a heart for what matters most."""

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from model.compass.strengths import Strength
from ui.components.answers.chip import Chip
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import picture, word
from ui.words import saying


class Hearts:
    """One chip a strength; chips stay the same elements, so that none loses the focus."""

    def __init__(self, here: Here, condition: str) -> None:
        self._here = here
        self._condition = condition
        self._chips: dict[str, Chip] = {}
        self._shown: dict[str, Strength] = {}
        self._row = ui.element('div').classes('chosen')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        before, self._shown = self._shown, {one.id: one for one in compass.strengths.on(self._condition, compass.album)}
        for gone in before.keys() - self._shown.keys():
            self._chips.pop(gone).element.delete()
        for strength in self._shown.values():
            if strength.id not in self._chips:
                with self._row:
                    self._chips[strength.id] = self._chip(strength.id)
            if not _look_alike(strength, before.get(strength.id)):
                self._show(strength, compass)

    def _chip(self, strength_id: str) -> Chip:
        def press() -> None:
            mark_heart(self._here, strength_id, heart=not self._shown[strength_id].heart)

        return Chip(self._here, f'kracht/{strength_id}', self._here.tap(press))

    def _show(self, strength: Strength, seen: Compass) -> None:
        say = self._here.say
        words = saying.answer(strength.answer, CONDITIONS[strength.condition], say)
        self._chips[strength.id].show(
            picture(strength.answer, seen, tint_of(strength.condition)) + word(words, say),
            say('Belangrijk: {what}', what=words),
            'heart' if strength.heart else 'heart-empty',
            pressed=strength.heart,
        )


def _look_alike(one: Strength, before: Strength | None) -> bool:
    # what it is shown with may change in the album
    if before is None or one.answer.has_attachment:
        return False
    return one.heart == before.heart and one.answer == before.answer


def mark_heart(here: Here, strength_id: str, *, heart: bool) -> None:
    """A strength matters most, or no longer. Raises `NotThere`."""
    with here.change() as compass:
        compass.strengths.mark_heart(strength_id, heart=heart)
