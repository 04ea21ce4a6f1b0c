""" "Ben jij het?": the person's picture, or the picture PIN, opens what is private on this device."""

from html import escape

from nicegui import background_tasks, ui

from model.access.access import Access
from model.access.grant import Opened
from model.access.refusals import Locked, PictureAsked, Stranger
from ui.components.button import button
from ui.components.frame import frame
from ui.components.own_picture import own_picture
from ui.components.picture_pin_tiles import PicturePinTiles
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.words.hyphens import breakable
from ui.words.sorry import EXPECTED


def can_prove(access: Access, opened: Opened) -> bool:
    """Whether there is something private that would be shown here, once it was shown who this is."""
    return access.devices.asks_picture(opened) or access.picture_pins.may_open(opened)


def prove(here: Here) -> None:
    """The screen; it begins anew as soon as it was shown who this is."""
    say = here.say
    devices, pins = here.access.devices, here.access.picture_pins
    with frame(here, say('Ben jij het?'), key='lock', back=path.HOME), ui.element('div').classes('groups'):
        if here.key.pin:
            ui.html(f'{pictogram("done")}<p>{escape(say("Ja, jij bent het."))}</p>', sanitize=False).classes('notice')
            button(say('Naar mijn kompas'), 'compass', here.go, go=True)
        elif devices.asks_picture(here.opened):
            own_picture(here, lambda picture: devices.show_again(here.session, here.id, picture))
        elif pins.may_open(here.opened):
            _Pin(here)
        else:
            words = escape(say('Dit kan hier niet. Op je eigen telefoon wel.'))
            ui.html(f'{pictogram("locked")}<p>{words}</p>', sanitize=False).classes('notice')


class _Pin:
    """Four pictures tapped in order."""

    def __init__(self, here: Here) -> None:
        self._here = here
        ui.html(breakable(here.say('Tik jouw vier plaatjes aan'), here.say), sanitize=False, tag='h2')
        self._tiles = PicturePinTiles(here, self._tapped)
        self._tiles.begin()

    def _tapped(self, pictures: list[str]) -> None:
        background_tasks.create(self._open(pictures), name='weigh the pictures')

    async def _open(self, pictures: list[str]) -> None:
        here, words = self._here, ''
        try:
            await here.access.picture_pins.open_private(here.session, here.id, pictures)
            return
        except PictureAsked:
            words = here.say('Dat klopt niet. Nog een keer.')
        except Locked:
            words = here.say('Te vaak verkeerd. Morgen kun je het weer proberen.')
        except Stranger:
            here.leave()
            return
        except EXPECTED as error:
            words = here.words_for(error)
        self._tiles.begin()
        here.sorry(words)
