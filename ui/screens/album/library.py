""" "Plaatjes plakken": the picture library, searched in the language of the person."""

from functools import partial
from html import escape

from fastapi import Request
from fastapi.responses import Response
from nicegui import app, events, ui

from model.compass.target import Spot, Target
from model.pictures import library as pictures
from model.pictures.library import NoSuchPicture
from model.pictures.skin import TONES, tone_of, toned
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.picture import mark, sticker_address
from ui.look.static_files import FOREVER

SHOWN = 36
HAND = '270B'
_WRITTEN = '(event) => emit(event.target.value)'
_TAPPED = '(event) => { const one = event.target.closest("[data-code]"); if (one) emit(one.dataset.code); }'


def register() -> None:
    """The route of the drawings: the same for everyone, so a browser may keep them."""

    @app.get('/plaatje/{name}')
    async def drawing(name: str, request: Request) -> Response:
        try:
            content = pictures.drawing(name.removesuffix('.svg'))
        except NoSuchPicture:
            return Response(status_code=404)
        caching = FOREVER if 'v' in request.query_params else 'public, max-age=3600'
        return Response(content, media_type='image/svg+xml', headers={'Cache-Control': caching})


def library(here: Here, target: str) -> None:
    """The screen. Raises `NotThere` for a target that is gone, `ValueError` for one that never was."""
    say = here.say
    where = Target.parse(target)
    with frame(here, say('Kies een plaatje'), key='library', back=path.of_target(where)):
        search = _search_line(here)
        skin = ui.element('div').classes('hands').props('role=group')
        skin.props['aria-label'] = say('Huidskleur')
        found = ui.html('', sanitize=False).classes('found').props('aria-live=polite')
        credit = escape(say('Plaatjes van OpenMoji, openmoji.org (CC BY-SA 4.0)'))
        ui.html(credit, sanitize=False, tag='p').classes('credit')

    shown = _Shown(here, found)
    with skin:
        _skin_colours(here, shown)

    def stick(code: str) -> None:
        if not pictures.is_known(code):
            return
        with here.change() as compass:
            owner = compass.stick(where, code, here.today)
        here.go(f'stap/{owner}/wat' if where.spot is Spot.STEPS else path.of_target(where))

    def tapped(event: events.GenericEventArguments) -> None:
        here.tap(lambda: stick(str(event.args)))()

    found.on('click', tapped, js_handler=_TAPPED)
    search.on('input', lambda event: shown.search(str(event.args or '')), throttle=0.25, js_handler=_WRITTEN)
    search.on('submit', js_handler='(event) => event.preventDefault()')


class _Shown:
    """The pictures on the screen: what was searched, in the skin colour that was chosen."""

    def __init__(self, here: Here, grid: ui.html) -> None:
        self._here = here
        self._grid = grid
        self._words = ''
        self.tone = next((tone for code in here.look().stickers if (tone := tone_of(code))), None)
        """At first the one this person chose before."""
        self._draw()

    def search(self, words: str) -> None:
        """Show what has these words."""
        self._words = words
        self._draw()

    def colour(self, tone: str | None) -> None:
        """Show people in this skin colour."""
        self.tone = tone
        self._draw()

    def _draw(self) -> None:
        language = self._here.say.code
        found = pictures.search(self._words, language, self._here.look().stickers, SHOWN)
        codes = dict.fromkeys(toned(code, self.tone) for code in found)
        self._grid.set_content(''.join(_choice(code, language) for code in codes) or _nothing(self._here))


def _skin_colours(here: Here, shown: _Shown) -> None:
    """A hand for each skin colour, yellow for none in particular."""
    say = here.say
    names = (say('geel'), say('licht'), say('lichtbruin'), say('bruin'), say('donkerbruin'), say('heel donker'))
    tones = (None, *TONES)
    hands: list[ui.html] = []

    def choose(tone: str | None) -> None:
        shown.colour(tone)
        press()

    def press() -> None:
        for hand, tone in zip(hands, tones, strict=True):
            hand.props(f'aria-pressed={str(tone == shown.tone).lower()}')

    for name, tone in zip(names, tones, strict=True):
        image = f'<img src="{sticker_address(toned(HAND, tone))}" alt="">'
        hand = ui.html(image, sanitize=False, tag='button').props('type=button').classes('hand')
        hand.props['aria-label'] = name
        hand.on('click', here.tap(partial(choose, tone)), args=[])
        hands.append(hand)
    press()


def _search_line(here: Here) -> ui.html:
    label = escape(here.say('Zoek een plaatje'))
    return ui.html(
        f'{mark("search")}<input name="search" type="search" dir="auto" autocomplete="off" enterkeyhint="search" '
        f'maxlength="60" aria-label="{label}" placeholder="{label}">',
        sanitize=False,
        tag='form',
    ).classes('own')


def _choice(code: str, language: str) -> str:
    name = escape(pictures.name(code, language))
    return (
        f'<button type="button" class="tile sticker" data-code="{code}">'
        f'<span class="picture"><img src="{sticker_address(code)}" alt="" loading="lazy" draggable="false"></span>'
        f'<span class="word">{name}</span></button>'
    )


def _nothing(here: Here) -> str:
    return f'<p>{escape(here.say("Niets gevonden. Probeer een ander woord."))}</p>'
