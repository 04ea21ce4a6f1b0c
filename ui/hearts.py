"""Under the tiles of a condition: the chosen strengths in a row, each with a heart for what matters most."""

from nicegui import ui

from model.catalogue import CONDITIONS
from model.compass import Compass, Strength
from ui import saying
from ui.design import tint_of
from ui.here import Here
from ui.picture import picture, word
from ui.plain import pictogram


class Hearts:
    """One button a strength; buttons stay the same elements, so that none loses the focus."""

    def __init__(self, here: Here, condition: str) -> None:
        self._here = here
        self._condition = condition
        self._buttons: dict[str, ui.html] = {}
        self._row = ui.element('div').classes('chosen')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        strengths = {strength.id: strength for strength in compass.on(self._condition)}
        for gone in self._buttons.keys() - strengths.keys():
            self._buttons.pop(gone).delete()
        for strength in strengths.values():
            if strength.id not in self._buttons:
                self._buttons[strength.id] = self._button(strength)
            self._show(self._buttons[strength.id], strength)

    def _button(self, strength: Strength) -> ui.html:
        with self._row:
            element = ui.html('', sanitize=False, tag='button').props('type=button').classes('chip')
        element.on('click', self._here.tap(lambda: self._turn(strength.id)), args=[])
        return element

    def _turn(self, strength_id: str) -> None:
        marked = next((one.heart for one in self._here.look().strengths if one.id == strength_id), False)
        with self._here.change() as compass:
            compass.mark_heart(strength_id, heart=not marked)

    def _show(self, element: ui.html, strength: Strength) -> None:
        words = saying.answer(strength.answer, CONDITIONS[self._condition], self._here.say)
        label = self._here.say('Belangrijk: {what}', what=words)
        heart = pictogram('heart' if strength.heart else 'heart-empty')
        drawing = picture(strength.answer, tint_of(self._condition)) + word(words)
        element.set_content(f'{drawing}<span class="heart">{heart}</span>')
        element.props(f'aria-pressed={str(strength.heart).lower()}')
        element.props['aria-label'] = label
