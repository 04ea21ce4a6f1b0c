"""The framework's own files, pressed as small as Brotli can, once, and kept in memory.

They never change under one address, so the seconds this costs are spent once for each start.
"""

import asyncio
import posixpath
from dataclasses import dataclass

import brotli
import nicegui
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = f'/_nicegui/{nicegui.__version__}/'
TEXT = ('text/', 'application/javascript', 'application/json')
MOST_FILES = 100
"""More than the framework has on our pages; whoever asks for others gets them, pressed by nobody."""


@dataclass(frozen=True)
class Delivered:
    """A whole answer, as it came from the framework or after pressing."""

    start: Message
    body: bytes

    @property
    def is_whole(self) -> bool:
        """Found, and not cut short because whoever asked first went away meanwhile."""
        return self.start['status'] == 200 and Headers(raw=self.start['headers']).get('content-length') == str(
            len(self.body)
        )


class PressedFiles:
    """ASGI middleware: answers requests for the framework's files from memory, in Brotli."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, Delivered] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_pressed(scope):
            await self._app(scope, receive, send)
            return
        path = scope['path']
        answer = self._kept.get(path)
        if answer is None:
            answer = await self._ask(scope, receive)
            if answer.is_whole and len(self._kept) < MOST_FILES:
                answer = await asyncio.to_thread(_press, answer)
                self._kept[path] = answer
        await send(answer.start)
        await send({'type': 'http.response.body', 'body': answer.body})

    async def _ask(self, scope: Scope, receive: Receive) -> Delivered:
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        ignored = {b'accept-encoding', b'range', b'if-none-match', b'if-modified-since'}
        headers = [(name, value) for name, value in scope['headers'] if name not in ignored]
        await self._app({**scope, 'headers': headers}, receive, keep)
        return Delivered(messages[0], b''.join(message.get('body', b'') for message in messages[1:]))


def _may_be_pressed(scope: Scope) -> bool:
    if scope['type'] != 'http' or scope['method'] != 'GET' or not scope['path'].startswith(PATH):
        return False
    if posixpath.normpath(scope['path']) != scope['path']:  # one file, kept under one name only
        return False
    return 'br' in Headers(scope=scope).get('accept-encoding', '') and 'dynamic_resources' not in scope['path']


def _press(answer: Delivered) -> Delivered:
    headers = MutableHeaders(raw=list(answer.start['headers']))
    if not headers.get('content-type', '').startswith(TEXT):
        return answer
    body = brotli.compress(answer.body, quality=11)
    headers['Content-Encoding'] = 'br'
    headers['Content-Length'] = str(len(body))
    headers.add_vary_header('Accept-Encoding')
    return Delivered({**answer.start, 'headers': headers.raw}, body)
