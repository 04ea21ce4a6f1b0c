"""What a request may bring: little, but for an attachment."""

import re

from fastapi import Request
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from model.words import preferred
from ui.http.sockets import SOCKET_PATH
from ui.plain.page import sorry_page

MOST_BODY = 64 * 1024
"""Bytes of a form, many times what any of ours has."""
MOST_MESSAGE = 1_000_000
"""Bytes of one message over a websocket, and of one poll, as Engine.IO has it; a larger one ends that line alone."""
_ATTACHMENT = re.compile(r'/kompas/[^/]+/bijlage/[^/]+')


class SmallBodies:
    """ASGI middleware: what a request brings is small, but for an attachment, which has caps of its own.

    It is taken in before anything of ours runs, so that nothing can forget it. Stands around our other middleware.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or (scope['method'] == 'PUT' and _ATTACHMENT.fullmatch(scope['path'])):
            await self._app(scope, receive, send)
            return
        try:
            most = MOST_MESSAGE if scope['path'].startswith(SOCKET_PATH) else MOST_BODY
            body = await _small_body(scope, receive, most)
        except _TooLarge:
            await _refuse_body(scope, receive, send)
            return
        except ClientDisconnect:
            await Response(status_code=400)(scope, receive, send)  # nobody hears it, but the framework waits for one
            return
        taken: list[Message] = [{'type': 'http.request', 'body': body, 'more_body': False}]

        async def receive_again() -> Message:
            return taken.pop() if taken else await receive()

        await self._app(scope, receive_again, send)


class _TooLarge(Exception):
    """More than a request may bring."""


async def _small_body(scope: Scope, receive: Receive, most: int) -> bytes:
    if int(Headers(scope=scope).get('content-length', 0)) > most:
        raise _TooLarge
    body = bytearray()
    async for chunk in Request(scope, receive).stream():
        body += chunk
        if len(body) > most:
            raise _TooLarge
    return bytes(body)


async def _refuse_body(scope: Scope, receive: Receive, send: Send) -> None:
    say = preferred(Headers(scope=scope).get('accept-language', ''))  # nobody has looked at the cookie yet
    answer = sorry_page(say, say('Dit is te groot. Kies iets anders.'), status=413, key='sorry')
    answer.headers['Connection'] = 'close'  # the rest is not waited for
    await answer(scope, receive, send)
