"""A line of a live page with frames as they are, whatever a browser would say."""

import asyncio
import struct
from asyncio import StreamReader
from collections.abc import Awaitable, Callable
from contextlib import suppress

ASKED, END = b'\x81\x012', 0x88
"""Whether somebody is there; and how it begins what the server says last."""
_SHORT, _MIDDLE = 126, 1 << 16


class Refused(Exception):
    """The server ended it, or will not have it."""


class Line:
    """A websocket with frames as they are."""

    def __init__(self, reader: StreamReader, writes: Callable[[bytes], Awaitable[None]], *, heeds_end: bool) -> None:
        """One that `heeds_end` goes when the server says so; another says on until it is cut."""
        self._reader, self._writes, self._heeds_end = reader, writes, heeds_end
        self._hearing: asyncio.Task[None] | None = None
        self._answered = asyncio.Event()

    async def greets(self, *, as_owner: bool) -> None:
        """Open it as a page does; without a key nothing more than the websocket itself. Raises `Refused`."""
        if b' 101 ' not in await self._reader.readuntil(b'\r\n\r\n'):
            raise Refused
        if as_owner:
            await self.says(frame(b'40'))
            heard = b''
            while b'40{' not in heard:
                heard += await self._reads()
                if b'44{' in heard:
                    raise Refused
        self._hearing = asyncio.create_task(self._hears())

    async def says(self, frames: bytes) -> None:
        """Raises `Refused` for a line that is over."""
        if self._hearing and self._hearing.done():
            raise Refused
        await self._writes(frames)

    async def asks(self, frames: bytes) -> None:
        """Say something with the number 0, and wait for the answer. Raises `Refused`."""
        assert self._hearing
        await self.says(frames)
        answer = asyncio.create_task(self._answered.wait())
        await asyncio.wait({answer, self._hearing}, return_when=asyncio.FIRST_COMPLETED)
        answer.cancel()
        if not self._answered.is_set():
            raise Refused

    async def stays(self) -> None:
        """Wait until the server ends it."""
        assert self._hearing
        await self._hearing
        raise Refused

    async def _hears(self) -> None:
        """Take whatever comes, and answer when the server asks whether somebody is there."""
        with suppress(OSError, Refused):
            while True:
                heard = await self._reads()
                if b'430[' in heard:
                    self._answered.set()
                elif heard == ASKED:
                    await self._writes(frame(b'3'))
                elif heard[0] == END and self._heeds_end:
                    return

    async def _reads(self) -> bytes:
        heard = await self._reader.read(1 << 16)
        if not heard:
            raise Refused
        return heard


def frame(content: bytes, *, binary: bool = False) -> bytes:
    """A frame of a websocket. Its mask is zero, so that it can be made once and sent often."""
    kind, size = 0x82 if binary else 0x81, len(content)
    if size < _SHORT:
        head = struct.pack('>BB', kind, 0x80 | size)
    elif size < _MIDDLE:
        head = struct.pack('>BBH', kind, 0x80 | _SHORT, size)
    else:
        head = struct.pack('>BBQ', kind, 0x80 | _SHORT + 1, size)
    return head + bytes(4) + content
