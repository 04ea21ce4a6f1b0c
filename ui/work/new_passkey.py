"""A passkey for somebody who was invited: what `assets/scripts/plain/passkey.js` asks and answers."""

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from nicegui import app

from model.access.access import Access
from model.words import Language
from model.workers.passkey import BadPasskey, NoPasskeysHere
from model.workers.workers import PasskeyTaken
from ui.http.origin import own_origin
from ui.http.session import session_of
from ui.plain.device import device_of
from ui.plain.page import language_of
from ui.work.passkey_door import passkey_door
from ui.work.passkeys import answer_of, asked, no_room, not_here, not_right, told


def register(access: Access) -> None:
    """The routes."""

    @app.post('/werk/welkom/sleutel/vraag')
    async def ask(request: Request) -> Response:
        origin, say = own_origin(request), language_of(request)
        worker = access.joining.named(session_of(request))
        try:
            options = access.sign_in.registration_options(worker, origin, access.settings.now())
        except NoPasskeysHere:
            return told(not_here(say), 403)
        return asked(options)

    @app.post('/werk/welkom/sleutel')
    async def join(request: Request) -> Response:
        origin, say = own_origin(request), language_of(request)
        answer = await answer_of(request)
        worker = access.joining.named(session_of(request))
        try:
            passkey = access.sign_in.registered(worker.id, answer, origin, access.settings.now())
            worker.accept(worker.name)
            worker.add_passkey(passkey)
            access.joining.finish(session_of(request), worker, device_of(request))
        except (BadPasskey, NoPasskeysHere, PasskeyTaken):
            return told(not_right(say), 403)
        except OSError as error:
            return no_room(error, say)
        return JSONResponse({'page': '/werk'})


def door(say: Language) -> str:
    """The choice for a passkey; there only where a browser has them."""
    about = say('Of met de pincode. Doe dit op een telefoon of computer van jezelf.')
    return passkey_door(say, '/werk/welkom/sleutel', kind='new', about=about)
