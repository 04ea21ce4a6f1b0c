"""The page of the team, and what a coordinator does on it. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.table import rules_of
from model.words import Language
from model.workers.workers import LastCoordinator
from model.writing.own_words import TooLong
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.work.page import sorry_line, work_page
from ui.work.team import invite, taking_over
from ui.work.team.coordinator import coordinator
from ui.work.team.invite import TEAM, Asked
from ui.work.team.team_list import team_list
from ui.work.way_on import DESK


def register(access: Access) -> None:
    """The routes."""

    @app.get(TEAM)
    async def team(request: Request) -> HTMLResponse:
        coordinator(access, request)
        return page(access, request)

    def refused(request: Request, asked: Asked) -> HTMLResponse:
        return page(access, request, _too_long(language_of(request)), asked)

    _register_changes(access)
    invite.register(access, refused)
    taking_over.register(access)


def _register_changes(access: Access) -> None:
    @app.post(f'{TEAM}/uit', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_off(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        access.accounts.switch_off(session_of(request), wie)
        return _back()

    @app.post(f'{TEAM}/aan', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_on(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        access.taking_over.withdraw(session_of(request), wie)
        access.accounts.switch_on(session_of(request), wie)
        return _back()

    @app.post(f'{TEAM}/deze-tablet', form_limits={'max_fields': 2, 'max_part_size': 64})
    async def mark_browser(request: Request, iedereen: Annotated[str, Form()] = '') -> Response:
        coordinator(access, request)
        session_of(request).everyones = iedereen == 'ja'
        return _back()

    @app.post(f'{TEAM}/mijn', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def join(request: Request, team: Annotated[str, Form()] = '') -> Response:
        try:
            access.accounts.join(session_of(request), team)
        except TooLong:
            return page(access, request, _too_long(language_of(request)))
        return _back()

    @app.post(f'{TEAM}/indeling', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def place(
        request: Request,
        wie: Annotated[str, Form()] = '',
        team: Annotated[str, Form()] = '',
        coordinator: Annotated[str, Form()] = '',
    ) -> Response:
        say = language_of(request)
        try:
            access.accounts.place(session_of(request), wie, team=team, coordinator=coordinator == 'ja')
        except TooLong:
            return page(access, request, _too_long(say))
        except LastCoordinator:
            words = say('Er moet een coördinator blijven. Maak eerst iemand anders coördinator.')
            return page(access, request, words)
        # who is no coordinator any more has no page of the team to go back to
        is_still = access.signed_in.worker(session_of(request)).coordinator
        return _back() if is_still else RedirectResponse(DESK, status_code=303)


def page(access: Access, request: Request, sorry: str = '', asked: Asked | None = None) -> HTMLResponse:
    """The page; with why something could not be done, and the invitation that was `asked`. Raises `Stranger`."""
    say, idle = language_of(request), rules_of(access.signed_in.key(session_of(request))).idle
    status = 400 if sorry else 200
    body = (
        (sorry_line(sorry) if sorry else '')
        + team_list(access, session_of(request), say, asked)
        + _this_tablet(request, say)
    )
    return work_page(say, say('Team'), 'team', body, status=status, back='/werk', idle=idle)


def _too_long(say: Language) -> str:
    return say('Dat is te lang. Maak het korter.')


def _this_tablet(request: Request, say: Language) -> str:
    """Whether this browser is of everyone here, so that no person is asked whether it is theirs."""
    marked = session_of(request).everyones
    words = say('Deze tablet is van iedereen hier')
    return (
        f'<form class="panel" method="post" action="{TEAM}/deze-tablet">'
        f'<input type="hidden" name="iedereen" value="{"" if marked else "ja"}">'
        f'<button class="tile flat" aria-pressed="{"true" if marked else "false"}">{pictogram("my-people")}'
        f'<span class="word">{escape(words)}</span></button></form>'
    )


def _back() -> Response:
    return RedirectResponse(TEAM, status_code=303)
