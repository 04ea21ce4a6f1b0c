"""People who tap while somebody attacks, each on a compass of their own and from an address of their own."""

import asyncio
import json
import secrets
import time
from asyncio import Event, Semaphore
from contextlib import suppress
from typing import Any

import aiohttp

from benchmarks.browsing import ALONE, Page, begins, connects, listens, opens

PATIENCE = 20.0
"""Seconds after which a tap or a photo without an answer is given up: it took so long."""
AGAIN = 0.2
"""Seconds before somebody whose line was cut tries anew."""
AT_ONCE = 8
"""How many come in at the same moment."""
EVERY = 1.0
"""Seconds between two taps."""
PHOTO_EVERY = 2.5
FAILURES = (aiohttp.ClientError, OSError, AssertionError, AttributeError, TypeError)
"""How a server that cannot answer shows: a line cut, a page that is none, an end in the middle of an answer."""


class Person:
    """Somebody with a compass, who loads the page anew when its line is cut."""

    def __init__(self, url: str, number: int) -> None:
        self._url = url
        self._number = number
        self._tapped = 0
        self._line: aiohttp.ClientWebSocketResponse | None = None
        self._answer: list[asyncio.Future[float]] = []
        self.waits: list[float] = []
        """Seconds that each tap, or each photo, took.

        Who waits three seconds wanted to tap twice more meanwhile: those taps count too, with what was left to wait.
        """
        self.given_up = 0
        self.cut = 0
        """How often the line was cut."""

    async def comes(self) -> None:
        """Begin a compass and open its page."""
        connector = aiohttp.TCPConnector(local_addr=(f'127.0.1.{self._number + 1}', 0))
        jar = aiohttp.CookieJar(unsafe=True)
        headers = {'Origin': self._url}
        self._browser = aiohttp.ClientSession(connector=connector, cookie_jar=jar, headers=headers)
        self._address = await begins(self._browser, self._url)
        await self._opens()

    async def goes(self) -> None:
        """Close everything."""
        self._listener.cancel()
        await self._browser.close()

    async def taps(self, end: Event) -> None:
        """Tap every second until the end; what was tapped last is waited for."""
        due = time.perf_counter() + self._number % 20 / 20 * EVERY
        while not await ends_before(due, end):
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._taps()
            except TimeoutError:
                self.given_up += 1
            took = time.perf_counter() - due
            wanted = 1 + int(took / EVERY)
            self.waits += [took - late * EVERY for late in range(wanted)]
            due += wanted * EVERY

    async def sends_photos(self, photo: bytes, end: Event) -> None:
        """Send a photo every now and then until the end."""
        due = time.perf_counter()
        while not await ends_before(due, end):
            began = time.perf_counter()
            if not await self._sends(photo):
                self.given_up += 1
            self.waits.append(time.perf_counter() - began)
            due = max(due + PHOTO_EVERY, time.perf_counter())

    async def _sends(self, photo: bytes) -> bool:
        address = f'{self._address}/bijlage/{secrets.token_hex(8)}?soort=foto&bij=album'
        with suppress(TimeoutError, *FAILURES):
            async with asyncio.timeout(PATIENCE):
                async with self._browser.put(address, data=photo, headers={'X-Kompas': '1', **ALONE}) as answer:
                    return answer.status == 200
        return False

    async def _taps(self) -> None:
        """Tap until there is an answer, over one line or another."""
        while True:
            try:
                if self._line is None:
                    await self._opens()
                await self._taps_once()
            except FAILURES:
                self.cut += self._line is not None
                self._line = None
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _opens(self) -> None:
        self._page: Page = await opens(self._browser, self._address)
        self._line = await connects(self._browser, self._url, self._page)
        self._answer.clear()
        self._listener = asyncio.create_task(listens(self._line, self._answer))

    async def _taps_once(self) -> None:
        assert self._line
        element, listener = self._page.tiles[self._tapped % len(self._page.tiles)]
        self._tapped += 1
        answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._answer[:] = [answer]
        event = {'id': element, 'client_id': self._page.client_id, 'listener_id': listener, 'args': []}
        await self._line.send_str('42' + json.dumps(['event', event]))
        either: list[asyncio.Future[Any]] = [answer, self._listener]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise ConnectionResetError


async def come_in(people: list[Person]) -> None:
    """All of them, some at a time."""
    door = Semaphore(AT_ONCE)

    async def comes(person: Person) -> None:
        async with door:
            await person.comes()

    await asyncio.gather(*map(comes, people))


async def ends_before(due: float, end: Event) -> bool:
    """Wait for the next moment; whether the end came before it."""
    with suppress(TimeoutError):
        async with asyncio.timeout(max(0, due - time.perf_counter())):
            await end.wait()
    return end.is_set()
