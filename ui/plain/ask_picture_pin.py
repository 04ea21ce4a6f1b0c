"""The person's pictures are asked when a sheet is scanned. Plain pages, which work without a script too."""

from html import escape
from random import Random, SystemRandom

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app
from starlette.datastructures import FormData, UploadFile

from model.access.access import Access
from model.access.refusals import Locked, PictureAsked
from model.compass.sharing import picture_pin
from model.words import Language
from ui.components.picture_pin_tiles import picture_tile
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.enter import onward
from ui.plain.page import language_of, listen_button, pictogram, plain, script, sorry_page

PAGE = '/plaatjescode'
ORDERS = 2**31


def register(access: Access) -> None:
    """The routes."""

    @app.get(PAGE)
    async def ask(request: Request) -> Response:
        if not session_of(request).waiting:
            return RedirectResponse('/ik-heb-een-kompas', status_code=303)
        say = language_of(request)
        if access.picture_pins.waits_in_vain(session_of(request)):
            return _locked_page(say)
        return _page(say, [], SystemRandom().randrange(ORDERS), wrong='nog' in request.query_params)

    @app.post(PAGE)
    async def answer(request: Request) -> Response:
        say = language_of(request)
        async with request.form(max_files=0, max_fields=2 * picture_pin.LENGTH, max_part_size=64) as form:
            tapped, order = _tapped(form), _order(form)
        if len(tapped) < picture_pin.LENGTH and session_of(request).waiting:
            return _page(say, tapped, order, wrong=False)
        try:
            compass_id = await access.entrance.enter_with_picture_pin(
                session_of(request), tapped, address_of(request), device_of(request)
            )
        except PictureAsked:
            return RedirectResponse(f'{PAGE}?nog', status_code=303)
        except Locked:
            return _locked_page(say)
        return RedirectResponse(onward(access, request, compass_id), status_code=303)


def _tapped(form: FormData) -> list[str]:
    """The pictures that were sent, each once, in the order of the taps."""
    sent = [one for one in form.getlist('plaatje') if not isinstance(one, UploadFile) and one in picture_pin.PICTURES]
    return list(dict.fromkeys(sent))[: picture_pin.LENGTH]


def _order(form: FormData) -> int:
    """Which of the many ways to shuffle the tiles: between two taps without a script they stay where they are."""
    sent = str(form.get('volgorde', ''))
    return int(sent) if sent.isascii() and sent.isdecimal() else 0


def _page(say: Language, tapped: list[str], order: int, *, wrong: bool) -> HTMLResponse:
    shuffled = Random(order).sample(picture_pin.PICTURES, len(picture_pin.PICTURES))  # noqa: S311 where tiles lie is no secret
    tiles = ''.join(picture_tile(key, say, tapped.index(key) + 1 if key in tapped else 0) for key in shuffled)
    held = ''.join(f'<input type="hidden" name="plaatje" value="{key}">' for key in tapped)
    words = escape(say('Dat klopt niet. Nog een keer.'))
    sorry = f'<div class="sorry" role="alert">{pictogram("sorry")}<span>{words}</span></div>' if wrong else ''
    title = escape(say('Tik jouw vier plaatjes aan'))
    return plain(
        say,
        say('Tik jouw vier plaatjes aan'),
        f'<header class="top"><div class="brand">{pictogram("picture-code")}<h1>{title}</h1></div>'
        f'{listen_button(say)}</header>'
        f'<main class="body">{sorry}'
        f'<form method="post" action="{PAGE}" id="pictures" data-length="{picture_pin.LENGTH}">'
        f'<input type="hidden" name="volgorde" value="{order}">{held}<div class="twelve">{tiles}</div></form>'
        f'<a class="button" href="{PAGE}">{pictogram("undo")}<span>{escape(say("Opnieuw"))}</span></a></main>',
        scripts=script('plain/picture_pin.js'),
    )


def _locked_page(say: Language) -> HTMLResponse:
    words = escape(say('Morgen kun je het weer proberen. Op een andere telefoon van jou kan het nu.'))
    return sorry_page(say, say('De plaatjes zitten op slot'), status=423, key='locked', more=f'<p>{words}</p>')
