"""One strength: its picture and spoken words, whether it matters most, and where it is found."""

from functools import partial

from nicegui import ui

from model.catalogue.choices import WHOSE
from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from model.compass.strengths import Whose
from model.compass.target import Spot, Target
from ui.components.answers.hearts import mark_heart
from ui.components.answers.own_page import called_line, face
from ui.components.answers.own_ways import own_ways
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import drawn
from ui.screens.compass.number import number
from ui.screens.life.came_from import came_from
from ui.words import saying
from ui.words.hyphens import breakable


def strength(here: Here, strength_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    held = here.look().strengths[strength_id]
    question = CONDITIONS[held.condition]
    back = path.CONDITION_PAGES[held.condition]

    def title(seen: Compass) -> str:
        return say.capital(saying.answer((seen.strengths.find(strength_id) or held).answer, question, say))

    with frame(
        here,
        title,
        word=say(question.word),
        key=held.condition,
        colour=held.condition,
        back=back,
    ):
        face(here, lambda seen: seen.strengths.find(strength_id), tint_of(held.condition))
        own_ways(here, str(Target(spot=Spot.STRENGTH, of=strength_id)))
        with ui.element('div').classes('row'):
            mark = here.tap(lambda: mark_heart(here, strength_id, heart=not heart.pressed))
            heart = Tile(say('Belangrijk'), drawn('heart'), mark, flat=True)
        if held.answer.tile is None:
            called_line(
                here, lambda seen: seen.strengths.find(strength_id), lambda text: _call(here, strength_id, text)
            )
        ui.html(breakable(say('Van wie komt deze kracht?'), say), sanitize=False, tag='h2')
        whose = _whose(here, strength_id)
        number(here, held)
        came_from(here, lambda _: [strength_id])

    def redraw(seen: Compass) -> None:
        found = seen.strengths.find(strength_id)
        heart.press(pressed=found is not None and found.heart)
        for key, tile in whose.items():
            tile.press(pressed=found is not None and found.whose is key)

    here.live(redraw)


def _call(here: Here, strength_id: str, words: str) -> None:
    with here.change() as compass:
        compass.call_strength(strength_id, words)


def _whose(here: Here, strength_id: str) -> dict[Whose, Tile]:
    def choose(whose: Whose) -> None:
        with here.change() as compass:
            compass.strengths.set_whose(strength_id, whose)

    with ui.element('div').classes('row'):
        return {
            Whose(tile.key): Tile(
                here.say.tile(tile), drawn(tile.key), here.tap(partial(choose, Whose(tile.key))), flat=True
            )
            for tile in WHOSE
        }
