""" "Wat opent je kompas?": the sheet and the devices, each of which can be ended; for a worker those that ask."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.part import Part
from model.key import Key, Kind, Scope
from ui.components.button import button
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.picture import drawn
from ui.plain.page import pictogram
from ui.screens.keys.key_card import KeyCard, Question
from ui.screens.keys.this_device import ThisDevice


def key_list(here: Here) -> None:
    """The screen."""
    if here.grant.is_person:
        with frame(here, here.say('Wat opent je kompas?'), key='my-phone', back='delen'):
            with ui.element('div').classes('groups'):
                _Keys(here)
    else:
        with frame(here, here.say('Samen openen'), key='unlock', back=''), ui.element('div').classes('groups'):
            if Part.RING in here.grant.parts:
                _Asking(here)
            _pictures(here)


class _Keys:
    """One card a key: the sheet, this device, the others. A card stays the same element while its key lives."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._cards: dict[str, KeyCard] = {}
        _sheet(here)
        self._mine = ThisDevice(here)
        self._others = ui.element('div').classes('cards')
        here.live(self._redraw)

    def _redraw(self, _: Compass) -> None:
        keys = {key.id: key for key in keys_of(self._here)}
        if mine := keys.pop(self._here.key.id, None):
            self._mine.show(mine)
        for gone in self._cards.keys() - keys.keys():
            self._cards.pop(gone).element.delete()
        for key_id, key in keys.items():
            if key_id not in self._cards:
                with self._others:
                    self._cards[key_id] = KeyCard(self._here, key)
            self._cards[key_id].show(key)


class _Asking:
    """For a worker who sits beside the person: the devices that ask to see everything."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._questions: dict[str, Question] = {}
        self._list = ui.element('div').classes('cards')
        words = escape(here.say('Geen apparaat vraagt nu iets.'))
        self._nothing = ui.html(f'{pictogram("this-device")}<p>{words}</p>', sanitize=False).classes('nothing-yet')
        here.live(self._redraw)

    def _redraw(self, _: Compass) -> None:
        keys = keys_of(self._here)
        # a person whose own device sees everything can say so there
        alone = not any(key.own and key.scope is Scope.FULL for key in keys)
        asking = {key.id: key for key in keys if key.wants_all and alone}
        for gone in self._questions.keys() - asking.keys():
            self._questions.pop(gone).element.delete()
        for key_id in asking.keys() - self._questions.keys():
            with self._list:
                self._questions[key_id] = Question(self._here, asking[key_id])
        self._nothing.set_visibility(not asking)


def keys_of(here: Here) -> list[Key]:
    """The devices, without the sheet."""
    return [key for key in here.access.devices.keys(here.opened) if key.kind is Kind.DEVICE]


def _sheet(here: Here) -> None:
    say = here.say
    with ui.element('div').classes('card key'):
        text = f'<span>{escape(say("Je blad"))}</span><small>{escape(say("De code erop opent je kompas."))}</small>'
        ui.html(f'{drawn("sheet")}<span class="text">{text}</span>', sanitize=False).classes('open')
        button(say('Nieuwe code'), 'new-code', lambda: here.go('delen'))


def _pictures(here: Here) -> None:
    """For a worker: open the pictures again after too many wrong tries."""
    say = here.say

    def open_again() -> None:
        here.access.picture_pins.open_again(here.session, here.id)

    with ui.element('div').classes('notice sure') as locked:
        words = escape(say('Iemand koos te vaak de verkeerde plaatjes.'))
        ui.html(f'{pictogram("picture-code")}<p>{words}</p>', sanitize=False).classes('told')
        button(say('Plaatjescode openmaken'), 'unlock', here.tap(open_again))

    def redraw(_: Compass) -> None:
        locked.set_visibility(here.access.picture_pins.is_locked(here.opened))

    here.live(redraw)
