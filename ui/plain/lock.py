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
from ui.http.old_photos import drop_old_photos
from ui.http.session import session_of
from ui.plain.page import language_of, listen_button, pictogram, plain
from ui.words.symbol import symbol_word
from ui.work.page import sorry_line
from ui.work.way_on import STILL_HERE, remember

BARE = '<meta name="kompas-bare">'
"""In the head of a page after which nothing of ours is left in the browser: it installs nothing again either."""


def register(access: Access) -> None:
    """The routes."""

    @app.post('/slot', form_limits={'max_fields': 2, 'max_part_size': 512})
    async def lock(request: Request, naar: Annotated[str, Form()] = '') -> Response:
        session = session_of(request)
        access.lock.close(session)
        with suppress(Stranger):
            remember(session, naar, access.pause.worker(session).id)
        return leave_nothing(session, RedirectResponse('/slot', status_code=303))

    @app.get('/slot')
    async def locked(request: Request) -> Response:
        session, say = session_of(request), language_of(request)
        avatars = {compass.avatar for compass in access.lock.quick(session)}
        if avatars:
            return drop_old_photos(access, request, _locked_page(say, access, request, avatars))
        with suppress(Stranger):
            access.pause.worker(session)
            return RedirectResponse(STILL_HERE, status_code=303)
        if access.lock.has_older(session):
            wrong = '?nog' if 'nog' in request.query_params else ''
            return RedirectResponse(f'/slot/eerder{wrong}', status_code=303)
        return drop_old_photos(access, request, _shut_page(say, workers=access.workers.any_active))

    @app.post('/slot/plaatje', form_limits={'max_fields': 2, 'max_part_size': 256})
    async def unlock(request: Request, plaatje: Annotated[str, Form()] = '') -> Response:
        try:
            compass_id = access.lock.open(session_of(request), plaatje or None)
        except Stranger:
            return RedirectResponse('/slot?nog', status_code=303)
        return _opened(access, request, compass_id)

    @app.get('/slot/eerder')
    async def earlier(request: Request) -> Response:
        if not access.lock.has_older(session_of(request)):
            return RedirectResponse('/slot', status_code=303)
        return _earlier_page(language_of(request), wrong='nog' in request.query_params)

    @app.post('/slot/eerder', form_limits={'max_fields': 16, 'max_part_size': 256})
    async def open_earlier(
        request: Request,
        plaatje: Annotated[str, Form()] = '',
        ding: Annotated[list[str] | None, Form()] = None,
        klaar: Annotated[str, Form()] = '',
    ) -> Response:
        session, picture = session_of(request), plaatje or None
        try:
            if not klaar:
                return _things_page(language_of(request), plaatje, access.lock.things(session, picture))
            compass_id = access.lock.open_older(session, picture, ding or [])
        except Stranger:
            return RedirectResponse('/slot/eerder?nog', status_code=303)
        return _opened(access, request, compass_id)


def _opened(access: Access, request: Request, compass_id: str) -> Response:
    """On to the compass. From here on the tablet of a worker who is signed in is the person's."""
    with suppress(Stranger):
        access.tablet.lend(session_of(request))
    return RedirectResponse(f'/kompas/{compass_id}', status_code=303)


def leave_nothing(session: Session, answer: Response) -> Response:
    """When this browser opens nothing any more, its cookies, caches and storage are emptied as well.

    What stays is the handle of locked keys, and whose this browser is: those are sent anew. Only for answers to
    posts of our own pages: another website could let a browser fetch anything else.
    """
    if session.is_bare:
        session.clear()
        cookies = '' if session.locked or session.everyones else '"cookies", '
        answer.headers['Clear-Site-Data'] = f'"cache", {cookies}"storage"'
    elif session.worker and not session.keys:  # opens nothing before its worker shows who they are
        session.seen = ''
        answer.headers['Clear-Site-Data'] = '"cache", "storage"'
    return answer


def put_down(say: Language) -> str:
    """What a live page shows when it is locked, as long as there is no network."""
    return (
        f'<template id="put-down"><main class="alone"><div class="big-pictogram">{pictogram("locked")}</div>'
        f'<h1>{escape(say("Dit scherm is op slot"))}</h1>'
        f'<p>{escape(say("Even wachten op het netwerk"))}</p></main></template>'
    )


def _locked_page(say: Language, access: Access, request: Request, avatars: set[str | None]) -> HTMLResponse:
    session, wrong = session_of(request), 'nog' in request.query_params
    title = say('Welk plaatje heb jij?') if avatars - {None} else say('Ben jij het?')
    forms = [picture_grid(say)] if avatars - {None} else []
    # a person who chose no picture just says so
    forms += [f'<div class="row">{_it_is_me(say)}</div>'] if None in avatars else []
    sorry = sorry_line(say('Dat is een ander plaatje. Probeer het nog eens.')) if wrong else ''
    ways = [('/slot/eerder', 'how-long', say('Mijn kompas is van eerder'))] if access.lock.has_older(session) else []
    if access.tablet.is_lent(session):
        ways.append(('/werk/terug', 'take-back', say('Geef de tablet terug')))
    links = ''.join(f'<a href="{page}">{pictogram(key)}<span>{escape(words)}</span></a>' for page, key, words in ways)
    return plain(
        say,
        say('Dit scherm is op slot'),
        f'<header class="top"><div class="brand">{pictogram("locked")}<h1>{escape(title)}</h1></div>'
        f'{listen_button(say)}</header><main class="body">{sorry}'
        + ''.join(f'<form method="post" action="/slot/plaatje">{form}</form>' for form in forms)
        + f'<nav class="quiet">{links}</nav></main>',
    )


def _earlier_page(say: Language, *, wrong: bool) -> HTMLResponse:
    """A compass that lay here for a while: first the picture, then what stands on it."""
    sorry = sorry_line(say('Dat klopt niet. Je kunt het drie keer per dag proberen.')) if wrong else ''
    return plain(
        say,
        say('Dit scherm is op slot'),
        f'<header class="top"><div class="brand">{pictogram("locked")}<h1>{escape(say("Welk plaatje heb jij?"))}</h1>'
        f'</div>{listen_button(say)}</header><main class="body">{sorry}'
        f'<form method="post" action="/slot/eerder">{picture_grid(say)}</form>'
        f'<form method="post" action="/slot/eerder"><div class="row">{_no_picture(say)}</div></form>'
        f'<div class="row">{_to_the_beginning(say)}</div></main>',
    )


def _things_page(say: Language, picture: str, things: list[str]) -> HTMLResponse:
    """Twelve things, of which three stand on the compass of who has this picture."""
    tiles = ''.join(
        f'<label class="tile" data-said="name"><input type="checkbox" name="ding" value="{key}" class="unseen">'
        f'<span class="picture">{pictogram(key)}</span>'
        f'<span class="word">{escape(symbol_word(key, say))}</span></label>'
        for key in things
    )
    words_on = f'<span>{escape(say("Verder"))}</span>{pictogram("next")}'
    on = f'<button class="button go" name="klaar" value="ja">{words_on}</button>'
    return plain(
        say,
        say('Dit scherm is op slot'),
        f'<header class="top"><div class="brand">{pictogram("compass")}'
        f'<h1>{escape(say("Wat staat er op jouw kompas?"))}</h1></div>{listen_button(say)}</header>'
        f'<main class="body"><p>{escape(say("Kies alles wat van jou is."))}</p>'
        f'<form method="post" action="/slot/eerder"><input type="hidden" name="plaatje" value="{escape(picture)}">'
        f'<div class="tiles">{tiles}</div><div class="row">{on}</div></form></main>',
    )


def _it_is_me(say: Language) -> str:
    return f'<button class="button go">{pictogram("unlock")}<span>{escape(say("Ik ben het"))}</span></button>'


def _no_picture(say: Language) -> str:
    return f'<button class="button">{pictogram("me")}<span>{escape(say("Ik heb geen plaatje"))}</span></button>'


def _to_the_beginning(say: Language) -> str:
    return f'<a class="button" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'


def picture_grid(say: Language) -> str:
    """The pictures people have, each a button of a form."""
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
        f'<p>{escape(say("Met je code kom je er weer in."))}</p>'
        f'<a class="button go" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
        f'{door if workers else ""}{listen_button(say)}</main>',
        scripts=BARE,
    )
