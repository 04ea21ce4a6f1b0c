"""What a browser does with a live page, by hand: begin a compass, read the page, open its line and listen to it."""

import json
import re
import time
from ast import literal_eval
from asyncio import Future
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import uuid4

import aiohttp

ALONE = {'Connection': 'close'}
"""For a page: a socket on a connection that served one before is cut after five seconds by the server."""
_ELEMENTS = re.compile(r'parseElements\(String\.raw`(.*?)`\)', re.DOTALL)
_QUERY = re.compile(r'query: (\{.*?\}),\n', re.DOTALL)
_WRITTEN = {'&#36;': '$', '&#96;': '`', '&gt;': '>', '&lt;': '<', '&amp;': '&'}


@dataclass
class Page:
    """What a browser reads in a page: how to speak for it, and what it consists of."""

    query: dict[str, Any]
    elements: dict[str, dict[str, Any]]
    tab: str = field(default_factory=lambda: str(uuid4()))
    """The name of the tab it is in: the one for all its lines."""

    @property
    def client_id(self) -> str:
        """The name of this page among all that are open."""
        return str(self.query['client_id'])

    @cached_property
    def tiles(self) -> list[tuple[int, str]]:
        """Those that can be tapped, as (element, listener)."""
        tiles = {key: one for key, one in self.elements.items() if one.get('class') == ['tile']}
        return [(int(key), one['events'][0]['listener_id']) for key, one in tiles.items()]

    def listener(self, kind: str) -> tuple[int, str]:
        """The first that waits for this kind of event, as (element, listener)."""
        return next(
            (int(key), event['listener_id'])
            for key, one in self.elements.items()
            for event in one.get('events', [])
            if event['type'] == kind
        )


async def begins(browser: aiohttp.ClientSession, url: str) -> str:
    """Begin a compass; returns the address of its page."""
    async with browser.post(f'{url}/nieuw', allow_redirects=False, headers=ALONE) as answer:
        assert answer.status == 303, answer.status
        compass_id = answer.headers['location'].split('/')[2]  # it leads to the question whose device this is
        return f'{url}/kompas/{compass_id}'


async def opens(browser: aiohttp.ClientSession, address: str) -> Page:
    """Load a live page."""
    async with browser.get(address, headers=ALONE) as answer:
        assert answer.status == 200, answer.status
        return _read(await answer.text())


def _read(page: str) -> Page:
    elements, query = _ELEMENTS.search(page), _QUERY.search(page)
    assert elements and query, 'this is no live page'
    written = elements[1]
    for entity, sign in _WRITTEN.items():
        written = written.replace(entity, sign)
    return Page(literal_eval(query[1]), json.loads(written))


def shown(page: Page, *, shakes_hands: bool = True) -> dict[str, str]:
    """What a browser shows of a page when it opens a line for it; it `shakes_hands` by that, or later."""
    asked = {
        'client_id': page.client_id,
        'next_message_id': page.query['next_message_id'],
        'implicit_handshake': 'true' if shakes_hands else 'false',
        'document_id': uuid4(),
        'tab_id': page.tab,
        'EIO': 4,
        'transport': 'websocket',
    }
    return {name: str(value) for name, value in asked.items()}


async def connects(browser: aiohttp.ClientSession, url: str, page: Page) -> aiohttp.ClientWebSocketResponse:
    """Open the line of a page, and shake hands."""
    address = f'{url.replace("http", "ws", 1)}/_nicegui_ws/socket.io/'
    line = await browser.ws_connect(address, params=shown(page), max_msg_size=0)
    await line.receive_str()
    await line.send_str('40')
    while not (await line.receive_str()).startswith('40'):
        pass
    return line


async def listens(line: aiohttp.ClientWebSocketResponse, answered: list[Future[float]]) -> None:
    """Answer the server when it asks whether somebody is there, and note when it changes the page."""
    async for message in line:
        if message.type is not aiohttp.WSMsgType.TEXT:
            return
        if message.data == '2':
            await line.send_str('3')
        elif message.data.startswith('42["update"') and answered and not answered[0].done():
            answered[0].set_result(time.perf_counter())
