"""Where a worker is signed in: each browser, and a way to end it."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.session import Session
from model.key import Key
from model.words import Language
from ui.http.session import session_of
from ui.plain.page import pictogram
from ui.screens.keys.key_card import device_words
from ui.words.device import this_device
from ui.words.last_time import last_time
from ui.work.own.places import OWN


def register(access: Access) -> None:
    """The routes."""

    @app.post(f'{OWN}/uit', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def end(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        access.sessions.end(session_of(request), wie)
        return RedirectResponse(f'{OWN}#ingelogd', status_code=303)

    @app.post(f'{OWN}/anderen-uit')
    async def end_others(request: Request) -> Response:
        access.sessions.end_others(session_of(request))
        return RedirectResponse(f'{OWN}#ingelogd', status_code=303)


def section(access: Access, session: Session, say: Language) -> str:
    """The list, as HTML; this browser stands first."""
    here, others = access.signed_in.key(session), access.sessions.others(session)
    rows = _row(access, here, say, here=True) + ''.join(_row(access, key, say) for key in others)
    all_out = (
        f'<form method="post" action="{OWN}/anderen-uit"><button class="button">{pictogram("sign-out")}'
        f'<span>{escape(say("Log alle andere uit"))}</span></button></form>'
    )
    return (
        f'<section id="ingelogd"><h2>{escape(say("Waar je nu bent ingelogd"))}</h2>'
        f'<ul>{rows}</ul>{all_out if len(others) > 1 else ""}</section>'
    )


def _row(access: Access, key: Key, say: Language, *, here: bool = False) -> str:
    now = access.settings.now()
    since = say('ingelogd: {day}', day=last_time(key.made, now, say))
    used = say('gebruikt: {day}', day=last_time(key.seen, now, say))
    lent = f' · {say("uitgeleend")}' if key.locked else ''
    if here:
        way = f'<span class="me">{escape(this_device(key.device, say))}</span>'
    else:
        way = (
            f'<form method="post" action="{OWN}/uit"><button class="button" name="wie" value="{key.id}">'
            f'{pictogram("sign-out")}<span>{escape(say("Log uit"))}</span></button></form>'
        )
    return (
        f'<li class="own-way">{pictogram(key.device)}<span class="who"><b>{escape(device_words(key.device, say))}</b>'
        f'<small>{escape(since)} · {escape(used)}{escape(lent)}</small></span>{way}</li>'
    )
