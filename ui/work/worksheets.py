"""The worksheets of the life domains, to print: blank, so they are at the desk and not at anybody's compass."""

from functools import partial
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.table import rules_of
from model.catalogue.domains import Domain
from model.words import Language
from ui.http.compression import AS_IT_IS
from ui.http.origin import place_of
from ui.http.session import session_of
from ui.look.picture import drawn, word
from ui.paper import press
from ui.paper.worksheet import worksheet
from ui.plain.page import language_of
from ui.work.page import work_page
from ui.work.way_on import DESK, worker_here

WORKSHEETS = '/werk/werkbladen'


def register(access: Access) -> None:
    """The routes."""

    @app.get(WORKSHEETS)
    async def choose(request: Request) -> HTMLResponse:
        worker_here(access, request)
        say, idle = language_of(request), rules_of(access.signed_in.key(session_of(request))).idle
        return work_page(say, say('Werkbladen'), 'drawing-sheet', _body(access, say), back=DESK, idle=idle)

    @app.get('/werk/werkblad/{key}.pdf')
    async def paper(key: str, request: Request) -> Response:
        worker = worker_here(access, request)
        domain = next((one for one in access.domains if one.key == key), None)
        if domain is None:
            raise Stranger
        pdf = await press.make(partial(worksheet, domain, language_of(request)), place_of(request, worker.id))
        named = {'Content-Disposition': f'inline; filename="{domain.key}.pdf"', 'Cache-Control': 'no-store'}
        return Response(pdf, media_type='application/pdf', headers=AS_IT_IS | named)


def _body(access: Access, say: Language) -> str:
    words = escape(
        say('Kies een blad om te printen. Er staat nog niets op: jullie tekenen, schrijven en plakken zelf.')
    )
    tiles = ''.join(_tile(domain, say) for domain in access.domains)
    return f'<p class="worksheets-told">{words}</p><div class="tiles worksheets">{tiles}</div>'


def _tile(domain: Domain, say: Language) -> str:
    page = f'/werk/werkblad/{domain.key}.pdf'
    return f'<a class="tile" href="{page}" target="_blank">{drawn(domain.pictogram)}{word(say(domain.word), say)}</a>'
