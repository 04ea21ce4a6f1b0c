"""Under the tiles of a condition: the chosen strengths in a row, each with a heart for what matters most."""

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from model.compass.strengths import Strength
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import picture, word
from ui.plain.page import pictogram
from ui.words import saying


class Hearts:
    """One chip a strength; chips stay the same elements, so that none loses the focus."""

    def __init__(self, here: Here, condition: str) -> None:
        self._here = here
        self._condition = condition
        self._chips: dict[str, _Chip] = {}
        self._row = ui.element('div').classes('chosen')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        strengths = {strength.id: strength for strength in compass.strengths.on(self._condition, compass.album)}
        for gone in self._chips.keys() - strengths.keys():
            self._chips.pop(gone).element.delete()
        for strength in strengths.values():
            if strength.id not in self._chips:
                with self._row:
                    self._chips[strength.id] = _Chip(self._here, strength.id)
            self._chips[strength.id].show(strength, compass)


class _Chip:
    """One strength: a link to its own screen, and its heart."""

    def __init__(self, here: Here, strength_id: str) -> None:
        self._here = here
        self._is_dear = False
        with ui.element('div').classes('chip') as self.element:
            self._link = ui.html('', sanitize=False, tag='a').classes('open')
            self._link.props(f'href={here.link(f"kracht/{strength_id}")}')
            self._heart = ui.html('', sanitize=False, tag='button').props('type=button').classes('heart')
            self._heart.on('click', here.tap(lambda: mark_heart(here, strength_id, heart=not self._is_dear)), args=[])

    def show(self, strength: Strength, seen: Compass) -> None:
        """Show the strength as it is now."""
        self._is_dear = strength.heart
        words = saying.answer(strength.answer, CONDITIONS[strength.condition], self._here.say)
        self._link.set_content(
            picture(strength.answer, seen, tint_of(strength.condition)) + word(words, self._here.say)
        )
        self._heart.set_content(pictogram('heart' if strength.heart else 'heart-empty'))
        self._heart.props(f'aria-pressed={str(strength.heart).lower()}')
        self._heart.props['aria-label'] = self._here.say('Belangrijk: {what}', what=words)
        self.element.classes(add='is-dear' if strength.heart else '', remove='' if strength.heart else 'is-dear')


def mark_heart(here: Here, strength_id: str, *, heart: bool) -> None:
    """A strength matters most, or no longer. Raises `NotThere`."""
    with here.change() as compass:
        compass.strengths.mark_heart(strength_id, heart=heart)
