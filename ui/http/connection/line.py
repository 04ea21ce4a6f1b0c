"""The messages on one websocket: read a little at a time, and not at all after its end."""

import asyncio
from typing import Any

from uvicorn.protocols.websockets.wsproto_impl import WSProtocol

from ui.http.connection.bounds import FRAMES


class Line(WSProtocol):
    """That of uvicorn, which reads all that came before anybody else has a turn, and ten seconds on after its end."""

    def __init__(self, **uvicorn: Any) -> None:
        super().__init__(**uvicorn)
        self.close_timeout = 0.0
        self._unread = bytearray()
        self._turn: asyncio.Handle | None = None

    @property
    def kept(self) -> int:
        """Bytes of a message that is not whole, and of what nobody looked at yet."""
        return self.buffer.length + len(self._unread)

    @property
    def _is_over(self) -> bool:
        return self.close_sent or self.disconnected or self.transport.is_closing()

    def data_received(self, data: bytes) -> None:
        self._unread += data
        if self._turn is None:
            self._read_piece()

    def _read_piece(self) -> None:
        self._turn = None
        if self._unread and not self.read_paused and not self._is_over:
            piece = bytes(self._unread[:FRAMES])
            del self._unread[:FRAMES]
            super().data_received(piece)
            self._go_on()

    def _go_on(self) -> None:
        if self._is_over:
            self._unread.clear()
        elif self._unread:
            self.transport.pause_reading()
            if not self.read_paused:  # who hears what was read goes on by that
                self._turn = self.loop.call_soon(self._read_piece)
        elif not self.read_paused:
            self.transport.resume_reading()

    async def receive(self) -> Any:
        """See `WSProtocol`; only when all that was read is heard, more of it is."""
        message = await self.queue.get()
        if self.read_paused and self.queue.empty():
            self.read_paused = False
            self._go_on()
        return message
