"""One strength: its picture and spoken words, whether it matters most, and where it is found."""

from functools import partial

from nicegui import ui

from model.catalogue.choices import WHOSE
from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from model.compass.strengths import Strength, Whose
from model.compass.target import Spot, Target
from ui.components.answers.hearts import mark_heart
from ui.components.answers.own_ways import own_ways
from ui.components.answers.own_words import written_line
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.components.thumbnail import thumbnail
from ui.components.voice_player import voice_player
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.discs import alone
from ui.look.picture import drawn, picture, source_of
from ui.screens.compass.number import number
from ui.screens.life.came_from import came_from
from ui.words import saying
from ui.words.hyphens import breakable


def strength(here: Here, strength_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    held = here.look().strengths[strength_id]
    question = CONDITIONS[held.condition]
    title = saying.answer(held.answer, question, say)
    back = path.CONDITION_PAGES[held.condition]
    with frame(
        here,
        say.capital(title),
        word=say(question.word),
        key=held.condition,
        colour=held.condition,
        back=back,
    ):
        _face(here, held)
        own_ways(here, str(Target(spot=Spot.STRENGTH, of=strength_id)))
        with ui.element('div').classes('row'):
            mark = here.tap(lambda: mark_heart(here, strength_id, heart=not heart.pressed))
            heart = Tile(say('Belangrijk'), drawn('heart'), mark, flat=True)
        if held.answer.tile is None:
            _words(here, held)
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


def _words(here: Here, held: Strength) -> None:
    """A picture or a voice may get a word, which is then its name everywhere."""

    def accept(text: str) -> None:
        with here.change() as compass:
            compass.call_strength(held.id, text)

    written_line(here, here.say('Hoe heet dit?'), accept, value=held.answer.words)


def _face(here: Here, held: Strength) -> None:
    """The picture, as large as there is room for, and the voice beside it."""
    with ui.element('div').classes('face'):
        face = ui.html('', sanitize=False)
        voice = ui.html('', sanitize=False).classes('beside')

    def redraw(seen: Compass) -> None:
        found = seen.strengths.find(held.id)
        if found is None:
            return
        face.set_content(_drawn(here, found, seen))
        spoken = seen.album.get(found.answer.voice)
        voice.set_content(voice_player(here, spoken.id) + thumbnail(here, seen, spoken) if spoken else '')

    here.live(redraw)


def _drawn(here: Here, found: Strength, seen: Compass) -> str:
    """Own words without a picture are drawn as they stand on the compass."""
    answer, tint = found.answer, tint_of(found.condition)
    if answer.words and not answer.tile and not source_of(answer, seen):
        return f'<span class="picture">{alone(answer, tint, here.say)}</span>'
    return picture(answer, seen, tint)


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
