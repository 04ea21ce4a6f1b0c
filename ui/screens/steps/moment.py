"""The moment of a step that no tile has: the ways to another day and to an hour, and the way back from there."""

from datetime import time

from nicegui import ui

from model.compass.compass import Compass
from model.compass.step import A_WEEK
from ui.live.here import Here
from ui.look.clock import clock
from ui.look.picture import drawn, word
from ui.words.hour import at_hour

TEN = time(10)
"""What the clock shows while no hour was chosen."""


def before(here: Here, step_id: str) -> str:
    """Where "Terug" goes: to the step for who came from there, else to the question when."""
    step = f'stap/{step_id}'
    return step if here.came_from == step else f'{step}/wanneer'


def hour_of(compass: Compass, step_id: str) -> time | None:
    """The hour of a step, None while it has none."""
    step = compass.steps.find(step_id)
    return step.when.hour if step and step.when else None


class OtherDay:
    """The way to a day that no tile has; when one was chosen, that day."""

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        self._link = ui.html('', sanitize=False, tag='a').classes('tile flat')
        self._link.props(f'href={here.link(f"stap/{step_id}/dag")}')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        say, today = self._here.say, self._here.today
        step = compass.steps.find(self._id)
        day = step.day if step else None
        is_chosen = day is not None and day > today + A_WEEK
        words = say.dated(day, today) if day is not None and is_chosen else say('andere dag')
        self._link.set_content(drawn('appointment') + word(words, say))
        self._link.classes(add='is-set' if is_chosen else '', remove='' if is_chosen else 'is-set')


class Hour:
    """The way to an hour; when one was chosen, that hour."""

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        self._link = ui.html('', sanitize=False, tag='a').classes('tile flat')
        self._link.props(f'href={here.link(f"stap/{step_id}/uur")}')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        say, chosen = self._here.say, hour_of(compass, self._id)
        words = at_hour(chosen, say) if chosen else say('Hoe laat?')
        self._link.set_content(clock(chosen or TEN) + word(words, say))
        self._link.classes(add='is-set' if chosen else '', remove='' if chosen else 'is-set')
