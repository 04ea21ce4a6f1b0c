"""One connection from its beginning to its end, whatever is spoken over it."""

import asyncio
from functools import partial
from typing import Any, cast

from ui.http.connection.bounds import READ, STEP
from ui.http.connection.crowd import Phase
from ui.http.connection.everyone import Everyone
from ui.http.connection.http import Http
from ui.http.connection.line import Line

_read = bytearray(READ)
"""Where all connections are read to: what came is handed on before anything else is."""


class Connection(asyncio.BufferedProtocol):
    """Stands between the system and what uvicorn makes of a connection: HTTP, and a websocket after it.

    One for which there is no room costs nothing: nothing is made of it.
    """

    def __init__(self, everyone: Everyone, **uvicorn: Any) -> None:
        self.phase = Phase.WAITS
        self._unsent = 0
        self.taken_at = 0.0
        self._written = self._taken = 0
        """Bytes of all answers, and those of them that the system had taken when that was last noticed."""
        self._everyone = everyone
        self._transport: Any = None
        self._protocol: asyncio.Protocol | None = None
        self._begin = partial(Http, everyone.bounds, self._moved, **uvicorn)

    @property
    def kept(self) -> int:
        """Bytes of its answer that were not taken when it was last looked at, and of a message that is not whole."""
        return self._unsent + (self._protocol.kept if isinstance(self._protocol, Line) else 0)

    def hand_over(self, protocol: asyncio.Protocol) -> None:
        """From now on something else is spoken over it."""
        self._protocol = protocol

    def wrote(self, size: int) -> None:
        """So many bytes more are to be taken."""
        self._written += size

    def cut(self) -> None:
        """End it at once; it is counted no more."""
        self._everyone.leave(self)
        self._transport.abort()

    def look(self, now: float) -> None:
        """End it if it was silent for too long; `now` as its loop has it."""
        self._notice_taken(now)
        if now - self.taken_at > self._everyone.bounds.taken_within or (not self._unsent and self._is_overdue(now)):
            self.cut()
        else:
            self._move(now)

    def _notice_taken(self, now: float) -> None:
        self._unsent = self._transport.get_write_buffer_size()
        taken = self._written - self._unsent
        if not self._unsent or taken >= self._taken + STEP:
            self.taken_at, self._taken = now, taken

    def _is_overdue(self, now: float) -> bool:
        return isinstance(self._protocol, Http) and self._protocol.is_overdue(now)

    def _moved(self) -> None:
        self._unsent = self._transport.get_write_buffer_size()
        self._move(asyncio.get_running_loop().time())

    def _move(self, now: float) -> None:
        if self._unsent:
            is_stuck = now - self.taken_at > self._everyone.bounds.slow_after
            phase = Phase.STUCK if is_stuck else Phase.BUSY
        else:
            phase = self._protocol.phase if isinstance(self._protocol, Http) else Phase.BUSY
        self._everyone.move(self, phase)

    # what the system says, and uvicorn hears

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self.taken_at = asyncio.get_running_loop().time()
        peer = transport.get_extra_info('peername')
        if not self._everyone.admit(self, str(peer[0]) if isinstance(peer, tuple) else ''):
            self._transport.abort()
            return
        self._protocol = self._begin()
        self._protocol.connection_made(cast(asyncio.Transport, _Lent(self._transport, self)))

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002
        return _read

    def buffer_updated(self, nbytes: int) -> None:
        if self._protocol is not None:
            self._protocol.data_received(bytes(_read[:nbytes]))

    def eof_received(self) -> bool | None:
        return None if self._protocol is None else self._protocol.eof_received()

    def pause_writing(self) -> None:
        if self._protocol is not None:
            self._protocol.pause_writing()

    def resume_writing(self) -> None:
        if self._protocol is not None:
            self._protocol.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._everyone.leave(self)
        if self._protocol is not None:
            self._protocol.connection_lost(exc)
        self._protocol = None  # no circle: what is long there is seldom looked through for those


class _Lent:
    """A transport as uvicorn has it. It counts what is written, and a new protocol takes the place of the old one, not
    of ours.
    """

    def __init__(self, transport: asyncio.Transport, connection: Connection) -> None:
        self._transport = transport
        self._connection = connection

    def set_protocol(self, protocol: asyncio.Protocol) -> None:
        self._connection.hand_over(protocol)

    def write(self, data: bytes) -> None:
        self._connection.wrote(len(data))
        self._transport.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
