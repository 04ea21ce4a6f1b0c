"""The session of the browser that asks: a signed cookie."""

from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection

from model.access.session import Session


class DeviceSession(SessionMiddleware):
    """The signed cookie that carries a browser's device keys.

    A class of our own, because the framework hangs a store for each visitor on Starlette's: strangers cost
    nothing here, and get no cookie.
    """


def session_of(request: HTTPConnection) -> Session:
    """What the signed cookie carries; a change of it goes out with the answer."""
    return Session(request.session)
