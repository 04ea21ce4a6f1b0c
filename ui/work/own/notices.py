"""What changed about how a worker signs in, asked wherever it was not done: "Was jij dat?"."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.session import Session
from model.activity import ActivityKind
from model.words import Language
from model.workers.worker import Notice
from ui.http.session import session_of
from ui.plain.page import pictogram
from ui.words.last_time import last_time
from ui.work.own.places import OWN
from ui.work.way_on import DESK


def register(access: Access) -> None:
    """The routes."""

    @app.post(f'{OWN}/gezien', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def confirm(request: Request, wat: Annotated[str, Form()] = '') -> Response:
        access.ways_in.confirm(session_of(request), wat.split())
        return RedirectResponse(DESK, status_code=303)

    @app.post(f'{OWN}/niet-ik', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def deny(request: Request, wat: Annotated[str, Form()] = '') -> Response:
        access.ways_in.deny(session_of(request), wat.split())
        return RedirectResponse(f'{OWN}?niet=ik', status_code=303)


def notices_box(access: Access, session: Session, say: Language) -> str:
    """The question, empty when there is nothing to ask here. Raises `Stranger`."""
    notices = access.ways_in.notices(session)
    if not notices:
        return ''
    lines = ''.join(f'<li>{escape(_line(access, one, say))}</li>' for one in notices)
    known = ' '.join(one.id for one in notices)
    return (
        f'<section class="notice ways-in" aria-labelledby="changed-ways">{pictogram("password")}'
        f'<div class="asked"><h2 id="changed-ways">{escape(say("Er is iets veranderd aan hoe je inlogt."))}</h2>'
        f'<ul>{lines}</ul><p>{escape(say("Was jij dat?"))}</p></div><div class="yes-no">'
        f'{_answer("gezien", known, "yes", say("Ja, dat was ik"))}'
        f'{_answer("niet-ik", known, "no-thanks", say("Nee, dat was ik niet"))}</div></section>'
    )


def notice_words(kind: ActivityKind, say: Language) -> str:
    """What happened, as a short sentence without its full stop."""
    return {
        ActivityKind.ADDED_PASSKEY: say('Er is een telefoon of computer bij gekomen'),
        ActivityKind.DROPPED_PASSKEY: say('Er is een telefoon of computer weggehaald'),
        ActivityKind.SET_PASSWORD: say('Er is een nieuw wachtwoord'),
        ActivityKind.MADE_RECOVERY: say('Er zijn nieuwe herstelcodes'),
        ActivityKind.USED_RECOVERY: say('Er is ingelogd met een herstelcode'),
    }.get(kind, say('Er is iets anders veranderd'))


def _line(access: Access, notice: Notice, say: Language) -> str:
    return f'{notice_words(notice.kind, say)}, {last_time(notice.at, access.settings.now(), say)}.'


def _answer(way: str, known: str, key: str, words: str) -> str:
    return (
        f'<form method="post" action="{OWN}/{way}"><input type="hidden" name="wat" value="{known}">'
        f'<button class="button">{pictogram(key)}<span>{escape(words)}</span></button></form>'
    )
