"""Entering with a scanned sheet, and leaving a shared device. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.words import Language
from ui.gate import Gate
from ui.plain import language_of, listen_button, pictogram, plain, script


def register(gate: Gate) -> None:
    """The routes of entering and leaving."""

    @app.get('/k')
    async def scanned(request: Request) -> HTMLResponse:
        return _page(language_of(request))

    @app.post('/k', form_limits={'max_fields': 4, 'max_part_size': 256})
    async def enter(
        request: Request, sleutel: Annotated[str, Form()] = '', wiens: Annotated[str, Form()] = 'ander'
    ) -> Response:
        gate.refuse_foreign_post(request)
        address = request.client.host if request.client else ''
        compass_id = gate.enter(request.session, sleutel, address, own=wiens == 'eigen')
        return RedirectResponse(f'/kompas/{compass_id}', status_code=303)

    @app.post('/tot-ziens')
    async def leave(request: Request) -> Response:
        gate.refuse_foreign_post(request)
        gate.forget(request.session)
        return RedirectResponse('/tot-ziens', status_code=303)

    @app.get('/tot-ziens')
    async def goodbye(request: Request) -> HTMLResponse:
        return _goodbye_page(language_of(request))


def _page(say: Language) -> HTMLResponse:
    """The key is read from the address by the script, put in the form and cleared from the address."""
    doors = ''.join(
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
    return plain(
        say,
        say('Je kompas openen'),
        f'<header class="top"><div class="brand">{pictogram("sail")}<h1>{escape(say("Je kompas openen"))}</h1></div>'
        f'{listen_button(say)}</header>'
        f'<main><form method="post" action="/k" id="enter" class="doors">'
        f'<input type="hidden" name="sleutel" value="" autocomplete="off">{doors}</form></main>',
        scripts=script('enter.js'),
    )


def _goodbye_page(say: Language) -> HTMLResponse:
    return plain(
        say,
        say('Tot ziens'),
        f'<main class="alone"><div class="big-pictogram">{pictogram("goodbye")}</div>'
        f'<h1>{escape(say("Tot ziens"))}</h1>'
        f'<p>{escape(say("Dit apparaat is je kompas vergeten. Met je code kom je er weer in."))}</p>'
        f'<a class="button go" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
        f'{listen_button(say)}</main>',
    )
