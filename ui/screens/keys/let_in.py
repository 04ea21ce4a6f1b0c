""" "Mag deze telefoon erin?": a device that scanned the sheet shows a picture, and so does the one that says yes."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.key import Device, Key
from model.words import Language
from ui.components.button import button
from ui.components.own_picture import own_picture
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.sharing.may_look import name_of
from ui.words.symbol import symbol_word


def let_in(here: Here) -> None:
    """The questions of all devices that wait for a yes which can be given here; nothing as long as there are none."""
    questions: dict[str, _Question] = {}
    place = ui.element('div').classes('cards')

    def redraw(_: Compass) -> None:
        asking = {key.id: key for key in here.access.devices.asking(here.opened)}
        for gone in questions.keys() - asking.keys():
            questions.pop(gone).element.delete()
        for key_id in asking.keys() - questions.keys():
            with place:
                questions[key_id] = _Question(here, asking[key_id])
        place.set_visibility(bool(asking))

    here.live(redraw)


class _Question:
    """One device: is it yours, which picture do you have, and may it show what is difficult too."""

    def __init__(self, here: Here, key: Key) -> None:
        self._here = here
        self._key = key
        self._picture: str | None = None
        with ui.element('div').classes('notice sure let-in').props('role=group') as self.element:
            self._ask()

    def _ask(self) -> None:
        here, say = self._here, self._here.say
        asked = f'<b>{escape(_asked(self._key.device, say))}</b>'
        told = escape(say('Daar staat ook dit plaatje: {word}.', word=symbol_word(self._key.symbol, say)))
        if self._key.sheet_by:
            name = name_of(here, self._key.sheet_by)
            told += f' {escape(say("Het blad is geprint door {name}.", name=name))}'
        ui.html(f'{pictogram(self._key.symbol)}<p>{asked} {told}</p>', sanitize=False).classes('told')
        with ui.element('div').classes('yes-no'):
            button(say('Ja'), 'yes', here.tap(self._prove))
            button(say('Nee'), 'no-thanks', here.tap(self._refuse))

    def _refuse(self) -> None:
        self._here.access.devices.refuse(self._here.session, self._here.id, self._key.id)

    def _prove(self) -> None:
        self.element.clear()
        with self.element:
            own_picture(self._here, self._shown)

    def _shown(self, picture: str | None) -> None:
        here, say = self._here, self._here.say
        here.access.devices.knows_picture(here.session, here.id, picture)
        self._picture = picture
        self.element.clear()
        with self.element:
            words = escape(say('Ook laten zien wat moeilijk is?'))
            ui.html(f'{pictogram("full-view")}<p>{words}</p>', sanitize=False).classes('told')
            with ui.element('div').classes('yes-no'):
                button(say('Ja'), 'yes', here.tap(lambda: self._let_in(private=True)))
                button(say('Nee'), 'no-thanks', here.tap(lambda: self._let_in(private=False)))

    def _let_in(self, *, private: bool) -> None:
        here = self._here
        here.access.devices.let_in(here.session, here.id, self._key.id, self._picture, private=private)


def _asked(device: Device, say: Language) -> str:
    return {
        Device.PHONE: say('Mag deze telefoon erin?'),
        Device.TABLET: say('Mag deze tablet erin?'),
        Device.COMPUTER: say('Mag deze computer erin?'),
    }[device]
