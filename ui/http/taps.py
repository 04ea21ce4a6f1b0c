"""The taps of a page, which come over a line that may break under them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Taps:
    """Those of one page, heard in their order. What is said twice, because no answer came, is done once."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._last = 0

    @asynccontextmanager
    async def next(self, number: int | None) -> AsyncIterator[bool]:
        """The turn of a tap; whether it was not heard before. One without a number always counts.

        Before the next one of this page comes, whoever waits elsewhere has a turn: a page may say hundreds at once.
        """
        async with self._turn:
            is_new = number is None or number > self._last
            self._last = max(self._last, number or 0)
            yield is_new
            await asyncio.sleep(0)
