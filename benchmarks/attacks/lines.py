"""Attacks over the line of a live page: long addresses, long names of tabs, binary packets, and nonsense."""

import json
from itertools import count

from benchmarks.attacks.visitor import Attack, Visitor
from benchmarks.attacks.websocket import frame
from tests.page.cast.nonsense import BINARY, FRAMES

LONG_ADDRESS = '/a' * 48_000
LONG_TAB = 900_000
ATTACHMENTS = 400
BLOCK = 900_000
"""Bytes of one frame; the server takes a million."""
TOGETHER, SHORT = 20, 100
"""Frames of nonsense that are sent at once; and bytes of one, so that what a log says of it would be more."""
PAGE_NONSENSE: list[dict[str, object]] = [
    {},
    {'id': 'x'},
    {'id': None, 'listener_id': 5, 'args': 7},
    {'id': [], 'listener_id': 'x', 'args': {}},
    {'id': 10**30, 'listener_id': 'x', 'args': []},
    {'id': 1, 'listener_id': None, 'args': [5]},
    {'id': 1, 'listener_id': 'x', 'args': ['{']},
]
"""What no page of ours says of itself."""


async def long_addresses(visitor: Visitor) -> Attack:
    """One event after another with an address of 96 kB, in 48,000 parts."""

    async def attack() -> None:
        page = await visitor.page()
        element, listener = page.listener('sub_pages_open')
        args = [json.dumps(LONG_ADDRESS)]
        said = event(client_id=page.client_id, id=element, listener_id=listener, args=args)
        async with visitor.line(page) as line:
            while True:
                await line.says(said)

    return attack


async def long_tabs(visitor: Visitor) -> Attack:
    """One handshake after another for a tab with a name of 0.9 MB; with a key for another page each, which has one."""
    numbers = count()

    def shakes_hands(client_id: str) -> bytes:
        tab = f'{next(numbers):x<{LONG_TAB}}'
        told = {'client_id': client_id, 'tab_id': tab, 'document_id': 'x', 'next_message_id': '0'}
        return frame(f'420{json.dumps(["handshake", told])}'.encode())

    async def attack() -> None:
        page = await visitor.new_page() if visitor.has_key else None
        async with visitor.line(page, shakes_hands=False) as line:
            if page:
                await line.asks(shakes_hands(page.client_id))
                return
            while True:
                await line.says(shakes_hands('x'))

    return attack


async def binary_packets(visitor: Visitor) -> Attack:
    """A packet that announces four hundred more, all of these but the last, and a line that stays."""
    begun = frame(f'45{ATTACHMENTS}-["event",{{"_placeholder":true,"num":0}}]'.encode())
    block = frame(bytes(BLOCK), binary=True)

    async def attack() -> None:
        async with visitor.line() as line:
            await line.says(begun)
            for _ in range(ATTACHMENTS - 1):
                await line.says(block)
            await line.stays()

    return attack


async def nonsense(visitor: Visitor) -> Attack:
    """Whatever is no event and short, one kind after another, as fast as it goes."""
    short = [one for one in FRAMES + BINARY if len(one) < SHORT]
    kinds = [frame(one.encode() if isinstance(one, str) else one, binary=one in BINARY) for one in short]
    numbers = count()

    async def attack() -> None:
        said = kinds
        if visitor.has_key:
            client_id = (await visitor.page()).client_id
            said = kinds + [event(**one, client_id=client_id) for one in PAGE_NONSENSE]
        async with visitor.line() as line:
            while True:
                await line.says(said[next(numbers) % len(said)] * TOGETHER)

    return attack


def event(**told: object) -> bytes:
    """What a page says when something happens on it."""
    return frame(f'42{json.dumps(["event", told])}'.encode())
