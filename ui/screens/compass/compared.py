"""What became another since a moment of the story: what is new, what is gone and what was done, in pictures."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.step import Step
from model.compass.story import Changes, Moment, changes, since
from model.compass.strengths import Strength
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture, word
from ui.words import saying
from ui.words.hyphens import breakable


class Compared:
    """Now beside an earlier day, at first that of the first contact; with more of them one chooses which."""

    def __init__(self, here: Here, on_choose: Callable[[], None]) -> None:
        """`on_choose` is called when another day was chosen."""
        self._here = here
        self._on_choose = on_choose
        self._then = ''
        self._days: dict[str, ui.html] = {}
        with ui.element('div').classes('thens') as self._choice:
            ui.html(breakable(here.say('Wat is er veranderd sinds …'), here.say), sanitize=False, tag='h2')
            self._row = ui.element('div').classes('chosen')
        self._found = ui.html('', sanitize=False).classes('then-and-now')

    def show(self, seen: Compass, moments: Sequence[Moment], offered: Sequence[Moment]) -> date:
        """Show what changed; the first of `moments` can be chosen, and those that are `offered`. Returns the day."""
        compared = since(moments, self._then)
        days = sorted({one.day for one in (moments[0], *offered) if not one.is_now})
        self._choice.set_visibility(len(days) > 1)
        for index, day in enumerate(days):
            chip = self._chip(day)
            chip.props(f'aria-pressed={str(day == compared[0].day).lower()}')
            if self._row.default_slot.children.index(chip) != index:
                chip.move(target_index=index)
        self._found.set_content(_told(self._here, seen, changes(compared)))
        return compared[0].day

    def _chip(self, day: date) -> ui.html:
        """A button for a day; it stays the same element, so that it keeps the focus."""

        def choose() -> None:
            self._then = day.isoformat()
            self._on_choose()

        if day.isoformat() not in self._days:
            with self._row:
                chip = ui.html(word(day_of(self._here, day)), sanitize=False, tag='button')
            chip.props('type=button').classes('chip').on('click', self._here.tap(choose), args=[])
            self._days[day.isoformat()] = chip
        return self._days[day.isoformat()]


def day_of(here: Here, day: date) -> str:
    """A day as it is called on the line."""
    return here.say.capital(here.say.dated(day, here.today))


def _told(here: Here, seen: Compass, found: Changes) -> str:
    """What is new, gone and done since then, each in pictures; nothing where nothing changed."""
    say = here.say
    rows = (
        ('plus', say('Nieuw'), [_strength(here, seen, one) for one in found.new]),
        ('then-and-now', say('Stond er eerst'), [_strength(here, seen, one) for one in found.gone]),
        ('done', say('Gedaan!'), [_step(here, seen, one) for one in found.done]),
    )
    return ''.join(
        f'<section><h2>{pictogram(key)}<span>{escape(words)}</span></h2><ul>{"".join(them)}</ul></section>'
        for key, words, them in rows
        if them
    )


def _strength(here: Here, seen: Compass, strength: Strength) -> str:
    words = saying.answer(strength.answer, CONDITIONS[strength.condition], here.say)
    return item(here, seen, strength.answer, words, strength.condition)


def _step(here: Here, seen: Compass, step: Step) -> str:
    return item(here, seen, step.answer, saying.what(step, here.say), None)


def item(here: Here, seen: Compass, answer: Answer, words: str, condition: str | None) -> str:
    """One thing in pictures, in the colour of its condition."""
    colour = f' data-colour="{condition}"' if condition else ''
    return f'<li{colour}>{picture(answer, seen, tint_of(condition))}{word(words, here.say)}</li>'
