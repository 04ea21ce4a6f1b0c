""" "Alles is gewist": the end of a compass, which for a day can be brought back on this device. Plain pages."""

from contextlib import suppress
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from ui.http.session import session_of
from ui.plain.page import language_of, listen_button, pictogram, plain


def register(access: Access) -> None:
    """The routes."""

    @app.get('/gewist/{compass_id}')
    async def erased(compass_id: str, request: Request) -> Response:
        with suppress(Stranger, LookupError):  # it is still there: nobody is told anything else
            access.gate.open(session_of(request), compass_id)
            return RedirectResponse(f'/kompas/{compass_id}', status_code=303)
        can = access.erasing.can_bring_back(session_of(request), compass_id)
        return _page(request, compass_id if can else '')

    @app.post('/gewist/{compass_id}')
    async def bring_back(compass_id: str, request: Request) -> Response:
        access.erasing.bring_back(session_of(request), compass_id)
        return RedirectResponse(f'/kompas/{compass_id}', status_code=303)


def _page(request: Request, compass_id: str) -> HTMLResponse:
    say = language_of(request)
    words, back = '', ''
    if compass_id:
        words = f'<p>{escape(say("Had je dat niet gewild? Je kunt het hier nog één dag terughalen."))}</p>'
        back = (
            f'<form method="post" action="/gewist/{escape(compass_id)}"><button class="button">'
            f'{pictogram("put-back")}<span>{escape(say("Toch terughalen"))}</span></button></form>'
        )
    title = say('Alles is gewist')
    return plain(
        say,
        title,
        f'<main class="alone"><div class="big-pictogram">{pictogram("erase")}</div><h1>{escape(title)}</h1>{words}'
        f'<a class="button go" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
        f'{back}{listen_button(say)}</main>',
    )
