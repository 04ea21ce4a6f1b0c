"""Another password for a worker, or a first one, and another authenticator app. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.table import rules_of
from model.one_at_a_time import Busy
from model.workers.worker import Worker
from model.workers.workers import Stale
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain.page import language_of
from ui.work.field import go_button
from ui.work.new_password import BESIDE, SAID, SCRIPTS, app_to_scan, code_line, login_line, password_line, words_for
from ui.work.own.places import OWN, PASSWORD
from ui.work.page import go_on, kept_form, sorry_line, work_page
from ui.work.way_on import SIGN_IN, worker_here

NEW_APP = f'{PASSWORD}/app'


def register(access: Access) -> None:
    """The routes: with the app there is, and with another."""
    for path in (PASSWORD, NEW_APP):
        _register(access, path)


def _register(access: Access, path: str) -> None:
    @app.get(path)
    async def form(request: Request) -> HTMLResponse:
        return _page(access, request, worker_here(access, request), path)

    @app.post(path, form_limits={'max_fields': 6, 'max_part_size': 4096})
    async def change(
        request: Request,
        naam: Annotated[str, Form()] = '',
        wachtwoord: Annotated[str, Form()] = '',
        code: Annotated[str, Form()] = '',
    ) -> Response:
        session, address = session_of(request), address_of(request)
        try:
            await access.ways_in.set_password(session, naam, wachtwoord, code, address, new_app=path == NEW_APP)
        except (Busy, Stale, *SAID) as error:
            return _refused(access, request, path, error, naam)
        return go_on(request, f'{OWN}?wachtwoord=nieuw')


def _refused(access: Access, request: Request, path: str, error: Exception, login: str) -> Response:
    try:
        worker = access.signed_in.worker(session_of(request))
    except Stranger:  # five wrong codes
        return go_on(request, SIGN_IN)
    return _page(access, request, worker, path, error, login)


def _page(
    access: Access, request: Request, me: Worker, path: str, error: Exception | None = None, login: str = ''
) -> HTMLResponse:
    """The form. Raises `ProofAsked`, but not while somebody fills it in."""
    say, session, is_busy = language_of(request), session_of(request), isinstance(error, (Busy, Stale))
    seed = session.setting_up.get('seed', '') if error else access.ways_in.begin_password(session)
    sorry = sorry_line(words_for(error, say), 'wait' if is_busy else 'sorry') if error else sorry_line()
    # the name to sign in with is chosen once; a password manager wants to see it all the same
    name = login_line(say, login or me.name) if not me.login else _known_login(me)
    if path == NEW_APP or not me.has_password:
        title, key = say('Wachtwoord en app met codes'), 'code-app'
        app_panel = f'<div class="panel">{app_to_scan(access, me, seed, say)}{code_line(say)}</div>'
        lines = f'<div class="panel">{name}{password_line(say)}</div>{app_panel}{go_button(say("Bewaar"), "yes")}'
        more = BESIDE
    else:
        title, key = say('Ander wachtwoord'), 'password'
        lines = f'{name}{password_line(say)}{code_line(say)}{go_button(say("Bewaar"), "yes")}'
        more = ' class="panel"'
    return work_page(
        say,
        title,
        key,
        f'{sorry}{kept_form(say, path, lines, more=more)}',
        status=(429 if is_busy else 400) if error else 200,
        back=OWN,
        scripts=SCRIPTS,
        idle=rules_of(access.signed_in.key(session)).idle,
    )


def _known_login(me: Worker) -> str:
    return f'<input type="text" value="{escape(me.login)}" autocomplete="username" readonly hidden>'
