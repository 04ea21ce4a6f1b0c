"""A worker shows in full that it is them, before they change how they sign in. A plain page."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, Stranger
from model.access.table import rules_of
from model.one_at_a_time import Busy
from model.words import Language
from model.workers.password import MOST
from model.workers.worker import Worker
from ui.http.origin import address_of, own_origin
from ui.http.session import session_of
from ui.plain.page import language_of
from ui.work import passkeys
from ui.work.field import field, go_button
from ui.work.own.places import OWN, PROOF
from ui.work.page import go_on, kept_form, sorry_line, work_page
from ui.work.passkey_door import passkey_door
from ui.work.way_on import DESK, SIGN_IN, way_on, worker_here


def register(access: Access) -> None:
    """The routes."""

    @app.get(PROOF)
    async def ask(request: Request) -> HTMLResponse:
        return _page(access, request, worker_here(access, request))

    @app.post(PROOF, form_limits={'max_fields': 4, 'max_part_size': 4096})
    async def by_password(
        request: Request, wachtwoord: Annotated[str, Form()] = '', code: Annotated[str, Form()] = ''
    ) -> Response:
        say, session = language_of(request), session_of(request)
        try:
            await access.ways_in.prove_by_password(session, wachtwoord, code, address_of(request))
        except NotSignedIn:
            return _page(access, request, access.signed_in.worker(session), sorry_line(passkeys.not_right(say)), 403)
        except Busy:
            words = say('Even wachten. Probeer het over een minuut.')
            return _page(access, request, access.signed_in.worker(session), sorry_line(words, 'wait'), 429)
        except Stranger:  # five wrong answers
            return go_on(request, SIGN_IN)
        return go_on(request, _way_on(access, request))

    @app.post(f'{PROOF}/sleutel')
    async def by_passkey(request: Request) -> JSONResponse:
        origin = own_origin(request)
        answer = await passkeys.answer_of(request)
        try:
            access.ways_in.prove_by_passkey(session_of(request), answer, origin, address_of(request))
        except NotSignedIn:
            return passkeys.told(passkeys.not_right(language_of(request)), 403)
        except Stranger:
            return JSONResponse({'page': SIGN_IN})
        return JSONResponse({'page': _way_on(access, request)})


def _way_on(access: Access, request: Request) -> str:
    session = session_of(request)
    way = way_on(session, access.signed_in.worker(session).id)
    return OWN if way == DESK else way


def _page(access: Access, request: Request, me: Worker, sorry: str = '', status: int = 200) -> HTMLResponse:
    say = language_of(request)
    door = passkey_door(say, f'{PROOF}/sleutel') if me.passkeys else ''
    form = _form(say, me) if me.has_password or me.recovery else ''
    why = escape(say('Je gaat iets veranderen aan hoe je inlogt. Laat eerst zien dat jij het bent.'))
    return work_page(
        say,
        say('Ben jij het echt?'),
        'locked',
        f'<p>{why}</p>{sorry or sorry_line()}<div class="beside-each-other">{form}{door}</div>',
        status=status,
        back=OWN,
        scripts=('plain/keep_typed.js', 'plain/passkey.js'),
        idle=rules_of(access.signed_in.key(session_of(request))).idle,
    )


def _form(say: Language, me: Worker) -> str:
    password = (
        field(
            'wachtwoord',
            say('Wachtwoord'),
            'password',
            type='password',
            autocomplete='current-password',
            maxlength=str(MOST),
        )
        if me.has_password
        else ''
    )
    code = field(
        'code',
        say('Code') if me.has_password else say('Herstelcode'),
        'code-app' if me.has_password else 'recovery-codes',
        hint=say('De 6 cijfers in je app met codes. Of een herstelcode.')
        if me.has_password
        else say('Een code van je lijst. Elke code werkt één keer.'),
        autocomplete='one-time-code',
        maxlength='40',
        autocapitalize='none',
        spellcheck='false',
    )
    return kept_form(say, PROOF, password + code + go_button(say('Verder'), 'next'), more=' class="panel"')
