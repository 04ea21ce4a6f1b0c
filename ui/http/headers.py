"""What every answer carries: safe headers, and the content policy of a page with its nonces; also to a HEAD."""

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.http.sockets import SOCKET_PATH
from ui.live.framework_page import lightened

FIRST_PICTURE = (b'<!--first picture-->', b'<!--end of first picture-->')
"""What stands between these comes from the compass: no script in it is ever allowed to run."""

_COMMON = (
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; "
)
_CLOSED = "default-src 'none'; "
_OURS = "default-src 'self'; object-src 'none'; frame-src 'none'; "
"""The same for a page: what remains is drawings that use shapes of a file of ours, as pictograms do.

Firefox before 132 asks `default-src` for those, and no other browser does.
"""
HTTPS_ONLY = 'max-age=31536000'
"""For a year a browser need not try http first; of other names under this one we know nothing."""
MAY_USE = 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()'
"""Of what a browser has: what a page of ours may ask for, and no page within it."""
_PLAIN = _COMMON + "script-src 'self'; style-src 'self'"
PLAIN_POLICY, OTHER_POLICY = _OURS + _PLAIN, _CLOSED + _PLAIN
"""Of plain pages; and of photos, drawings, sheets and whatever else is no page."""
FILE_POLICY = "default-src 'none'"
"""Of scripts, stylesheets and fonts, which ask for nothing themselves: a page fetches twenty of them on a slow line."""
FILES = ('text/css', 'text/javascript', 'application/javascript', 'font/')
PAGE_POLICY = (
    # Vue compiles the templates of the framework's elements in the browser, hence unsafe-eval
    _OURS + _COMMON + "script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; "
    "style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'"
)


class SafeHeaders:
    """ASGI around all others, the framework's too: safe headers on every answer, also on its errors."""

    def __init__(self, app: ASGIApp, *, https_only: bool) -> None:
        self._app = app
        self._https_only = https_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message['type'] == 'http.response.start':
                headers = MutableHeaders(raw=message['headers'])
                _make_safe(headers, message['status'])
                if self._https_only:
                    headers['Strict-Transport-Security'] = HTTPS_ONLY
                    # over http a browser does not believe it, and complains of each page
                    headers['Cross-Origin-Opener-Policy'] = 'same-origin'
            await send(message)

        if scope['type'] == 'http':
            # the framework writes this header into pages and redirects, and anyone can send it
            scope['headers'] = [pair for pair in scope['headers'] if pair[0] != b'x-forwarded-prefix']
        await self._app(scope, receive, send_safely)


class HeadersAlone:
    """ASGI around all of ours: a HEAD is answered as a GET is, and the server leaves the body out.

    All within sees a GET, so nothing has to think of it, and nothing is done or kept that a GET would not.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # a poll takes what is waiting for a page, which a HEAD would throw away
        if scope['type'] != 'http' or scope['method'] != 'HEAD' or scope['path'].startswith(SOCKET_PATH):
            await self._app(scope, receive, send)
            return
        # a part can only be had by a GET (RFC 9110, 14.2)
        headers = [pair for pair in scope['headers'] if pair[0] != b'range']
        as_got = {**scope, 'method': 'GET', 'headers': headers}
        try:
            await self._app(as_got, receive, send)
        finally:
            if 'route' in as_got:  # for the log
                scope['route'] = as_got['route']


def _make_safe(headers: MutableHeaders, status: int) -> None:
    headers['X-Content-Type-Options'] = 'nosniff'
    # to ourselves only; with `no-referrer` a browser would not tell us either from where a form comes
    headers['Referrer-Policy'] = 'same-origin'
    headers['Permissions-Policy'] = MAY_USE
    headers['Cross-Origin-Resource-Policy'] = 'same-origin'
    headers.setdefault('Content-Security-Policy', _policy_of(headers.get('content-type', '')))
    if status >= 400 or 'Cache-Control' not in headers:
        headers['Cache-Control'] = 'no-store'
    elif headers['Cache-Control'].startswith('public') and 'Set-Cookie' not in headers:
        # the session looks at every cookie, and with another one, as every day, a browser would fetch all files anew
        headers['Vary'] = 'Accept-Encoding'


def _policy_of(content_type: str) -> str:
    if content_type.startswith(FILES):
        return FILE_POLICY
    return PLAIN_POLICY if content_type.startswith('text/html') else OTHER_POLICY


class Nonces:
    """ASGI middleware: the content policy of live pages, with nonces on the framework's own scripts."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page: list[Message] = []

        async def send_stamped(message: Message) -> None:
            if message['type'] == 'http.response.start' and _is_page(message):
                page.append(message)
            elif page:
                page.append(message)
                if not message.get('more_body'):
                    await _send_page(page, scope, send)
            else:
                await send(message)

        await self._app(scope, receive, send_stamped)


def _is_page(start: Message) -> bool:
    return any(name.lower() == b'x-nicegui-content' for name, _ in start['headers'])


async def _send_page(messages: list[Message], scope: Scope, send: Send) -> None:
    start, *rest = messages
    nonce = secrets.token_urlsafe(16)
    body = _stamp(b''.join(message.get('body', b'') for message in rest), nonce)
    language, direction = scope.get('kompas.language', ('nl', 'ltr'))
    body = body.replace(b'<html dir="ltr">', f'<html lang="{language}" dir="{direction}">'.encode(), 1)
    headers = MutableHeaders(raw=start['headers'])
    headers['Content-Length'] = str(len(body))
    headers['Content-Security-Policy'] = PAGE_POLICY.format(nonce=nonce)
    await send(start)
    await send({'type': 'http.response.body', 'body': body})


def _stamp(body: bytes, nonce: str) -> bytes:
    """Put the nonce on each script and style, but not in what came from the compass."""
    before, opening, rest = body.partition(FIRST_PICTURE[0])
    picture, closing, after = rest.partition(FIRST_PICTURE[1])
    stamped = rb'<\1 nonce="' + nonce.encode() + rb'"'
    before, after = (re.sub(rb'<(script|style)(?=[\s>])', stamped, lightened(part)) for part in (before, after))
    return before + opening + picture + closing + after
