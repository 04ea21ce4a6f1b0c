"""Pages travel in Brotli where the browser takes it: of a phone with little data every kilobyte counts."""

from typing import Any

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

QUALITY = 5
"""The most that costs a page about as much time as gzip does."""
SMALLEST = 500
"""Bytes below which it gains nothing."""
AS_IT_IS = {'Content-Encoding': 'identity'}
"""Of a photo, a voice and a PDF, which are compressed already, and may be sent in ranges."""


class Compressed:
    """The program with its answers compressed: in Brotli, or in gzip by the framework's own middleware.

    Brotli looks back over a whole page, gzip over 32 kB. A whole answer is pressed in one go: an open page remembers
    what sent it, and a compressor that is kept there holds a megabyte or two.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._zipped = GZipMiddleware(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or 'br' not in Headers(scope=scope).get('Accept-Encoding', ''):
            await self._zipped(scope, receive, send)
            return
        await self._app(scope, receive, _pressing(send))


def _pressing(send: Send) -> Send:
    held: list[Message] = []

    async def send_pressed(message: Message) -> None:
        if message['type'] == 'http.response.start':
            held.append(message)
            return
        if held and message['type'] == 'http.response.body':
            start, message = _pressed(held.pop(), message)
            await send(start)
        await send(message)

    return send_pressed


def _pressed(start: Message, body: Message) -> tuple[Message, Message]:
    """Both messages, as they are sent; an answer that comes in pieces stays as it is."""
    content: Any = body.get('body', b'')
    headers = MutableHeaders(raw=list(start['headers']))
    headers.add_vary_header('Accept-Encoding')
    if 'Content-Encoding' not in headers and not body.get('more_body') and len(content) >= SMALLEST:
        content = brotli.compress(content, quality=QUALITY)
        headers['Content-Encoding'] = 'br'
        headers['Content-Length'] = str(len(content))
    return {**start, 'headers': headers.raw}, {**body, 'body': content}
