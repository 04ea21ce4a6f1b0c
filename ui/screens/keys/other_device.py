""" "Op een andere telefoon of tablet": eight digits to type there, and the question who comes in."""

from html import escape

from nicegui import ui

from model.access.digits import KEPT
from ui.components.button import button
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.plain.page import listen_button
from ui.screens.keys.arrivals import arrivals
from ui.screens.keys.let_in import let_in

PAGE = 'erbij'


def other_device(here: Here) -> None:
    """The screen, for a device that is surely the person's."""
    say = here.say
    with frame(here, title(here), key='other-phone', back='delen'), ui.element('div').classes('groups'):
        let_in(here)
        arrivals(here)
        _Digits(here)
        place = here.access.settings.address.partition('://')[2]
        steps = (
            ('phone', f'{escape(say("Open daar"))} <b dir="ltr">{escape(place)}</b>'),
            ('scan', escape(say('Tik op: {button}', button=say('Ik heb een kompas')))),
            ('digits', escape(say('Tik deze acht cijfers in.'))),
        )
        how = ''.join(f'<li>{pictogram(key)}<span>{words}</span></li>' for key, words in steps)
        ui.html(how, sanitize=False, tag='ol').classes('how small')


def title(here: Here) -> str:
    """What the screen, and every way to it, is called."""
    return here.say('Op een andere telefoon of tablet')


class _Digits:
    """The digits as long as they work, and then a button for others."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._digits = ''
        with ui.element('div').classes('digits').props('role=status'):
            self._shown = ui.html('', sanitize=False)
            self._again = button(here.say('Nieuwe cijfers'), 'reopen', here.tap(self._show), go=True)
        self._show()
        here.live(lambda _: self._look_again())

    def _show(self) -> None:
        here = self._here
        self._digits = digits = here.access.digits.show(here.session, here.id)
        heard = f'{" ".join(digits[:4])}, {" ".join(digits[4:])}'
        told = escape(here.say('Ze werken vijf minuten, en één keer.'))
        self._shown.set_content(
            f'<p class="eight"><b role="img" aria-label="{heard}" dir="ltr">'
            f'<span>{digits[:4]}</span> <span>{digits[4:]}</span></b>{listen_button(here.say, heard)}</p><p>{told}</p>'
        )
        self._again.set_visibility(False)
        ui.timer(KEPT.total_seconds(), self._look_again, once=True)

    def _look_again(self) -> None:
        """They were used, or are too old: nobody should go on typing them."""
        if self._digits and not self._here.access.digits.work(self._digits):
            self._digits = ''
            words = escape(self._here.say('Deze cijfers werken niet meer.'))
            self._shown.set_content(f'<p>{words}</p>')
            self._again.set_visibility(True)
