"""A server of uvicorn with our connections and a small application, in a thread, with bounds of the test."""

import asyncio
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from typing import Any

import uvicorn

from tests.patience import within
from ui.http.connection.bounds import Bounds
from ui.http.connection.connection import Connection
from ui.http.connection.crowd import Phase
from ui.http.connection.everyone import Everyone

LONG = b'x' * 30_000_000
"""An answer that no buffer of a system holds."""


class Serving:
    """Answers `/held` after `release`, `/long` with thirty million bytes, `/early` before it was heard, and everything
    else with what it brought.
    """

    def __init__(self, bounds: Bounds | None = None, most: int = 1000, proxies: str = '') -> None:
        self.everyone = Everyone(most, bounds, proxies)
        self.asked: list[str] = []
        """The path of each request that was answered, in order."""
        config = uvicorn.Config(
            self._answer,
            log_level='critical',
            interface='asgi3',
            lifespan='off',
            ws='wsproto',
            http=partial(Connection, self.everyone),  # type: ignore[arg-type]
        )
        self._server = uvicorn.Server(config)
        self._begun = Event()
        self._socket = socket.create_server(('127.0.0.1', 0), backlog=1000)
        self.port = self._socket.getsockname()[1]

    def release(self) -> None:
        """Answer what is held, from now on."""
        self._loop.call_soon_threadsafe(self._released.set)

    def later(self, seconds: float) -> None:
        """Look at all connections, as if so many seconds had gone by."""

        async def look() -> None:
            self.everyone.look(self._loop.time() + seconds)

        asyncio.run_coroutine_threadsafe(look(), self._loop).result(within(30))

    def says(self, *parts: bytes) -> bytes:
        """What is answered to these bytes, one after another, until the connection ends."""
        with self.connects() as line:
            return speaks(line, *parts)

    def connects(self, source: str = '127.0.0.1') -> socket.socket:
        return socket.create_connection(('127.0.0.1', self.port), within(30), source_address=(source, 0))

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        if scope['type'] == 'websocket':
            await (_end if scope['path'] == '/ends' else _echo)(receive, send)
            return
        if scope['path'] == '/held':
            await self._released.wait()
        body, is_whole = b'', scope['path'] == '/early'
        while not is_whole:
            message = await receive()
            if message['type'] == 'http.disconnect':
                return
            body, is_whole = body + message['body'], not message['more_body']
        self.asked.append(scope['path'])
        said = LONG if scope['path'] == '/long' else b'%d fields, %d bytes' % (len(scope['headers']), len(body))
        headers = [(b'content-length', b'%d' % len(said))]
        await send({'type': 'http.response.start', 'status': 200, 'headers': headers})
        await send({'type': 'http.response.body', 'body': said})

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._released = asyncio.Event()
        self._begun.set()
        await self._server.serve([self._socket])

    @property
    def count(self) -> int:
        """How many connections are counted."""
        return len(self.everyone)

    @property
    def phases(self) -> Counter[Phase]:
        """How many connections are how far."""
        return Counter(member.phase for member in self.everyone.members)

    @contextmanager
    def running(self) -> Iterator['Serving']:
        factory = self._server.config.get_loop_factory()
        assert factory is not None
        with asyncio.Runner(loop_factory=factory) as runner:
            thread = Thread(target=runner.run, args=[self._serve()])
            thread.start()
            assert self._begun.wait(within(30))
            try:
                yield self
            finally:
                self.release()
                self._server.should_exit = self._server.force_exit = True
                thread.join()


def speaks(line: socket.socket, *parts: bytes) -> bytes:
    """Everything that is answered to these bytes, until the connection ends."""
    heard = b''
    try:
        for part in parts:
            line.sendall(part)
        while more := line.recv(1_000_000):
            heard += more
    except ConnectionError:
        pass
    return heard


def is_ended(line: socket.socket) -> bool:
    """Whether the other side ends a connection that has nothing more to say; waits for that."""
    try:
        return not line.recv(1)
    except ConnectionError:
        return True


def eventually(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + within(30)
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


async def _end(receive: Any, send: Any) -> None:
    await receive()
    await send({'type': 'websocket.accept'})
    await send({'type': 'websocket.close', 'code': 1002})


async def _echo(receive: Any, send: Any) -> None:
    await receive()
    await send({'type': 'websocket.accept'})
    while (message := await receive())['type'] == 'websocket.receive':
        await send({'type': 'websocket.send', 'text': message['text']})
