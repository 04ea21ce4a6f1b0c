"""People who come for the first time while somebody attacks."""

import time
from asyncio import Event
from contextlib import suppress

import aiohttp

from benchmarks.attacks.people import FAILURES, ends_before

ADDRESS = '127.0.2.1'
EVERY = 2.0
"""Seconds between two of them."""
PATIENCE = 5.0
"""Seconds without a page after which one goes away."""


class Newcomers:
    """People who come for the first time, one after another: for them the server needs a connection to spare."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.came = 0
        self.shut_out = 0
        """Who saw no page in time."""

    async def come(self, end: Event) -> None:
        """One every other second until the end."""
        due = time.perf_counter()
        while not await ends_before(due, end):
            self.came += 1
            self.shut_out += not await self._sees_a_page()
            due = max(due + EVERY, time.perf_counter())

    async def _sees_a_page(self) -> bool:
        connector = aiohttp.TCPConnector(local_addr=(ADDRESS, 0))
        timeout = aiohttp.ClientTimeout(PATIENCE)
        with suppress(TimeoutError, *FAILURES):
            async with aiohttp.ClientSession(connector=connector, timeout=timeout) as browser:
                async with browser.get(self._url) as answer:
                    return answer.status == 200
        return False
