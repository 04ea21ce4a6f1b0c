""" "Van wie is deze telefoon?": asked once, in two pictures, before the first screen. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import PictureAsked, TooManyToday
from model.key import Device, Row
from model.words import Language
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.lock import picture_grid
from ui.plain.page import language_of, listen_button, pictogram, plain
from ui.work.page import sorry_line

MINE, TAKEN_HOME, SECOND, EVERYONES = 'eigen', 'mee', 'erbij', 'iedereen'
"""What can be answered: "Van mij", that it goes home with the person, that it is theirs too, "Van iedereen hier"."""


ASKS = '/van-wie/'
NONE = 'geen'
"""Sent by who has no picture; what is empty counts as not sent."""


def register(access: Access) -> None:
    """The routes."""

    @app.get('/van-wie/{compass_id}')
    async def ask(compass_id: str, request: Request) -> Response:
        if _is_asked(access, request, compass_id):
            if TAKEN_HOME in request.query_params:
                return _home_page(language_of(request), compass_id)
            return _page(language_of(request), compass_id, device_of(request))
        if _is_second(access, request, compass_id):
            return _second_page(language_of(request), compass_id)
        return _onward(access, request, compass_id)

    @app.post('/van-wie/{compass_id}', form_limits={'max_fields': 4, 'max_part_size': 64})
    async def answer(
        compass_id: str,
        request: Request,
        wiens: Annotated[str, Form()] = EVERYONES,
        plaatje: Annotated[str | None, Form()] = None,
    ) -> Response:
        if wiens == MINE and device_of(request) is not Device.PHONE:
            # a page that came by a post could not be gone back to
            return RedirectResponse(f'{ASKS}{compass_id}?{TAKEN_HOME}', status_code=303)
        if wiens == SECOND:
            return _second(access, request, compass_id, plaatje)
        if wiens in {MINE, TAKEN_HOME} and _is_asked(access, request, compass_id):
            access.devices.make_own(session_of(request), compass_id)
        return _onward(access, request, compass_id)


def page_after(access: Access, request: Request, compass_id: str) -> str:
    """Where somebody goes who just came in: to the question, if there is anything to ask."""
    asked = _is_asked(access, request, compass_id) or _is_second(access, request, compass_id)
    return f'{ASKS}{compass_id}' if asked else f'/kompas/{compass_id}'


def _is_asked(access: Access, request: Request, compass_id: str) -> bool:
    """Raises `Stranger` for who has no key of it."""
    opened = access.gate.open_as_person(session_of(request), compass_id)
    is_everyones = opened.grant.key.row is Row.EVERYONE
    return is_everyones and access.devices.may_be_own(session_of(request), compass_id)


def _is_second(access: Access, request: Request, compass_id: str) -> bool:
    """Whether somebody else's own compass is on this phone, and this one may stand beside it."""
    opened = access.gate.open_as_person(session_of(request), compass_id)
    is_everyones = opened.grant.key.row is Row.EVERYONE
    return is_everyones and access.devices.may_be_second(session_of(request), compass_id)


def _second(access: Access, request: Request, compass_id: str, picture: str | None) -> Response:
    say = language_of(request)
    if picture is None:
        return _first_person_page(say, compass_id)
    try:
        access.devices.make_second(session_of(request), compass_id, None if picture == NONE else picture)
    except PictureAsked:
        return _first_person_page(say, compass_id, say('Dat is een ander plaatje. Probeer het nog eens.'))
    except TooManyToday:
        words = say('Te vaak een ander plaatje. Morgen kun je het weer proberen.')
        return _first_person_page(say, compass_id, words)
    return _onward(access, request, compass_id)


def _second_page(say: Language, compass_id: str) -> HTMLResponse:
    """There is a compass on this phone already."""
    more = say('De ander moet ja zeggen.')
    own = _door(SECOND, 'my-people', 'be-yourself', say('Ook van mij'), more)
    shared = _door(EVERYONES, 'goodbye', 'belong', say('Alleen voor nu'), say('Je kompas gaat er weer af.'))
    return _asked(say, compass_id, say('Er staat al een kompas op. Is dit ook jouw telefoon?'), own + shared)


def _first_person_page(say: Language, compass_id: str, sorry: str = '') -> HTMLResponse:
    """Whose compass was here first taps their picture."""
    title = say('Vraag de ander: welk plaatje heb jij?')
    words = escape(say('Ik heb geen plaatje'))
    none = f'<button class="button" name="plaatje" value="{NONE}">{pictogram("me")}<span>{words}</span></button>'
    return plain(
        say,
        title,
        f'<header class="top"><div class="brand">{pictogram("my-people")}<h1>{escape(title)}</h1></div>'
        f'{listen_button(say)}</header><main class="body">{sorry_line(sorry) if sorry else ""}'
        f'<form method="post" action="{ASKS}{escape(compass_id)}"><input type="hidden" name="wiens" value="{SECOND}">'
        f'{picture_grid(say)}<div class="row">{none}</div></form></main>',
    )


def _onward(access: Access, request: Request, compass_id: str) -> Response:
    opened = access.gate.open_as_person(session_of(request), compass_id)
    may_begin = opened.seen.first_time and not opened.grant.only_looks
    return RedirectResponse(f'/kompas/{compass_id}/ik' if may_begin else f'/kompas/{compass_id}', status_code=303)


def question(device: Device, say: Language) -> str:
    """The question, for what this device is."""
    return {
        Device.PHONE: say('Van wie is deze telefoon?'),
        Device.TABLET: say('Van wie is deze tablet?'),
        Device.COMPUTER: say('Van wie is deze computer?'),
    }[device]


def _page(say: Language, compass_id: str, device: Device) -> HTMLResponse:
    own = _door(MINE, 'my-phone', 'be-yourself', say('Van mij'), say('Je kompas blijft erop staan.'))
    shared = _door(EVERYONES, 'my-people', 'belong', say('Van iedereen hier'), say('Je kompas gaat er weer af.'))
    return _asked(say, compass_id, question(device, say), own + shared)


def _home_page(say: Language, compass_id: str) -> HTMLResponse:
    yes = _door(TAKEN_HOME, 'home', 'be-yourself', say('Ja'), say('Hij gaat mee naar huis.'))
    no = _door(EVERYONES, 'my-people', 'belong', say('Nee'), say('Hij blijft hier.'))
    return _asked(say, compass_id, say('Neem je deze mee naar huis?'), yes + no)


def _asked(say: Language, compass_id: str, title: str, doors: str) -> HTMLResponse:
    return plain(
        say,
        title,
        f'<header class="top"><div class="brand">{pictogram("this-device")}<h1>{escape(title)}</h1></div>'
        f'{listen_button(say)}</header><main>'
        f'<form method="post" action="/van-wie/{escape(compass_id)}" class="doors">{doors}</form></main>',
    )


def _door(value: str, key: str, colour: str, words: str, more: str) -> str:
    return (
        f'<button class="door" data-colour="{colour}" name="wiens" value="{value}" aria-label="{escape(words)}" '
        f'aria-describedby="about-{value}">{pictogram(key)}<span>{escape(words)}</span>'
        f'<small id="about-{value}">{escape(more)}</small></button>'
    )
