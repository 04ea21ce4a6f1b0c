"""Signing in and out, for workers. Plain pages."""

import re
from dataclasses import dataclass
from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import NotSignedIn, TooManyTries
from model.one_at_a_time import Busy
from model.words import Language
from model.workers.password import MOST
from model.workers.worker import LOGIN_LENGTH
from ui.http.origin import address_of, refuse_foreign_post
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.work import passkeys
from ui.work.field import field, go_button
from ui.work.page import sorry_line, work_page

DESK = '/werk'
_OWN_PATH = re.compile(r'/(werk|kompas)(/[A-Za-z0-9_-]+)*')
_LONGEST_PATH = 200


@dataclass(frozen=True)
class Entered:
    """What was entered and is kept when something was wrong: not the password, and not the code."""

    login: str = ''
    own: bool = False
    to: str = ''


def register(access: Access) -> None:
    """The routes of signing in and out."""

    @app.get('/werk/in')
    async def door(request: Request, naar: str = '') -> Response:
        if access.signed_in.is_here(session_of(request)):
            return RedirectResponse(way_on(naar), status_code=303)
        return _page(language_of(request), Entered(to=naar))

    @app.post('/werk/in', form_limits={'max_fields': 6, 'max_part_size': 4096})
    async def sign_in(
        request: Request,
        naam: Annotated[str, Form()] = '',
        wachtwoord: Annotated[str, Form()] = '',
        code: Annotated[str, Form()] = '',
        eigen: Annotated[str, Form()] = '',
        naar: Annotated[str, Form()] = '',
    ) -> Response:
        refuse_foreign_post(access, request)
        entered = Entered(naam, eigen == 'ja', naar)
        address = address_of(request)
        try:
            worker = await access.sign_in.by_password(address, naam, wachtwoord, code, access.settings.now())
        except (NotSignedIn, Busy, TooManyTries) as error:
            return _refused(language_of(request), entered, error)
        access.signed_in.start(session_of(request), worker, own=entered.own)
        return RedirectResponse(way_on(naar), status_code=303)

    @app.post('/werk/uit')
    async def sign_out(request: Request) -> Response:
        refuse_foreign_post(access, request)
        access.signed_in.stop(session_of(request))
        return RedirectResponse('/', status_code=303)

    passkeys.register(access, way_on)


def way_on(to: str) -> str:
    """Where to go after signing in: a page of ours, never somewhere else."""
    return to if len(to) <= _LONGEST_PATH and _OWN_PATH.fullmatch(to) else DESK


def _refused(say: Language, entered: Entered, error: Exception) -> HTMLResponse:
    if isinstance(error, NotSignedIn):
        return _page(say, entered, sorry=sorry_line(passkeys.not_right(say)), status=403)
    words = say('Even wachten. Probeer het over een minuut.')
    if isinstance(error, TooManyTries):
        words = say('Even wachten. Probeer het over een kwartier. Met een herstelcode kan het nu wel.')
    return _page(say, entered, sorry=sorry_line(words, 'wait'), status=429)


def _page(say: Language, entered: Entered, *, sorry: str = '', status: int = 200) -> HTMLResponse:
    own = (
        f'<label class="own-device">{pictogram("this-device")}<span>{escape(say("Alleen ik gebruik dit apparaat"))}'
        f'<small>{escape(say("Dan blijf je langer ingelogd."))}</small></span>'
        f'<input type="checkbox" name="eigen" value="ja"{" checked" if entered.own else ""}></label>'
    )
    login = entered.login[:LOGIN_LENGTH]
    form = (
        f'<form class="panel" method="post" action="/werk/in" id="in">'
        f'<input type="hidden" name="naar" value="{escape(entered.to[:_LONGEST_PATH])}">'
        f'{_lines(say, login)}{own}{go_button(say("Log in"), "sign-in")}</form>'
    )
    help_ = escape(say('Lukt het niet? Je coördinator kan je een nieuwe uitnodiging geven.'))
    return work_page(
        say,
        say('Inloggen'),
        'worker',
        f'{sorry or sorry_line()}<div class="beside-each-other">{form}<div class="aside">{passkeys.door(say)}'
        f'<p class="more">{pictogram("coordinator")}<span>{help_}</span></p></div></div>',
        status=status,
        back='/',
        scripts=('plain/passkey.js',),
    )


def _lines(say: Language, login: str) -> str:
    typed = {'autocapitalize': 'none', 'spellcheck': 'false'}
    return (
        field(
            'naam',
            say('Inlognaam'),
            'worker',
            value=login,
            autocomplete='username',
            maxlength=str(LOGIN_LENGTH),
            **typed,
        )
        + field(
            'wachtwoord',
            say('Wachtwoord'),
            'password',
            type='password',
            autocomplete='current-password',
            maxlength=str(MOST),
        )
        + field(
            'code',
            say('Code'),
            'code-app',
            hint=say('De 6 cijfers in je code-app. Of een herstelcode.'),
            autocomplete='one-time-code',
            maxlength='40',
            **typed,
        )
    )
