"""The telephone number of someone on the compass: a line to write it on, and a button that calls."""

from functools import partial
from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.strengths import Strength, Whose
from model.writing.own_words import can_be_seen
from ui.components.answers.own_words import show_on_line, written_line
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.call import call
from ui.components.private_idle import shut_after_a_while
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.words.hyphens import breakable


def number(here: Here, held: Strength) -> None:
    """The number, only where numbers are seen; not for a strength of the person's own."""
    if Part.NUMBERS not in here.grant.parts:
        return
    shut_after_a_while(here)
    say = here.say
    with ui.element('section').classes('number') as place:
        ui.html(breakable(say('Telefoonnummer'), say), sanitize=False, tag='h2')
        ui.html(f'{pictogram("lock")}<p>{escape(say("Alleen jij ziet dit nummer."))}</p>', sanitize=False).classes(
            'quiet'
        )
        noted = here.look().numbers.of.get(held.id, '')
        line = written_line(
            here, say('Telefoonnummer'), lambda text: _note(here, held.id, text), value=noted, kind='tel'
        )
        TakenOff(here, lambda seen: _off(held, seen), tint_of(held.condition))
        button = ui.html('', sanitize=False)

    def redraw(seen: Compass) -> None:
        nonlocal noted
        found, before = seen.strengths.find(held.id), noted
        noted = seen.numbers.of.get(held.id, '')
        if noted != before:
            show_on_line(line, noted)
        place.set_visibility(found is not None and found.whose is not Whose.MINE)
        button.set_content(call(found, seen, say) if found else '')

    here.live(redraw)


def _note(here: Here, strength_id: str, text: str) -> None:
    """Keep what was written; an empty line takes the number off. Raises `NoNumber`."""
    with here.change() as compass:
        if can_be_seen(text):
            compass.note_number(strength_id, text)
        else:
            compass.numbers.take_off(strength_id, here.today)


def _off(held: Strength, seen: Compass) -> list[Off]:
    """The number that was just taken off, with the way to put it back."""
    taken = seen.numbers.find_off(held.id)
    put_back = partial(_put_back, strength_id=held.id)
    return [Off(taken.number, taken.number, held.answer, put_back)] if taken else []


def _put_back(compass: Compass, strength_id: str) -> None:
    compass.numbers.put_back(strength_id)
