"""An invitation becomes an account: a name, then a way in. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.words import Language
from model.workers.worker import NAME_LENGTH, Nameless
from model.writing.own_words import TooLong
from ui.http.cookie_probe import asking, refuse_without_cookie
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.work import new_passkey, new_password
from ui.work.field import field, go_button
from ui.work.page import sorry_line, work_page


def register(access: Access) -> None:
    """The routes from the invitation to the desk."""

    @app.get('/werk/uitnodiging')
    async def invitation(request: Request) -> HTMLResponse:
        return _invitation_page(language_of(request))

    @app.post(
        '/werk/uitnodiging',
        form_limits={'max_fields': 4, 'max_part_size': 256},
        dependencies=[Depends(refuse_without_cookie)],
    )
    async def begin(request: Request, sleutel: Annotated[str, Form()] = '') -> Response:
        address = address_of(request)
        access.joining.open(session_of(request), sleutel, address)
        return RedirectResponse('/werk/welkom', status_code=303)

    @app.get('/werk/welkom')
    async def welcome(request: Request) -> HTMLResponse:
        return _name_page(language_of(request), access.joining.worker(session_of(request)).name)

    @app.post('/werk/welkom', form_limits={'max_fields': 4, 'max_part_size': 4096})
    async def give_name(request: Request, voornaam: Annotated[str, Form()] = '') -> Response:
        say = language_of(request)
        try:
            access.joining.give(session_of(request), voornaam)
        except Nameless:
            return _name_page(say, voornaam, say('Vul je naam in.'))
        except TooLong:
            return _name_page(say, voornaam, say('Dat is te lang. Maak het korter.'))
        return RedirectResponse('/werk/welkom/kies', status_code=303)

    @app.get('/werk/welkom/kies')
    async def choose(request: Request) -> Response:
        if not access.joining.worker(session_of(request)).name:
            return RedirectResponse('/werk/welkom', status_code=303)
        return _choice_page(language_of(request))

    new_passkey.register(access)
    new_password.register(access)


def _invitation_page(say: Language) -> HTMLResponse:
    """The key is read from the address by the script, put in the form and cleared from the address."""
    return work_page(
        say,
        say('Je bent uitgenodigd'),
        'invitation',
        f'<form class="panel alone" method="post" action="{asking("/werk/uitnodiging")}" id="invitation">'
        f'<input type="hidden" name="sleutel" value="" autocomplete="off">'
        f'<div class="big-pictogram">{pictogram("team")}</div>'
        f'<p>{escape(say("Fijn dat je meedoet. In twee stappen maak je je eigen account als begeleider."))}</p>'
        f'{go_button(say("Begin"), "next")}</form>',
        scripts=('plain/invite.js',),
    )


def _name_page(say: Language, name: str, sorry: str = '') -> HTMLResponse:
    line = field(
        'voornaam',
        say('Hoe noemen mensen je?'),
        'worker',
        hint=say('Zo zien zij je naam. Een voornaam is genoeg.'),
        value=name[: 2 * NAME_LENGTH],
        autocomplete='given-name',
        maxlength=str(NAME_LENGTH),
    )
    return work_page(
        say,
        say('Welkom'),
        'invitation',
        f'{sorry_line(sorry) if sorry else ""}<form class="panel" method="post" action="/werk/welkom">'
        f'{line}{go_button(say("Verder"), "next")}</form>',
        status=400 if sorry else 200,
    )


def _choice_page(say: Language) -> HTMLResponse:
    code_app = escape(say('Een wachtwoord dat je onthoudt, en een app met codes op je telefoon.'))
    words = escape(say('Met een wachtwoord'))
    return work_page(
        say,
        say('Hoe wil je inloggen?'),
        'sign-in',
        f'{sorry_line()}<div class="doors">{new_passkey.door(say)}'
        f'<a class="door" data-colour="belong" href="/werk/welkom/wachtwoord" aria-label="{words}" '
        f'aria-describedby="about-password">{pictogram("password")}<span>{words}</span>'
        f'<small id="about-password">{code_app}</small></a></div>',
        back='/werk/welkom',
        scripts=('plain/passkey.js',),
    )
