"""Welcome: a new compass, or the way back to one. A plain page for everyone."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.compass import Compass
from model.words import Language, languages
from ui.gate import Gate
from ui.plain import language_of, listen_button, pictogram, plain


def register(gate: Gate) -> None:
    """The routes of the welcome page."""

    @app.get('/')
    async def welcome(request: Request) -> HTMLResponse:
        return _page(language_of(request), may_begin=gate.settings.open)

    @app.post('/nieuw')
    async def begin(request: Request) -> Response:
        gate.refuse_foreign_post(request)
        if not gate.settings.open:
            return RedirectResponse('/', status_code=303)
        address = request.client.host if request.client else ''
        compass = gate.begin(request.session, language_of(request).code, address)
        return RedirectResponse(f'/kompas/{compass.id}/ik', status_code=303)

    @app.get('/ik-heb-een-kompas')
    async def return_to(request: Request) -> HTMLResponse:
        return _return_page(language_of(request), gate.held(request.session))

    @app.post('/taal', form_limits={'max_fields': 4, 'max_part_size': 256})
    async def choose_language(request: Request, taal: Annotated[str, Form()]) -> Response:
        gate.refuse_foreign_post(request)
        if taal in languages():
            request.session['language'] = taal
        return RedirectResponse('/', status_code=303)


def _page(say: Language, *, may_begin: bool) -> HTMLResponse:
    begin = (
        f'<form method="post" action="/nieuw"><button class="door" data-colour="be-yourself">{pictogram("plus")}'
        f'<span>{escape(say("Nieuw kompas"))}</span></button></form>'
    )
    # a button to the eye and the ear, a plain form underneath: it works before any script does
    back = (
        '<form method="get" action="/ik-heb-een-kompas"><button class="door" data-colour="belong">'
        f'{pictogram("scan")}<span>{escape(say("Ik heb een kompas"))}</span></button></form>'
    )
    return plain(
        say,
        'Krachtkompas',
        f'<header class="top"><div class="brand">{pictogram("sail")}<h1>Krachtkompas</h1></div>'
        f'{listen_button(say)}</header>'
        f'<main class="doors">{begin if may_begin else ""}{back}</main>'
        f'<footer class="languages">{_language_forms(say)}</footer>',
    )


def _language_forms(say: Language) -> str:
    choices = ''.join(
        f'<button class="language" name="taal" value="{code}" lang="{code}" '
        f'aria-pressed="{"true" if code == say.code else "false"}">{pictogram(f"language-{code}")}'
        f'<span>{escape(one.name)}</span></button>'
        for code, one in languages().items()
    )
    return f'<form method="post" action="/taal" aria-label="{escape(say("Taal"))}">{choices}</form>'


def _return_page(say: Language, held: list[Compass]) -> HTMLResponse:
    compasses = ''.join(
        f'<a class="door small" data-colour="be-yourself" href="/kompas/{compass.id}">'
        f'{pictogram(compass.avatar or "sail")}'
        f'<span dir="auto">{escape(compass.nickname or say("Mijn kompas"))}</span></a>'
        for compass in held
    )
    here = f'<h2>{escape(say("Op dit apparaat"))}</h2><div class="held">{compasses}</div>' if held else ''
    steps = ''.join(
        f'<li>{pictogram(key)}<span>{escape(words)}</span></li>'
        for key, words in (
            ('fridge', say('Pak je blad of je kaart.')),
            ('photos', say('Open de camera van je telefoon.')),
            ('scan', say('Richt de camera op de code.')),
        )
    )
    return plain(
        say,
        say('Ik heb een kompas'),
        f'<header class="top"><a class="square" href="/" aria-label="{escape(say("Terug"))}">{pictogram("back")}</a>'
        f'<h1>{escape(say("Ik heb een kompas"))}</h1>{listen_button(say)}</header>'
        f'<main class="narrow">{here}<ol class="how">{steps}</ol></main>',
    )
