"""Photos in the cache of a browser whose key ended: going back, it would show them without asking."""

from contextlib import suppress

from fastapi import Request
from fastapi.responses import Response

from model.access.access import Access
from ui.http.session import session_of


def drop_old_photos(access: Access, request: Request, answer: Response) -> Response:
    """Returns `answer`, which tells a browser that carries a key that ended to empty its cache.

    Nothing else of it: there may be other compasses in the cookie, and in its storage a photo that is still to be
    sent. Another website that lets a browser come here makes it fetch a few files anew.
    """
    with suppress(OSError):
        if access.held.any_ended(session_of(request)):
            answer.headers['Clear-Site-Data'] = '"cache"'
    return answer
