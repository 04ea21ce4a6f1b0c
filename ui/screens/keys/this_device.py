"""The device in the person's hand, in the list of keys: whose it is, and whether it may see everything."""

from html import escape

from nicegui import ui

from model.key import Key, Scope
from ui.components.button import button
from ui.components.tile import Tile
from ui.live.here import Here
from ui.look.picture import drawn
from ui.plain.page import pictogram
from ui.screens.keys.key_card import about, device_words


class ThisDevice:
    """Its card. It is not stopped here: a shared one says goodbye, the person's own is first given away."""

    def __init__(self, here: Here) -> None:
        say = here.say
        self._here = here
        with ui.element('div').classes('card key is-this'):
            self._face = ui.html('', sanitize=False).classes('open')
            self._goodbye = button(say('Tot ziens'), 'goodbye', here.forget, go=True)
            self._own = Tile(say('Dit apparaat is van mij'), drawn('my-phone'), here.tap(self._turn), flat=True)
            self._ask = button(say('Ook alles zien'), 'full-view', here.tap(self._ask_for_all))
            words = escape(say('Pak een apparaat dat al alles ziet. Kijk daar bij Delen. Of vraag je begeleider.'))
            self._asked = ui.html(f'{pictogram("wait")}<p>{words}</p>', sanitize=False).classes('notice')
            self._asked.props('role=status')

    def show(self, key: Key) -> None:
        """Show it as it is now."""
        say = self._here.say
        small = ' · '.join([say('dit apparaat'), *about(key, say)])
        text = f'<span>{escape(device_words(key.device, say))}</span><small>{escape(small)}</small>'
        self._face.set_content(f'{drawn(key.device)}<span class="text">{text}</span>')
        self._own.press(pressed=key.own)
        self._own.element.set_visibility(not (key.worker or self._here.session.lent))
        self._goodbye.set_visibility(not key.own)
        self._ask.set_visibility(key.scope is not Scope.FULL and not key.wants_all)
        self._asked.set_visibility(key.scope is not Scope.FULL and key.wants_all)

    def _turn(self) -> None:
        self._here.access.devices.make_own(self._here.session, self._here.id, own=not self._own.pressed)

    def _ask_for_all(self) -> None:
        self._here.access.devices.ask_for_all(self._here.session, self._here.id)
