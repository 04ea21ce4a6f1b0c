"""The line of a live page, spoken by hand: Engine.IO 4 and Socket.IO 5, with any origin, cookie and page."""

import json
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, Self
from urllib.parse import urlencode
from uuid import uuid4

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.page.cast.polls import Polls, Refused
from tests.patience import within
from ui.words.hyphens import SOFT_HYPHEN

__all__ = ['FROM_NOWHERE', 'PATIENCE', 'Refused', 'Socket', 'socket']

PATIENCE = 30.0
"""Seconds within which everything has to have been answered."""

FROM_NOWHERE = {'next_message_id': '-1'}
"""Asks for messages that never were; the answer is the first that a page says."""


class Socket:
    """An open line. It has shaken hands for a page, or not yet."""

    def __init__(self, line: ClientConnection | Polls) -> None:
        self._line = line
        self._numbers = count()
        self.heard: list[tuple[str, Any]] = []
        """Every event that came, as (name, data)."""
        self.opening: dict[str, Any] = {}
        """What the server said of the line when it opened it."""
        self.answered: list[str] = []
        """The numbers of the events that an answer came to."""

    def says(self, name: str, data: object) -> None:
        """Send an event and wait for no answer."""
        self.writes('42' + json.dumps([name, data]))

    def asks(self, name: str, data: object) -> Any:
        """Send an event, and what the server answers to it."""
        number = next(self._numbers)
        self.writes(f'42{number}' + json.dumps([name, data]))
        answer: list[Any] = json.loads(self._next(f'43{number}[').removeprefix(f'43{number}'))
        return answer[0] if answer else None

    def writes(self, frame: str | bytes) -> None:
        """Put a frame on the line as it is, well formed or not."""
        self._line.send(frame)

    def writes_together(self, *frames: str) -> None:
        """The same for several, which one poll brings."""
        self._line.send(*frames)

    def hears_answer(self, number: str) -> None:
        """Wait for the answer to an event."""
        self._next(f'43{number}[')

    def triggers(self, client_id: str, element_id: int, listener_id: str, *args: object) -> None:
        """What the page sends when an element with a listener is tapped."""
        written = [json.dumps(arg) for arg in args]
        self.says('event', {'id': element_id, 'client_id': client_id, 'listener_id': listener_id, 'args': written})

    def hears(self, name: str, containing: str = '', seconds: float = PATIENCE) -> Any:
        """Wait for an event; what came with it. Raises `TimeoutError` when it does not come."""
        end = time.monotonic() + within(seconds)
        while True:
            for place, (event, data) in enumerate(self.heard):
                if event == name and containing in json.dumps(data, ensure_ascii=False):
                    del self.heard[: place + 1]
                    return data
            self._read(end - time.monotonic())

    def is_cut_within(self, seconds: float) -> bool:
        """Whether the server ends this line."""
        end = time.monotonic() + within(seconds)
        try:
            while True:
                self._read(end - time.monotonic())
        except ConnectionClosed:
            return True
        except Refused:
            return True
        except TimeoutError:
            return False

    def awakes(self) -> None:
        """Wait until a page, of which `FROM_NOWHERE` was asked, says so: it looks for a line each tenth of a second."""
        end = time.monotonic() + PATIENCE
        while not any('outbox rewind failed' in json.dumps(data) for _, data in self.heard):
            self._read(end - time.monotonic())

    def settles(self, *, weighs: bool = False) -> None:
        """Wait until everything said so far was handled, and what came of it was heard.

        Where four pictures may have been tapped it `weighs` them beside everything else, and nothing says when it has.
        """
        for _ in range(3):  # by the first answer all was handled; what a page says of it goes out before the next ones
            self.asks('handshake', {'client_id': ''})
        if weighs:
            self.is_cut_within(0.1)

    def _next(self, start: str) -> str:
        end = time.monotonic() + PATIENCE
        while True:
            frame = self._read(end - time.monotonic())
            if frame.startswith(start):
                return frame

    def _read(self, seconds: float) -> str:
        if seconds <= 0:
            raise TimeoutError
        frame = str(self._line.recv(timeout=seconds)).replace(SOFT_HYPHEN, '')
        if frame == '2':
            self.writes('3')
        elif frame.startswith('41'):
            raise Refused('the server said goodbye')
        elif frame.startswith('43'):
            self.answered.append(frame[2:].partition('[')[0])
        elif frame.startswith('42'):
            name, *data = json.loads(frame[2:])
            self.heard.append((name, data[0] if data else None))
        return frame

    def greets(self) -> Self:
        """The two openings, of Engine.IO and of Socket.IO. Raises `Refused`."""
        try:
            self.opening = json.loads(self._next('0')[1:])
            self.writes('40')
            answer = self._read(PATIENCE)
        except ConnectionClosed as closed:
            raise Refused(str(closed)) from closed
        if not answer.startswith('40'):
            raise Refused(answer)
        return self


@contextmanager
def socket(
    url: str,
    client_id: str,
    *,
    origin: str | None,
    cookie: str = '',
    shakes_hands: bool = True,
    trust: ssl.SSLContext | None = None,
    by_polls: bool = False,
    **query: str,
) -> Iterator[Socket]:
    """An open line to the page `client_id`. Raises `Refused` when the server will not have it."""
    asked = {
        'client_id': client_id,
        'next_message_id': '0',
        'implicit_handshake': 'true' if shakes_hands else 'false',
        'document_id': str(uuid4()),
        'tab_id': str(uuid4()),
        'EIO': '4',
        'transport': 'polling' if by_polls else 'websocket',
    } | query
    headers = {name: value for name, value in (('Origin', origin), ('Cookie', cookie)) if value}
    if by_polls:
        with Polls(url, asked, headers) as polled:
            yield Socket(polled).greets()
        return
    address = f'{url.replace("http", "ws", 1)}/_nicegui_ws/socket.io/?{urlencode(asked)}'
    try:
        # a line with sixteen frames that nobody asked for yet would hear nothing more, and take ten seconds to close
        line = connect(address, additional_headers=headers, max_size=None, max_queue=None, proxy=None, ssl=trust)
    except (InvalidStatus, ConnectionClosed, EOFError) as refusal:
        raise Refused(str(refusal)) from refusal
    with line:
        yield Socket(line).greets()
