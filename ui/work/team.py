"""The team: a coordinator invites colleagues, and lets them in and out. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.gate import Gate
from model.access.limits import Limit
from model.access.refusals import TooManyTries
from model.compass.answer import TooLong
from model.words import Language
from model.workers.worker import Worker
from ui.http.origin import refuse_foreign_post
from ui.look import qr
from ui.plain.page import language_of, pictogram
from ui.work.page import work_page
from ui.work.team_list import team_list

TEAM = '/werk/team'


def coordinator(gate: Gate, request: Request) -> Worker:
    """The coordinator who asks for a page. For anyone else the page is not there.

    Raises `Stranger`, `TooManyTries`.
    """
    worker = gate.work.coordinator(request.session)
    if not gate.limits.hit(Limit.PAGES, gate.work.key(request.session).id):
        raise TooManyTries
    gate.work.stay(request.session)
    return worker


def register(gate: Gate) -> None:
    """The routes."""
    _register_team(gate)
    _register_invitations(gate)


def _register_team(gate: Gate) -> None:
    @app.get(TEAM)
    async def team(request: Request) -> HTMLResponse:
        me = coordinator(gate, request)
        say, idle = language_of(request), gate.work.key(request.session).idle
        return work_page(say, say('Team'), 'team', team_list(gate, me, say), back='/werk', idle=idle)

    @app.post(f'{TEAM}/uit', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_off(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(gate, request)
        gate.accounts.switch_off(request.session, wie)
        return _back()

    @app.post(f'{TEAM}/aan', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def switch_on(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(gate, request)
        gate.accounts.switch_on(request.session, wie)
        return _back()

    @app.post(f'{TEAM}/mijn', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def join(request: Request, team: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(gate, request)
        try:
            gate.accounts.join(request.session, team)
        except TooLong:
            raise HTTPException(400) from None
        return _back()


def _register_invitations(gate: Gate) -> None:
    @app.post(f'{TEAM}/uitnodigen', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite(
        request: Request, team: Annotated[str, Form()] = '', coordinator: Annotated[str, Form()] = ''
    ) -> Response:
        refuse_foreign_post(gate, request)
        try:
            link = gate.accounts.invite(request.session, team=team, coordinator=coordinator == 'ja')
        except TooLong:
            raise HTTPException(400) from None
        return _invitation(language_of(request), link)

    @app.post(f'{TEAM}/opnieuw', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite_again(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(gate, request)
        return _invitation(language_of(request), gate.accounts.invite_again(request.session, wie))


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
