"""Entering with a scanned sheet. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.gate import Gate, Session
from model.access.keys import Kind
from model.access.refusals import PictureAsked, Stranger
from model.words import Language
from ui.http.origin import address_of, refuse_foreign_post
from ui.plain import goodbye
from ui.plain.device import device_of
from ui.plain.page import language_of, listen_button, pictogram, plain, script
from ui.work.tablet import is_lent


def register(gate: Gate) -> None:
    """The routes of entering, those of leaving too."""
    goodbye.register(gate)

    @app.get('/k')
    async def scanned(request: Request) -> HTMLResponse:
        say = language_of(request)
        if gate.work.is_here(request.session):
            return _worker_page(say, gate.work.worker(request.session).name)
        return _page(say)

    @app.post('/k', form_limits={'max_fields': 4, 'max_part_size': 256})
    async def enter(
        request: Request, sleutel: Annotated[str, Form()] = '', wiens: Annotated[str, Form()] = 'ander'
    ) -> Response:
        refuse_foreign_post(gate, request)
        page = _enter(gate, request, sleutel, own=wiens == 'eigen')
        return RedirectResponse(page, status_code=303)


def onward(gate: Gate, session: Session, compass_id: str) -> str:
    """The page to go on to after coming in: when a worker scanned the sheet, the question to the person."""
    if not session.pop('asks', None) or not is_lent(gate, session):
        return f'/kompas/{compass_id}'
    worker = gate.work.lender(session)
    gate.shares.ask_by_scan(compass_id, worker)
    return f'/kompas/{compass_id}/mag-meekijken/{worker.id}'


def _enter(gate: Gate, request: Request, token: str, *, own: bool) -> str:
    """The page to go on to. Raises what `Entrance.enter` raises, but for the pictures."""
    session, worker_is_here = request.session, gate.work.is_here(request.session)
    if worker_is_here and (known := _seen_at_work(gate, session, token)):
        return f'/kompas/{known}'
    session.pop('asks', None)
    address = address_of(request)
    try:
        compass_id = gate.entrance.enter(
            session,
            token,
            address,
            own=own and not worker_is_here and not is_lent(gate, session),
            device=device_of(request),
        )
    except PictureAsked:
        compass_id = ''
    if worker_is_here:  # from here on the tablet is the person's, who may say yes
        gate.work.lend(session)
        session['asks'] = True
    if not compass_id:
        return '/plaatjescode'
    session.pop('away', None)
    return onward(gate, session, compass_id)


def _seen_at_work(gate: Gate, session: Session, token: str) -> str | None:
    """The compass of this sheet, when the worker who is here sees it already."""
    sheet = gate.keys.find(token, gate.settings.now())
    if sheet is None or sheet.kind is not Kind.SHEET:
        return None
    try:
        gate.access(session, sheet.compass)
        gate.shares.lay_on_desk(gate.work.worker(session), sheet.compass)
    except (Stranger, LookupError):
        return None
    return sheet.compass


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
    return f'<form method="post" action="/k" id="enter" class="{classes}">{key}{buttons}</form>'


def _doors(say: Language) -> str:
    return ''.join(
        f'<button class="door" data-colour="{colour}" name="wiens" value="{whose}" '
        f'aria-label="{escape(words)}" aria-describedby="about-{whose}">{pictogram(key)}'
        f'<span>{escape(words)}</span><small id="about-{whose}">{escape(more)}</small></button>'
        for key, words, more, whose, colour in (
            ('my-phone', say('Dit is mijn kompas'), say('Dit is mijn telefoon.'), 'eigen', 'be-yourself'),
            (
                'just-looking',
                say('Even kijken'),
                say('Dit is het apparaat van iemand anders.'),
                'ander',
                'belong',
            ),
        )
    )
