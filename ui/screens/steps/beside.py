"""What stands beside a step: photos, drawings and voices of before, doing it, and done."""

from nicegui import ui

from model.compass.compass import Compass
from model.compass.step import Step
from model.compass.target import Moment, Spot, Target
from ui.components.answers.own_ways import own_ways
from ui.components.answers.tile import Tile
from ui.components.thumbnail import thumbnail
from ui.live.here import Here, Tap
from ui.look.picture import drawn
from ui.words import saying
from ui.words.hyphens import breakable


class Beside:
    """The pictures of one step, and the ways to add one for the moment that is chosen."""

    def __init__(self, here: Here, step: Step) -> None:
        self._here = here
        self._id = step.id
        self._moment = Moment.DONE if step.done_on else Moment.BEFORE
        ui.html(breakable(here.say("Foto's bij deze stap"), here.say), sanitize=False, tag='h2')
        self._shown = ui.html('', sanitize=False).classes('beside')
        with ui.element('div').classes('row moments').props('role=group'):
            self._tiles = {
                moment: Tile(saying.moment(moment, here.say), drawn(moment), self._choice(moment), flat=True)
                for moment in Moment
            }
        self._ways = ui.element('div')
        self._offer()
        here.live(self._redraw)

    def _choice(self, moment: Moment) -> Tap:
        def choose() -> None:
            self._moment = moment
            self._offer()

        return self._here.tap(choose)

    def _offer(self) -> None:
        for moment, tile in self._tiles.items():
            tile.press(pressed=moment is self._moment)
        self._ways.clear()
        with self._ways:
            own_ways(self._here, str(Target(spot=Spot.STEP, of=self._id, moment=self._moment)))

    def _redraw(self, seen: Compass) -> None:
        step = seen.steps.find(self._id)
        spoken = seen.album.get(step.answer.voice) if step else None
        beside = [*([spoken] if spoken else []), *seen.album.beside(self._id)]
        self._shown.set_content(''.join(thumbnail(self._here, seen, one) for one in beside))
