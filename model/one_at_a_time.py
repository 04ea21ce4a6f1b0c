"""Slow work in turn: hashing takes a tenth of a second and 64 MB, so it is done one at a time, off the event loop.

Who floods the queue from one place stands in their own way: places get their turns one after another, whoever asked
first, and places from where somebody proved who they are before all others.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

WAITING = 20
"""How many may wait for the one whose turn it is; as many again from places that are known."""

P = ParamSpec('P')
R = TypeVar('R')


class Busy(Exception):
    """Too many wait already; try again in a while."""


@dataclass(frozen=True)
class Place:
    """Where somebody stands in line."""

    name: str = ''
    """Whom it is for: a network, or a compass. All of one place wait for each other."""
    is_known: bool = False
    """Somebody proved there before who they are."""


NO_PLACE = Place()


class OneAtATime:
    """One thread, and a short queue before it. All calls from the event loop."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._is_taken = False
        self._known, self._others = _Queue(), _Queue()

    async def do(self, place: Place, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do `work` when the turn of this place comes; returns what it returns. Raises `Busy`."""
        await self._turn(place)
        loop = asyncio.get_running_loop()
        job = self._thread.submit(work, *args, **kwargs)
        # when it is done, and not when somebody stops waiting for it: no second one begins meanwhile
        job.add_done_callback(lambda _: _tell(loop, self._pass_on))
        return await asyncio.wrap_future(job)

    def close(self) -> None:
        """End the thread; what waits is not done any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        for queue in (self._known, self._others):
            while (turn := queue.next()) is not None:
                turn.cancel()

    async def _turn(self, place: Place) -> None:
        if not self._is_taken:
            self._is_taken = True
            return
        turn: _Turn = asyncio.get_running_loop().create_future()
        queue = self._known if place.is_known else self._others
        queue.join(place.name, turn)
        try:
            await turn
        except asyncio.CancelledError:
            queue.leave(place.name, turn)
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self._pass_on()  # the turn came in the moment they left
            raise

    def _pass_on(self) -> None:
        """The next one's turn, if anybody waits."""
        turn = self._known.next() or self._others.next()
        self._is_taken = turn is not None
        if turn is not None:
            turn.set_result(None)


_Turn = asyncio.Future[None]


class _Queue:
    """Who waits, by place; the place whose turn is next stands first."""

    def __init__(self) -> None:
        self._places: dict[str, deque[_Turn]] = {}

    def join(self, place: str, turn: _Turn) -> None:
        """Stand in line. When it is full, the newest of the place with the most waiting is sent away.

        Raises `Busy` when that is this one.
        """
        if sum(map(len, self._places.values())) >= WAITING:
            fullest = max(self._places, key=lambda one: len(self._places[one]))
            if len(self._places.get(place, ())) + 1 >= len(self._places[fullest]):
                raise Busy
            sent_away = self._places[fullest][-1]
            self.leave(fullest, sent_away)
            sent_away.set_exception(Busy())
        self._places.setdefault(place, deque()).append(turn)

    def leave(self, place: str, turn: _Turn) -> None:
        """Wait no longer; a second time does nothing."""
        waiting = self._places.get(place)
        if waiting is None or turn not in waiting:
            return
        waiting.remove(turn)
        if not waiting:
            del self._places[place]

    def next(self) -> _Turn | None:
        """Take out the one whose turn it is, None when nobody waits; its place goes to the end of the line."""
        while self._places:
            place, waiting = next(iter(self._places.items()))
            turn = waiting.popleft()
            del self._places[place]
            if waiting:
                self._places[place] = waiting
            if not turn.done():
                return turn
        return None


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    """From the thread to the loop, which may have ended meanwhile."""
    try:
        loop.call_soon_threadsafe(what)
    except RuntimeError:
        return
