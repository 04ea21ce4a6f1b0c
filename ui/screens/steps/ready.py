""" "Klaar" without a step: first one small step, or not today, which is respected and remembered."""

from html import escape

from nicegui import ui

from model.compass.part import Part
from ui.components.frame import frame
from ui.components.step_card import StepCards
from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram
from ui.words.hyphens import breakable


def ready(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Eerst één kleine stap'), key='new-step', back=''), ui.element('div').classes('groups'):
        if here.look().steps.open:
            ui.html(breakable(say('Nog steeds deze?'), say), sanitize=False, tag='h2')
            StepCards(here, lambda seen: seen.steps.open, page='/wanneer')
        with ui.element('div').classes('doors'):
            _door(say('Nieuwe stap'), 'new-step', 'be-yourself', lambda: here.go('nieuwe-stap'))
            _door(say('Vandaag niet'), 'not-today', 'belong', here.tap(lambda: _not_today(here)))


def _door(words: str, key: str, colour: str, on_tap: Tap) -> None:
    door = ui.html(f'{pictogram(key)}<span>{escape(words)}</span>', sanitize=False, tag='button')
    door.props(f'type=button data-colour={colour}').classes('door').on('click', on_tap, args=[])


def _not_today(here: Here) -> None:
    here.access.gate.end_contact(here.session, here.id, without_step=True)
    here.go('delen' if Part.RING in here.grant.parts else '')
