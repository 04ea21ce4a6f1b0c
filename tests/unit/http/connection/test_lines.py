"""Websockets: one that says much takes turns with the others, and after its end nothing of it is read."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Request, TextMessage

from tests.unit.http.connection.serving import Serving, is_ended
from ui.http.connection.bounds import FRAMES, READ
from ui.http.connection.line import Line


class Other:
    """Whoever is at the other end of a websocket; and, for the line, the transport between them."""

    def __init__(self) -> None:
        self.speaks = WSConnection(ConnectionType.CLIENT)
        self.is_read = True
        self.is_over = False
        self.heard: list[Any] = []

    def opens(self) -> bytes:
        return self.speaks.send(Request(host='localhost', target='/'))

    def says(self, *words: str) -> bytes:
        return b''.join(self.speaks.send(TextMessage(data=one)) for one in words)

    def write(self, data: bytes) -> None:
        self.speaks.receive_data(data)
        self.heard += self.speaks.events()

    def pause_reading(self) -> None:
        self.is_read = False

    def resume_reading(self) -> None:
        self.is_read = True

    def is_closing(self) -> bool:
        return self.is_over

    def close(self) -> None:
        self.is_over = True

    def get_extra_info(self, name: str) -> None:
        return None


async def begun(app: Any) -> tuple[Line, Other]:
    """A line on which this application hears, and the other end of it."""
    other = Other()
    config = uvicorn.Config(app, lifespan='off', log_level='critical', ws_per_message_deflate=False)
    line = Line(config=config, server_state=ServerState(), app_state={})
    line.connection_made(other)  # type: ignore[arg-type]
    line.data_received(other.opens())
    while not other.heard:
        await asyncio.sleep(0)
    assert isinstance(other.heard.pop(), AcceptConnection)
    return line, other


class Listener:
    """An application that hears one message whenever it `goes_on`, and closes the line after a bad one."""

    def __init__(self) -> None:
        self.goes_on = asyncio.Semaphore(0)
        self.heard: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({'type': 'websocket.accept'})
        while True:
            await self.goes_on.acquire()
            message = await receive()
            if message['type'] != 'websocket.receive':
                return
            self.heard.append(message['text'])
            if message['text'] == 'bad':
                await send({'type': 'websocket.close', 'code': 1002})


@pytest.fixture
async def listener() -> Listener:
    return Listener()


async def settled() -> None:
    for _ in range(100):
        await asyncio.sleep(0)


async def test_of_much_that_comes_together_little_is_read_until_that_was_heard(listener: Listener) -> None:
    line, other = await begun(listener)
    words = [str(number) for number in range(1500)]
    said = other.says(*words)
    assert FRAMES < len(said) < READ
    line.data_received(said)
    await settled()
    assert line.queue.qsize() < FRAMES / 6
    assert not other.is_read
    for _ in words:
        listener.goes_on.release()
        await asyncio.sleep(0)
    while len(listener.heard) < len(words):
        await asyncio.sleep(0)
    await settled()
    assert listener.heard == words
    assert other.is_read
    assert line.kept == 0


async def test_a_long_message_is_read_to_its_end(listener: Listener) -> None:
    line, other = await begun(listener)
    said = other.says('a' * 100_000)
    listener.goes_on.release()
    for begin in range(0, len(said), READ):
        while not other.is_read:
            await asyncio.sleep(0)
        line.data_received(said[begin : begin + READ])
    while not listener.heard:
        await asyncio.sleep(0)
    assert [len(one) for one in listener.heard] == [100_000]


async def test_after_its_end_nothing_is_read(listener: Listener) -> None:
    line, other = await begun(listener)
    more = other.says('more')
    listener.goes_on.release()
    line.data_received(other.says('bad', *(str(number) for number in range(1000))))
    while not other.is_over:
        await asyncio.sleep(0)
    assert [type(one) for one in other.heard] == [CloseConnection]
    line.data_received(more)
    await settled()
    assert listener.heard == ['bad']


async def test_while_one_says_much_others_have_their_turns(listener: Listener) -> None:
    line, other = await begun(listener)
    for _ in range(3000):
        listener.goes_on.release()
    line.data_received(other.says(*(str(number) for number in range(1500))))
    turns = 0
    while len(listener.heard) < 1500:
        await asyncio.sleep(0)
        turns += 1
    assert turns >= 1500 * 7 / FRAMES


def test_a_line_that_was_closed_ends_at_once(serving: Callable[..., Serving]) -> None:
    """Also when the other side does not answer that it heard so."""
    with serving().connects() as line:
        line.sendall(
            b'GET /ends HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
            b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'
        )
        line.settimeout(8)
        while line.recv(1000):
            pass
        assert is_ended(line)
