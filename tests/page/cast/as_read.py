"""A browser's part: it says from where it changes something, and its reader sees no soft hyphen within a word."""

import ssl
from typing import Any

import httpx

from ui.words.hyphens import SOFT_HYPHEN

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For a client that only speaks HTTP: to load certificates for each would take longer than most tests."""
_WRITTEN = (SOFT_HYPHEN.encode(), rb'\u00ad')


class AsRead(httpx.HTTPTransport):
    """What comes over the network, without soft hyphens where a page has any; what goes, from a page at `origin`.

    An `Origin` of a test's own is left as it is, and an empty one is none.
    """

    def __init__(self, origin: str, **options: Any) -> None:
        super().__init__(**options)
        self._origin = origin

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.method not in {'GET', 'HEAD', 'OPTIONS'}:
            request.headers.setdefault('Origin', self._origin)
        if request.headers.get('Origin') == '':
            del request.headers['Origin']
        answer = super().handle_request(request)
        if not answer.headers.get('Content-Type', '').startswith('text/html'):
            return answer
        # read as it came, to be unpacked anew below
        packed = b''.join(answer.iter_raw())
        answer.close()
        whole = httpx.Response(answer.status_code, headers=answer.headers, content=packed)
        content = whole.content
        if not any(one in content for one in _WRITTEN):
            return whole
        for one in _WRITTEN:
            content = content.replace(one, b'')
        headers = [(name, value) for name, value in answer.headers.raw if name.lower() != b'content-encoding']
        return httpx.Response(answer.status_code, headers=headers, content=content)
