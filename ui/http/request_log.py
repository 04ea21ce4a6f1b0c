"""One line for each request, which tells nobody's id, key, words or address."""

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger('krachtkompas.requests')
NOT_LOGGED = ('/assets/', '/_nicegui')
"""Public files, and the line of a live page."""
HEALTH = '/gezond'
SHARE = 10
"""How many bytes a request has to bring for each that is written of it: those of a browser do, or nearly. So a flood of
short ones fills no disk."""
PER_SECOND = 200
"""Bytes that may be written each second besides, for those who ask little and seldom."""
_STAMP = 25
"""Bytes of the time before a line, and of its end."""
MOST_SAVED = 20_000
"""Bytes that may be written for requests that were too short, until longer ones come: some hundred lines."""


def leave_out_nonsense() -> None:
    """Have the libraries say nothing of what is no HTTP or no form: nobody could mend that, and anybody send it."""
    logging.getLogger('uvicorn.error').addFilter(lambda record: record.levelno != logging.WARNING)
    logging.getLogger('python_multipart').setLevel(logging.ERROR)


class RequestLog:
    """ASGI around all others: method, route as it is written in our code, status and time, to stderr.

    What stands in the address in place of `{compass_id}` opens nothing by itself, but says who was here.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        if not log.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter('%(asctime)s %(message)s'))
            log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False
        self._room = float(MOST_SAVED)
        self._left_out = 0
        self._last = perf_counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or scope['path'].startswith(NOT_LOGGED) or scope['path'] == HEALTH:
            await self._app(scope, receive, send)
            return
        began = perf_counter()
        statuses: list[int] = []

        async def send_on(message: Message) -> None:
            if message['type'] == 'http.response.start':
                statuses.append(message['status'])
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            # the router leaves behind which route it found; for an address of nobody there is none
            route = getattr(scope.get('route'), 'path', '-')
            status = statuses[0] if statuses else '-'
            took = (perf_counter() - began) * 1000
            self._write(f'{scope["method"]} {route} {status} {took:.0f} ms', _size(scope))

    def _write(self, line: str, size: int) -> None:
        """Log a line for a request of so many bytes, if there is room; and how many had none before it."""
        now = perf_counter()
        self._room = min(MOST_SAVED, self._room + size / SHARE + (now - self._last) * PER_SECOND)
        self._last = now
        if self._left_out:
            line += f', after {self._left_out} that there was no room for'
        written = _STAMP + len(line)
        if written > self._room:
            self._left_out += 1
            return
        self._room -= written
        self._left_out = 0
        log.info('%s', line)


def _size(scope: Scope) -> int:
    """About how many bytes the head of a request had."""
    return (
        len(scope['raw_path'])
        + len(scope['query_string'])
        + sum(len(key) + len(value) for key, value in scope['headers'])
    )
