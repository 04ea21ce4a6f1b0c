"""Signing in and out, for workers. Plain pages."""

from dataclasses import dataclass
from html import escape
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, TooManyTries
from model.key import Device
from model.one_at_a_time import Busy
from model.words import Language
from model.workers.password import MOST
from model.workers.worker import LOGIN_LENGTH
from ui.http.cookie_probe import asking, refuse_without_cookie
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.page import language_of, pictogram
from ui.words.device import only_mine
from ui.work import passkeys
from ui.work.field import field, go_button
from ui.work.page import go_on, kept_form, sorry_line, work_page
from ui.work.way_on import SIGN_IN, way_on


@dataclass(frozen=True)
class Entered:
    """What was entered and is kept when something was wrong: not the password, and not the code."""

    login: str = ''
    own: bool = False
    recovery: bool = False
    """With a recovery code: perhaps there is no password."""
    goes_on: bool = False
    """Somebody asked for a page first, to which they go on after."""


def register(access: Access) -> None:
    """The routes of signing in and out."""

    @app.get(SIGN_IN)
    async def door(request: Request, herstel: str = '') -> Response:
        session = session_of(request)
        if access.signed_in.is_here(session):
            return RedirectResponse(way_on(session, access.signed_in.worker(session).id), status_code=303)
        entered = Entered(recovery=bool(herstel), goes_on=bool(session.way))
        return _page(language_of(request), device_of(request), entered)

    @app.post(
        SIGN_IN,
        form_limits={'max_fields': 6, 'max_part_size': 4096},
        dependencies=[Depends(refuse_without_cookie)],
    )
    async def sign_in(
        request: Request,
        naam: Annotated[str, Form()] = '',
        wachtwoord: Annotated[str, Form()] = '',
        code: Annotated[str, Form()] = '',
        eigen: Annotated[str, Form()] = '',
        herstel: Annotated[str, Form()] = '',
    ) -> Response:
        entered = Entered(naam, eigen == 'ja', bool(herstel))
        address = address_of(request)
        try:
            worker = await access.sign_in.by_password(address, naam, wachtwoord, code, access.settings.now())
        except (NotSignedIn, Busy, TooManyTries) as error:
            return _refused(language_of(request), device_of(request), entered, error)
        session = session_of(request)
        access.signed_in.start(session, worker, own=entered.own, device=device_of(request))
        return go_on(request, way_on(session, worker.id))

    @app.post('/werk/uit')
    async def sign_out(request: Request) -> Response:
        access.signed_in.stop(session_of(request))
        session_of(request).way = {}
        return RedirectResponse('/', status_code=303)

    passkeys.register(access)


def _refused(say: Language, device: Device, entered: Entered, error: Exception) -> HTMLResponse:
    if isinstance(error, NotSignedIn):
        return _page(say, device, entered, sorry=sorry_line(passkeys.not_right(say)), status=403)
    words = say('Even wachten. Probeer het over een minuut.')
    if isinstance(error, TooManyTries):
        words = say('Even wachten. Probeer het over een kwartier. Met een herstelcode kan het nu wel.')
    return _page(say, device, entered, sorry=sorry_line(words, 'wait'), status=429)


def _page(say: Language, device: Device, entered: Entered, *, sorry: str = '', status: int = 200) -> HTMLResponse:
    own = (
        f'<label class="own-device">{pictogram("this-device")}<span>{escape(only_mine(device, say))}'
        f'<small>{escape(say("Dan blijf je langer ingelogd."))}</small></span>'
        f'<input type="checkbox" name="eigen" value="ja"{" checked" if entered.own else ""}></label>'
    )
    with_recovery = '<input type="hidden" name="herstel" value="ja">' if entered.recovery else ''
    lines = _recovery_lines(say, entered.login) if entered.recovery else _lines(say, entered.login)
    go = go_button(say('Log in'), 'sign-in')
    form = kept_form(say, asking(SIGN_IN), f'{with_recovery}{lines}{own}{go}', more=' class="panel" id="in"')
    aside = '' if entered.recovery else f'{passkeys.door(say)}{_recovery_link(say)}'
    way = _where_one_was(say) if entered.goes_on else ''
    help_ = escape(say('Lukt het niet? Je coördinator kan je een nieuwe uitnodiging geven.'))
    return work_page(
        say,
        say('Met een herstelcode') if entered.recovery else say('Inloggen'),
        'recovery-codes' if entered.recovery else 'worker',
        f'{way}{sorry or sorry_line()}<div class="beside-each-other">{form}<div class="aside">{aside}'
        f'<p class="more">{pictogram("coordinator")}<span>{help_}</span></p></div></div>',
        status=status,
        back=SIGN_IN if entered.recovery else '/',
        scripts=('plain/keep_typed.js', 'plain/passkey.js'),
    )


def _where_one_was(say: Language) -> str:
    words = escape(say('Log in, dan ga je verder waar je was.'))
    return f'<p class="more">{pictogram("next")}<span>{words}</span></p>'


def _recovery_link(say: Language) -> str:
    words = escape(say('Log in met een herstelcode'))
    return f'<a class="more" href="{SIGN_IN}?herstel=ja">{pictogram("recovery-codes")}<span>{words}</span></a>'


def _login_line(say: Language, login: str) -> str:
    return field(
        'naam',
        say('Inlognaam'),
        'worker',
        value=login[:LOGIN_LENGTH],
        autocomplete='username',
        maxlength=str(LOGIN_LENGTH),
        autocapitalize='none',
        spellcheck='false',
    )


def _lines(say: Language, login: str) -> str:
    hint = say('De 6 cijfers in je app met codes. Of een herstelcode.')
    return _login_line(say, login) + _password_line(say) + _code_line(say('Code'), 'code-app', hint)


def _recovery_lines(say: Language, login: str) -> str:
    password = _password_line(say, hint=say('Heb je geen wachtwoord? Laat dit dan leeg.'), must=False)
    hint = say('Een code van je lijst. Elke code werkt één keer.')
    return _login_line(say, login) + password + _code_line(say('Herstelcode'), 'recovery-codes', hint)


def _password_line(say: Language, *, hint: str = '', must: bool = True) -> str:
    return field(
        'wachtwoord',
        say('Wachtwoord'),
        'password',
        hint=hint,
        must=must,
        type='password',
        autocomplete='current-password',
        maxlength=str(MOST),
    )


def _code_line(words: str, key: str, hint: str) -> str:
    return field(
        'code',
        words,
        key,
        hint=hint,
        autocomplete='one-time-code',
        maxlength='40',
        autocapitalize='none',
        spellcheck='false',
    )
