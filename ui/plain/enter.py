"""Entering with a scanned sheet. Plain pages."""

from contextlib import suppress
from html import escape
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.entrance import Comes
from model.access.refusals import PictureAsked, Stranger
from model.access.session import Session
from model.words import Language
from ui.http.cookie_probe import asking, refuse_without_cookie
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain import goodbye
from ui.plain.device import device_of
from ui.plain.page import language_of, listen_button, pictogram, plain, script
from ui.plain.whose import page_after


def register(access: Access) -> None:
    """The routes of entering, those of leaving too."""
    goodbye.register(access)

    @app.get('/k')
    async def scanned(request: Request) -> HTMLResponse:
        say = language_of(request)
        if access.signed_in.is_here(session_of(request)):
            return _worker_page(say, access.signed_in.worker(session_of(request)).name)
        return _page(say)

    @app.post(
        '/k',
        form_limits={'max_fields': 4, 'max_part_size': 256},
        dependencies=[Depends(refuse_without_cookie)],
    )
    async def come_in(
        request: Request, sleutel: Annotated[str, Form()] = '', wiens: Annotated[str, Form()] = Comes.LOOK
    ) -> Response:
        page = enter(access, request, sleutel, comes=Comes.MINE if wiens == Comes.MINE else Comes.LOOK)
        return RedirectResponse(page, status_code=303)


def onward(access: Access, request: Request, compass_id: str) -> str:
    """The page to go on to after coming in: when a worker scanned the sheet, the question to the person."""
    session = session_of(request)
    asks, session.asks = session.asks, False
    if not access.tablet.is_lent(session):
        return page_after(access, request, compass_id)
    access.tablet.scanned(session, compass_id)
    if not asks:
        return f'/kompas/{compass_id}'
    worker = access.tablet.lender(session)
    access.shares.ask_by_scan(compass_id, worker)
    return f'/kompas/{compass_id}/mag-meekijken/{worker.id}'


def enter(access: Access, request: Request, token: str, *, comes: Comes) -> str:
    """Come in with the key of a sheet, or a pass for eight digits; returns the page to go on to.

    Raises what `Entrance.enter` raises, but for the pictures.
    """
    session = session_of(request)
    if access.signed_in.is_here(session):
        return _enter_at_work(access, request, token)
    session.asks = False
    lender = access.tablet.lender(session).id if access.tablet.is_lent(session) else ''
    if lender:  # the tablet of a worker stays that, whose sheet is scanned on it
        comes = Comes.LENT
    try:
        compass_id = access.entrance.enter(
            session, token, address_of(request), comes=comes, device=device_of(request), lender=lender
        )
    except PictureAsked:
        return '/plaatjescode'
    return onward(access, request, compass_id)


def _enter_at_work(access: Access, request: Request, token: str) -> str:
    """A worker scanned a sheet: from here on the tablet is the person's, who may say yes."""
    session = session_of(request)
    if known := _seen_at_work(access, session, token):
        return f'/kompas/{known}'
    worker, compass_id = access.signed_in.worker(session), ''
    with suppress(PictureAsked):
        compass_id = access.entrance.enter(
            session, token, address_of(request), comes=Comes.LENT, device=device_of(request), lender=worker.id
        )
    access.tablet.lend(session)
    session.asks = True
    return onward(access, request, compass_id) if compass_id else '/plaatjescode'


def _seen_at_work(access: Access, session: Session, token: str) -> str | None:
    """The compass of this sheet, when the worker who is here sees it already."""
    compass_id = access.entrance.compass_of(token)
    if compass_id is None:
        return None
    try:
        access.gate.open(session, compass_id)
        access.shares.lay_on_desk(access.signed_in.worker(session), compass_id)
    except (Stranger, LookupError):
        return None
    return compass_id


def _page(say: Language) -> HTMLResponse:
    title = say('Je kompas openen')
    return plain(
        say,
        title,
        f'<header class="top"><div class="brand">{pictogram("sail")}<h1>{escape(title)}</h1></div>'
        f'{listen_button(say)}</header><main>{_with_key(_doors(say), "doors")}</main>',
        scripts=script('plain/enter.js'),
    )


def _worker_page(say: Language, name: str) -> HTMLResponse:
    """A worker scanned the sheet of someone: it is that person who says yes or no."""
    title = say('Mag {name} met je meekijken?', name=name)
    on = f'<button class="button go"><span>{escape(say("Verder"))}</span>{pictogram("next")}</button>'
    return plain(
        say,
        title,
        f'<main class="alone"><div class="big-pictogram">{pictogram("hand-over")}</div><h1>{escape(title)}</h1>'
        f'<p>{escape(say("Geef de tablet aan de persoon van dit blad."))}</p>'
        f'{_with_key(on)}{listen_button(say)}</main>',
        scripts=script('plain/enter.js'),
    )


def _with_key(buttons: str, classes: str = '') -> str:
    """The key is read from the address by the script, put in this form and cleared from the address."""
    key = '<input type="hidden" name="sleutel" value="" autocomplete="off">'
    return f'<form method="post" action="{asking("/k")}" id="enter" class="{classes}">{key}{buttons}</form>'


def _doors(say: Language) -> str:
    return ''.join(
        f'<button class="door" data-colour="{colour}" name="wiens" value="{whose}" '
        f'aria-label="{escape(words)}" aria-describedby="about-{whose}">{pictogram(key)}'
        f'<span>{escape(words)}</span><small id="about-{whose}">{escape(more)}</small></button>'
        for key, words, more, whose, colour in (
            ('my-phone', say('Dit is mijn kompas'), say('Ik wil erin.'), Comes.MINE, 'be-yourself'),
            ('just-looking', say('Even kijken'), say('Ik verander niets.'), Comes.LOOK, 'belong'),
        )
    )
