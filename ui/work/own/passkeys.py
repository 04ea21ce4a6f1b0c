"""The passkeys of a worker: one more, a name for each, and one taken off."""

from collections.abc import Callable
from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import ProofAsked, Stranger
from model.words import Language
from model.workers.passkey import BadPasskey, NoPasskeysHere
from model.workers.worker import NAME_LENGTH, LastWayIn, NoSuchPasskey, Passkey, TooManyPasskeys, Worker
from model.workers.workers import PasskeyTaken
from model.writing.own_words import TooLong
from ui.http.origin import own_origin
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.words.days_ago import days_ago
from ui.work.own.places import OWN, PROOF
from ui.work.passkey_door import beside
from ui.work.passkeys import answer_of, asked, no_room, not_here, not_right, told
from ui.work.way_on import SIGN_IN

Show = Callable[[Request, str, int], HTMLResponse]
"""Shows the page again, with a sentence of what was wrong and a status."""
HERE = f'{OWN}#sleutels'


def register(access: Access, show: Show) -> None:
    """The routes."""
    _register_new(access)

    @app.post(f'{OWN}/sleutel/naam', form_limits={'max_fields': 4, 'max_part_size': 8192})
    async def name(request: Request, wie: Annotated[str, Form()] = '', naam: Annotated[str, Form()] = '') -> Response:
        try:
            access.ways_in.name_passkey(session_of(request), wie, naam)
        except TooLong:
            return show(request, language_of(request)('Dat is te lang. Maak het korter.'), 400)
        except NoSuchPasskey:  # taken off in another tab
            pass
        return RedirectResponse(HERE, status_code=303)

    @app.post(f'{OWN}/sleutel/weg', form_limits={'max_fields': 4, 'max_part_size': 8192})
    async def drop(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        try:
            access.ways_in.drop_passkey(session_of(request), wie)
        except LastWayIn:
            return show(request, _last_words(language_of(request)), 409)
        except NoSuchPasskey:
            pass
        return RedirectResponse(HERE, status_code=303)


def _register_new(access: Access) -> None:
    @app.post(f'{OWN}/sleutel/vraag')
    async def ask(request: Request) -> Response:
        origin, say = own_origin(request), language_of(request)
        try:
            options = access.ways_in.passkey_options(session_of(request), origin)
        except ProofAsked:
            return JSONResponse({'page': PROOF})
        except Stranger:
            return JSONResponse({'page': SIGN_IN})
        except NoPasskeysHere:
            return told(not_here(say), 403)
        return asked(options)

    @app.post(f'{OWN}/sleutel')
    async def add(request: Request) -> Response:
        origin, say = own_origin(request), language_of(request)
        answer = await answer_of(request)
        try:
            access.ways_in.add_passkey(session_of(request), answer, origin)
        except ProofAsked:
            return JSONResponse({'page': PROOF})
        except Stranger:
            return JSONResponse({'page': SIGN_IN})
        except TooManyPasskeys:
            return told(say('Het is vol. Haal eerst iets weg.'), 409)
        except (BadPasskey, NoPasskeysHere, PasskeyTaken):
            return told(not_right(say), 403)
        except OSError as error:
            return no_room(error, say)
        return JSONResponse({'page': f'{OWN}?sleutel=nieuw'})


def section(access: Access, me: Worker, say: Language) -> str:
    """The passkeys, and the button for one more where a browser has them."""
    today = access.settings.today()

    def used(passkey: Passkey) -> str:
        if passkey.seen is None:
            return say('nog niet gebruikt')
        return say('gebruikt: {day}', day=days_ago(passkey.seen.date(), say, today))

    rows = ''.join(
        _row(one, f'{say("gemaakt: {day}", day=days_ago(one.made.date(), say, today))} · {used(one)}', say)
        for one in me.passkeys
    )
    why = say('Log in met je gezicht, je vinger of de pincode van je telefoon of computer.')
    second = say('Doe dit op twee telefoons of computers. Dan kom je er ook in als je er één kwijt bent.')
    return (
        f'<section id="sleutels"><h2>{escape(say("Gezicht of vinger"))}</h2><p>{escape(why)} {escape(second)}</p>'
        f'<ul>{rows}</ul><div class="row">{_one_more(say)}</div></section>'
    )


def _one_more(say: Language) -> str:
    words = escape(say('Telefoon of computer erbij'))
    return (
        f'<button type="button" class="button go" data-passkey="new" data-ask="{OWN}/sleutel/vraag" '
        f'data-post="{OWN}/sleutel" hidden>{pictogram("passkey")}<span>{words}</span></button>{beside(say, "new")}'
    )


def _row(one: Passkey, about: str, say: Language) -> str:
    name = one.name or say('Telefoon of computer')
    lost = say('Weet je het zeker? Hiermee kun je dan niet meer inloggen.')
    return (
        f'<li class="colleague"><details><summary>{pictogram("passkey")}<span class="who"><b dir="auto">{escape(name)}'
        f'</b><small>{escape(about)}</small></span></summary>{_naming(one, say)}<div class="doings">'
        f'<details class="sure"><summary class="button">{pictogram("take-off")}'
        f'<span>{escape(say("Haal weg"))}</span></summary><p>{escape(lost)}</p>'
        f'<form method="post" action="{OWN}/sleutel/weg"><button class="button" name="wie" value="{one.id}">'
        f'{pictogram("yes")}<span>{escape(say("Ja, haal weg"))}</span></button></form></details></div></details></li>'
    )


def _naming(one: Passkey, say: Language) -> str:
    field, label = f'name-{one.id[:16]}', escape(say('Welke telefoon of computer?'))
    return (
        f'<form method="post" action="{OWN}/sleutel/naam"><input type="hidden" name="wie" value="{one.id}">'
        f'<div class="field">{pictogram("this-device")}<label for="{field}">{label}</label>'
        f'<input id="{field}" name="naam" dir="auto" autocomplete="off" maxlength="{NAME_LENGTH}" '
        f'value="{escape(one.name)}"></div><button class="button go">{pictogram("done")}'
        f'<span>{escape(say("Bewaar"))}</span></button></form>'
    )


def _last_words(say: Language) -> str:
    return say('Dit is de laatste. Zet er eerst een bij, of kies een wachtwoord.')
