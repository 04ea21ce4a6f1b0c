"""A worker comes back to a screen they left alone: "Ben je er nog?", and on to where they were. A plain page."""

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, Stranger
from ui.http.origin import address_of, own_origin, refuse_all_but_scripts
from ui.http.session import session_of
from ui.plain.page import language_of
from ui.work import passkeys
from ui.work.own import once_more
from ui.work.page import HERE, go_on, sorry_line, work_page
from ui.work.way_on import SIGN_IN, STILL_HERE, way_on


def register(access: Access) -> None:
    """The routes."""

    @app.post(HERE)
    async def stay(request: Request) -> Response:
        refuse_all_but_scripts(request)
        access.signed_in.stay(session_of(request))
        return Response(status_code=204)

    @app.get(STILL_HERE)
    async def ask(request: Request) -> Response:
        try:
            return _page(access, request)
        except Stranger:  # who is here after all goes on from there
            return RedirectResponse(SIGN_IN, status_code=303)

    @app.post(STILL_HERE, form_limits={'max_fields': 2, 'max_part_size': 256})
    async def by_code(request: Request, code: Annotated[str, Form()] = '') -> Response:
        say, session = language_of(request), session_of(request)
        try:
            worker = access.pause.end_by_code(session, code)
        except NotSignedIn:
            words = say('Die code klopt niet. Wacht op een nieuwe code.')
            return _page(access, request, sorry_line(words), status=403)
        except Stranger:  # five wrong codes, the twelve hours, or gone on in another tab
            return go_on(request, SIGN_IN)
        return go_on(request, way_on(session, worker.id))

    @app.post(f'{STILL_HERE}/sleutel')
    async def by_passkey(request: Request) -> JSONResponse:
        origin, session = own_origin(request), session_of(request)
        answer = await passkeys.answer_of(request)
        try:
            worker = access.pause.end_by_passkey(session, answer, origin, address_of(request))
        except NotSignedIn:
            return passkeys.told(passkeys.not_right(language_of(request)), 403)
        except Stranger:
            return JSONResponse({'page': SIGN_IN})
        return JSONResponse({'page': way_on(session, worker.id)})


def _page(access: Access, request: Request, sorry: str = '', status: int = 200) -> HTMLResponse:
    """Only the name of the worker stands here. Raises `Stranger`."""
    say, worker = language_of(request), access.pause.worker(session_of(request))
    ways = once_more.ways(say, worker, STILL_HERE, say('Verder'), 'next')
    return work_page(
        say,
        say('Ben je er nog?'),
        'wait',
        f'{once_more.only(say, worker)}{sorry or sorry_line()}{ways}',
        status=status,
        back='/',
        scripts=('plain/keep_typed.js', 'plain/passkey.js'),
    )
