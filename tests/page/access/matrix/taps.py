"""Every event that a browser may send to a screen, and what comes back."""

import json
from contextlib import suppress
from typing import Any

from websockets.exceptions import ConnectionClosed

from tests.page.cast.people.live_page import Listener, Page, listeners_of
from tests.page.cast.people.person import Person
from tests.page.cast.socket import FROM_NOWHERE, Refused, Socket

WEIGHED = {'code', 'dat-ben-ik', 'gebeurd', 'moeilijk'}
"""Where four pictures may be tapped."""


def arguments(kind: str, hidden: str) -> list[list[Any]]:
    """What a browser, or somebody who writes frames by hand, may send with an event."""
    if kind.startswith('sub_pages'):
        return [[hidden]]
    return [[], ['iets anders'], [{'value': 'iets anders'}]] if kind not in {'click'} else [[]]


def trigger_all(one: Person, page: Page) -> str:
    """Every listener of a page, and those that appear by it, over its own line; answers all that came back."""
    known: set[str] = set()
    with one.socket(page, **FROM_NOWHERE) as line:
        line.awakes()
        waiting = page.listeners
        with suppress(ConnectionClosed, Refused):  # a key ended, or its page went blank, by one of these taps
            for _ in range(3):
                known.update(listener.id for listener in waiting)
                heard = len(line.heard)
                _trigger(one, page, line, waiting)
                updates = [data for event, data in line.heard[heard:] if event == 'update' and data]
                shown = {key: one for update in updates for key, one in update.items() if key.isdigit()}
                waiting = [listener for listener in listeners_of(shown) if listener.id not in known]
                if not waiting:
                    break
        return json.dumps(line.heard, ensure_ascii=False)


def _trigger(one: Person, page: Page, line: Socket, waiting: list[Listener]) -> None:
    # the proof that it is the person first: three wrong pictures, and no right one counts any more
    for listener in sorted(waiting, key=lambda listener: listener.words != 'Ik heb geen plaatje'):
        for args in arguments(listener.type, f'/kompas/{one.id}/gebeurd'):
            line.triggers(page.client_id, listener.element, listener.id, *args)
    line.settles(weighs=page.answer.url.path.rpartition('/')[2] in WEIGHED)
