"""What a page of ours puts on its line, letter for letter: anything else ends that line before the framework sees it.

The libraries would write a traceback for each, of up to six kilobytes, and anybody could fill the log.
"""

import asyncio
import re

from nicegui import json
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PLAIN = {'1', '3', '40', '41'}
"""Engine.IO: an end, the answer to a test of the line; Socket.IO: an opening and an end."""
_EVENT = re.compile(r'42[0-9]{0,9}(?=\[")')
NAMES = {'handshake', 'event', 'javascript_response', 'ack', 'log'}
"""What a page says. The libraries call handlers of their own by such names too: `connect`, `disconnect`."""
MALFORMED = 1002
MOST_AT_ONCE = 1000
"""Frames that one poll may bring: a page that had no network for a while says all that was tapped."""
OPEN_WITHIN = 15.0
"""Seconds in which a websocket is open for a page, which ours ask for at once."""
MOST_OPENING = 300
"""Websockets that are not open for a page yet: each takes a quarter of a megabyte to press what it says."""
_OPENED = '40'
"""What is said on a line that is open for its page from now on."""


def is_frame(text: str) -> bool:
    """Whether a page of ours says this: a sign of life, or an event with a name that we know."""
    if text in _PLAIN:
        return True
    begun = _EVENT.match(text)
    if begun is None:
        return False
    try:
        said = json.loads(text[begun.end() :])
    except ValueError:
        return False
    return len(said) == 2 and said[0] in NAMES and isinstance(said[1], dict)


def is_payload(body: bytes) -> bool:
    """Whether a poll brings frames of a page of ours, and not too many."""
    try:
        frames = body.decode().split('\x1e')
    except UnicodeDecodeError:
        return False
    return len(frames) <= MOST_AT_ONCE and all(map(is_frame, frames))


class WellFormedFrames:
    """ASGI middleware: for what is around it, a websocket on which something else comes is one that was closed.

    So is one that is not open for a page in time; and of too many that are not, the one that is not for the longest.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._opening: dict[_Line, None] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'websocket':
            await self._app(scope, receive, send)
            return
        line = _Line(receive, send, self._opening)
        if len(self._opening) > MOST_OPENING:
            next(iter(self._opening)).end()
        try:
            await self._app(scope, line.receive, line.send)
        finally:
            self._opening.pop(line, None)


class _Line:
    """One websocket, among those that are not open for a page yet until it is."""

    def __init__(self, receive: Receive, send: Send, opening: 'dict[_Line, None]') -> None:
        self._receive = receive
        self._send = send
        self._opening = opening
        self._opening[self] = None
        self._end: float | None = asyncio.get_running_loop().time() + OPEN_WITHIN
        self._waiting: asyncio.Timeout | None = None

    def end(self) -> None:
        """Hear nothing more."""
        self._opening.pop(self, None)
        self._ends_at(0)

    async def receive(self) -> Message:
        try:
            async with asyncio.timeout_at(self._end) as self._waiting:
                message = await self._receive()
        except TimeoutError:
            return _CLOSED
        finally:
            self._waiting = None
        if message['type'] == 'websocket.receive' and not is_frame(message.get('text') or ''):
            return _CLOSED
        return message

    async def send(self, message: Message) -> None:
        if self in self._opening and (message.get('text') or '').startswith(_OPENED):
            del self._opening[self]
            self._ends_at(None)
        await self._send(message)

    def _ends_at(self, when: float | None) -> None:
        self._end = when
        if self._waiting is not None and not self._waiting.expired():
            self._waiting.reschedule(when)


_CLOSED: Message = {'type': 'websocket.disconnect', 'code': MALFORMED}
