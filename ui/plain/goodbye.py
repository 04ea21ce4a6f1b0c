"""Goodbye: a shared device forgets. Plain pages."""

from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.words import Language
from ui.http.session import session_of
from ui.plain.lock import BARE, leave_nothing
from ui.plain.page import language_of, listen_button, pictogram, plain


def register(access: Access) -> None:
    """The routes of leaving."""

    @app.post('/tot-ziens')
    async def leave(request: Request) -> Response:
        access.entrance.forget(session_of(request))
        return leave_nothing(session_of(request), RedirectResponse('/tot-ziens', status_code=303))

    @app.get('/tot-ziens')
    async def left(request: Request) -> HTMLResponse:
        session = session_of(request)
        stays = bool(access.lock.quick(session)) or access.lock.has_older(session)
        return _page(language_of(request), lent=access.tablet.is_lent(session), stays=stays)


def _page(say: Language, *, lent: bool, stays: bool) -> HTMLResponse:
    back = (
        f'<a class="button go" href="/werk/terug">{pictogram("take-back")}'
        f'<span>{escape(say("Geef de tablet terug"))}</span></a>'
    )
    home = f'<a class="button go" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
    words = (
        say('Je kompas blijft hier een maand op slot. Met je plaatje kom je er weer in.')
        if stays
        else say('Je kompas is van deze tablet af. Met je code kom je er weer in.')
    )
    return plain(
        say,
        say('Tot ziens'),
        f'<main class="alone"><div class="big-pictogram">{pictogram("goodbye")}</div>'
        f'<h1>{escape(say("Tot ziens"))}</h1><p>{escape(words)}</p>'
        f'{back if lent else home}{listen_button(say)}</main>',
        scripts=BARE,
    )
