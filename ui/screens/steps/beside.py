"""What stands beside a step: photos, drawings and voices of before, doing it, and done."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.steps import Action
from model.compass.target import Moment, Place, Spot
from ui.components.own_ways import own_ways
from ui.components.thumbnail import thumbnail
from ui.components.tile import Tile
from ui.live.here import Here, Tap
from ui.look.picture import drawn
from ui.words import saying


class Beside:
    """The pictures of one step, and the ways to add one for the moment that is chosen."""

    def __init__(self, here: Here, action: Action) -> None:
        self._here = here
        self._id = action.id
        self._moment = Moment.DONE if action.done_on else Moment.BEFORE
        ui.html(escape(here.say("Foto's bij deze stap")), sanitize=False, tag='h2')
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
            own_ways(self._here, str(Place(spot=Spot.ACTION, of=self._id, moment=self._moment)))

    def _redraw(self, seen: Compass) -> None:
        spoken = [
            own for action in seen.actions if action.id == self._id and (own := seen.album.get(action.answer.voice))
        ]
        beside = [*spoken, *seen.album.beside(self._id)]
        self._shown.set_content(''.join(thumbnail(self._here, seen, one) for one in beside))
