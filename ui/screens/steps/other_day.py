"""Another day for a step: a month in pictures, each day with the colour and the symbol of its weekday."""

from calendar import monthrange
from datetime import date, timedelta
from html import escape

from nicegui import ui

from model.catalogue.choices import WEEKDAYS
from model.compass.compass import Compass
from model.compass.step import A_WEEK
from ui.components.button import button
from ui.live.here import Here, Tap
from ui.look.picture import drawn
from ui.screens.steps import moment
from ui.screens.steps.new_step import step_frame

MONTHS_AHEAD = 11
"""A step is for the coming time; what is farther away can be "later"."""


def other_day(here: Here, step_id: str) -> None:
    """The screen. Raises `NotThere`."""
    step = here.look().steps[step_id]
    with step_frame(here, step, here.say('Welke dag?'), back=moment.before(here, step_id)):
        _Month(here, step_id)


class _Month:
    """The days of one month that are still to come, and the way to the months beside it."""

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        self._days: dict[date, ui.html] = {}
        self._chosen = _day_of(here.look(), step_id)
        # the coming week has tiles of its own, on the screen before this one
        begins = self._chosen or here.today + A_WEEK
        self._first = max(begins, here.today).replace(day=1)
        with ui.element('div').classes('months'):
            self._before = button(here.say('Maand terug'), 'back', lambda: self._turn(-1))
            self._name = ui.html('', sanitize=False, tag='h2').props('aria-live=polite')
            self._after = button(here.say('Maand verder'), 'next', lambda: self._turn(1), last=True)
        self._grid = ui.element('div').classes('month')
        self._show()
        here.live(self._redraw)

    def _turn(self, months: int) -> None:
        self._first = _months_on(self._first, months)
        self._show()

    def _show(self) -> None:
        say, this_month = self._here.say, self._here.today.replace(day=1)
        self._name.set_content(escape(say.capital(say.month(self._first))))
        self._before.set_visibility(self._first > this_month)
        self._after.set_visibility(self._first < _months_on(this_month, MONTHS_AHEAD))
        self._grid.clear()
        with self._grid:
            self._days = {day: self._day(day) for day in _days_of(self._first) if day >= self._here.today}
        self._press()

    def _day(self, day: date) -> ui.html:
        weekday = WEEKDAYS[day.weekday()].key
        inside = f'{drawn(weekday)}<span class="word">{day.day}</span>'
        tile = ui.html(inside, sanitize=False, tag='button').classes('tile').props(f'type=button data-colour={weekday}')
        tile.props['aria-label'] = self._here.say.dated(day, self._here.today)
        tile.style(f'--column: {day.weekday() + 1}')
        tile.on('click', self._tap(day), args=[])
        return tile

    def _tap(self, day: date) -> Tap:
        def tapped() -> None:
            with self._here.change() as compass:
                if self._chosen == day:
                    compass.steps.forget_day(self._id, contact=compass.contact_id)
                else:
                    compass.steps.choose_day(self._id, day, contact=compass.contact_id)

        return self._here.tap(tapped)

    def _redraw(self, compass: Compass) -> None:
        self._chosen = _day_of(compass, self._id)
        self._press()

    def _press(self) -> None:
        for day, tile in self._days.items():
            pressed = str(day == self._chosen).lower()
            if tile.props.get('aria-pressed') != pressed:
                tile.props(f'aria-pressed={pressed}')


def _day_of(compass: Compass, step_id: str) -> date | None:
    step = compass.steps.find(step_id)
    return step.day if step else None


def _days_of(first: date) -> list[date]:
    _, days = monthrange(first.year, first.month)
    return [first + timedelta(days=number) for number in range(days)]


def _months_on(first: date, months: int) -> date:
    """The first day of the month so many months on."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
