"""Turns at slow work: a few at once, and who asks for much stands in their own way.

Places get their turns one after another, whoever asked first, and so do those who are at one place; nobody has two at
once. Places from where somebody proved who they are go before all others.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import NamedTuple


class Busy(Exception):
    """Too many wait already; try again in a while."""


@dataclass(frozen=True)
class Place:
    """Where somebody stands in line."""

    name: str = ''
    """Whom it is for: a network, or a compass. All of one place wait for each other."""
    is_known: bool = False
    """Somebody proved there before who they are."""
    key: str = ''
    """Who of that place asks, where there may be several."""

    @property
    def who(self) -> str:
        """Who has one turn at a time, wherever they ask from."""
        return self.key or self.name


NO_PLACE = Place()


class Turns:
    """A few at once, and a short line before them. All calls from the event loop."""

    def __init__(self, at_once: int, *, most: int, most_of_one: int | None = None) -> None:
        """`most` may wait, as many again from places that are known, and `most_of_one` of a single key."""
        self._at_once = at_once
        self._having: list[str] = []
        self._known, self._others = (_Line(most, most_of_one or most) for _ in range(2))

    @asynccontextmanager
    async def turn(self, place: Place) -> AsyncIterator[None]:
        """The block is done when its turn comes. Raises `Busy`."""
        await self.wait(place)
        try:
            yield
        finally:
            self.end(place)

    async def wait(self, place: Place) -> None:
        """Returns when the turn of this place comes; `end` ends it. Raises `Busy`."""
        if len(self._having) < self._at_once and place.who not in self._having:
            self._having.append(place.who)
            return
        line = self._known if place.is_known else self._others
        waiting = _Waiting(place, asyncio.get_running_loop().create_future())
        line.join(waiting)
        try:
            await waiting.turn
        except asyncio.CancelledError:
            line.leave(waiting)
            if waiting.has_turn:
                self.end(place)  # the turn came in the moment they left
            raise

    def end(self, place: Place) -> None:
        """A turn is over: the next one's, if anybody waits who has none. Those of this place come after all others."""
        self._having.remove(place.who)
        for line in (self._known, self._others):
            line.put_last(place)
        while len(self._having) < self._at_once:
            following = self._known.next(self._having) or self._others.next(self._having)
            if following is None:
                return
            self._having.append(following.place.who)
            following.turn.set_result(None)

    def close(self) -> None:
        """Whoever waits does not get a turn any more."""
        for line in (self._known, self._others):
            while (waiting := line.next(())) is not None:
                waiting.turn.cancel()


class _Waiting(NamedTuple):
    """Somebody in line."""

    place: Place
    turn: 'asyncio.Future[None]'

    @property
    def has_turn(self) -> bool:
        return self.turn.done() and not self.turn.cancelled() and self.turn.exception() is None


class _Line:
    """Who waits, by place, and there by key; whose turn is next stands first."""

    def __init__(self, most: int, most_of_one: int) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._places: dict[str, dict[str, deque[_Waiting]]] = {}

    def join(self, waiting: _Waiting) -> None:
        """Stand in line. When it is full, the newest of the place with the most waiting is sent away, and there of the
        key with the most. Raises `Busy` when that is this one, or has too many waiting by itself.
        """
        name, key = waiting.place.name, waiting.place.key
        if len(self._places.get(name, {}).get(key, ())) >= self._most_of_one:
            raise Busy
        if sum(map(self._length, self._places)) >= self._most:
            self._make_room(name, key)
        self._places.setdefault(name, {}).setdefault(key, deque()).append(waiting)

    def leave(self, waiting: _Waiting) -> None:
        """Wait no longer; a second time does nothing."""
        keys = self._places.get(waiting.place.name, {})
        of_key = keys.get(waiting.place.key, deque())
        if waiting in of_key:
            of_key.remove(waiting)
            self._tidy(waiting.place)

    def next(self, having: Collection[str]) -> _Waiting | None:
        """Take out the one whose turn it is, None when nobody waits but those who have one."""
        waiting = next((one for one in self._first_of_each() if one.place.who not in having), None)
        if waiting is not None:
            self.put_last(waiting.place)
            self._places[waiting.place.name][waiting.place.key].remove(waiting)
            self._tidy(waiting.place)
        return waiting

    def put_last(self, place: Place) -> None:
        """Whoever waits at a place goes to the end of the line, and there those of its key."""
        keys = self._places.pop(place.name, None)
        if keys is None:
            return
        self._places[place.name] = keys
        if place.key in keys:
            keys[place.key] = keys.pop(place.key)

    def _first_of_each(self) -> Iterator[_Waiting]:
        for keys in self._places.values():
            for of_key in keys.values():
                yield of_key[0]

    def _make_room(self, name: str, key: str) -> None:
        """Send somebody away for one of this place. Raises `Busy` when that has no fewer waiting than any other."""
        fullest = max(self._places, key=self._length)
        if self._length(name) + 1 >= self._length(fullest):
            fullest = name
        keys = self._places.get(fullest, {})
        longest = max(keys.values(), key=len, default=deque[_Waiting]())
        if fullest == name and len(keys.get(key, ())) + 1 >= len(longest):
            raise Busy
        sent_away = longest[-1]
        self.leave(sent_away)
        sent_away.turn.set_exception(Busy())

    def _length(self, name: str) -> int:
        return sum(map(len, self._places.get(name, {}).values()))

    def _tidy(self, place: Place) -> None:
        """Forget whoever has none waiting any more."""
        keys = self._places[place.name]
        if not keys[place.key]:
            del keys[place.key]
        if not keys:
            del self._places[place.name]
