"""Sharing: the QR code, paper, a new code, wiping everything, and goodbye on a shared device."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from ui.components.button import button
from ui.components.frame import frame
from ui.components.places import places
from ui.components.sure import sure
from ui.components.tile import Tile
from ui.live.here import Here
from ui.look import qr
from ui.look.picture import drawn, word
from ui.plain.page import pictogram

KEPT = '../../wat-bewaren-we'
"""From a sub-page; the framework would keep an address that begins with a slash inside the compass."""


def share(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Neem mee'), key='share', here_to_stay=True), ui.element('div').classes('share'):
        _code(here)
        with ui.element('div').classes('ends'):
            _Papers(here)
            if not here.access.settings.secure:
                words = f'<p>{escape(say("Werkt alleen op dit netwerk"))}</p>'
                ui.html(pictogram('network') + words, sanitize=False).classes('notice')
        ui.html(_ways(here), sanitize=False).classes('papers')
        _ends(here)
    places(here, 'delen')


def _ways(here: Here) -> str:
    """Where is said who sees what, and what opens the compass."""
    say = here.say
    pages = [
        (here.link('meekijken'), 'looks-along', say('Wie kijkt mee?')),
        (here.link('sleutels'), 'my-phone', say('Wat opent je kompas?')),
        (here.link('code'), 'picture-code', say('Code van plaatjes')),
        (KEPT, 'kept', say('Wat bewaren we?')),
    ]
    if not here.grant.is_person:
        pages = [(here.link('sleutels'), 'unlock', say('Samen openen'))]
    return ''.join(f'<a class="tile" href="{page}">{drawn(key)}{word(words)}</a>' for page, key, words in pages)


def _code(here: Here) -> None:
    say = here.say
    with ui.element('div').classes('code'):
        code = ui.html('', sanitize=False).classes('qr').props('role=img')
        code.props['aria-label'] = say('QR-code van dit kompas')
        ui.html(f'{pictogram("phone")}<span>{escape(say("Scan met je telefoon"))}</span>', sanitize=False).classes(
            'caption'
        )

    def redraw(_: Compass) -> None:
        code.set_content(qr.svg(here.access.sheet.address(here.opened)))

    here.live(redraw)


class _Papers:
    """What can be printed; without the code, and with what is private, only on request."""

    def __init__(self, here: Here) -> None:
        say = here.say
        self._here = here
        with ui.element('div').classes('papers'):
            self._links = {
                'a4': _paper(say('Voor de koelkast'), 'fridge'),
                'pas': _paper(say('Voor je zak'), 'wallet'),
            }
            self._without_code = self._choice(say('Zonder code'), 'no-code')
            self._everything = self._choice(say('Ook wat moeilijk is'), 'in-the-way')
        here.live(self._redraw)

    def _choice(self, words: str, key: str) -> Tile:
        def turn() -> None:
            tile.press(pressed=not tile.pressed)
            self._redraw(self._here.look())

        tile = Tile(words, drawn(key), self._here.tap(turn), flat=True)
        return tile

    def _redraw(self, compass: Compass) -> None:
        # a device without full scope is shown no private parts, so it cannot ask for them either
        self._everything.element.set_visibility(bool(compass.happened.items or compass.obstacles.items))
        qr = '&qr=nee' if self._without_code.pressed else ''
        everything = '&alles=ja' if self._everything.pressed else ''
        for sheet, link in self._links.items():
            address = self._here.link(f'poster.pdf?maat={sheet}{qr}{everything}')
            link.props(f'href="{address}"')


def _paper(words: str, key: str) -> ui.html:
    return ui.html(drawn(key) + word(words), sanitize=False, tag='a').classes('tile').props('target=_blank')


def _ends(here: Here) -> None:
    say = here.say
    with ui.element('div').classes('danger'):
        ui.html(escape(say('Iedereen met deze code kan je kompas openen.')), sanitize=False, tag='p')
        _new_code(here)
        if here.access.erasing.may_erase(here.opened):
            sure(
                here,
                say('Alles wissen'),
                'erase',
                say('Weet je het zeker? Dan is alles weg.'),
                say('Nee, bewaren'),
                lambda: here.access.erasing.erase(here.session, here.id),
            )
        if here.grant.is_person and not here.key.own:
            button(say('Tot ziens'), 'goodbye', here.forget, go=True)


def _new_code(here: Here) -> None:
    """One tap, because a lost sheet is urgent; what it means stands above, what came of it under it."""
    say = here.say

    def turn() -> None:
        others.press(pressed=not others.pressed)

    def renew() -> None:
        here.access.sheet.renew(here.session, here.id, others_too=others.pressed)
        told.set_visibility(True)

    others = Tile(say('Ook andere telefoons stoppen'), drawn('other-devices'), turn, flat=True)
    others.element.set_visibility(here.grant.may_manage)
    button(say('Nieuwe code'), 'new-code', here.tap(renew))
    words = escape(say('De oude code werkt niet meer. Print je blad opnieuw.'))
    told = ui.html(f'{pictogram("done")}<p>{words}</p>', sanitize=False).classes('notice').props('role=status')
    told.set_visibility(False)
