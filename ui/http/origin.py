"""Where a request comes from: our own pages, and which address on the network."""

from fastapi import Request

from model.access.access import Access
from model.access.refusals import ForeignPost

OURS = 'x-kompas'
"""The header our own scripts send."""


def address_of(request: Request) -> str:
    """The network address of who asks; empty when the server does not know."""
    return request.client.host if request.client else ''


def refuse_foreign_post(access: Access, request: Request) -> None:
    """For forms. Our pages send no referrer, so a browser may write `null` for our own origin.

    Raises `ForeignPost`.
    """
    if request.headers.get('sec-fetch-site', 'same-origin') not in {'same-origin', 'none'}:
        raise ForeignPost
    origin = request.headers.get('origin', 'null')
    if origin != 'null' and origin not in access.settings.origins:
        raise ForeignPost


def refuse_foreign_script(access: Access, request: Request) -> None:
    """For what a script sends: from our own pages, and from a script of ours. Raises `ForeignPost`."""
    refuse_foreign_post(access, request)
    if OURS not in request.headers:  # another website cannot send it without asking us first
        raise ForeignPost


def own_origin(access: Access, request: Request) -> str:
    """Where the page stands whose script asks; a browser always tells. Raises `ForeignPost` when it is not ours."""
    refuse_foreign_script(access, request)
    origin = request.headers.get('origin', '')
    if origin not in access.settings.origins:
        raise ForeignPost
    return origin
