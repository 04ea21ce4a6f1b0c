"""One line for each request, which tells nobody's id, key, words or address."""

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger('krachtkompas.requests')
NOT_LOGGED = ('/assets/', '/_nicegui')
"""Public files, and the line of a live page."""
HEALTH = '/gezond'


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
            log.info('%s %s %s %d ms', scope['method'], route, status, (perf_counter() - began) * 1000)
