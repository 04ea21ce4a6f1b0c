"""One key in the list of what can get in: a sheet, or another device, and what can be done about it."""

from html import escape

from nicegui import ui

from model.access.table import May
from model.key import Device, Key, Row
from model.words import Language
from ui.components.answers.tile import Tile
from ui.components.sure import sure
from ui.live.here import Here
from ui.look.picture import drawn
from ui.screens.sharing.may_look import name_of
from ui.words.last_time import last_time


def device_words(device: Device, say: Language) -> str:
    """What a device is called."""
    return {
        Device.PHONE: say('Telefoon', context='device'),
        Device.TABLET: say('Tablet', context='device'),
        Device.COMPUTER: say('Computer', context='device'),
    }[device]


def about(key: Key, here: Here) -> str:
    """What stands under the name of a device: whose it is."""
    say = here.say
    if key.is_lent:
        return say('van {name}', name=name_of(here, key.worker))
    return {
        Row.CONFIRMED: say('van jou'),
        Row.VOUCHED: say('van jou'),
        Row.UNCONFIRMED: say('misschien van jou'),
        Row.EVERYONE: say('van iedereen hier'),
        Row.LOOKING: say('kijkt even'),
    }[key.row]


class KeyCard:
    """The card of another device. Only who may, sees the buttons."""

    def __init__(self, here: Here, key: Key) -> None:
        say = here.say
        self._here = here
        self._private: Tile | None = None
        with ui.element('div').classes('card key') as self.element:
            self._face = ui.html('', sanitize=False).classes('open')
            if May.END in here.grant.may:
                sure(
                    here,
                    say('Stop'),
                    'stop-key',
                    stopped(key.device, say),
                    say('Nee, laat maar'),
                    lambda: here.access.devices.end(here.session, here.id, key.id),
                )
            if May.LET_IN in here.grant.may and here.grant.sees_all_private:
                words = say('Ook laten zien wat moeilijk is')
                self._private = Tile(words, drawn('full-view'), here.tap(lambda: self._turn(key.id)), flat=True)

    def show(self, key: Key) -> None:
        """Show the device as it is now."""
        here, say = self._here, self._here.say
        used = last_time(key.seen, here.access.settings.now(), say)
        small = f'{about(key, here)} · {used}'
        text = f'<span>{escape(device_words(key.device, say))}</span><small dir="auto">{escape(small)}</small>'
        content = f'{drawn(key.device)}<span class="text">{text}</span>'
        if content != self._face.content:
            self._face.set_content(content)
        if self._private is not None:
            self._private.element.set_visibility(key.row in {Row.CONFIRMED, Row.VOUCHED})
            self._private.press(pressed=key.private)

    def _turn(self, key_id: str) -> None:
        assert self._private is not None
        here, private = self._here, not self._private.pressed
        here.access.devices.show_private(here.session, here.id, key_id, private=private)


def stopped(device: Device, say: Language) -> str:
    """What it means to end a device."""
    return {
        Device.PHONE: say('Op deze telefoon kan dan niemand meer in je kompas.'),
        Device.TABLET: say('Op deze tablet kan dan niemand meer in je kompas.'),
        Device.COMPUTER: say('Op deze computer kan dan niemand meer in je kompas.'),
    }[device]
