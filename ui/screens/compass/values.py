"""Values: all that stands on the compass, to put a heart on what matters most."""

from html import escape

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.catalogue.tile import Question
from model.compass.compass import Compass
from model.compass.strengths import Strength
from ui.components.answers.hearts import mark_heart
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture
from ui.words import saying

PAGE = 'belangrijk'


def values(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Wat is voor jou het belangrijkst?'), key='values', back=path.HOME):
        for question in CONDITIONS.values():
            _Section(here, question)
        _empty(here)


class _Section:
    """What stands on one condition, each a tile that is pressed when it has a heart."""

    def __init__(self, here: Here, question: Question) -> None:
        self._here = here
        self._question = question
        self._tiles: dict[str, Tile] = {}
        with ui.element('section').classes('dear').props(f'data-colour={question.key}') as self._place:
            words = escape(here.say(question.word))
            ui.html(f'{pictogram(question.key, tint_of(question.key))}<span>{words}</span>', sanitize=False, tag='h2')
            self._grid = ui.element('div').classes('tiles')
        here.live(self._redraw)

    def _redraw(self, seen: Compass) -> None:
        here = {strength.id: strength for strength in seen.strengths.on(self._question.key, seen.album)}
        for gone in self._tiles.keys() - here.keys():
            self._tiles.pop(gone).element.delete()
        for strength in here.values():
            self._show(strength, seen)
        self._place.set_visibility(bool(here))

    def _show(self, strength: Strength, seen: Compass) -> None:
        drawing = picture(strength.answer, seen, tint_of(strength.condition))
        words = saying.answer(strength.answer, self._question, self._here.say)
        tile = self._tiles.get(strength.id)
        if tile is None or tile.words != words:
            tile = self._add(strength.id, words, drawing)
        tile.show(drawing)
        tile.press(pressed=strength.heart)

    def _add(self, strength_id: str, words: str, drawing: str) -> Tile:
        if strength_id in self._tiles:
            self._tiles.pop(strength_id).element.delete()

        def tap() -> None:
            mark_heart(self._here, strength_id, heart=not self._tiles[strength_id].pressed)

        with self._grid:
            tile = Tile(words, drawing, self._here.tap(tap), say=self._here.say)
        self._tiles[strength_id] = tile
        return tile


def _empty(here: Here) -> None:
    """With nothing on the compass there is nothing to choose from yet."""
    words = escape(here.say('Er staat nog niets op je kompas. Kies eerst wat je kracht geeft.'))
    page = here.link(path.CONDITION_PAGES['be-yourself'])
    inside = f'{pictogram("be-yourself", tint_of("be-yourself"))}<span>{words}</span>'
    way_on = ui.html(inside, sanitize=False, tag='a').classes('notice').props(f'href={page}')

    def redraw(seen: Compass) -> None:
        way_on.set_visibility(not any(seen.strengths.on(key, seen.album) for key in CONDITIONS))

    here.live(redraw)
