"""A line between a browser and a server that can be cut in the middle of something.

What the browser itself offers for this fails only what begins after it; a real cut ends what is under way. It may also
go silent under all, or be one of those that let no websocket through.
"""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Self

from tests.server import free_port

UPGRADE = b'upgrade: websocket'
REFUSAL = b'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'


class Line:
    """`with Line() as line:` answers on `line.url`, and leads to the port `line.to`."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f'http://localhost:{self.port}'
        self.to = 0
        self.refuses_websockets = False
        """A proxy that says no to each of them."""
        self.swallows_websockets = False
        """One that never answers them, neither yes nor no."""
        self.swallows_polls = False
        """The same for polls."""
        self._is_cut = False
        self._goes_on = asyncio.Event()
        self._goes_on.set()
        self._websockets = asyncio.Event()
        self._websockets.set()
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

    def goes_silent(self) -> None:
        """Nothing gets through any more, and nobody is told."""
        self._loop.call_soon_threadsafe(self._goes_on.clear)

    def holds_websockets(self) -> None:
        """Each that is opened takes its time."""
        self._loop.call_soon_threadsafe(self._websockets.clear)

    def speaks(self) -> None:
        """It goes on, also with what was said meanwhile."""
        self._loop.call_soon_threadsafe(self._goes_on.set)
        self._loop.call_soon_threadsafe(self._websockets.set)

    def forgets_all(self) -> None:
        """What was under way stays silent for good, as when a phone changes its network; what begins gets through."""
        self._loop.call_soon_threadsafe(self._begin_anew)

    def _begin_anew(self) -> None:
        self._goes_on.clear()
        self._goes_on = asyncio.Event()
        self._goes_on.set()

    def drops_all(self) -> None:
        """Everything under way ends; what begins gets through."""
        self._loop.call_soon_threadsafe(self._end_all)

    def _end_all(self) -> None:
        for end in self._ends:
            end.transport.abort()

    async def _connect(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):
            first = await reader.read(65536)
            if self._is_cut:
                writer.transport.abort()
                return
            if self._is_refused(first):
                writer.write(REFUSAL)
                writer.close()
                return
            if self._is_swallowed(first):
                self._ends.add(writer)
                await _swallow(reader)
                self._ends.discard(writer)
                return
            far_reader, far_writer = await asyncio.open_connection('127.0.0.1', self.to)
            ends = {writer, far_writer}
            self._ends |= ends
            way = self._goes_on
            await (self._websockets if UPGRADE in first.lower() else way).wait()
            far_writer.write(first)
            await asyncio.gather(self._carry_requests(way, reader, far_writer), _carry(way, far_reader, writer))
            self._ends -= ends

    def _is_refused(self, request: bytes) -> bool:
        return self.refuses_websockets and UPGRADE in request.lower()

    def _is_swallowed(self, request: bytes) -> bool:
        asks = request.partition(b'\r\n')[0]
        return (self.swallows_websockets and UPGRADE in request.lower()) or (
            self.swallows_polls and b'transport=polling' in asks
        )

    async def _carry_requests(self, way: asyncio.Event, reader: StreamReader, writer: StreamWriter) -> None:
        """Carry what a browser says; of a request that is swallowed, what comes behind it goes the same way."""
        await _carry(way, reader, writer, until=self._is_swallowed)
        await _swallow(reader)
        writer.close()

    def __enter__(self) -> Self:
        self._thread.start()
        listening = asyncio.start_server(self._connect, '127.0.0.1', self.port)
        self._server = asyncio.run_coroutine_threadsafe(listening, self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _close(self) -> None:
        self._server.close()
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for one in under_way:
            one.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _carry(
    way: asyncio.Event, reader: StreamReader, writer: StreamWriter, until: Callable[[bytes], bool] | None = None
) -> None:
    while piece := await reader.read(65536):
        await way.wait()
        if until and until(piece):  # a connection may bring many requests
            return
        writer.write(piece)
        await writer.drain()
    writer.close()


async def _swallow(reader: StreamReader) -> None:
    while await reader.read(65536):
        pass
