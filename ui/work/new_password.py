"""A password with an authenticator app, for somebody who was invited. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.workers.sign_in import WrongCode
from model.one_at_a_time import Busy
from model.words import Language
from model.workers.password import LEAST, MOST, TooCommon, TooLongPassword, TooShort
from model.workers.worker import LOGIN_LENGTH, Nameless, Worker
from model.workers.workers import LoginTaken
from model.writing.own_words import TooLong
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.look import qr
from ui.plain.device import device_of
from ui.plain.page import language_of, pictogram
from ui.work.field import field, go_button
from ui.work.own.recovery_page import recovery_page
from ui.work.page import kept_form, sorry_line, work_page
from ui.work.way_on import DESK


def register(access: Access) -> None:
    """The routes."""

    @app.get('/werk/welkom/wachtwoord')
    async def form(request: Request) -> Response:
        worker = access.joining.worker(session_of(request))
        if not worker.name:
            return RedirectResponse('/werk/welkom', status_code=303)
        return _page(access, request, worker.login)

    @app.post('/werk/welkom/wachtwoord', form_limits={'max_fields': 6, 'max_part_size': 4096})
    async def join(
        request: Request,
        naam: Annotated[str, Form()] = '',
        wachtwoord: Annotated[str, Form()] = '',
        code: Annotated[str, Form()] = '',
    ) -> Response:
        try:
            worker, codes = await _join(access, request, naam, wachtwoord, code)
        except (Busy, *SAID) as error:
            return _page(access, request, naam, error)
        return recovery_page(language_of(request), codes, worker, on=DESK)


async def _join(access: Access, request: Request, login: str, password: str, code: str) -> tuple[Worker, list[str]]:
    """Complete the account; returns it and its recovery codes. Raises `Stranger`, `Busy`, and what is said."""
    session, now = session_of(request), access.settings.now()
    worker = access.joining.worker(session)
    worker.accept(worker.name, login)
    worker.begin_code(access.joining.seed(session))
    codes = await access.sign_in.choose_password(address_of(request), worker, password, code, now)
    access.joining.finish(session, worker, device_of(request))
    return worker, codes


SAID = (Nameless, TooLong, LoginTaken, TooShort, TooLongPassword, TooCommon, WrongCode)
"""What can be wrong with a password or what comes with it."""


def words_for(error: Exception, say: Language) -> str:
    """The sentence for one of those, or for `Busy`."""
    words = {
        Nameless: say('Kies een inlognaam.'),
        TooLong: say('Dat is te lang. Maak het korter.'),
        LoginTaken: say('Deze inlognaam is al van een ander. Kies een andere.'),
        TooShort: say('Je wachtwoord is te kort. Neem er een van 15 tekens of meer.'),
        TooLongPassword: say('Je wachtwoord is te lang. Neem er een van 200 tekens of minder.'),
        TooCommon: say('Dit wachtwoord is te makkelijk te raden. Kies een ander.'),
        WrongCode: say('Die code klopt niet. Wacht op de volgende code in je app.'),
    }
    return words.get(type(error), say('Even wachten. Probeer het over een minuut.'))


def _page(access: Access, request: Request, login: str, error: Exception | None = None) -> HTMLResponse:
    say, is_busy = language_of(request), isinstance(error, Busy)
    session = session_of(request)
    worker = access.joining.worker(session)
    sorry = sorry_line(words_for(error, say), 'wait' if is_busy else 'sorry') if error else sorry_line()
    form = (
        f'<div class="panel">{login_line(say, login)}{password_line(say)}</div>'
        f'<div class="panel">{app_to_scan(access, worker, access.joining.seed(session), say)}{code_line(say)}</div>'
        f'{go_button(say("Klaar"), "yes")}'
    )
    return work_page(
        say,
        say('Met een wachtwoord'),
        'password',
        f'{sorry}{kept_form(say, "/werk/welkom/wachtwoord", form, more=BESIDE)}',
        status=(429 if is_busy else 400) if error else 200,
        back='/werk/welkom/kies',
        scripts=SCRIPTS,
    )


BESIDE = ' class="beside-each-other"'
SCRIPTS = ('plain/keep_typed.js', 'plain/print.js', 'plain/copy.js')
"""What a form needs that is answered with recovery codes."""


def login_line(say: Language, login: str) -> str:
    """The line for a name to sign in with."""
    return field(
        'naam',
        say('Kies een inlognaam'),
        'worker',
        hint=say('Hiermee log je in.'),
        value=login[:LOGIN_LENGTH],
        autocomplete='username',
        maxlength=str(LOGIN_LENGTH),
        autocapitalize='none',
        spellcheck='false',
    )


def password_line(say: Language) -> str:
    """The line for a new password."""
    return field(
        'wachtwoord',
        say('Kies een wachtwoord'),
        'password',
        hint=say('15 tekens of meer. Vier losse woorden achter elkaar werkt goed.'),
        type='password',
        autocomplete='new-password',
        minlength=str(LEAST),
        maxlength=str(MOST),
    )


def code_line(say: Language) -> str:
    """The line for what the app shows."""
    return field(
        'code',
        say('Code uit de app'),
        'code-app',
        hint=say('De app laat nu 6 cijfers zien. Typ ze hier.'),
        inputmode='numeric',
        autocomplete='one-time-code',
        maxlength='12',
    )


def app_to_scan(access: Access, worker: Worker, seed: str, say: Language) -> str:
    """What an authenticator app is to scan, to open or, without a camera, to be told."""
    one_time = access.sign_in.one_time
    key = one_time.key(worker.id, seed)
    label = worker.name
    while len(address := one_time.address(worker.id, seed, label)) > qr.LONGEST_ADDRESS:
        label = label[:-1]
    groups = ' '.join(key[start : start + 4] for start in range(0, len(key), 4))
    scan = say('Scan dit met een app met codes op je telefoon. Bijvoorbeeld Aegis, 2FAS of Microsoft Authenticator.')
    code, by_hand = say('QR-code voor je app met codes'), say('Heb je geen camera? Typ dit in de app:')
    return (
        f'<p>{escape(scan)}</p><div class="qr" role="img" aria-label="{escape(code)}">{qr.svg(address)}</div>'
        f'<a class="button on-this-device" href="{escape(address)}">{pictogram("this-device")}'
        f'<span>{escape(say("Ik heb de app hier"))}</span></a>'
        f'<p class="by-hand">{escape(by_hand)} <code dir="ltr">{groups}</code></p>'
    )
