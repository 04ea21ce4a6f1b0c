"""The session of the browser that asks: a signed cookie, and beside it one for each device key."""

import hashlib
from collections.abc import Iterable
from typing import Any

from itsdangerous import BadTimeSignature, TimestampSigner
from starlette.datastructures import MutableHeaders
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from model.access.held import Held
from model.access.session import Session

MOST_CARRIED = 50
"""Keys that are looked for in one request; `Held` lets a browser carry fewer."""


class Signer(TimestampSigner):
    """Signs with SHA-256. What was signed with SHA-1, as it was before, is believed too: it may hold the only key to a
    compass. It is signed anew the next day that it opens one, and nobody forges either without the secret.
    """

    def unsign(self, signed_value: Any, *args: Any, **options: Any) -> Any:
        """What was signed. Raises `BadSignature`."""
        try:
            return super().unsign(signed_value, *args, **options)
        except BadTimeSignature:
            return TimestampSigner(self.secret_keys).unsign(signed_value, *args, **options)


class DeviceSession(SessionMiddleware):
    """The signed cookie that carries a browser's device keys; no answer takes away a key that it did not know of.

    That cookie is written whole. An answer to a request without it, or to one from before a key was added, would write
    over that key: so each has a cookie of its own too, named after it, and is found again by that.

    A class of our own, also because the framework hangs a store for each visitor on Starlette's: strangers cost
    nothing here, and get no cookie.
    """

    def __init__(
        self, app: ASGIApp, *, held: Held, secret_key: str, session_cookie: str, max_age: int, https_only: bool
    ) -> None:
        super().__init__(self._with_all_keys, secret_key, session_cookie, max_age, https_only=https_only)
        self.signer = Signer(secret_key, digest_method=hashlib.sha256)
        self._inside = app
        self._held = held

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_keys(message: Message) -> None:
            if message['type'] == 'http.response.start' and scope['session'].modified:
                self._keep(Session(scope['session']), scope['kompas.found'], MutableHeaders(scope=message))
            await send(message)

        await super().__call__(scope, receive, send_with_keys)

    async def _with_all_keys(self, scope: Scope, receive: Receive, send: Send) -> None:
        if 'session' in scope:
            connection = HTTPConnection(scope)
            cookies = connection.cookies.items()
            carried = [token for name, token in cookies if name == self._name(token)][:MOST_CARRIED]
            could_read = self._held.find_again(session_of(connection), carried)
            scope['kompas.found'] = carried if could_read else []
        await self._inside(scope, receive, send)

    def _keep(self, session: Session, found: Iterable[str], headers: MutableHeaders) -> None:
        """Set the cookie of each key in `session`; of those that were `found` and are in it no more, take it away."""
        lasting = {token: f'{token}; max-age={self.max_age}' for token in session.keys.values()}
        over = {token: '; max-age=0' for token in found if token not in lasting}
        for token, value in (lasting | over).items():
            headers.append('Set-Cookie', f'{self._name(token)}={value}; path={self.path}; {self.security_flags}')

    def _name(self, token: str) -> str:
        return f'{self.session_cookie}-{hashlib.sha256(token.encode()).hexdigest()[:12]}'


def session_of(request: HTTPConnection) -> Session:
    """What the signed cookie carries; a change of it goes out with the answer."""
    return Session(request.session)
