""" "Wie kan erin?": the sheets and the devices, each of which can be ended."""

from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.compass import Compass
from model.key import Key, Kind
from ui.components.button import button
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.picture import drawn
from ui.screens.keys.arrivals import arrivals
from ui.screens.keys.key_card import KeyCard
from ui.screens.keys.let_in import let_in
from ui.screens.keys.this_device import ThisDevice
from ui.screens.sharing.may_look import name_of


def key_list(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Wie kan erin?'), key='my-phone', back='delen'):
        with ui.element('div').classes('groups'):
            let_in(here)
            arrivals(here)
            _Keys(here)


class _Keys:
    """One card a key: this device, the sheets, the others. A card stays the same element while its key lives."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._cards: dict[str, KeyCard] = {}
        self._mine = ThisDevice(here)
        self._sheets = ui.html('', sanitize=False).classes('cards')
        if May.RENEW in here.grant.may:
            button(here.say('Blad kwijt? Nieuwe code'), 'new-code', lambda: here.go('delen'))
        self._others = ui.element('div').classes('cards')
        here.live(self._redraw)

    def _redraw(self, _: Compass) -> None:
        here = self._here
        keys = {key.id: key for key in here.access.devices.keys(here.opened)}
        sheets = [keys.pop(key.id) for key in list(keys.values()) if key.kind is Kind.SHEET]
        self._show_sheets(sheets)
        if mine := keys.pop(here.key.id, None):
            self._mine.show(mine)
        for gone in self._cards.keys() - keys.keys():
            self._cards.pop(gone).element.delete()
        for key_id, key in keys.items():
            if key_id not in self._cards:
                with self._others:
                    self._cards[key_id] = KeyCard(here, key)
            self._cards[key_id].show(key)

    def _show_sheets(self, sheets: list[Key]) -> None:
        content = ''.join(_sheet(self._here, key) for key in sheets)
        if content != self._sheets.content:
            self._sheets.set_content(content)


def _sheet(here: Here, key: Key) -> str:
    say = here.say
    about = (
        say('Geprint door {name}.', name=name_of(here, key.worker))
        if key.worker
        else say('Met de code kun je in je kompas.')
    )
    text = f'<span>{escape(say("Je blad"))}</span><small dir="auto">{escape(about)}</small>'
    return f'<div class="card key"><div class="open">{drawn("sheet")}<span class="text">{text}</span></div></div>'
