"""What the own screens of a strength and of a wish have in common: the picture, large, and the words to correct."""

from collections.abc import Callable

from nicegui import ui

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.strengths import Strength
from model.compass.wishes import Wish
from model.pictures.pictogram import Tint
from ui.components.answers.own_words import show_on_line, written_line
from ui.components.thumbnail import thumbnail
from ui.components.voice_player import voice_player
from ui.live.here import Here
from ui.look.discs import alone
from ui.look.picture import picture, source_of

Find = Callable[[Compass], Strength | Wish | None]
"""What the screen is about; None once it is gone."""


def face(here: Here, find: Find, tint: Tint) -> None:
    """The picture, as large as there is room for, and the voice beside it."""
    with ui.element('div').classes('face'):
        shown = ui.html('', sanitize=False)
        voice = ui.html('', sanitize=False).classes('beside')

    def redraw(seen: Compass) -> None:
        found = find(seen)
        if found is None:
            return
        shown.set_content(_drawn(here, found.answer, seen, tint))
        spoken = seen.album.get(found.answer.voice)
        voice.set_content(voice_player(here, spoken.id) + thumbnail(here, seen, spoken) if spoken else '')

    here.live(redraw)


def called_line(here: Here, find: Find, accept: Callable[[str], None]) -> ui.html:
    """The line with its words, which are its name everywhere; a picture or a voice may get some. A tile has its own."""
    found = find(here.look())
    words = found.answer.words if found else ''
    line = written_line(here, here.say('Hoe heet dit?'), accept, value=words)

    def redraw(seen: Compass) -> None:
        nonlocal words
        now = find(seen)
        if now is not None and now.answer.words != words:
            words = now.answer.words
            show_on_line(line, words)

    here.live(redraw)
    return line


def _drawn(here: Here, answer: Answer, seen: Compass, tint: Tint) -> str:
    """Own words without a picture are drawn as they stand on the compass."""
    if answer.words and not answer.tile and not source_of(answer, seen):
        return f'<span class="picture">{alone(answer, tint, here.say)}</span>'
    return picture(answer, seen, tint)
