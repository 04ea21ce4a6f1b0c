"""When a step will be: today, tomorrow, a weekday or later; and perhaps a part of the day, or an hour."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from nicegui import ui

from model.catalogue.choices import DAYS, PARTS_OF_DAY, WEEKDAYS
from model.catalogue.tile import Tile as CatalogueTile
from model.compass.compass import Compass
from model.compass.when import PartOfDay, When, next_weekday
from ui.components.answers.tile import Tile
from ui.live import path
from ui.live.here import Here, Tap
from ui.look.picture import drawn
from ui.screens.steps.moment import Hour, OtherDay
from ui.screens.steps.new_step import step_frame


def when(here: Here, step_id: str) -> None:
    """The screen. Raises `NotThere`."""
    step = here.look().steps[step_id]
    back = f'stap/{step_id}/wie'
    with step_frame(here, step, here.say('Wanneer?'), back=back, onward=path.HOME, asks='when'):
        _Days(here, step_id)
        _Parts(here, step_id)


class _Days:
    """Ten tiles. Tomorrow and its weekday are the same date, and both show it."""

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        self._tiles: list[tuple[Callable[[], date | None], Tile]] = []
        today, tomorrow, later = DAYS
        with ui.element('div').classes('row'):
            self._add(today, lambda: here.today)
            self._add(tomorrow, lambda: here.today + timedelta(days=1))
            self._add(later, lambda: None)
            OtherDay(here, step_id)
        with ui.element('div').classes('days'):
            for number, weekday in enumerate(WEEKDAYS):
                self._add(weekday, partial(self._next, number), weekday=True)
        here.live(self._redraw)

    def _next(self, weekday: int) -> date:
        return next_weekday(weekday, self._here.today)

    def _add(self, tile: CatalogueTile, day: Callable[[], date | None], *, weekday: bool = False) -> None:
        """`day` is asked for at each tap: a screen may stay open past midnight."""
        words, colour = self._here.say.tile(tile), tile.key if weekday else ''
        index = len(self._tiles)
        button = Tile(words, drawn(tile.key), self._tap(index), flat=not weekday, colour=colour)
        self._tiles.append((day, button))

    def _tap(self, index: int) -> Tap:
        def tapped() -> None:
            day, tile = self._tiles[index]
            with self._here.change() as compass:
                if tile.pressed:
                    compass.steps.forget_day(self._id, contact=compass.contact_id)
                else:
                    compass.steps.choose_day(self._id, day(), contact=compass.contact_id)

        return self._here.tap(tapped)

    def _redraw(self, compass: Compass) -> None:
        step = compass.steps.find(self._id)
        when = (step.when if step else None) or When()
        for day, tile in self._tiles:
            tile.press(pressed=when.day == day() and (when.day is not None or when.later))


class _Parts:
    """Morning, afternoon, evening, and the way to an hour; none needs to be chosen."""

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        with ui.element('div').classes('row'):
            self._tiles = {
                PartOfDay(part.key): Tile(
                    here.say.tile(part), drawn(part.key), self._tap(PartOfDay(part.key)), flat=True
                )
                for part in PARTS_OF_DAY
            }
            Hour(here, step_id)
        here.live(self._redraw)

    def _tap(self, part: PartOfDay) -> Tap:
        def tapped() -> None:
            wanted = None if self._tiles[part].pressed else part
            with self._here.change() as compass:
                compass.steps.choose_part_of_day(self._id, wanted, contact=compass.contact_id)

        return self._here.tap(tapped)

    def _redraw(self, compass: Compass) -> None:
        step = compass.steps.find(self._id)
        for part, tile in self._tiles.items():
            tile.press(pressed=step is not None and step.when is not None and step.when.part == part)
