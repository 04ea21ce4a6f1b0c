""" "Blad kwijt": a worker who sees the compass makes a new sheet for the person."""

from html import escape

from nicegui import ui

from ui.components.sure import sure
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram


def lost_sheet(here: Here) -> None:
    """It asks first: the old code stops, and the person is told on all their devices."""
    say = here.say

    def replace() -> None:
        here.access.sheet.replace_lost(here.session, here.id)
        told.set_visibility(True)
        here.show(told)

    with ui.element('div').classes('danger'):
        sure(
            here,
            say('Blad kwijt? Nieuwe code'),
            'new-sheet',
            say('De oude code werkt dan niet meer. De persoon ziet dat jij dit deed.'),
            say('Nee, laat maar'),
            replace,
        )
        words = escape(say('Er is een nieuwe code. Print het blad.'))
        told = ui.html(f'{pictogram("done")}<p>{words}</p>', sanitize=False).classes('notice').props('role=status')
        told.set_visibility(False)
