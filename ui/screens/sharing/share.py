"""Sharing: the QR code, paper, who gets in, a new code, wiping everything, and goodbye on everyone's device."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.part import Part
from model.words import Language
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.components.places import places
from ui.live.here import Here
from ui.look import qr
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, word
from ui.screens.keys import other_device
from ui.screens.keys.arrivals import arrivals
from ui.screens.keys.let_in import let_in
from ui.screens.sharing import rounding_off
from ui.screens.sharing.ends import ends
from ui.screens.sharing.lost_sheet import lost_sheet
from ui.screens.sharing.to_call import ToCall

KEPT = '../../wat-bewaren-we'
OTHER_COMPASS = '../../?ander'
"""From a sub-page; the framework would keep an address that begins with a slash inside the compass."""


def share(here: Here) -> None:
    """The screen. Of a worker's page no code can be scanned: it would let in whoever has a phone."""
    say = here.say
    with frame(here, say('Delen'), key='share', here_to_stay=True), ui.element('div').classes('share'):
        if here.grant.is_person and not here.grant.only_looks:
            code(here)
        with ui.element('div').classes('ends'):
            let_in(here)
            arrivals(here)
            _Papers(here)
            if not here.access.settings.secure:
                words = f'<p>{escape(say("Werkt alleen op dit netwerk"))}</p>'
                ui.html(pictogram('network') + words, sanitize=False).classes('notice')
        if here.grant.is_person:
            ui.html(_ways(here), sanitize=False).classes('papers')
            ends(here)
        else:
            lost_sheet(here)
    places(here, 'delen')


def code(here: Here) -> None:
    """The QR code of the sheet; once it was shown, somebody may come back with it."""
    say = here.say
    here.access.sheet.shown(here.opened)
    name, words = escape(say('QR-code van dit kompas')), escape(say('Scan met je telefoon'))
    place = ui.html('', sanitize=False).classes('code')

    def redraw(_: Compass) -> None:
        drawing = qr.svg(here.access.sheet.address(here.opened))
        place.set_content(
            f'<div class="qr" role="img" aria-label="{name}">{drawing}</div>'
            f'<div class="caption">{pictogram("phone")}<span>{words}</span></div>'
        )

    here.live(redraw)


def _ways(here: Here) -> str:
    """Where is said who sees what, and what opens the compass."""
    say = here.say
    pages = [
        (here.link('meekijken'), 'looks-along', say('Wie kijkt mee?')),
        (here.link('sleutels'), 'my-phone', say('Wie kan erin?')),
        (here.link('code'), 'picture-code', say('Een code van plaatjes')),
        (KEPT, 'kept', say('Wat bewaren we?')),
        (here.link(rounding_off.PAGE), 'done-it', say('Afronden')),
    ]
    if here.grant.is_sure:
        pages.insert(0, (here.link(other_device.PAGE), 'other-phone', other_device.title(here)))
    if here.grant.may_take:
        pages.insert(0, (here.link('samenvatting'), 'share-steps', say('Een samenvatting')))
    if here.key.is_own:
        pages.append((OTHER_COMPASS, 'sail', say('Ander kompas')))
    return ''.join(f'<a class="tile" href="{page}">{drawn(key)}{word(words, say)}</a>' for page, key, words in pages)


class _Papers:
    """What can be printed; without the code, and with what is private or a number to call, only on request."""

    def __init__(self, here: Here) -> None:
        say = here.say
        self._here = here
        with ui.element('div').classes('papers'):
            self._links = ui.html('', sanitize=False).classes('several')
            self._without_code = self._choice(say('Print zonder code'), 'no-code')
            self._everything = self._choice(say('Ook wat moeilijk is'), 'in-the-way')
            sees_numbers = Part.NUMBERS in here.grant.parts
            self._to_call = ToCall(here, lambda: self._redraw(here.look())) if sees_numbers else None
        if self._to_call:
            self._to_call.offer_people()
        here.live(self._redraw)

    def _choice(self, words: str, key: str) -> Tile:
        def turn() -> None:
            tile.press(pressed=not tile.pressed)
            self._redraw(self._here.look())

        tile = Tile(words, drawn(key), self._here.tap(turn), flat=True)
        return tile

    def _redraw(self, compass: Compass) -> None:
        here = self._here
        # a device that does not show private parts cannot ask for them either
        self._everything.element.set_visibility(bool(compass.happened.items or compass.obstacles.items))
        self._without_code.element.set_visibility(not here.grant.only_looks)
        qr = '&qr=nee' if self._without_code.pressed or here.grant.only_looks else ''
        everything = '&alles=ja' if self._everything.pressed else ''
        asked, say = f'{qr}{everything}', here.say
        links = [
            _paper(here.link(f'poster.pdf?maat=a4{asked}'), say('Voor op de koelkast'), 'fridge', say),
            _paper(here.link(f'poster.pdf?maat=a5{asked}'), say('Voor in je tas'), 'bag', say),
            _paper(
                here.link(f'poster.pdf?maat=pas{asked}{self._call(compass)}'),
                say('Voor in je portemonnee'),
                'wallet',
                say,
            ),
        ]
        if here.grant.is_person and not here.grant.only_looks:
            links.append(_paper(here.link(rounding_off.BOOK), say('Mijn boekje'), 'story', say))
        self._links.set_content(''.join(links))

    def _call(self, compass: Compass) -> str:
        """Who is on the card for the wallet; on no other sheet, which is read by whoever comes in."""
        if self._to_call is None:
            return ''
        self._to_call.redraw(compass)
        return f'&bel={self._to_call.chosen}' if self._to_call.chosen else ''


def _paper(address: str, words: str, key: str, say: Language) -> str:
    return f'<a class="tile" target="_blank" href="{escape(address)}">{drawn(key)}{word(words, say)}</a>'
