"""What a page of ours puts on its line, letter for letter: anything else ends that line before the framework sees it.

The libraries would write a traceback for each, of up to six kilobytes, and anybody could fill the log.
"""

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
    """ASGI middleware: for what is around it, a websocket on which something else comes is one that was closed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def receive_well_formed() -> Message:
            message = await receive()
            if message['type'] == 'websocket.receive' and not is_frame(message.get('text') or ''):
                return {'type': 'websocket.disconnect', 'code': MALFORMED}
            return message

        await self._app(scope, receive_well_formed if scope['type'] == 'websocket' else receive, send)
