"""Who attacks: connections and lines as no browser opens them, from one address, counted."""

import asyncio
import secrets
import struct
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import aiohttp

from benchmarks.browsing import Page, begins, opens, shown

ADDRESS = '127.0.0.2'
ASKED, END = b'\x81\x012', 0x88
"""On a line: whether somebody is there; and how it begins what it says last."""
BREATH = 0.01
"""Seconds after a refusal, so that all that attack have their turn."""
_SHORT, _MIDDLE = 126, 1 << 16

Attack = Callable[[], Awaitable[None]]
"""Does the harm once, and comes back or raises `Refused` when the server will have no more of it."""


class Refused(Exception):
    """The server ended it, or will not have it."""


@dataclass
class Tally:
    """What an attack came to."""

    tries: int = 0
    refused: int = 0
    sent: int = 0
    """Bytes handed to the network."""


class Line:
    """A websocket with frames as they are."""

    def __init__(self, visitor: 'Visitor', reader: StreamReader, writer: StreamWriter, *, heeds_end: bool) -> None:
        """One that `heeds_end` goes when the server says so; another says on until it is cut."""
        self._visitor, self._reader, self._writer, self._heeds_end = visitor, reader, writer, heeds_end
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
        await self._visitor.writes(self._writer, frames)

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
                    await self._visitor.writes(self._writer, frame(b'3'))
                elif heard[0] == END and self._heeds_end:
                    return

    async def _reads(self) -> bytes:
        heard = await self._reader.read(1 << 16)
        if not heard:
            raise Refused
        return heard


class Visitor:
    """One who attacks. With a key it is that of a compass they began themselves."""

    def __init__(self, url: str, *, has_key: bool) -> None:
        self.url = url
        self.has_key = has_key
        self.tally = Tally()
        self.host = urlsplit(url).netloc
        self.cookie = ''
        self.compass = '/kompas/0000000000000000'
        """The address of the compass it attacks, or of none."""
        self._page: Page | None = None
        self._lines = count()

    async def begins(self) -> None:
        """Get a key, as everybody can."""
        connector, jar = aiohttp.TCPConnector(local_addr=(ADDRESS, 0)), aiohttp.CookieJar(unsafe=True)
        self._browser = aiohttp.ClientSession(connector=connector, cookie_jar=jar, headers={'Origin': self.url})
        if self.has_key:
            address = await begins(self._browser, self.url)
            self.compass = urlsplit(address).path
            self.cookie = '; '.join(f'{one.key}={one.value}' for one in jar)

    async def page(self) -> Page:
        """A live page: the same one, as long as lines to it are opened. Raises `Refused` without a key."""
        if not self.has_key:
            raise Refused
        if self._page is None:
            self._page = await self.new_page()
        return self._page

    async def new_page(self) -> Page:
        """Another one. Raises `Refused`."""
        try:
            return await opens(self._browser, self.url + self.compass)
        except AssertionError:
            raise Refused from None

    async def again(self, attack: Attack) -> None:
        """Attack without end; when that is refused, at once anew."""
        while True:
            self.tally.tries += 1
            try:
                await attack()
            except (OSError, EOFError, aiohttp.ClientError, Refused):
                self.tally.refused += 1
                await asyncio.sleep(BREATH)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[tuple[StreamReader, StreamWriter]]:
        """To the server, until the block ends."""
        host, _, port = self.host.partition(':')
        reader, writer = await asyncio.open_connection(host, int(port), local_addr=(ADDRESS, 0))
        try:
            yield reader, writer
        finally:
            writer.transport.abort()

    async def writes(self, writer: StreamWriter, content: bytes) -> None:
        writer.write(content)
        self.tally.sent += len(content)
        await writer.drain()
        await asyncio.sleep(0)  # a server that takes everything would leave nobody else a turn

    def head(self, first: str, **headers: object) -> bytes:
        """The head of a request, with what a page of ours says; `headers` have _ for -."""
        said = {'Host': self.host, 'Origin': self.url, 'Cookie': self.cookie, 'X-Kompas': '1'} | headers
        lines = [f'{name.replace("_", "-")}: {value}' for name, value in said.items() if value != '']
        return '\r\n'.join([f'{first} HTTP/1.1', *lines, '', '']).encode()

    async def asks(self, first: str, body: bytes = b'', **headers: object) -> None:
        """A whole request and its whole answer. Raises `Refused` when that is no 200."""
        length = {'Content_Length': len(body)} if body else {}
        async with self.connection() as (reader, writer):
            await self.writes(writer, self.head(first, Connection='close', **length, **headers) + body)
            status = await reader.readline()
            while await reader.read(1 << 16):
                pass
        if b' 200 ' not in status:
            raise Refused

    @asynccontextmanager
    async def line(self, page: Page | None = None, *, shakes_hands: bool = True) -> AsyncIterator[Line]:
        """A line to a page, or to the one that is the same; without a key to one that never was. Raises `Refused`.

        Every second one says on when the server has ended it.
        """
        page = page or (await self.page() if self.has_key else Page(_NO_QUERY, {}))
        asked = shown(page, shakes_hands=shakes_hands)
        upgrade = {'Connection': 'Upgrade', 'Upgrade': 'websocket'}
        security = {'Sec_WebSocket_Version': 13, 'Sec_WebSocket_Key': 'AAAAAAAAAAAAAAAAAAAAAA=='}
        async with self.connection() as (reader, writer):
            line = Line(self, reader, writer, heeds_end=next(self._lines) % 2 == 0)
            first = f'GET /_nicegui_ws/socket.io/?{urlencode(asked)}'
            await self.writes(writer, self.head(first, **upgrade, **security))
            try:
                await line.greets(as_owner=self.has_key)
            except (OSError, EOFError, Refused):
                self._page = None  # it may be over
                raise
            yield line

    def attachment(self, sort: str, target: str) -> str:
        """The first line of a request that sends one."""
        return f'PUT {self.compass}/bijlage/{secrets.token_hex(8)}?soort={sort}&bij={target}'


_NO_QUERY = {'client_id': str(uuid4()), 'next_message_id': '0'}


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
