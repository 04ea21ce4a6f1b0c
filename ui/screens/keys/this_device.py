"""This device in the list of what can get in: whose it is, and how it can become more, or less."""

from html import escape

from nicegui import ui

from model.access.refusals import NotTheseDigits
from model.key import Key, Row
from model.words import Language
from model.writing.own_words import can_be_seen
from ui.components.answers.own_words import written_line
from ui.components.button import button
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn
from ui.screens.keys import other_device
from ui.screens.keys.key_card import about, device_words
from ui.words.device import this_device
from ui.words.symbol import symbol_word


class ThisDevice:
    """The card of the device that the person holds."""

    def __init__(self, here: Here) -> None:
        say = here.say
        self._here = here
        with ui.element('div').classes('card key is-this'):
            self._face = ui.html('', sanitize=False).classes('open')
            self._mine = button(say('Van mij'), 'my-phone', self._ask_whose)
            self._goodbye = button(say('Tot ziens'), 'goodbye', lambda: here.go('tot-ziens'), go=True)
            self._not_mine = button(say('Niet van mij'), 'my-people', here.tap(self._let_go))
        with ui.element('div').classes('groups') as self._unsure:
            self._told = ui.html('', sanitize=False).classes('notice')
            line = say('De acht cijfers')
            self._digits = written_line(here, line, self._enter)
        self._more = button(other_device.title(here), 'other-phone', lambda: here.go(other_device.PAGE))

    def show(self, key: Key) -> None:
        """Show it as it is now."""
        here, say = self._here, self._here.say
        small = f'{this_device(key.device, say)} · {about(key, here)}'
        text = f'<span>{escape(device_words(key.device, say))}</span><small dir="auto">{escape(small)}</small>'
        self._face.set_content(f'{drawn(key.device)}<span class="text">{text}</span>')
        everyones = key.row is Row.EVERYONE
        self._mine.set_visibility(everyones and here.access.devices.may_be_own(here.session, here.id))
        self._goodbye.set_visibility(not key.is_own)
        self._not_mine.set_visibility(key.is_own)
        self._more.set_visibility(here.grant.is_sure)
        self._unsure.set_visibility(key.row in {Row.UNCONFIRMED, Row.VOUCHED})
        self._told.set_content(_how(key, say))

    def _ask_whose(self) -> None:
        self._here.goes_to(f'/van-wie/{self._here.id}')

    def _let_go(self) -> None:
        self._here.access.devices.make_everyones(self._here.session, self._here.id)

    def _enter(self, digits: str) -> None:
        here = self._here
        if not can_be_seen(digits):
            return
        try:
            here.access.digits.confirm(here.session, here.id, digits)
        except NotTheseDigits:
            here.sorry(here.say('Deze cijfers werken niet. Vraag op je andere telefoon om nieuwe.'))


def _how(key: Key, say: Language) -> str:
    """How a device that is not sure to be the person's becomes so."""
    words = escape(say('Zeg ja op je andere telefoon, of tik hier de acht cijfers.'))
    if not key.symbol:
        return f'{pictogram("wait")}<p>{words}</p>'
    told = escape(say('Daar staat ook dit plaatje: {word}.', word=symbol_word(key.symbol, say)))
    return f'{pictogram(key.symbol)}<p>{words} {told}</p>'
