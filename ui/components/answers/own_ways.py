"""The row of ways to an answer of one's own: a photo, a drawing, a picture of the library, a spoken word."""

from nicegui import ui

from model.compass.target import Target
from ui.components.photo_button import photo_buttons
from ui.components.voice_button import voice_button
from ui.live.here import Here
from ui.look.picture import mark, word


def own_ways(here: Here, target: str, *, voice: bool = True) -> ui.html:
    """The row. `target` is where what is made goes to, as `model.compass.target.Target` writes it."""
    say = here.say
    library = _link(here.link(f'plaatjes/{target}'), 'library', say('Plaatje kiezen'))
    parts = (
        photo_buttons(here, target),
        _link(here.link(f'tekenen/{target}'), 'drawing-sheet', say('Tekenen')),
        library if Target.parse(target).is_of_an_answer else '',
        voice_button(here, target) if voice else '',
    )
    return ui.html(''.join(parts), sanitize=False).classes('ways')


def _link(address: str, key: str, words: str) -> str:
    return f'<a class="way" href="{address}">{mark(key)}{word(words)}</a>'
