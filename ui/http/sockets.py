"""What every line must show: where it comes from, the key of its page, and that it shook hands for that page."""

from typing import Any
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as SocketRefused
from socketio.packet import Packet
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from model.access.access import Access
from model.access.refusals import Stranger
from model.access.session import Session
from ui.http.messages import is_for_somebody, is_well_formed
from ui.http.origin import OURS, is_ours
from ui.http.session import session_of
from ui.http.taps import Taps

SOCKET_PATH = '/_nicegui_ws/'
LONGEST_QUERY = 1000
"""Bytes of what stands behind the address of a line, of which our pages need a third. It is kept while the line is."""


class OwnLinesOnly:
    """ASGI middleware: the line of a live page is opened by pages of our own only, as a websocket or by polls.

    A GET tells no origin, so each poll carries our own header: no other website can send that without asking first.
    """

    def __init__(self, app: ASGIApp, origins: set[str]) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope.get('path', '').startswith(SOCKET_PATH) or self._is_ours(scope):
            await self._app(scope, receive, send)
        elif scope['type'] == 'websocket':
            await receive()
            await send({'type': 'websocket.close', 'code': 1008})
        else:
            await PlainTextResponse('only for our own pages', status_code=403)(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        headers, query = Headers(scope=scope), parse_qs(scope['query_string'].decode('latin-1'))
        if len(scope['query_string']) > LONGEST_QUERY:
            return False
        if scope['type'] == 'websocket':
            # a line that polls stays one that polls
            return is_ours(headers, self._origins) and 'sid' not in query
        return (
            scope['method'] in {'GET', 'POST'}
            and OURS in headers
            and headers.get('sec-fetch-site', 'same-origin') == 'same-origin'
            and ('origin' not in headers or is_ours(headers, self._origins))
            and query.get('transport') == ['polling']
            and 'j' not in query  # an answer that another website could run as a script
        )


class TextPacket(Packet):  # type: ignore[misc]
    """A packet of Socket.IO that announces no binary ones: no page of ours sends those, and they fill the memory."""

    def decode(self, encoded_packet: Any) -> int:
        """What the library does. Raises `ValueError` for a packet that others are to follow, or that is none."""
        if not isinstance(encoded_packet, str) or super().decode(encoded_packet):
            raise ValueError('binary packets are for nobody here')
        return 0


def guard_sockets(access: Access) -> None:
    """Refuse a socket that holds no key for its page, and events from one that did not shake hands.

    The framework lets any socket speak for a page whose id it knows. These handlers stand before its own.
    """
    sio = core.sio
    sio.packet_class = TextPacket
    handlers = sio.handlers['/']
    own = {name: handlers[name] for name in ('connect', 'handshake', 'event', 'javascript_response', 'ack')}
    own = {name: getattr(handler, 'unguarded', handler) for name, handler in own.items()}

    async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> Any:
        query = parse_qs(environ.get('QUERY_STRING', ''))
        shown = {name: values[0] for name, values in query.items()}
        is_shaped = 'client_id' not in shown or is_well_formed('handshake', shown)
        if not is_shaped or not may_speak_for(access, _session(environ), shown.get('client_id', '')):
            raise SocketRefused('Implicit handshake failed')
        return await own['connect'](sid, environ, auth)

    async def handshake(sid: str, data: dict[str, Any]) -> bool:
        if not is_well_formed('handshake', data):
            return False
        if not may_speak_for(access, _session(sio.get_environ(sid)), data['client_id']):
            return False
        return bool(await own['handshake'](sid, data))

    async def event(sid: str, message: Any = None) -> Any:
        if not is_well_formed('event', message) or not _shook_hands(sid, message['client_id']):
            return sio.not_handled  # nobody is told that it was heard
        client = Client.instances[message['client_id']]
        async with taps.setdefault(client, Taps()).next(message.get('number')) as is_new:
            # a line may have been cut while this waited for its turn
            if is_new and _shook_hands(sid, client.id) and is_for_somebody(client, message):
                own['event'](sid, message)
        return None

    def only_after_handshake(name: str) -> Any:
        def guarded(sid: str, message: Any = None) -> None:
            if is_well_formed(name, message) and _shook_hands(sid, message['client_id']):
                own[name](sid, message)

        return guarded

    taps: WeakKeyDictionary[Client, Taps] = WeakKeyDictionary()
    guarded: dict[str, Any] = {'connect': connect, 'handshake': handshake, 'event': event}
    guarded |= {name: only_after_handshake(name) for name in ('javascript_response', 'ack')}
    for name, handler in guarded.items():
        handler.unguarded = own[name]
        sio.on(name, handler)
    # what a browser has to say about its errors may hold own words, and is nobody's to write in our log
    sio.on('log', lambda _sid, _message: None)


def _shook_hands(sid: str, client_id: str) -> bool:
    """Whether this socket shook hands for this page: that puts it in a room named after the page.

    Looked up in that one room, so that it costs the same however many people are connected.
    """
    return client_id in Client.instances and any(
        sid == one for one, _ in core.sio.manager.get_participants('/', client_id)
    )


def may_speak_for(access: Access, session: Session, client_id: str) -> bool:
    """Whether this browser holds the key of a page: the same, not just one of the same compass, which may open more."""
    client = Client.instances.get(client_id)
    if client is None:
        return False
    compass_id = client.request.path_params.get('compass_id', '')
    try:
        return access.gate.key(session, compass_id).id == access.gate.key(session_of(client.request), compass_id).id
    except Stranger:
        return False


def _session(environ: dict[str, Any]) -> Session:
    """That of who opened a line."""
    return Session(environ.get('asgi.scope', {}).get('session', {}))
