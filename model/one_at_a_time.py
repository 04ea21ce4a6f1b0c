"""Slow work in turn: hashing takes a tenth of a second and 64 MB, so it is done one at a time, off the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

WAITING = 20
"""How many may wait for the one whose turn it is."""

P = ParamSpec('P')
R = TypeVar('R')


class Busy(Exception):
    """Too many wait already; try again in a while."""


class OneAtATime:
    """One thread, and a short queue before it. All calls from the event loop."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._jobs: list[Future[Any]] = []

    async def do(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do `work` when its turn comes; returns what it returns. Raises `Busy`."""
        self._jobs = [job for job in self._jobs if not job.done()]
        if len(self._jobs) > WAITING:
            raise Busy
        job = self._thread.submit(work, *args, **kwargs)
        self._jobs.append(job)
        return await asyncio.wrap_future(job)

    def close(self) -> None:
        """End the thread; what waits is not done any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
