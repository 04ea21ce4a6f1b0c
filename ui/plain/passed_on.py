"""Links with a key in them that were passed on: by then a program, or a hand, wrote them in another way."""

import re
from unicodedata import category
from urllib.parse import unquote

from fastapi.responses import RedirectResponse
from nicegui import app

from model.access.access import Access

PLACES = ('/k', '/werk/uitnodiging')
"""Where a link with a key leads to. The key stands behind a `#`, so that it never comes to the server."""
_BEFORE = ('/', '#', '%23')
"""What a link has instead of that `#` by the time it comes here. The router has read one `%23` as `#` by then."""
_KEY = r'[\w-]{22}'
_TOKEN = re.compile(_KEY, re.ASCII)
_LINK = re.compile(rf'({"|".join(PLACES)})(?![\w-])[^\w-]*({_KEY})', re.ASCII)
_MOST_READINGS = 3
"""How often a link may have been written into another one: `#`, `%23`, `%2523`."""
_UNSEEN = 'Cf'
"""The kind of what some programs put into what is copied, and nobody sees."""


def register(access: Access) -> None:  # noqa: ARG001
    """The routes of such links."""
    for place in PLACES:
        for before in _BEFORE:
            _lead_back(place, before)


def _lead_back(place: str, before: str) -> None:
    @app.get(f'{place}{before}{{rest:path}}')
    async def passed_on(rest: str) -> RedirectResponse:
        token = _TOKEN.search(rest)
        # where we say nothing of what stands behind `#`, a browser keeps what stood there
        return RedirectResponse(f'{place}#{token[0]}' if token else place, status_code=303)


def address_in(written: str) -> str | None:
    """The page of ours to which the link in a text leads, with its key; None when there is none.

    The link may lead to any host, as a message or a program around it has written it: it is opened here.
    """
    seen = ''.join(one for one in written if category(one) != _UNSEEN)
    for text in (seen, ''.join(seen.split())):  # some programs break a long link
        if found := _LINK.search(_decoded(text)):
            return f'{found[1]}#{found[2]}'
    return None


def _decoded(text: str) -> str:
    for _ in range(_MOST_READINGS):
        text = unquote(text)
    return text
