"""Sharing: the QR code, paper, a new code, wiping everything, and goodbye on a shared device."""

from html import escape

from nicegui import ui

from model.compass import Compass
from ui import qr
from ui.button import button
from ui.frame import frame
from ui.here import Here
from ui.picture import word
from ui.places import places
from ui.plain import pictogram
from ui.tile import Tile


def share(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Neem mee'), key='share'), ui.element('div').classes('share'):
        _code(here)
        with ui.element('div').classes('ends'):
            _papers(here)
            if not here.gate.settings.secure:
                words = f'<p>{escape(say("Werkt alleen op dit netwerk"))}</p>'
                ui.html(pictogram('network') + words, sanitize=False).classes('notice')
            ui.html(escape(say('Iedereen met deze code kan je kompas openen.')), sanitize=False, tag='p')
            _ends(here)
    places(here, 'delen')


def _code(here: Here) -> None:
    say = here.say
    with ui.element('div').classes('code'):
        code = ui.html('', sanitize=False).classes('qr').props('role=img')
        code.props['aria-label'] = say('QR-code van dit kompas')
        ui.html(f'{pictogram("phone")}<span>{escape(say("Scan met je telefoon"))}</span>', sanitize=False).classes(
            'caption'
        )

    def redraw(_: Compass) -> None:
        code.set_content(qr.svg(here.gate.sheet_address(here.session, here.id)))

    here.live(redraw)


def _papers(here: Here) -> None:
    with ui.element('div').classes('papers'):
        for words, key, sheet in (
            (here.say('Voor de koelkast'), 'fridge', 'a4'),
            (here.say('Voor je zak'), 'wallet', 'pas'),
        ):
            drawing = f'<span class="picture">{pictogram(key)}</span>{word(words)}'
            link = ui.html(drawing, sanitize=False, tag='a').classes('tile')
            link.props(f'href={here.link(f"poster.pdf?maat={sheet}")} target=_blank')


def _ends(here: Here) -> None:
    say = here.say
    with ui.element('div').classes('danger'):
        _new_code(here)
        if here.gate.may_erase(here.session, here.id):
            _erase(here)
        if not here.key.own:
            button(say('Tot ziens'), 'goodbye', here.forget, go=True)


def _new_code(here: Here) -> None:
    say = here.say

    def renew() -> None:
        here.gate.renew_sheet(here.session, here.id, others_too=others.pressed)
        here.sorry('')

    def turn() -> None:
        others.press(pressed=not others.pressed)

    button(say('Nieuwe code'), 'new-code', here.tap(renew))
    others = Tile(
        say('Stop ook andere apparaten'),
        f'<span class="picture">{pictogram("other-devices")}</span>',
        turn,
        flat=True,
    )


def _erase(here: Here) -> None:
    """Two taps, and the second button does not lie under the finger of the first."""
    say = here.say

    def ask(*, asked: bool) -> None:
        first.set_visibility(not asked)
        question.set_visibility(asked)

    def erase() -> None:
        here.gate.erase(here.session, here.id)

    first = button(say('Alles wissen'), 'erase', lambda: ask(asked=True))
    with ui.element('div').classes('notice').props('role=alertdialog') as question:
        question.props['aria-label'] = say('Weet je het zeker? Dan is alles weg.')
        button(say('Nee, bewaren'), 'heart', lambda: ask(asked=False))
        ui.html(escape(say('Weet je het zeker? Dan is alles weg.')), sanitize=False, tag='p')
        button(say('Alles wissen'), 'erase', here.tap(erase))
    ask(asked=False)
