"""Slow work in turn: hashing takes a tenth of a second and 64 MB, so it is done one at a time, off the event loop.

Who floods the queue from one place stands in their own way: see `model.turns`.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from model.turns import NO_PLACE, Busy, Place, Turns

__all__ = ['NO_PLACE', 'WAITING', 'Busy', 'OneAtATime', 'Place']

WAITING = 20
"""How many may wait for the one whose turn it is; as many again from places that are known."""

P = ParamSpec('P')
R = TypeVar('R')


class OneAtATime:
    """One thread, and a short queue before it. All calls from the event loop."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._turns = Turns(1, most=WAITING)

    async def do(self, place: Place, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do `work` when the turn of this place comes; returns what it returns. Raises `Busy`."""
        await self._turns.wait(place)
        loop = asyncio.get_running_loop()
        job = self._thread.submit(work, *args, **kwargs)
        # when it is done, and not when somebody stops waiting for it: no second one begins meanwhile
        job.add_done_callback(lambda _: _tell(loop, partial(self._turns.end, place)))
        return await asyncio.wrap_future(job)

    def close(self) -> None:
        """End the thread; what waits is not done any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._turns.close()


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    """From the thread to the loop, which may have ended meanwhile."""
    try:
        loop.call_soon_threadsafe(what)
    except RuntimeError:
        return
