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
MOST_TOGETHER = 32_000_000
"""Bytes of all bodies that are not whole yet, as those of which the rest never comes."""
ALWAYS = 4 * 1024
"""Bytes of one that come in whatever others hold back: more than a form or a tap of ours has."""
_ATTACHMENT = re.compile(r'/kompas/[^/]+/bijlage/[^/]+')


class SmallBodies:
    """ASGI middleware: what a request brings is small, but for an attachment, which has caps of its own.

    It is taken in before anything of ours runs, so that nothing can forget it. Stands around our other middleware.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._together = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or (scope['method'] == 'PUT' and _ATTACHMENT.fullmatch(scope['path'])):
            await self._app(scope, receive, send)
            return
        try:
            most = MOST_MESSAGE if scope['path'].startswith(SOCKET_PATH) else MOST_BODY
            body = await self._small_body(scope, receive, most)
        except _TooLarge:
            await _refuse_body(scope, receive, send)
            return
        except _TooMuchTogether:
            await Response(status_code=503, headers={'Connection': 'close', 'Retry-After': '5'})(scope, receive, send)
            return
        except ClientDisconnect:
            await Response(status_code=400)(scope, receive, send)  # nobody hears it, but the framework waits for one
            return
        taken: list[Message] = [{'type': 'http.request', 'body': body, 'more_body': False}]

        async def receive_again() -> Message:
            return taken.pop() if taken else await receive()

        await self._app(scope, receive_again, send)

    async def _small_body(self, scope: Scope, receive: Receive, most: int) -> bytes:
        if int(Headers(scope=scope).get('content-length', 0)) > most:
            raise _TooLarge
        body = bytearray()
        try:
            async for chunk in Request(scope, receive).stream():
                body += chunk
                self._together += len(chunk)
                if len(body) > most:
                    raise _TooLarge
                if len(body) > ALWAYS and self._together > MOST_TOGETHER:
                    raise _TooMuchTogether
        finally:
            self._together -= len(body)
        return bytes(body)


class _TooLarge(Exception):
    """More than a request may bring."""


class _TooMuchTogether(Exception):
    """More than all requests together may hold back."""


async def _refuse_body(scope: Scope, receive: Receive, send: Send) -> None:
    say = preferred(Headers(scope=scope).get('accept-language', ''))  # nobody has looked at the cookie yet
    answer = sorry_page(say, say('Dit is te groot. Kies iets anders.'), status=413, key='sorry')
    answer.headers['Connection'] = 'close'  # the rest is not waited for
    await answer(scope, receive, send)
