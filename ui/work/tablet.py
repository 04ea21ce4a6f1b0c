"""A tablet changes hands: from a worker to a person, and back when the worker shows who they are. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, Stranger
from ui.http.origin import address_of, own_origin
from ui.http.session import session_of
from ui.plain import lock
from ui.plain.device import device_of
from ui.plain.page import language_of, pictogram
from ui.work import passkeys
from ui.work.own import once_more
from ui.work.page import go_on, sorry_line, work_page
from ui.work.way_on import SIGN_IN, way_on


def register(access: Access) -> None:
    """The routes, those of the lock too."""
    lock.register(access)

    @app.post('/werk/tablet', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def hand_over(
        request: Request, kompas: Annotated[str, Form()] = '', vraag: Annotated[str, Form()] = ''
    ) -> Response:
        access.tablet.hand_over(session_of(request), kompas, vraag)
        return RedirectResponse(f'/kompas/{kompas}{_asked(access, request, kompas, vraag)}', status_code=303)

    @app.post('/werk/overnemen', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def hand_over_to_ask(request: Request, kompas: Annotated[str, Form()] = '') -> Response:
        worker_id = access.taking_over.hand_over(session_of(request), kompas)
        return RedirectResponse(f'/kompas/{kompas}/mag-meekijken/{worker_id}', status_code=303)

    @app.get('/werk/terug')
    async def ask_back(request: Request) -> Response:
        if not access.tablet.is_lent(session_of(request)):
            return RedirectResponse(SIGN_IN, status_code=303)
        return _page(access, request)

    @app.post('/werk/terug', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def take_back(request: Request, code: Annotated[str, Form()] = '') -> Response:
        try:
            access.tablet.take_back_by_code(session_of(request), code, device_of(request))
        except NotSignedIn:
            say = language_of(request)
            words = say('Die code klopt niet. Wacht op een nieuwe code.')
            return _page(access, request, sorry_line(words), status=403)
        except Stranger:  # five wrong codes, or the account was switched off
            return go_on(request, SIGN_IN)
        return go_on(request, _way_on(access, request))

    @app.post('/werk/terug/sleutel')
    async def take_back_by_passkey(request: Request) -> JSONResponse:
        origin = own_origin(request)
        answer = await passkeys.answer_of(request)
        session, address = session_of(request), address_of(request)
        try:
            access.tablet.take_back_by_passkey(session, answer, origin, address, device_of(request))
        except NotSignedIn:
            return passkeys.told(passkeys.not_right(language_of(request)), 403)
        except Stranger:
            return JSONResponse({'page': SIGN_IN})
        return JSONResponse({'page': _way_on(access, request)})


def _way_on(access: Access, request: Request) -> str:
    session = session_of(request)
    return way_on(session, access.signed_in.worker(session).id)


def _asked(access: Access, request: Request, compass_id: str, about: str) -> str:
    """The screen of the question that the tablet was handed over for, if it is one of this compass."""
    seen = access.gate.open(session_of(request), compass_id).seen
    if any(one.id == about for one in seen.album.asked):
        return f'/mag/{about}'
    return f'/mag-meekijken/{about}' if any(ask.worker == about for ask in seen.sharing.asks) else ''


def _page(access: Access, request: Request, sorry: str = '', status: int = 200) -> HTMLResponse:
    """Only the name of the worker stands here, and the ways in that this worker has."""
    say, lender = language_of(request), access.tablet.lender(session_of(request))
    held = access.entrance.held(session_of(request))
    # who said no to their worker, or did not answer, needs the code to come back
    words = escape(say('Geef eerst de code mee'))
    is_needed = held and not held[-1].scanned
    first = f'<a href="/kompas/{held[-1].id}/delen">{pictogram("scan")}<span>{words}</span></a>' if is_needed else ''
    ways = once_more.ways(say, lender, '/werk/terug', say('Neem de tablet terug'), 'take-back')
    return work_page(
        say,
        say('Geef de tablet terug'),
        'take-back',
        f'{once_more.only(say, lender)}{sorry or sorry_line()}{ways}<nav class="quiet">{first}</nav>',
        status=status,
        back=f'/kompas/{held[-1].id}' if held else '/',
        scripts=('plain/keep_typed.js', 'plain/passkey.js'),
    )
