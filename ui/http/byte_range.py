"""A part of what is served: players on iPhones ask for nothing else, and give up without it."""

import re

from fastapi import Request
from fastapi.responses import Response

_ONE_RANGE = re.compile(r'bytes=(\d{0,15})-(\d{0,15})', re.ASCII)


def ranged(request: Request, whole: Response) -> Response:
    """Returns `whole`, or the one range of its bytes that is asked for (206), or 416 when there are none there.

    Several ranges, and anything that is no range of bytes, are answered with the whole, as RFC 9110 allows; so is a
    range of what was something else before (`If-Range`).
    """
    whole.headers['Accept-Ranges'] = 'bytes'
    content = bytes(whole.body)
    places = _places(request.headers.get('range', '').strip(), len(content))
    if places is None or not _is_still(request, whole):
        return whole
    first, last = places
    if first > last:
        return _part(whole, b'', 416, f'bytes */{len(content)}')
    return _part(whole, content[first : last + 1], 206, f'bytes {first}-{last}/{len(content)}')


def _is_still(request: Request, whole: Response) -> bool:
    """Whether it is what the browser has the other part of."""
    asked = request.headers.get('if-range')
    return asked is None or asked == whole.headers.get('etag')


def _places(asked: str, length: int) -> tuple[int, int] | None:
    """The first and the last byte, the first after the last when there are none there; None for no range."""
    found = _ONE_RANGE.fullmatch(asked)
    first, last = found.groups() if found else ('', '')
    if first and last and int(last) < int(first):
        return None
    if first:
        return int(first), min(int(last or length), length - 1)
    if last:  # so many of the last ones
        return max(0, length - int(last)), length - 1
    return None


def _part(whole: Response, content: bytes, status: int, which: str) -> Response:
    headers = {name: value for name, value in whole.headers.items() if name != 'content-length'}
    return Response(content, status, {**headers, 'Content-Range': which})
