"""What is to be said over a line, until it takes it."""

import asyncio
from typing import Any

MOST_BYTES = 2_000_000
"""Some forty screens, one after another. Who takes none of them is not there, or only says so."""


class Unsent(asyncio.Queue[Any]):
    """The queue of one line, as Engine.IO has it, with an end: a line that takes nothing is ended.

    `None` in it ends a line. Whoever was on it opens another, and hears what it missed.
    """

    def _init(self, maxsize: int) -> None:
        super()._init(maxsize)
        self._bytes = 0
        self._is_over = False

    def _put(self, item: Any) -> None:
        super()._put(item)
        self._bytes += _size(item)

    def _get(self) -> Any:
        item = super()._get()
        self._bytes -= _size(item)
        return item

    async def put(self, item: Any) -> None:
        """Take what is to be said, but for a line that is over."""
        if self._bytes + _size(item) > MOST_BYTES:
            self._is_over = True
            while not self.empty():
                self.get_nowait()
                self.task_done()
            item = None
        elif self._is_over:
            return
        await super().put(item)


def _size(packet: Any) -> int:
    data = getattr(packet, 'data', None)
    return len(data) if isinstance(data, str | bytes) else 0
