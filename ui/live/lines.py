"""The lines of live pages: a page has a few, and one that speaks for no page is ended."""

import asyncio
from typing import Any
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from nicegui import Client, core

from model.access.access import Access
from model.access.session import Session
from model.budgets import Budget
from ui.http.sockets import may_speak_for


def count_lines(access: Access) -> None:
    """Let a page have its newest lines. Those that are polled, `guard_polls` counts: this stands around it.

    A phone that changes networks leaves a line behind that nobody hears of for half a minute; more than a few are no
    phone's.
    """
    engine = core.sio.eio
    own = getattr(engine.handlers['connect'], 'uncounted', engine.handlers['connect'])
    lines: WeakKeyDictionary[Client, list[str]] = WeakKeyDictionary()

    async def connect(line_id: str, environ: dict[str, Any]) -> Any:
        session = Session(environ['asgi.scope'].get('session', {}))
        client_id = _client_id(environ)
        if may_speak_for(access, session, client_id):
            of_page = lines.setdefault(Client.instances[client_id], [])
            of_page[:] = [one for one in of_page if one in engine.sockets]
            while len(of_page) >= Budget.LINES_OF_PAGE.most:
                await _end(of_page.pop(0))
            of_page.append(line_id)
        return await own(line_id, environ)

    connect.uncounted = own  # type: ignore[attr-defined]
    engine.on('connect', connect)


async def end_strays() -> None:
    """End lines that are there for no page, which the framework would keep for ever: again and again, without end."""
    before: set[str] = set()
    while True:
        await asyncio.sleep(Budget.STRAY_SECONDS.most)
        strays = {line_id for line_id in core.sio.eio.sockets if _is_stray(line_id)}
        for line_id in strays & before:
            await _end(line_id)
        before = strays


def _is_stray(line_id: str) -> bool:
    environ = core.sio.environ.get(line_id, {})
    is_told_of_pages = core.sio.manager.sid_from_eio_sid(line_id, '/') is not None
    return not is_told_of_pages or _client_id(environ) not in Client.instances


def _client_id(environ: dict[str, Any]) -> str:
    return str(parse_qs(environ.get('QUERY_STRING', '')).get('client_id', [''])[0])


async def _end(line_id: str) -> None:
    line = core.sio.eio.sockets.get(line_id)
    if line is not None:
        await line.queue.put(None)
