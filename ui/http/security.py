"""What every answer carries and every socket must show: headers, a content policy, our own origin."""

import re
import secrets
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as SocketRefused
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from model.access.gate import Gate
from model.access.refusals import Stranger

SOCKET_PATH = '/_nicegui_ws/'
FIRST_PICTURE = (b'<!--first picture-->', b'<!--end of first picture-->')
"""What stands between these comes from the compass: no script in it is ever allowed to run."""

_COMMON = (
    "default-src 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; "
)
PLAIN_POLICY = _COMMON + "script-src 'self'; style-src 'self'"
FILE_POLICY = "default-src 'none'"
"""Of scripts, stylesheets and fonts, which ask for nothing themselves: a page fetches twenty of them on a slow line."""
FILES = ('text/css', 'text/javascript', 'application/javascript', 'font/')
PAGE_POLICY = (
    # Vue compiles the templates of the framework's elements in the browser, hence unsafe-eval
    _COMMON + "script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; "
    "style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'"
)


class DeviceSession(SessionMiddleware):
    """The signed cookie that carries a browser's device keys.

    A class of our own, because the framework hangs a store for each visitor on Starlette's: strangers cost
    nothing here, and get no cookie.
    """


class SafeHeaders:
    """ASGI around all others, the framework's too: safe headers on every answer, also on its errors."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message['type'] == 'http.response.start':
                _make_safe(MutableHeaders(raw=message['headers']), message['status'])
            await send(message)

        if scope['type'] == 'http':
            # the framework writes this header into pages and redirects, and anyone can send it
            scope['headers'] = [pair for pair in scope['headers'] if pair[0] != b'x-forwarded-prefix']
        await self._app(scope, receive, send_safely)


def _make_safe(headers: MutableHeaders, status: int) -> None:
    headers['X-Content-Type-Options'] = 'nosniff'
    headers['Referrer-Policy'] = 'no-referrer'
    headers['Cross-Origin-Opener-Policy'] = 'same-origin'
    headers['Cross-Origin-Resource-Policy'] = 'same-origin'
    is_file = headers.get('content-type', '').startswith(FILES)
    headers.setdefault('Content-Security-Policy', FILE_POLICY if is_file else PLAIN_POLICY)
    if status >= 400 or 'Cache-Control' not in headers:
        headers['Cache-Control'] = 'no-store'


class Nonces:
    """ASGI middleware: the content policy of live pages, with nonces on the framework's own scripts."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page: list[Message] = []

        async def send_stamped(message: Message) -> None:
            if message['type'] == 'http.response.start' and _is_page(message):
                page.append(message)
            elif page:
                page.append(message)
                if not message.get('more_body'):
                    await _send_page(page, scope, send)
            else:
                await send(message)

        await self._app(scope, receive, send_stamped)


def _is_page(start: Message) -> bool:
    return any(name.lower() == b'x-nicegui-content' for name, _ in start['headers'])


async def _send_page(messages: list[Message], scope: Scope, send: Send) -> None:
    start, *rest = messages
    nonce = secrets.token_urlsafe(16)
    body = _stamp(b''.join(message.get('body', b'') for message in rest), nonce)
    language, direction = scope.get('kompas.language', ('nl', 'ltr'))
    body = body.replace(b'<html dir="ltr">', f'<html lang="{language}" dir="{direction}">'.encode(), 1)
    headers = MutableHeaders(raw=start['headers'])
    headers['Content-Length'] = str(len(body))
    headers['Content-Security-Policy'] = PAGE_POLICY.format(nonce=nonce)
    await send(start)
    await send({'type': 'http.response.body', 'body': body})


def _stamp(body: bytes, nonce: str) -> bytes:
    """Put the nonce on each script and style, but not in what came from the compass."""
    before, opening, rest = body.partition(FIRST_PICTURE[0])
    picture, closing, after = rest.partition(FIRST_PICTURE[1])
    stamped = rb'<\1 nonce="' + nonce.encode() + rb'"'
    before, after = (re.sub(rb'<(script|style)(?=[\s>])', stamped, part) for part in (before, after))
    return before + opening + picture + closing + after


class OwnSocketsOnly:
    """ASGI middleware: the websocket answers only to pages of our own, and to no other transport."""

    def __init__(self, app: ASGIApp, origins: set[str]) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope.get('path', '').startswith(SOCKET_PATH) or (
            scope['type'] == 'websocket' and Headers(scope=scope).get('origin') in self._origins
        ):
            await self._app(scope, receive, send)
        elif scope['type'] == 'websocket':
            await receive()
            await send({'type': 'websocket.close', 'code': 1008})
        else:
            await PlainTextResponse('websocket only', status_code=403)(scope, receive, send)


def guard_sockets(gate: Gate) -> None:
    """Refuse a socket that holds no key for its page, and events from one that did not shake hands.

    The framework lets any socket speak for a page whose id it knows. These handlers stand before its own.
    """
    sio = core.sio
    handlers = sio.handlers['/']
    own = {name: handlers[name] for name in ('connect', 'handshake', 'event', 'javascript_response', 'ack')}
    own = {name: getattr(handler, 'unguarded', handler) for name, handler in own.items()}

    async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> Any:
        query = parse_qs(environ.get('QUERY_STRING', ''))
        if not _may_speak_for(gate, environ, query.get('client_id', [''])[0]):
            raise SocketRefused('Implicit handshake failed')
        return await own['connect'](sid, environ, auth)

    async def handshake(sid: str, data: dict[str, Any]) -> bool:
        if not _may_speak_for(gate, sio.get_environ(sid), str(data.get('client_id'))):
            return False
        return bool(await own['handshake'](sid, data))

    def only_after_handshake(handler: Any) -> Any:
        def guarded(sid: str, message: dict[str, Any]) -> None:
            # shaking hands puts a socket in the room that is named after its page
            if message.get('client_id') in sio.rooms(sid):
                handler(sid, message)

        return guarded

    guarded: dict[str, Any] = {'connect': connect, 'handshake': handshake}
    guarded |= {name: only_after_handshake(own[name]) for name in ('event', 'javascript_response', 'ack')}
    for name, handler in guarded.items():
        handler.unguarded = own[name]
        sio.on(name, handler)
    # what a browser has to say about its errors may hold own words, and is nobody's to write in our log
    sio.on('log', lambda _sid, _message: None)


def _may_speak_for(gate: Gate, environ: dict[str, Any], client_id: str) -> bool:
    client = Client.instances.get(client_id)
    if client is None:
        return False
    session = environ.get('asgi.scope', {}).get('session', {})
    compass_id = client.request.path_params.get('compass_id', '')
    try:
        # the same key, not just one of the same compass: it may open more
        return gate.key(session, compass_id).id == gate.key(client.request.session, compass_id).id
    except Stranger:
        return False
