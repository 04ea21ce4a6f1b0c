"""The lock of a device that was put down: after its idle time nothing on it opens by itself. Plain pages."""

from contextlib import suppress
from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.session import Session
from model.catalogue.choices import AVATARS
from model.words import Language
from ui.http.origin import refuse_foreign_post
from ui.http.session import session_of
from ui.plain.page import language_of, listen_button, pictogram, plain
from ui.work.page import sorry_line
from ui.work.way_on import STILL_HERE, remember

BARE = '<meta name="kompas-bare">'
"""In the head of a page after which nothing of ours is left in the browser: it installs nothing again either."""


def register(access: Access) -> None:
    """The routes."""

    @app.post('/slot', form_limits={'max_fields': 2, 'max_part_size': 512})
    async def lock(request: Request, naar: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(access, request)
        session = session_of(request)
        access.lock.close(session)
        with suppress(Stranger):
            remember(session, naar, access.pause.worker(session).id)
        return leave_nothing(session, RedirectResponse('/slot', status_code=303))

    @app.get('/slot')
    async def locked(request: Request) -> Response:
        avatars = {compass.avatar for compass in access.lock.locked(session_of(request))}
        say = language_of(request)
        if avatars:
            return _locked_page(say, avatars, wrong='nog' in request.query_params)
        with suppress(Stranger):
            access.pause.worker(session_of(request))
            return RedirectResponse(STILL_HERE, status_code=303)
        return _shut_page(say, workers=access.workers.any_active)

    @app.post('/slot/plaatje', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def unlock(request: Request, plaatje: Annotated[str, Form()] = '') -> Response:
        refuse_foreign_post(access, request)
        return RedirectResponse(_unlock(access, session_of(request), plaatje or None), status_code=303)


def leave_nothing(session: Session, answer: Response) -> Response:
    """When this browser holds nothing any more, its cookies, caches and storage are emptied as well.

    Only for answers to posts of our own pages: another website could let a browser fetch anything else.
    """
    if session.is_bare:
        session.clear()
        answer.headers['Clear-Site-Data'] = '"cache", "cookies", "storage"'
    elif session.worker and not session.keys:  # opens nothing before its worker shows who they are
        answer.headers['Clear-Site-Data'] = '"cache", "storage"'
    return answer


def put_down(say: Language) -> str:
    """What a live page shows when it is locked, as long as there is no network."""
    return (
        f'<template id="put-down"><main class="alone"><div class="big-pictogram">{pictogram("locked")}</div>'
        f'<h1>{escape(say("Dit scherm is op slot"))}</h1>'
        f'<p>{escape(say("Even wachten op het netwerk"))}</p></main></template>'
    )


def _unlock(access: Access, session: Session, picture: str | None) -> str:
    """The page to go on to: the compass of who has this picture, the last that was opened when there are more."""
    locked = access.lock.locked(session)
    for compass in reversed(locked):
        if compass.avatar == picture:
            access.lock.open(session, compass.id, picture)
            return f'/kompas/{compass.id}'
    for compass in locked:
        with suppress(Stranger):  # one more wrong answer for each of them
            access.lock.open(session, compass.id, picture)
    return '/slot?nog'


def _locked_page(say: Language, avatars: set[str | None], *, wrong: bool) -> HTMLResponse:
    title = say('Welk plaatje heb jij?') if avatars - {None} else say('Ben jij het?')
    forms = [_grid(say)] if avatars - {None} else []
    # a person who chose no picture just says so
    nobody = f'<button class="button go">{pictogram("unlock")}<span>{escape(say("Ik ben het"))}</span></button>'
    forms += [f'<div class="row">{nobody}</div>'] if None in avatars else []
    sorry = sorry_line(say('Dat is een ander plaatje. Probeer het nog eens.')) if wrong else ''
    return plain(
        say,
        say('Dit scherm is op slot'),
        f'<header class="top"><div class="brand">{pictogram("locked")}<h1>{escape(title)}</h1></div>'
        f'{listen_button(say)}</header><main class="body">{sorry}'
        + ''.join(f'<form method="post" action="/slot/plaatje">{form}</form>' for form in forms)
        + '</main>',
    )


def _grid(say: Language) -> str:
    tiles = ''.join(
        f'<button class="tile" name="plaatje" value="{one.key}"><span class="picture">{pictogram(one.key)}</span>'
        f'<span class="word">{escape(say.tile(one))}</span></button>'
        for one in AVATARS
    )
    return f'<div class="tiles">{tiles}</div>'


def _shut_page(say: Language, *, workers: bool) -> HTMLResponse:
    """Nothing can be opened here: whoever wants in shows again who they are."""
    door = f'<a class="button" href="/werk/in">{pictogram("worker")}<span>{escape(say("Begeleider"))}</span></a>'
    return plain(
        say,
        say('Dit scherm is op slot'),
        f'<main class="alone"><div class="big-pictogram">{pictogram("locked")}</div>'
        f'<h1>{escape(say("Dit scherm is op slot"))}</h1>'
        f'<p>{escape(say("Alles is bewaard. Met je code kom je er weer in."))}</p>'
        f'<a class="button go" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
        f'{door if workers else ""}{listen_button(say)}</main>',
        scripts=BARE,
    )
