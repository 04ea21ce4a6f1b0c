"""Bodies that are not whole may hold back little together, and a small one comes in all the same."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message

from ui.http import body_limit
from ui.http.body_limit import ALWAYS, SmallBodies

POLL = '/_nicegui_ws/socket.io/'


class Sender:
    """Sends a body in parts; what it was answered."""

    def __init__(self, guard: SmallBodies, path: str = POLL) -> None:
        self.status = 0
        self._parts: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        scope = {'type': 'http', 'method': 'POST', 'path': path, 'headers': []}
        self.over = asyncio.create_task(guard(scope, self._parts.get, self._hear))

    async def sends(self, size: int, *, last: bool = False) -> None:
        self._parts.put_nowait({'type': 'http.request', 'body': bytes(size), 'more_body': not last})
        for _ in range(3):
            await asyncio.sleep(0)

    def goes(self) -> None:
        self._parts.put_nowait({'type': 'http.disconnect'})

    async def _hear(self, message: Message) -> None:
        self.status = message.get('status', self.status)


async def application(scope: Any, receive: Any, send: Any) -> None:
    await receive()
    await send({'type': 'http.response.start', 'status': 200, 'headers': []})


async def test_what_is_held_back_has_an_end_and_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_limit, 'MOST_TOGETHER', 1_000_000)
    guard = SmallBodies(application)
    first, second, form = Sender(guard), Sender(guard), Sender(guard, '/k')
    await first.sends(600_000)
    await second.sends(600_000)
    await second.over
    assert second.status == 503
    await first.sends(390_000)
    await form.sends(ALWAYS, last=True)
    late = Sender(guard)
    await late.sends(20_000)
    await late.over
    assert (form.status, late.status) == (200, 503)
    first.goes()
    await first.over
    for _ in range(5):
        again = Sender(guard)
        await again.sends(900_000, last=True)
        await again.over
        assert again.status == 200
