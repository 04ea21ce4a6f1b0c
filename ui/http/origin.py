"""Where a request comes from: our own pages, and which address on the network."""

from collections.abc import Collection

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from model.access.limits import wide_network_of
from model.access.refusals import ForeignPost
from model.turns import Place
from model.words import preferred
from ui.plain.page import sorry_page

OURS = 'x-kompas'
"""The header our own scripts send."""
_ONLY_LOOKS = {'GET', 'HEAD', 'OPTIONS'}
"""The methods that change nothing, and that a browser may send without saying from where."""


class OwnChangesOnly:
    """ASGI middleware: whatever may change something comes from a page of ours, and says so.

    A browser writes `Origin` itself, also for a form without a script, and nothing that a page does makes it lie. So
    there is one, and it is ours: `null` is what a page of another site can bring about, and none is no browser.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope['type'] != 'http' or scope['method'] in _ONLY_LOOKS or is_ours(Headers(scope=scope), self._origins):
            await self._app(scope, receive, send)
        else:
            await _refusal(scope['method'], Headers(scope=scope))(scope, receive, send)


def is_ours(headers: Headers, origins: Collection[str]) -> bool:
    """Whether a browser says that a page of ours sent this: one true origin, and nothing that speaks against it."""
    said = headers.getlist('origin')
    return len(said) == 1 and said[0] in origins and headers.get('sec-fetch-site', 'same-origin') == 'same-origin'


def _refusal(method: str, headers: Headers) -> Response:
    say = preferred(headers.get('accept-language', ''))  # nobody has looked at the cookie yet
    words = say('Dat lukt niet. Begin hier opnieuw.')
    if method == 'POST':  # a form, which shows what comes
        answer: Response = sorry_page(say, words, status=403, key='sorry')
    else:
        answer = JSONResponse({'words': words}, status_code=403)
    answer.headers['Connection'] = 'close'  # what it brought is not waited for
    return answer


def address_of(request: Request) -> str:
    """The network address of who asks; empty when the server does not know."""
    return request.client.host if request.client else ''


def place_of(request: Request, whose: str) -> Place:
    """Where a compass, or a worker, stands in line for slow work: beside the others of the network it is asked from."""
    return Place(wide_network_of(address_of(request)), key=whose)


def refuse_all_but_scripts(request: Request) -> None:
    """For what only a script of ours sends, never a form. Raises `ForeignPost`."""
    if OURS not in request.headers:  # another website cannot send it without asking us first
        raise ForeignPost


def own_origin(request: Request) -> str:
    """Where the page stands whose script asks, one of our origins. Raises `ForeignPost` when it was no script."""
    refuse_all_but_scripts(request)
    return request.headers['origin']
