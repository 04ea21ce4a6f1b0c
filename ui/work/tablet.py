"""A tablet changes hands: from a worker to a person, and back when the worker shows who they are. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, Stranger, TooManyTries
from model.one_at_a_time import Busy
from ui.http.origin import address_of, own_origin, refuse_foreign_post
from ui.http.session import session_of
from ui.plain import lock
from ui.plain.page import language_of, pictogram
from ui.work import passkeys
from ui.work.field import field, go_button
from ui.work.page import sorry_line, work_page

ANEW = '/werk/in'
"""Where a worker goes who cannot take the tablet back any more."""


def register(access: Access) -> None:
    """The routes, those of the lock too."""
    lock.register(access)

    @app.post('/werk/tablet', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def hand_over(
        request: Request, kompas: Annotated[str, Form()] = '', vraag: Annotated[str, Form()] = ''
    ) -> Response:
        refuse_foreign_post(access, request)
        access.tablet.hand_over(session_of(request), kompas, vraag)
        return RedirectResponse(f'/kompas/{kompas}{_asked(access, request, kompas, vraag)}', status_code=303)

    @app.get('/werk/terug')
    async def ask_back(request: Request) -> Response:
        if not access.tablet.is_lent(session_of(request)):
            return RedirectResponse(ANEW, status_code=303)
        return _page(access, request)

    @app.post('/werk/terug', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def take_back(request: Request, code: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(access, request)
        say = language_of(request)
        try:
            await access.tablet.take_back_by_code(session_of(request), code, address_of(request))
        except NotSignedIn:
            words = say('Die code klopt niet. Wacht op een nieuwe code.')
            return _page(access, request, sorry_line(words), status=403)
        except Busy:
            if not access.tablet.is_lent(session_of(request)):
                raise TooManyTries from None
            words = say('Even wachten. Probeer het over een minuut.')
            return _page(access, request, sorry_line(words, 'wait'), status=429)
        except Stranger:  # five wrong codes, or the account was switched off
            return RedirectResponse(ANEW, status_code=303)
        return RedirectResponse('/werk', status_code=303)

    @app.post('/werk/terug/sleutel')
    async def take_back_by_passkey(request: Request) -> JSONResponse:
        origin = own_origin(access, request)
        answer = await passkeys.answer_of(request)
        try:
            access.tablet.take_back_by_passkey(session_of(request), answer, origin, address_of(request))
        except NotSignedIn:
            return passkeys.told(passkeys.not_right(language_of(request)), 403)
        except Stranger:
            return JSONResponse({'page': ANEW})
        return JSONResponse({'page': '/werk'})


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
    who = f'<h2>{escape(say("Alleen {name} kan dit.", name=lender.name))}</h2>'
    ways = (_code(request) if lender.has_password else '') + (_passkey(request) if lender.passkeys else '')
    # who said no to their worker, or did not answer, needs the code to come back
    words = escape(say('Eerst de code meegeven'))
    is_needed = held and not held[-1].scanned
    first = f'<a href="/kompas/{held[-1].id}/delen">{pictogram("scan")}<span>{words}</span></a>' if is_needed else ''
    anew = f'<a href="{ANEW}">{pictogram("sign-in")}<span>{escape(say("Anders inloggen"))}</span></a>'
    more = f'<nav class="quiet">{first}{anew}</nav>'
    return work_page(
        say,
        say('Tablet terug'),
        'take-back',
        f'{who}{sorry or sorry_line()}<div class="beside-each-other">{ways}</div>{more}',
        status=status,
        back=f'/kompas/{held[-1].id}' if held else '/',
        scripts=('plain/passkey.js',),
    )


def _code(request: Request) -> str:
    say = language_of(request)
    line = field(
        'code',
        say('Code'),
        'code-app',
        hint=say('De 6 cijfers in je code-app.'),
        autocomplete='one-time-code',
        inputmode='numeric',
        maxlength='40',
    )
    button = go_button(say('Tablet terug'), 'take-back')
    return f'<form class="panel" method="post" action="/werk/terug">{line}{button}</form>'


def _passkey(request: Request) -> str:
    say = language_of(request)
    about = escape(say('Je gezicht, je vinger of de pincode van je apparaat.'))
    return (
        '<button type="button" class="door" data-colour="be-yourself" data-passkey="in" '
        f'data-post="/werk/terug/sleutel" aria-describedby="about-passkey" hidden>{pictogram("passkey")}'
        f'<span>{escape(say("Terug met je sleutel"))}</span><small id="about-passkey">{about}</small></button>'
    )
