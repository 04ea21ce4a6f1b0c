""" "Ik heb een kompas": the compasses that this browser holds, and every way into another one. A plain page."""

from html import escape
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.digits import DIGITS, read
from model.access.entrance import Comes
from model.access.refusals import NotTheseDigits, TooManyDigits
from model.compass.compass import Compass
from model.words import Language
from ui.http.cookie_probe import asking, refuse_without_cookie
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.enter import enter
from ui.plain.page import language_of, listen_button, pictogram, plain, script
from ui.plain.passed_on import address_in
from ui.plain.scanner import scanner
from ui.words.device import on_this_device
from ui.work.field import field, go_button
from ui.work.page import go_on, kept_form, sorry_line

PAGE = '/ik-heb-een-kompas'
LONGEST_LINK = 8_192
"""Bytes of what may be pasted: a link, with the message around it."""


def register(access: Access) -> None:
    """The routes."""

    @app.get(PAGE)
    async def ways(request: Request) -> HTMLResponse:
        return _page(access, request)

    @app.post(
        PAGE,
        form_limits={'max_fields': 4, 'max_part_size': LONGEST_LINK},
        dependencies=[Depends(refuse_without_cookie)],  # the digits work once: what they open has to be kept
    )
    async def come_back(
        request: Request, cijfers: Annotated[str, Form()] = '', link: Annotated[str, Form()] = ''
    ) -> Response:
        session_of(request).away = False
        written, say = cijfers or link, language_of(request)
        if not written.strip():
            return RedirectResponse(PAGE, status_code=303)
        if address := address_in(written):
            return go_on(request, address)
        if not cijfers and not _are_digits(link):
            words = say('Dit is geen link of code van een kompas. Probeer het nog eens.')
            return _page(access, request, sorry=sorry_line(words, 'not-found'), link=link, status=400)
        try:
            token = access.digits.use(written, address_of(request))
        except NotTheseDigits:
            words = say('Deze cijfers werken niet. Vraag op je andere telefoon om nieuwe.')
            return _page(access, request, sorry=sorry_line(words), digits=cijfers, link=link, status=400)
        except TooManyDigits:
            words = say('Te vaak andere cijfers. Over een uur kan het weer. Met een link of je blad kan het nu.')
            return _page(access, request, sorry=sorry_line(words, 'wait'), digits=cijfers, link=link, status=429)
        return go_on(request, enter(access, request, token, comes=Comes.MINE))


def _are_digits(written: str) -> bool:
    return len(read(written)) == DIGITS and not any(one.isalpha() for one in written)


def _page(
    access: Access, request: Request, *, sorry: str = '', digits: str = '', link: str = '', status: int = 200
) -> HTMLResponse:
    say = language_of(request)
    title = say('Ik heb een kompas')
    return plain(
        say,
        title,
        f'<header class="top"><a class="square" href="/" aria-label="{escape(say("Terug"))}">{pictogram("back")}</a>'
        f'<h1>{escape(title)}</h1>{listen_button(say)}</header>'
        f'<main class="narrow">{_held(access, request)}{sorry or sorry_line()}{scanner(say)}{_how(say)}'
        f'{_digits(say, digits)}{_link(say, link)}</main>',
        status=status,
        scripts=''.join(map(script, ('plain/submit_once.js', 'plain/keep_typed.js', 'plain/scan.js'))),
    )


def _held(access: Access, request: Request) -> str:
    """What opens here at once."""
    say, session = language_of(request), session_of(request)
    doors = ''.join(_compass(say, compass) for compass in access.entrance.held(session))
    if not session.away and access.lock.holds_any(session):
        doors += (
            f'<a class="door small" data-colour="belong" href="/slot">{pictogram("locked")}'
            f'<span>{escape(say("Haal van het slot"))}</span></a>'
        )
    title = escape(on_this_device(device_of(request), say))
    return f'<h2>{title}</h2><div class="held">{doors}</div>' if doors else ''


def _compass(say: Language, compass: Compass) -> str:
    return (
        f'<a class="door small" data-colour="be-yourself" href="/kompas/{compass.id}">'
        f'{pictogram(compass.avatar or "sail")}'
        f'<span dir="auto">{escape(compass.nickname or say("Mijn kompas"))}</span></a>'
    )


def _how(say: Language) -> str:
    """How to scan with the camera of the phone itself, where this page cannot."""
    steps = ''.join(
        f'<li>{pictogram(key)}<span>{escape(words)}</span></li>'
        for key, words in (
            ('fridge', say('Pak je blad of je kaart.')),
            ('photos', say('Open de camera van je telefoon.')),
            ('scan', say('Richt de camera op de code.')),
        )
    )
    return f'<ol class="how">{steps}</ol>'


def _digits(say: Language, written: str) -> str:
    line = field(
        'cijfers',
        say('Ik heb acht cijfers'),
        'digits',
        hint=say('Ze staan op je andere telefoon of tablet, bij Delen.'),
        value=written[: 4 * DIGITS],
        inputmode='numeric',
        autocomplete='off',
        enterkeyhint='go',
    )
    return _panel(say, line)


def _link(say: Language, pasted: str) -> str:
    line = field(
        'link',
        say('Ik heb een link'),
        'link',
        hint=say('Plak de link hier.'),
        value=pasted,
        inputmode='url',
        autocomplete='off',
        autocapitalize='none',
        spellcheck='false',
        enterkeyhint='go',
    )
    return _panel(say, line)


def _panel(say: Language, line: str) -> str:
    return kept_form(say, asking(PAGE), f'{line}{go_button(say("Verder"), "next")}', more=' class="panel"')
