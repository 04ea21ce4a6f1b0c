"""A worker's own ways in on one page: passkeys, password, recovery codes, and where they are signed in."""

from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse
from nicegui import app

from model.access.access import Access
from model.access.table import rules_of
from model.words import Language
from model.workers.worker import Worker
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.work.own import browsers, notices, passkeys, password, proof, recovery, still_here
from ui.work.own.places import OWN, PASSWORD
from ui.work.page import sorry_line, work_page
from ui.work.way_on import DESK, worker_here


def register(access: Access) -> None:
    """The routes of this room."""

    def show(request: Request, sorry: str = '', status: int = 200) -> HTMLResponse:
        return _page(access, request, sorry, status)

    for routes in (browsers, notices, password, proof, still_here):
        routes.register(access)
    passkeys.register(access, show)
    recovery.register(access, show)

    @app.get(OWN)
    async def overview(request: Request) -> HTMLResponse:
        worker_here(access, request)
        return show(request)


def _page(access: Access, request: Request, sorry: str, status: int) -> HTMLResponse:
    say, session = language_of(request), session_of(request)
    me = access.signed_in.worker(session)
    body = (
        f'{notices.notices_box(access, session, say)}{_done(request, say)}'
        f'{sorry_line(sorry)}{passkeys.section(access, me, say)}{_password(me, say)}'
        f'{recovery.section(me, say)}{browsers.section(access, session, say)}'
    )
    return work_page(
        say,
        say('Zo log je in'),
        'passkey',
        f'<div class="team own-ways">{body}</div>',
        status=status,
        back=DESK,
        scripts=('plain/keep_typed.js', 'plain/passkey.js', 'plain/print.js', 'plain/copy.js'),
        idle=rules_of(access.signed_in.key(session)).idle,
    )


def _password(me: Worker, say: Language) -> str:
    if me.has_password:
        about = say('Je logt in als {name}, met een wachtwoord en een app met codes.', name=me.login)
        ways = [
            (PASSWORD, 'password', say('Ander wachtwoord')),
            (f'{PASSWORD}/app', 'code-app', say('Andere app met codes')),
        ]
    else:
        about = say('Je hebt geen wachtwoord.')
        ways = [(PASSWORD, 'password', say('Kies een wachtwoord'))]
    links = ''.join(
        f'<a class="button" href="{page}">{pictogram(key)}<span>{escape(words)}</span></a>' for page, key, words in ways
    )
    return (
        f'<section id="wachtwoord"><h2>{escape(say("Wachtwoord"))}</h2><p dir="auto">{escape(about)}</p>'
        f'<div class="row">{links}</div></section>'
    )


def _done(request: Request, say: Language) -> str:
    """What was done on the page before this one."""
    words = {
        'niet': say('Je bent nu alleen hier nog ingelogd. Kijk hieronder of alles van jou is.'),
        'sleutel': say('Gelukt. Je kunt nu ook inloggen met je gezicht of vinger.'),
        'wachtwoord': say('Je nieuwe wachtwoord is bewaard.'),
    }
    done = next((words[one] for one in words if one in request.query_params), '')
    return f'<p class="well" role="status">{pictogram("yes")}<span>{escape(done)}</span></p>' if done else ''
