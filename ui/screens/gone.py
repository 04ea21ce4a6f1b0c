"""A screen of what is not there any more: it says what, and leads to where the others are."""

from html import escape

from nicegui import ui

from model.compass.document import NotThere
from model.compass.part import Part
from ui.components.button import button
from ui.live.here import Here
from ui.live.path import PAGES
from ui.look.kept_pictograms import pictogram
from ui.plain.page import listen_button


def not_there(here: Here) -> None:
    """An address that leads nowhere, or nowhere for who is here."""
    _say(here, here.say('We kunnen dit niet vinden.'))


def gone(here: Here, route: str, error: Exception) -> None:
    """What the screen of `route` was about cannot be shown, for one of the errors that `ui.words.sorry` knows."""
    say = here.say
    to_steps = say('Naar mijn stappen'), 'steps', 'stappen'
    to_album = (say('Naar mijn album'), 'photos', 'fotos') if Part.RING in here.grant.parts else _home(here)
    # what was taken off long ago is asked for by an old address, or by Back
    told = {
        '/stap': (say('Deze stap is er niet meer.'), *to_steps),
        '/foto': (say('Dit is niet meer in je album.'), *to_album),
        '/mag': (say('Deze vraag is er niet meer.'), *to_album),
        '/kracht': (say('Dit staat niet meer op je kompas.'), *_home(here)),
        '/wens': (say('Deze wens is er niet meer.'), say('Naar mijn wensen'), 'wish', PAGES['wish']),
        '/volgorde': (say('Deze wens is er niet meer.'), *to_steps),
    }
    place = '/' + route.strip('/').partition('/')[0]
    if isinstance(error, NotThere) and place in told:
        _say(here, *told[place])
    else:
        _say(here, here.words_for(error))


def _home(here: Here) -> tuple[str, str, str]:
    return here.say('Naar mijn kompas'), 'compass', ''


def _say(here: Here, words: str, on: str = '', key: str = '', page: str = '') -> None:
    on, key = (on, key) if on else _home(here)[:2]
    here.begin_screen()
    ui.context.slot.parent.clear()
    with ui.element('div').classes('alone'):
        drawing = f'<div class="big-pictogram">{pictogram("not-found")}</div>'
        ui.html(f'{drawing}<h1>{escape(words)}</h1>{listen_button(here.say)}', sanitize=False).classes('told')
        button(on, key, lambda: here.go(page), go=True)
