"""The requests on one connection: how long a head and a body may be, and how long they may take."""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from ui.http.connection.bounds import PIECE, Bounds
from ui.http.connection.crowd import Phase
from ui.http.connection.line import Line

_END_OF_HEAD = b'\r\n\r\n'
_TOO_LARGE = STATUS_LINE[431] + b'content-length: 0\r\nconnection: close\r\n\r\n'


class Http(HttpToolsProtocol):
    """That of uvicorn, for requests that end: what comes is parsed piece by piece, and weighed after each.

    A request that comes before the one before it was answered lies unread until then.
    """

    def __init__(self, bounds: Bounds, moved: Callable[[], None], **uvicorn: Any) -> None:
        """`moved` is called whenever the phase may be another one."""
        super().__init__(**uvicorn)
        self.ws_protocol_class = Line
        self._bounds = bounds
        self._moved = moved
        self._unread = bytearray()
        self._head = 0
        """Bytes of the head that comes."""
        self._body = self._around = 0
        """Bytes of the body that comes, and of all that its content came in."""
        self._is_body = False
        self._asks = True  # who has just come has a request, surely
        self._refused = False
        self._since = self._last = self.loop.time()
        """When the head or body began that comes, and when it last brought something."""

    @property
    def phase(self) -> Phase:
        if self._is_body:
            return Phase.BRINGS
        return Phase.BUSY if self._is_answering else Phase.WAITS

    def is_overdue(self, now: float) -> bool:
        """Whether what should come has been on its way for too long; never while an answer of ours is."""
        if not self._is_body:
            return not self._is_answering and now - self._since > self._bounds.head_within
        if self.flow.read_paused:  # it is we who take nothing
            self._last = now
            return False
        silence, rate = self._bounds.body_silence, self._bounds.body_rate
        return now - self._last > silence or now - self._since > silence + self._body / rate

    @property
    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    @property
    def _is_over(self) -> bool:
        return self._refused or self.transport.is_closing()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.flow = _Flow(transport, self._unread)

    def data_received(self, data: bytes) -> None:
        if self._refused:
            self._leave_unread(len(data))
            return
        if not self._asks:
            self._asks = True
            self._since = self.loop.time()
        self._unread += data
        self._read_on()

    def _read_on(self) -> None:
        while self._unread and not self._is_over and (self._is_body or not self._is_answering):
            piece = self._next_piece()
            super().data_received(piece)
            self._weigh(len(piece))
        if self._is_over:
            self._unread.clear()
        elif self._unread:
            self.flow.pause_reading()
        elif not self._is_body:  # what reads a body says itself when it wants more of it
            self.flow.resume_reading()
        self._moved()

    def _next_piece(self) -> bytes:
        """At most one whole head, so that few requests are parsed of which none is answered."""
        end = self._unread.find(_END_OF_HEAD, 0, PIECE)
        piece = bytes(self._unread[: PIECE if end < 0 else end + len(_END_OF_HEAD)])
        del self._unread[: len(piece)]
        return piece

    def _weigh(self, size: int) -> None:
        if not self._is_body:
            self._head += size
            is_too_large = self._head > self._bounds.head
        else:
            self._around += size
            most_around = self._bounds.wrapping + 2 * self._body
            is_too_large = self._body > self._bounds.body or self._around > most_around
        if is_too_large:
            self._refuse()

    def _refuse(self) -> None:
        if self._is_over:
            return
        self._refused = True
        if self._is_answering or self._is_body:  # another answer is on its way, or was
            self.transport.abort()
        else:
            self.transport.write(_TOO_LARGE)
            self.transport.write_eof()  # an end while something still comes would take the answer away, too

    def _leave_unread(self, size: int) -> None:
        self._head += size
        if self._head > self._bounds.left_unread:
            self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Say so, but to who was told something else."""
        if not self._refused:
            super().send_400_response(msg)

    def handle_websocket_upgrade(self) -> None:
        self._unread.clear()  # no browser speaks before it was answered
        super().handle_websocket_upgrade()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Raises `ValueError` for one too many, which ends the connection."""
        if self._is_body:
            return  # a trailer would be taken for a header of the request
        super().on_header(name, value)
        if len(self.headers) > self._bounds.fields:
            self._refuse()
            raise ValueError('too many headers')

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._is_body = True
        self._head = self._body = self._around = 0
        self._since = self._last = self.loop.time()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        self._last = self.loop.time()
        super().on_body(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._is_body = self._asks = False
        self._since = self.loop.time()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self._is_body:
            self._asks = bool(self._unread)
            self._since = self.loop.time()
        self._read_on()


class _Flow(FlowControl):
    """Nothing more is read while something lies unread: an application that listens would have it grow."""

    def __init__(self, transport: asyncio.Transport, unread: bytearray) -> None:
        super().__init__(transport)
        self._unread = unread

    def resume_reading(self) -> None:
        if not self._unread:
            super().resume_reading()
