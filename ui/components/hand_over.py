""" "We vragen het aan …": what a worker sees of a question that only the person answers, and how to hand it over."""

from html import escape

from nicegui import ui

from model.compass.part import Part
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram


def name_of_person(here: Here) -> str:
    """What the person is called, as far as this page knows."""
    return here.look().nickname or here.say('de persoon zelf')


def asked_of(here: Here) -> str:
    """The title of such a question."""
    return here.say('We vragen het aan {name}', name=name_of_person(here))


def ask_the_person(here: Here, about: str) -> None:
    """That they may answer on their own phone, or now, on this tablet."""
    words = escape(here.say('Alleen diegene kan ja of nee zeggen: op een eigen telefoon, of nu op deze tablet.'))
    ui.html(f'{pictogram("wait")}<p>{words}</p>', sanitize=False).classes('notice')
    if Part.RING in here.grant.parts:
        ui.html(hand_over_form(here, about), sanitize=False)


def hand_over_form(here: Here, about: str = '') -> str:
    """The form that gives the tablet to the person; `about` is the question that waits for them."""
    words = here.say('Geef de tablet aan {name}', name=name_of_person(here))
    return (
        f'<form method="post" action="/werk/tablet"><input type="hidden" name="kompas" value="{here.id}">'
        f'<input type="hidden" name="vraag" value="{escape(about)}">'
        f'<button class="button go">{pictogram("hand-over")}<span dir="auto">{escape(words)}</span></button></form>'
    )
