"""A websocket that is not open for a page is heard for a little while only, and so are few of them."""

import asyncio
from typing import Any

import pytest

from ui.http import frames
from ui.http.frames import WellFormedFrames

HOURS = 10_000
HEARD = {'type': 'websocket.receive', 'text': '3'}
"""A sign of life."""


class Line:
    """A websocket on which the other side says what the test puts in."""

    def __init__(self, guard: WellFormedFrames, says: str = '') -> None:
        self.said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.over = asyncio.create_task(guard({'type': 'websocket', 'says': says}, self.said.get, self._sent))

    async def _sent(self, _: Any) -> None:
        pass


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Says one thing, and hears until the line is closed."""
    if scope['says']:
        await send({'type': 'websocket.send', 'bytes': None, 'text': scope['says']})
    while (await receive())['type'] != 'websocket.disconnect':
        pass


@pytest.fixture
def guard() -> WellFormedFrames:
    return WellFormedFrames(application)


@pytest.mark.parametrize('says', ['', '0{"sid":"x"}', '44{"message":"no"}'])
async def test_one_that_opens_for_no_page_is_over(monkeypatch, guard, says):
    monkeypatch.setattr(frames, 'OPEN_WITHIN', 0.01)
    line = Line(guard, says)
    line.said.put_nowait(HEARD)
    await asyncio.wait_for(line.over, 30)


async def test_one_that_is_open_is_heard_as_long_as_it_lasts(monkeypatch, guard):
    monkeypatch.setattr(frames, 'OPEN_WITHIN', 0.01)
    line = Line(guard, '40{"sid":"x"}')
    await asyncio.sleep(0.05)
    assert not line.over.done()
    line.said.put_nowait({'type': 'websocket.disconnect'})
    await asyncio.wait_for(line.over, 30)


async def test_of_too_many_the_one_that_came_first_is_over(monkeypatch, guard):
    monkeypatch.setattr(frames, 'OPEN_WITHIN', HOURS)
    monkeypatch.setattr(frames, 'MOST_OPENING', 3)
    open_one = Line(guard, '40{}')
    await asyncio.sleep(0)
    lines = [Line(guard) for _ in range(5)]
    await asyncio.wait_for(asyncio.gather(*(line.over for line in lines[:2])), 30)
    assert not any(line.over.done() for line in (open_one, *lines[2:]))
    for line in (open_one, *lines[2:]):
        line.said.put_nowait({'type': 'websocket.disconnect'})
        await line.over
