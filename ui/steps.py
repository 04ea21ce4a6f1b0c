"""All steps: what is still to be done, and what was done."""

from html import escape

from nicegui import ui

from model.compass import Compass
from ui.frame import frame
from ui.here import Here
from ui.places import places
from ui.plain import pictogram
from ui.step_card import StepCards

SHOWN_DONE = 12


def steps(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Mijn stappen'), key='steps', here_to_stay=True), ui.element('div').classes('groups'):
        StepCards(here, lambda seen: seen.open_actions)
        new = ui.html(f'{pictogram("plus")}<span>{escape(say("Nieuwe stap"))}</span>', sanitize=False, tag='button')
        new.props('type=button').classes('new-step').on('click', lambda: here.go('nieuwe-stap'), args=[])
        with ui.element('section') as done:
            ui.html(escape(say('Gedaan!')), sanitize=False, tag='h2')
            StepCards(here, lambda seen: seen.done_actions[:SHOWN_DONE])

        def redraw(seen: Compass) -> None:
            done.set_visibility(bool(seen.done_actions))

        here.live(redraw)
    places(here, 'stappen')
