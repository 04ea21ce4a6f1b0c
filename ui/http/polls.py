"""Polls, for networks that let no websocket through: each is heard for what the key it comes with may see."""

import asyncio
from typing import Any
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from engineio.payload import Payload
from nicegui import Client, core
from nicegui.server import Server
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from model.access.access import Access
from ui.http.frames import MOST_AT_ONCE, is_payload
from ui.http.messages import is_well_formed
from ui.http.origin import OURS
from ui.http.session import session_of
from ui.http.sockets import SOCKET_PATH, may_speak_for

ENDED = 'ended'
"""What a page is told that may be seen no longer in this browser: it goes blank."""
UNKNOWN = 'unknown'
"""What one is told that the server does not know, after a restart: it begins anew."""

LOOK_EVERY = 0.2
"""Seconds between two looks whether the server is to end."""


class GuardedPolls:
    """ASGI middleware: a poll shows that it may speak for the page of its line, each time, and what it brings is looked
    at before the framework sees it. Stands inside what reads the cookie.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or not scope['path'].startswith(SOCKET_PATH):
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope)
        if answer is None and scope['method'] == 'POST':
            body = await Request(scope, receive).body()
            answer, receive = None if is_payload(body) else Response(status_code=400), _once_more(body, receive)
        await (answer or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        shown = _shown(scope['query_string'].decode('latin-1'))
        if 'sid' in shown:
            opened_by = core.sio.environ.get(shown['sid'])
            if opened_by is None or opened_by['asgi.scope']['type'] != 'http':
                return Response(status_code=400)  # a line that is over: another one may be opened
            client_id = _client_id(opened_by)
        elif scope['method'] != 'GET' or not is_well_formed('handshake', shown):
            return Response(status_code=400)
        else:
            client_id = shown['client_id']
        if client_id not in Client.instances:
            return _no(UNKNOWN)
        if not may_speak_for(self._access, session_of(HTTPConnection(scope)), client_id):
            return _no(ENDED)
        return None


def guard_polls() -> None:
    """Take all at once that a page has to say, and let a page have one line that is polled: the last it opened.

    Lines that are polled hold no connection, so that nothing else would limit them.
    """
    Payload.max_decode_packets = MOST_AT_ONCE
    engine = core.sio.eio
    own = getattr(engine.handlers['connect'], 'unguarded', engine.handlers['connect'])
    lines: WeakKeyDictionary[Client, str] = WeakKeyDictionary()

    async def connect(line_id: str, environ: dict[str, Any]) -> Any:
        client = Client.instances.get(_client_id(environ))
        if client is not None and environ['asgi.scope']['type'] == 'http':
            await _let_go(lines.get(client, ''))
            lines[client] = line_id
        return await own(line_id, environ)

    connect.unguarded = own  # type: ignore[attr-defined]
    engine.on('connect', connect)


async def answer_at_the_end() -> None:
    """Answer the polls that are held once the server is to end: it would wait for them, and tells nobody.

    Again and again, because a page that was answered asks once more.
    """
    while True:
        await asyncio.sleep(LOOK_EVERY)
        if Server.instance.should_exit:
            for line in list(core.sio.eio.sockets.values()):
                if not line.upgraded:
                    await line.queue.put(None)


async def _let_go(line_id: str) -> None:
    line = core.sio.eio.sockets.pop(line_id, None)
    if line is not None:
        await line.queue.put(None)  # the answer to a poll that is held for it
        await line.close(wait=False, abort=True)


def _shown(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _client_id(environ: dict[str, Any]) -> str:
    return _shown(environ.get('QUERY_STRING', '')).get('client_id', '')


def _no(why: str) -> Response:
    return Response(status_code=403, headers={OURS: why})


def _once_more(body: bytes, receive: Receive) -> Receive:
    taken: list[Message] = [{'type': 'http.request', 'body': body, 'more_body': False}]

    async def receive_again() -> Message:
        return taken.pop() if taken else await receive()

    return receive_again
