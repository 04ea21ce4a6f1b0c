"""Links with a key in them that were passed on: by then a program, or a hand, wrote them in another way."""

import re

from fastapi.responses import RedirectResponse
from nicegui import app

from model.access.access import Access

PLACES = ('/k', '/werk/uitnodiging')
"""Where a link with a key leads to. The key stands behind a `#`, so that it never comes to the server."""
_BEFORE = ('/', '#', '%23')
"""What a link has instead of that `#` by the time it comes here. The router has read one `%23` as `#` by then."""
_TOKEN = re.compile(r'[\w-]{22}', re.ASCII)


def register(access: Access) -> None:  # noqa: ARG001
    """The routes of such links."""
    for place in PLACES:
        for before in _BEFORE:
            _lead_back(place, before)


def _lead_back(place: str, before: str) -> None:
    @app.get(f'{place}{before}{{rest:path}}')
    async def passed_on(rest: str) -> RedirectResponse:
        token = _TOKEN.search(rest)
        # a browser keeps the address that we lead away from nowhere, and what stood behind `#` where we say nothing of it
        return RedirectResponse(f'{place}#{token[0]}' if token else place, status_code=303)
