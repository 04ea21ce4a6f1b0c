""" "Welk plaatje heb jij?": the picture of the person, tapped as a proof that it is them."""

from collections.abc import Callable
from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.choices import AVATARS
from ui.components.answers.tile import Tile
from ui.components.button import button
from ui.live.here import Here
from ui.look.picture import drawn


def own_picture(here: Here, done: Callable[[str | None], None]) -> None:
    """The pictures people have, and a button for who has none; `done` gets the key of the one that is tapped."""
    say = here.say
    ui.html(escape(say('Welk plaatje heb jij?')), sanitize=False, tag='h2')
    with ui.element('div').classes('tiles'):
        for one in AVATARS:
            Tile(say.tile(one), drawn(one.key), here.tap(partial(done, one.key)))
    button(say('Ik heb geen plaatje'), 'me', here.tap(partial(done, None)))
