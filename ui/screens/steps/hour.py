"""The hour of a step, for who wants one: clocks in the parts of the day they are in."""

from datetime import time
from html import escape

from nicegui import ui

from model.catalogue.choices import PARTS_OF_DAY
from model.compass.compass import Compass
from model.compass.when import HOURS, PartOfDay
from ui.components.answers.tile import Tile
from ui.live.here import Here, Tap
from ui.look.clock import clock
from ui.look.kept_pictograms import pictogram
from ui.screens.steps import moment
from ui.screens.steps.new_step import step_frame
from ui.words.hour import digits


def hour(here: Here, step_id: str) -> None:
    """The screen. Raises `NotThere`."""
    step = here.look().steps[step_id]
    with step_frame(here, step, here.say('Hoe laat?'), back=moment.before(here, step_id)):
        _Hours(here, step_id)


class _Hours:
    """A clock for each hour, first those in the part of the day that was chosen already.

    A second tap on the same one lets it go, and the part of the day stays.
    """

    def __init__(self, here: Here, step_id: str) -> None:
        self._here = here
        self._id = step_id
        self._tiles: dict[time, Tile] = {}
        chosen = _part_of(here.look(), step_id)
        for part in sorted(PARTS_OF_DAY, key=lambda part: part.key != chosen):
            heading = f'{pictogram(part.key)}<span>{escape(here.say.capital(here.say.tile(part)))}</span>'
            with ui.element('section').classes('clock-hours'):
                ui.html(heading, sanitize=False, tag='h2')
                with ui.element('div').classes('hours'):
                    self._add(PartOfDay(part.key))
        here.live(self._redraw)

    def _add(self, part: PartOfDay) -> None:
        for one in (one for one in HOURS if PartOfDay.of(one) is part):
            self._tiles[one] = Tile(digits(one, self._here.say), clock(one), self._tap(one))

    def _tap(self, one: time) -> Tap:
        def tapped() -> None:
            wanted = None if self._tiles[one].pressed else one
            with self._here.change() as compass:
                compass.steps.choose_hour(self._id, wanted, contact=compass.contact_id)

        return self._here.tap(tapped)

    def _redraw(self, compass: Compass) -> None:
        chosen = moment.hour_of(compass, self._id)
        for one, tile in self._tiles.items():
            tile.press(pressed=one == chosen)


def _part_of(compass: Compass, step_id: str) -> PartOfDay | None:
    when = compass.steps[step_id].when
    return when.part if when else None
