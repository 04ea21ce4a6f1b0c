"""What every socket must show: our own origin, the key of its page, and that it shook hands for that page."""

from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as SocketRefused
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.session import Session
from ui.http.session import session_of

SOCKET_PATH = '/_nicegui_ws/'


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


def guard_sockets(access: Access) -> None:
    """Refuse a socket that holds no key for its page, and events from one that did not shake hands.

    The framework lets any socket speak for a page whose id it knows. These handlers stand before its own.
    """
    sio = core.sio
    handlers = sio.handlers['/']
    own = {name: handlers[name] for name in ('connect', 'handshake', 'event', 'javascript_response', 'ack')}
    own = {name: getattr(handler, 'unguarded', handler) for name, handler in own.items()}

    async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> Any:
        query = parse_qs(environ.get('QUERY_STRING', ''))
        if not _may_speak_for(access, environ, query.get('client_id', [''])[0]):
            raise SocketRefused('Implicit handshake failed')
        return await own['connect'](sid, environ, auth)

    async def handshake(sid: str, data: dict[str, Any]) -> bool:
        if not _may_speak_for(access, sio.get_environ(sid), str(data.get('client_id'))):
            return False
        return bool(await own['handshake'](sid, data))

    def only_after_handshake(handler: Any) -> Any:
        def guarded(sid: str, message: dict[str, Any]) -> None:
            if _shook_hands(sid, message.get('client_id')):
                handler(sid, message)

        return guarded

    guarded: dict[str, Any] = {'connect': connect, 'handshake': handshake}
    guarded |= {name: only_after_handshake(own[name]) for name in ('event', 'javascript_response', 'ack')}
    for name, handler in guarded.items():
        handler.unguarded = own[name]
        sio.on(name, handler)
    # what a browser has to say about its errors may hold own words, and is nobody's to write in our log
    sio.on('log', lambda _sid, _message: None)


def _shook_hands(sid: str, client_id: object) -> bool:
    """Whether this socket shook hands for this page: that puts it in a room named after the page.

    Looked up in that one room, so that it costs the same however many people are connected.
    """
    # the room None is that of everyone
    return isinstance(client_id, str) and any(
        sid == one for one, _ in core.sio.manager.get_participants('/', client_id)
    )


def _may_speak_for(access: Access, environ: dict[str, Any], client_id: str) -> bool:
    client = Client.instances.get(client_id)
    if client is None:
        return False
    session = Session(environ.get('asgi.scope', {}).get('session', {}))
    compass_id = client.request.path_params.get('compass_id', '')
    try:
        # the same key, not just one of the same compass: it may open more
        return access.gate.key(session, compass_id).id == access.gate.key(session_of(client.request), compass_id).id
    except Stranger:
        return False
