"""The framework's own files, pressed once and kept in memory.

They never change under one address, so the seconds this costs are spent once for each start, beside serving.
"""

import asyncio
import posixpath
from dataclasses import dataclass

import nicegui
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.look.pressed import Pressed

PATH = f'/_nicegui/{nicegui.__version__}/'
TEXT = ('text/', 'application/javascript', 'application/json')
MOST_FILES = 100
"""More than the framework has on our pages; whoever asks for others gets them, pressed by nobody."""


@dataclass(frozen=True)
class Delivered:
    """A whole answer, as it came from the framework, and in Brotli where that helps."""

    start: Message
    body: bytes
    pressed: Pressed | None = None

    @property
    def is_found(self) -> bool:
        """Whether there is such a file."""
        return bool(self.start['status'] == 200)

    async def send(self, send: Send) -> None:
        """Send it once more; who comes after may change the headers, and gets some of their own."""
        body = self.body if self.pressed is None else self.pressed.bytes
        headers = MutableHeaders(raw=list(self.start['headers']))
        if self.is_found:
            headers['Content-Length'] = str(len(body))
            headers.add_vary_header('Accept-Encoding')
        if self.pressed is not None:
            headers['Content-Encoding'] = 'br'
        await send({**self.start, 'headers': headers.raw})
        await send({'type': 'http.response.body', 'body': body})


class PressedFiles:
    """ASGI middleware: answers requests for the framework's files from memory, in Brotli.

    A file is asked for and pressed by a task of its own: whoever asked first may go away meanwhile, and
    whoever asks at the same moment waits for the same one.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, asyncio.Task[Delivered]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get('path', '')
        if not _is_asked_for(scope):
            await self._app(scope, receive, send)
            return
        if not _may_be_pressed(scope) or (path not in self._kept and len(self._kept) >= MOST_FILES):
            # the framework begins no answer for who has gone, and complains in the log that there is none
            await self._app(scope, _stays, send)
            return
        if path not in self._kept:
            self._kept[path] = asyncio.create_task(self._prepare(scope), name=f'press {path}')
        answer = await asyncio.shield(self._kept[path])
        if not answer.is_found:
            self._kept.pop(path, None)
        await answer.send(send)

    async def _prepare(self, scope: Scope) -> Delivered:
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        ignored = {b'accept-encoding', b'range', b'if-none-match', b'if-modified-since'}
        headers = [(name, value) for name, value in scope['headers'] if name not in ignored]
        await self._app({**scope, 'headers': headers}, _stays, keep)
        answer = Delivered(messages[0], b''.join(message.get('body', b'') for message in messages[1:]))
        if not answer.is_found:
            return answer
        return await asyncio.to_thread(_press, answer)


async def _stays() -> Message:
    """What a browser says that waits for its answer: nothing."""
    await asyncio.Event().wait()
    raise AssertionError('unreachable')


def _is_asked_for(scope: Scope) -> bool:
    return bool(scope['type'] == 'http' and scope['method'] == 'GET' and scope['path'].startswith(PATH))


def _may_be_pressed(scope: Scope) -> bool:
    if posixpath.normpath(scope['path']) != scope['path']:  # one file, kept under one name only
        return False
    return 'br' in Headers(scope=scope).get('accept-encoding', '') and 'dynamic_resources' not in scope['path']


def _press(answer: Delivered) -> Delivered:
    if not Headers(raw=answer.start['headers']).get('content-type', '').startswith(TEXT):
        return answer
    return Delivered(answer.start, b'', Pressed(answer.body))
