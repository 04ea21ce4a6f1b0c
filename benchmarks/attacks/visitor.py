"""Who attacks: connections and requests as no browser makes them, from one address, counted."""

import asyncio
import secrets
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import aiohttp

from benchmarks.attacks.websocket import Line, Refused
from benchmarks.browsing import Page, begins, opens, shown

ADDRESS = '127.0.0.2'
BREATH = 0.01
"""Seconds after a refusal, so that all that attack have their turn."""

Attack = Callable[[], Awaitable[None]]
"""Does the harm once, and comes back or raises `Refused` when the server will have no more of it."""


@dataclass
class Tally:
    """What an attack came to."""

    tries: int = 0
    refused: int = 0
    sent: int = 0
    """Bytes handed to the network."""


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
        self.tally.sent += len(self.head(f'GET {self.compass}'))  # at least: a browser says more
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
        """Send something, as soon as it is taken."""
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
            line = Line(reader, partial(self.writes, writer), heeds_end=next(self._lines) % 2 == 0)
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
