"""A line between a browser and a server that can be cut in the middle of something.

What the browser itself offers for this fails only what begins after it; a real cut ends what is under way.
"""

import asyncio
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from threading import Thread
from typing import Self

from tests.server import free_port


class Line:
    """`with Line() as line:` answers on `line.url`, and leads to the port `line.to`."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f'http://localhost:{self.port}'
        self.to = 0
        self._is_cut = False
        self._ends: set[StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)

    def cut(self) -> None:
        """Everything under way ends, and nobody gets through."""
        self._is_cut = True
        self._loop.call_soon_threadsafe(self._end_all)

    def mend(self) -> None:
        """The line is there again."""
        self._is_cut = False

    def _end_all(self) -> None:
        for end in self._ends:
            end.transport.abort()

    async def _connect(self, reader: StreamReader, writer: StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection('127.0.0.1', self.to)
            ends = {writer, far_writer}
            self._ends |= ends
            await asyncio.gather(_carry(reader, far_writer), _carry(far_reader, writer))
            self._ends -= ends

    def __enter__(self) -> Self:
        self._thread.start()
        listening = asyncio.start_server(self._connect, '127.0.0.1', self.port)
        self._server = asyncio.run_coroutine_threadsafe(listening, self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)


async def _carry(reader: StreamReader, writer: StreamWriter) -> None:
    while piece := await reader.read(65536):
        writer.write(piece)
        await writer.drain()
    writer.close()
