"""Pages travel in Brotli where the browser takes it: of a phone with little data every kilobyte counts."""

from typing import Any

from brotli_asgi import BrotliMiddleware
from starlette.types import ASGIApp

QUALITY = 5
"""The most that costs a page about as much time as gzip does."""
_PRESSED_ALREADY = (r'/_nicegui/', r'/assets/', r'/kompas/[^/]+/bijlage/', r'/kompas/[^/]+/poster\.pdf')


def compressed(app: ASGIApp) -> Any:
    """The program with its answers compressed.

    Brotli looks back over a whole page, gzip over 32 kB: a pictogram that stands in the first picture and in the live
    one is sent once. What is compressed already, or sent in ranges, is left alone.
    """
    return BrotliMiddleware(app, quality=QUALITY, minimum_size=500, excluded_handlers=list(_PRESSED_ALREADY))
