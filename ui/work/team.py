"""The team: a coordinator invites colleagues, and lets them in and out. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.table import rules_of
from model.words import Language
from model.workers.worker import Worker
from model.writing.own_words import TooLong
from ui.http.session import session_of
from ui.look import qr
from ui.plain.page import language_of, pictogram
from ui.work.page import work_page
from ui.work.team_list import team_list
from ui.work.way_on import worker_here

TEAM = '/werk/team'


def coordinator(access: Access, request: Request) -> Worker:
    """The coordinator who asks for a page. For other workers it is not there; who is none is led to sign in.

    Raises `Stranger`, and what `worker_here` raises.
    """
    worker = worker_here(access, request)
    if not worker.coordinator:
        raise Stranger
    return worker


def register(access: Access) -> None:
    """The routes."""
    _register_team(access)
    _register_invitations(access)


def _register_team(access: Access) -> None:
    @app.get(TEAM)
    async def team(request: Request) -> HTMLResponse:
        me = coordinator(access, request)
        say, idle = language_of(request), rules_of(access.signed_in.key(session_of(request))).idle
        return work_page(
            say, say('Team'), 'team', team_list(access, me, say) + _this_tablet(request, say), back='/werk', idle=idle
        )

    @app.post(f'{TEAM}/uit', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_off(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        access.accounts.switch_off(session_of(request), wie)
        return _back()

    @app.post(f'{TEAM}/aan', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_on(request: Request, wie: Annotated[str, Form()] = '') -> Response:
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
            raise HTTPException(400) from None
        return _back()


def _register_invitations(access: Access) -> None:
    @app.post(f'{TEAM}/uitnodigen', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite(
        request: Request, team: Annotated[str, Form()] = '', coordinator: Annotated[str, Form()] = ''
    ) -> Response:
        try:
            link = access.accounts.invite(session_of(request), team=team, coordinator=coordinator == 'ja')
        except TooLong:
            raise HTTPException(400) from None
        return _invitation(language_of(request), link)

    @app.post(f'{TEAM}/opnieuw', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite_again(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        return _invitation(language_of(request), access.accounts.invite_again(session_of(request), wie))


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


def _invitation(say: Language, link: str) -> HTMLResponse:
    """The only page that ever shows this link; it stands in no address, so that no browser remembers it."""
    steps = ''.join(
        f'<li>{pictogram(key)}<span>{escape(words)}</span></li>'
        for key, words in (
            ('scan', say('Laat je collega deze code scannen, of print dit blad.')),
            ('wait', say('De code werkt één keer, en 7 dagen lang.')),
            ('locked', say('Je ziet deze code maar één keer. Laat hem aan niemand anders zien.')),
        )
    )
    return work_page(
        say,
        say('Een uitnodiging'),
        'invitation',
        f'<div class="invite-sheet"><div class="panel"><div class="qr" role="img" '
        f'aria-label="{escape(say("QR-code van de uitnodiging"))}">{qr.svg(link)}</div>'
        f'<p class="link" dir="ltr">{escape(link)}</p></div><ol class="how">{steps}</ol></div>'
        f'<div class="go-on"><button type="button" class="button" data-print hidden>{pictogram("print")}'
        f'<span>{escape(say("Print"))}</span></button>'
        f'<a class="button go" href="{TEAM}">{pictogram("done")}<span>{escape(say("Klaar"))}</span></a></div>',
        back=TEAM,
        scripts=('plain/print.js',),
    )
