"""What goes wrong while people use the program: what their browsers complain of, and what a server writes in its log.

A test in which something has to go wrong says what that is, and why: `@pytest.mark.expects(LOST, why='…')`.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request, Response, WebError

from tests.server import Server, begun

MOVED_ON = 'net::ERR_ABORTED'
"""How a request ends when its page goes elsewhere or wants no answer any more: no fault."""
OF_A_REQUEST = 'Failed to load resource'
"""What a console says of an answer, or of none: a request that is heard itself needs no second complaint."""
LINE, OVER = '/_nicegui_ws/', {400, 403}
"""Where a page polls, and how it hears that it may no more, or that another line has to be opened: no fault."""
INTO_THE_END = 'WebSocket is already in CLOSING or CLOSED state'
"""What a console says where a page spoke while its line ended: it says it again over another one."""
COMPLAINT = re.compile(
    r"""
    ^Traceback\ .*\n(?:[\ \t].*\n)*.*  # and what was raised at its end
    | ^(?:ERROR|CRITICAL)\b.*
    | ^.*\b(?:could\ not|do\ not\ work|was\ damaged|A\ worker\ for\ \w+\ ended)\b.*  # in our own words
    | ^\S+\ \S+\ [A-Z]+\ \S+\ 5\d\d\ \d+\ ms.*  # a request
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What tells in the log of a server that something went wrong; what it says of a busy machine does not."""
LOST = (
    r'net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE|FAILED)'
    r'|WebSocket connection to \S+ failed: (Error in connection establishment|Connection closed)'
)
"""What a browser says of a line that is gone, to a page whose service worker asked too."""
NO_WEBSOCKET = r'WebSocket connection to \S+ failed: Error during WebSocket handshake: Unexpected response code: 403'
"""What it says where a network lets none through."""
SOON = 5_000
"""Milliseconds in which a page that can answer does."""


class Faults:
    """All that went wrong since `begin`, in the browsers that are listened to and in the logs of all servers.

    A service worker asks what its page asks, and has something else for it where nobody answers: what comes of that is
    heard in the page.
    """

    def __init__(self) -> None:
        self._contexts: list[BrowserContext] = []
        self._heard: list[str] = []
        self._console: list[tuple[str, str]] = []
        self._requests: set[str] = set()
        self._read: dict[Server, int] = {}

    def listen_to(self, context: BrowserContext) -> None:
        """Hear every page of a browser, also those it opens later."""
        self._contexts.append(context)
        context.on('close', self._leave)
        context.on('weberror', self._hear_script)
        context.on('console', self._hear_console)
        context.on('requestfailed', self._hear_failure)
        context.on('response', self._hear_answer)

    def begin(self) -> None:
        """Forget what was heard until now: it was of the test before."""
        self._heard.clear()
        self._console.clear()
        self._requests.clear()
        self._read = {server: len(server.log) for server in begun()}

    def found(self, expected: Sequence[str] = ()) -> list[str]:
        """Returns what was heard and fits none of these patterns, a line for each."""
        self._hear_to_the_end()
        heard = [*self._heard, *self._of_consoles(), *self._of_logs()]
        return [fault for fault in heard if not any(re.search(pattern, fault) for pattern in expected)]

    def _leave(self, context: BrowserContext) -> None:
        self._contexts.remove(context)

    def _hear_script(self, error: WebError) -> None:
        self._heard.append(f'script: {error.error}')

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type == 'error' and not message.text.startswith(INTO_THE_END):
            self._console.append((message.text, message.location['url']))

    def _hear_failure(self, request: Request) -> None:
        self._requests.add(request.url)
        if request.failure != MOVED_ON and not request.service_worker:
            self._heard.append(f'request: {request.failure} {request.method} {request.url}')

    def _hear_answer(self, answer: Response) -> None:
        if answer.status < 400:
            return
        self._requests.add(answer.url)
        # who opens a page sees what it says; what a page fetches has to be there
        is_seen = answer.request.is_navigation_request() or (LINE in answer.url and answer.status in OVER)
        if not answer.request.service_worker and (answer.status >= 500 or not is_seen):
            self._heard.append(f'answer: {answer.status} {answer.request.method} {answer.url}')

    def _hear_to_the_end(self) -> None:
        """Have each page answer something: what it said before is here by then."""
        for page in [page for context in self._contexts for page in context.pages]:
            with suppress(Error):
                page.locator(':root').get_attribute('lang', timeout=SOON)

    def _of_consoles(self) -> list[str]:
        return [
            f'console: {words} {url}'
            for words, url in self._console
            if not (words.startswith(OF_A_REQUEST) and url in self._requests)
        ]

    def _of_logs(self) -> list[str]:
        logs = [server.log[self._read.get(server, 0) :] for server in begun()]
        return [f'log: {complaint[0]}' for log in logs for complaint in COMPLAINT.finditer(log)]


faults = cache(Faults)
"""Those of this process."""


def expected(*patterns: str, why: str) -> Sequence[str]:
    """Returns the patterns of `@pytest.mark.expects(…)`, of which each test that has it says why."""
    assert patterns and why
    return patterns
