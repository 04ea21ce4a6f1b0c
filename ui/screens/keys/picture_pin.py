""" "Een code van plaatjes": four pictures, drawn by the program, without which the sheet opens nothing."""

from enum import StrEnum

from nicegui import background_tasks, ui

from model.access.refusals import Stranger
from model.compass.compass import Compass
from model.compass.sharing.picture_pin import draw
from model.one_at_a_time import Busy
from ui.components.button import button
from ui.components.frame import frame
from ui.components.picture_pin_tiles import PicturePinTiles, picture_row
from ui.components.sure import sure
from ui.live.here import Here
from ui.screens.keys.picture_pin_state import explained, notice, told
from ui.words.hyphens import breakable
from ui.words.sorry import EXPECTED


class Stage(StrEnum):
    """What the screen shows."""

    STATE = 'state'
    DRAW = 'draw'
    REPEAT = 'repeat'


def picture_pin(here: Here) -> None:
    """The screen."""
    title = here.say('Een code van plaatjes')
    with frame(here, title, key='picture-code', back='delen'), ui.element('div').classes('groups'):
        _PicturePin(here)


class _PicturePin:
    """First how it is now, then four pictures to keep in mind, then those four tapped once more."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._pictures: list[str] = []
        self._stage = Stage.STATE
        self._may_set = here.access.picture_pins.may_set(here.opened)
        with ui.element('div').classes('groups') as state:
            explained(here)
            self._told = ui.html('', sanitize=False).classes('notice').props('role=status')
            if self._may_set:
                self._choices()
        with ui.element('div').classes('groups') as drawing:
            self._drawn()
        with ui.element('div').classes('groups') as repeat:
            self._repeated()
        self._stages = {Stage.STATE: state, Stage.DRAW: drawing, Stage.REPEAT: repeat}
        here.live(self._redraw)

    def _choices(self) -> None:
        here, say = self._here, self._here.say
        self._first = button(say('Maak een code'), 'picture-code', here.tap(self._draw), go=True)
        with ui.element('div').classes('groups') as self._later:
            button(say('Nieuwe plaatjes'), 'picture-code', here.tap(self._draw))
            sure(
                here,
                say('Haal de plaatjes weg'),
                'take-off',
                say('Dan kan iedereen met je blad er weer in.'),
                say('Nee, bewaren'),
                lambda: here.access.picture_pins.remove(here.session, here.id),
            )

    def _drawn(self) -> None:
        here, say = self._here, self._here.say
        ui.html(breakable(say('Dit zijn jouw plaatjes. Onthoud ze, van 1 tot 4.'), say), sanitize=False, tag='h2')
        self._row = ui.html('', sanitize=False, tag='ol').classes('four')
        with ui.element('div').classes('yes-no'):
            button(say('Andere plaatjes'), 'draw-again', here.tap(self._draw))
            button(say('Deze wil ik'), 'yes', here.tap(self._repeat), go=True)

    def _repeated(self) -> None:
        here, say = self._here, self._here.say
        ui.html(breakable(say('Tik ze nu zelf aan, in dezelfde volgorde.'), say), sanitize=False, tag='h2')
        self._tiles = PicturePinTiles(here, self._tapped)
        button(say('Nog een keer kijken'), 'undo', here.tap(lambda: self._show(Stage.DRAW)))

    def _redraw(self, seen: Compass) -> None:
        pin = seen.picture_pin
        self._told.set_content(told(pin, self._here.today, self._here.say))
        if self._may_set:
            self._first.set_visibility(not pin.is_set)
            self._later.set_visibility(pin.is_set)
        self._show(self._stage)

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        for one, part in self._stages.items():
            part.set_visibility(one is stage)

    def _draw(self) -> None:
        self._pictures = draw()
        self._row.set_content(picture_row(self._pictures, self._here.say))
        self._show(Stage.DRAW)

    def _repeat(self) -> None:
        self._tiles.begin()
        self._show(Stage.REPEAT)

    def _tapped(self, pictures: list[str]) -> None:
        """Four were tapped."""
        if pictures == self._pictures:
            self._told.set_content(notice('wait', self._here.say('Even bewaren')))
            self._show(Stage.STATE)
            background_tasks.create(self._close(pictures), name='keep the pictures')
        else:
            self._show(Stage.DRAW)
            self._here.sorry(self._here.say('Dat klopt niet. Kijk nog een keer goed.'))

    async def _close(self, pictures: list[str]) -> None:
        """Keep them; that takes a moment, and when it fails they are still there to be tried again."""
        here, words = self._here, ''
        try:
            await here.access.picture_pins.set(here.session, here.id, pictures)
        except Stranger:
            here.leave()
        except Busy:
            words = here.say('Even wachten. Probeer het zo nog eens.')
        except EXPECTED as error:
            words = here.words_for(error)
        if words:
            self._show(Stage.DRAW)
            here.sorry(words)
