"""Signing in with a passkey: what `assets/scripts/plain/passkey.js` asks and answers."""

import json

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from nicegui import app
from nicegui.logging import log

from model.access.access import Access
from model.access.refusals import NotSignedIn, TooManyTries
from model.words import Language
from model.workers.passkey import NoPasskeysHere
from ui.http.cookie_probe import keep_a_cookie, keeps_cookies
from ui.http.origin import address_of, own_origin
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.page import language_of
from ui.work.passkey_door import passkey_door
from ui.work.way_on import way_on


def register(access: Access) -> None:
    """The routes."""

    @app.post('/werk/sleutel/vraag')
    async def ask(request: Request) -> Response:
        origin, say = own_origin(request), language_of(request)
        try:
            options = access.sign_in.passkey_options(address_of(request), origin, access.settings.now())
        except NoPasskeysHere:
            return told(not_here(say), 403)
        except TooManyTries:
            return told(too_many(say), 429)
        keep_a_cookie(session_of(request))
        return asked(options)

    @app.post('/werk/sleutel')
    async def sign_in(request: Request, eigen: str = '') -> Response:
        origin, say = own_origin(request), language_of(request)
        answer = await answer_of(request)
        try:
            worker = access.sign_in.by_passkey(address_of(request), answer, origin, access.settings.now())
            if not keeps_cookies(session_of(request)):
                return told(say('Deze browser onthoudt niets. Zet cookies aan, of neem een andere browser.'), 400)
            access.signed_in.start(session_of(request), worker, own=eigen == 'ja', device=device_of(request))
        except NotSignedIn:
            return told(not_right(say), 403)
        except TooManyTries:
            return told(too_many(say), 429)
        except OSError as error:
            return no_room(error, say)
        return JSONResponse({'page': way_on(session_of(request), worker.id)})


def door(say: Language) -> str:
    """The way in with a passkey, for the form `in`; there only where a browser has passkeys."""
    return passkey_door(say, '/werk/sleutel', more=' form="in"')


async def answer_of(request: Request) -> str:
    """What the browser answered, as it wrote it."""
    return (await request.body()).decode(errors='replace')


def asked(options: str) -> JSONResponse:
    """What the browser is asked."""
    return JSONResponse({'options': json.loads(options)})


def told(words: str, status: int) -> JSONResponse:
    """A sentence for the page to show."""
    return JSONResponse({'words': words}, status_code=status)


def no_room(error: OSError, say: Language) -> JSONResponse:
    """The disk is full: nobody is let in of whom that cannot be written down."""
    log.exception(error)
    return told(say('Bewaren lukt nu niet. Probeer het zo nog eens.'), 507)


def not_right(say: Language) -> str:
    """What whoever does not sign in hears, whatever was wrong."""
    return say('Dat klopt niet. Probeer het nog eens.')


def too_many(say: Language) -> str:
    """For a network from which passkeys were asked too often."""
    return say('Even wachten. Probeer het over een minuut.')


def not_here(say: Language) -> str:
    """For an address at which no browser has passkeys."""
    return say('Op dit adres kan dat niet. Gebruik een wachtwoord.')
