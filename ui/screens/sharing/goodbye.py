""" "Tot ziens": what becomes of the compass when this device forgets it, and the code to take along before that."""

from html import escape

from nicegui import ui

from ui.components.button import button
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.sharing.share import code


def goodbye(here: Here) -> None:
    """The screen. Without a way back it asks first, and shows the code."""
    say = here.say
    with frame(here, say('Tot ziens'), key='goodbye', back=path.HOME), ui.element('div').classes('share'):
        if not here.grant.only_looks:
            code(here)
        with ui.element('div').classes('ends'):
            ui.html(f'{pictogram("phone")}<p>{escape(_told(here))}</p>', sanitize=False).classes('notice')
            goes = escape(say('Nog niet alles is bewaard. Ga je nu weg, dan is het weg.'))
            waits = f'{pictogram("waiting-for-network")}<p>{goes}</p>'
            ui.html(waits, sanitize=False).classes('notice').props('data-script=live/goes.js hidden')
            button(say('Tot ziens'), 'goodbye', here.forget, go=True)


def _told(here: Here) -> str:
    say = here.say
    if here.grant.only_looks:
        return say('Het kompas gaat van deze telefoon af.')
    if here.access.entrance.has_way_back(here.opened):
        return say('Dan is je kompas van deze tablet af. Met je code kom je er weer in.')
    return say('Neem eerst je code mee: scan hem, of print je blad. Anders kom je er later niet meer in.')
