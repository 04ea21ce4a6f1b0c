"""One other device in the list of keys: what it is, when it was used, and what can be done about it."""

from html import escape

from nicegui import ui

from model.key import Device, Key, Scope
from model.words import Language
from ui.components.button import button
from ui.components.sure import sure
from ui.live.here import Here
from ui.look.picture import drawn
from ui.plain.page import pictogram
from ui.words.last_time import last_time


def device_words(device: Device, say: Language) -> str:
    """What a device is called."""
    return {
        Device.PHONE: say('Telefoon', context='device'),
        Device.TABLET: say('Tablet', context='device'),
        Device.COMPUTER: say('Computer', context='device'),
    }[device]


def about(key: Key, say: Language) -> list[str]:
    """What stands under the name of a device: whose it is, and what it shows."""
    whose = say('van jou') if key.own else say('van meer mensen')
    return [whose, *([say('ziet alles')] if key.scope is Scope.FULL else [])]


class KeyCard:
    """The card of a device. Only who may manage sees the buttons."""

    def __init__(self, here: Here, key: Key) -> None:
        say = here.say
        self._here = here
        self._question: Question | None = None
        self._let: ui.html | None = None
        with ui.element('div').classes('card key') as self.element:
            self._face = ui.html('', sanitize=False).classes('open')
            if here.grant.may_manage:
                sure(
                    here,
                    say('Stop'),
                    'stop-key',
                    say('Dit apparaat opent je kompas dan niet meer.'),
                    say('Nee, laat maar'),
                    lambda: here.access.devices.end(here.session, here.id, key.id),
                )
            if here.key.scope is Scope.FULL and not here.key.worker:
                self._let = button(say('Mag alles zien'), 'full-view', here.tap(lambda: let_see_all(here, key.id)))

    def show(self, key: Key) -> None:
        """Show the device as it is now."""
        say = self._here.say
        used = last_time(key.seen, self._here.access.settings.now(), say)
        small = ' · '.join([*about(key, say), used])
        text = f'<span>{escape(device_words(key.device, say))}</span><small>{escape(small)}</small>'
        content = f'{drawn(key.device)}<span class="text">{text}</span>'
        if content != self._face.content:
            self._face.set_content(content)
        if self._let is not None:
            asks = key.wants_all and key.scope is not Scope.FULL
            self._let.set_visibility(key.scope is not Scope.FULL and not asks)
            self._ask(key, asks=asks)

    def _ask(self, key: Key, *, asks: bool) -> None:
        """The question stands there only while it is asked: most devices ask nothing."""
        if asks and self._question is None:
            with self.element:
                self._question = Question(self._here, key)
        elif not asks and self._question is not None:
            self._question.element.delete()
            self._question = None


class Question:
    """A device asks to see everything; whoever knows whose it is answers."""

    def __init__(self, here: Here, key: Key) -> None:
        say = here.say
        with ui.element('div').classes('notice sure') as self.element:
            drawing = pictogram('full-view')
            ui.html(f'{drawing}<p>{escape(_asks(key.device, here))}</p>', sanitize=False).classes('told')
            with ui.element('div').classes('yes-no'):
                button(say('Ja'), 'yes', here.tap(lambda: let_see_all(here, key.id)))
                button(say('Nee'), 'no-thanks', here.tap(lambda: _refuse(here, key.id)))


def let_see_all(here: Here, key_id: str) -> None:
    """Let a device see the private parts too."""
    here.access.devices.let_see_all(here.session, here.id, key_id)


def _refuse(here: Here, key_id: str) -> None:
    here.access.devices.refuse_all(here.session, here.id, key_id)


def _asks(device: Device, here: Here) -> str:
    say = here.say
    if not here.grant.is_person:
        return {
            Device.PHONE: say('Een telefoon wil alles zien. Is die van de persoon naast je?'),
            Device.TABLET: say('Een tablet wil alles zien. Is die van de persoon naast je?'),
            Device.COMPUTER: say('Een computer wil alles zien. Is die van de persoon naast je?'),
        }[device]
    return {
        Device.PHONE: say('Deze telefoon wil ook alles zien. Is die van jou?'),
        Device.TABLET: say('Deze tablet wil ook alles zien. Is die van jou?'),
        Device.COMPUTER: say('Deze computer wil ook alles zien. Is die van jou?'),
    }[device]
