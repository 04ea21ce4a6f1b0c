"""Whether a browser keeps cookies, found out before anything is begun or opened for it.

Without one nobody comes back to what they began: at each tap there would be one more compass that nobody opens, or one
more device of somebody's. A form that asks for it is sent twice by a browser that shows no cookie yet: the answer to
the first brings one, and sends the form on to the same address.
"""

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from model.access.session import Session
from ui.http.session import session_of

_ASKED = 'koekje'
"""In the query: `vraag` is in the address of a form, `gezet` in that to which it is sent on."""
_SENT_ON = 'gezet'


class NoCookieYet(Exception):
    """Nothing shows yet whether this browser keeps cookies."""


class KeepsNothing(Exception):
    """This browser keeps no cookies."""


def asking(page: str) -> str:
    """The address of a form whose sender has to keep a cookie."""
    return f'{page}?{_ASKED}=vraag'


def keep_a_cookie(session: Session) -> None:
    """Let a browser that shows no cookie yet have one, to bring back."""
    if not keeps_cookies(session):
        session.probed = True


def keeps_cookies(session: Session) -> bool:
    """Whether this browser brought a cookie of ours."""
    return bool(session.cookie)


async def refuse_without_cookie(request: Request) -> None:
    """A dependency of what such a form is sent to. Raises `NoCookieYet`, `KeepsNothing`."""
    session, asked = session_of(request), request.query_params.get(_ASKED)
    if asked is None:
        return
    if not keeps_cookies(session):
        raise KeepsNothing if asked == _SENT_ON else NoCookieYet
    session.probed = False


def send_on(request: Request) -> Response:
    """The answer to `NoCookieYet`: a cookie, and the same form once more."""
    keep_a_cookie(session_of(request))
    # 307: as it was sent, with all that stands in it
    return RedirectResponse(f'{request.url.path}?{_ASKED}={_SENT_ON}', status_code=307)
