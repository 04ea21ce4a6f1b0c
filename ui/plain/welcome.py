"""Welcome: a new compass, or the way back to one. A plain page for everyone."""

from contextlib import suppress
from html import escape
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.words import Language, languages
from ui.http.cookie_probe import asking, refuse_without_cookie
from ui.http.old_photos import drop_old_photos
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain import way_back
from ui.plain.device import device_of
from ui.plain.page import language_of, listen_button, pictogram, plain
from ui.plain.whose import ASKS, page_after

OTHER = 'ander'
"""In the address of who is looking for another compass than their own."""


def register(access: Access) -> None:
    """The routes of the welcome page, and of the way back to a compass."""
    way_back.register(access)

    @app.get('/')
    async def welcome(request: Request) -> Response:
        if own := _the_own_compass(access, request):
            return RedirectResponse(f'/kompas/{own}', status_code=303)
        page = _page(language_of(request), _begin(access, request), _for_some(access, request))
        drop_old_photos(access, request, page)
        with suppress(OSError):
            access.held.drop_ended(session_of(request))  # to empty the cache once is enough
        return page

    @app.post('/nieuw', dependencies=[Depends(refuse_without_cookie)])
    async def begin(request: Request) -> Response:
        if access.signed_in.is_here(session_of(request)):  # the device of a worker is not the person's
            return RedirectResponse('/werk', status_code=303)
        if not access.settings.open:
            return RedirectResponse('/', status_code=303)
        address = address_of(request)
        device = device_of(request)
        compass = access.entrance.begin(session_of(request), language_of(request).code, address, device)
        page = page_after(access, request, compass.id)
        first = page if page.startswith(ASKS) else f'{page}/ik'
        return RedirectResponse(first, status_code=303)

    @app.post(
        '/taal',
        form_limits={'max_fields': 4, 'max_part_size': 256},
        dependencies=[Depends(refuse_without_cookie)],
    )
    async def choose_language(request: Request, taal: Annotated[str, Form()]) -> Response:
        if taal in languages():
            session_of(request).language = taal
        return RedirectResponse('/', status_code=303)


def _the_own_compass(access: Access, request: Request) -> str | None:
    """The one compass of the person whose device this is; "Ander kompas" leads past it, and "Snel weg" does."""
    session = session_of(request)
    if session.away or OTHER in request.query_params:
        return None
    own = access.devices.own_here(session)
    return own[0] if len(own) == 1 else None


def _begin(access: Access, request: Request) -> str:
    """The door to a new compass, for who may begin one: a worker who is here does so at the desk."""
    at_work = access.signed_in.is_here(session_of(request))
    if not access.settings.open and not at_work:
        return ''
    say = language_of(request)
    return (
        f'<form method="post" action="{"/werk/nieuw" if at_work else asking("/nieuw")}"><button class="door" '
        f'data-colour="be-yourself">{pictogram("plus")}<span>{escape(say("Nieuw kompas"))}</span></button></form>'
    )


def _for_some(access: Access, request: Request) -> str:
    """Links for workers, and for who wants to know what is kept."""
    say = language_of(request)
    links = [('/wat-bewaren-we', 'kept', say('Wat bewaren we?'))]
    if access.tablet.is_lent(session_of(request)):
        links.append(('/werk/terug', 'take-back', say('Geef de tablet terug')))
    elif access.workers.any_active:
        links.append(('/werk', 'worker', say('Begeleider')))
    return ''.join(f'<a href="{page}">{pictogram(key)}<span>{escape(words)}</span></a>' for page, key, words in links)


def _page(say: Language, begin: str, for_some: str) -> HTMLResponse:
    # a button to the eye and the ear, a plain form underneath: it works before any script does
    back = (
        f'<form method="post" action="{way_back.PAGE}"><button class="door" data-colour="belong">'
        f'{pictogram("scan")}<span>{escape(say("Ik heb een kompas"))}</span></button></form>'
    )
    return plain(
        say,
        'Krachtkompas',
        f'<header class="top"><div class="brand">{pictogram("sail")}<h1>Krachtkompas</h1></div>'
        f'{listen_button(say)}</header>'
        f'<main class="doors">{begin}{back}</main>'
        f'<footer class="languages">{_language_forms(say)}<nav class="quiet">{for_some}</nav></footer>',
    )


def _language_forms(say: Language) -> str:
    choices = ''.join(
        f'<button class="language" name="taal" value="{code}" lang="{code}" '
        f'aria-pressed="{"true" if code == say.code else "false"}">{pictogram(f"language-{code}")}'
        f'<span>{escape(one.name)}</span></button>'
        for code, one in languages().items()
    )
    return f'<form method="post" action="{asking("/taal")}" aria-label="{escape(say("Taal"))}">{choices}</form>'
