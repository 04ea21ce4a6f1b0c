"""A part of what is served: players on iPhones ask for nothing else, and give up without it."""

import re

from fastapi import Request
from fastapi.responses import Response

_ONE_RANGE = re.compile(r'bytes=(\d{0,15})-(\d{0,15})', re.ASCII)


def ranged(request: Request, whole: Response) -> Response:
    """Returns `whole`, or the one range of its bytes that is asked for (206), or 416 when there are none there.

    Several ranges, and anything that is no range of bytes, are answered with the whole, as RFC 9110 allows. So is
    `If-Range`: nobody was given a validator to send with it.
    """
    whole.headers['Accept-Ranges'] = 'bytes'
    asked = _ONE_RANGE.fullmatch(request.headers.get('range', '').strip())
    if asked is None or not any(asked.groups()) or 'if-range' in request.headers:
        return whole
    content = bytes(whole.body)
    first, last = _places(*asked.groups(), length=len(content))
    if first > last:
        return _part(whole, b'', 416, f'bytes */{len(content)}')
    return _part(whole, content[first : last + 1], 206, f'bytes {first}-{last}/{len(content)}')


def _places(first: str, last: str, *, length: int) -> tuple[int, int]:
    """The first and the last byte; the first comes after the last when there are none."""
    if not first:  # so many of the last ones
        return max(0, length - int(last)), length - 1
    if last and int(last) < int(first):
        return length, length - 1
    return int(first), min(int(last), length - 1) if last else length - 1


def _part(whole: Response, content: bytes, status: int, which: str) -> Response:
    headers = {name: value for name, value in whole.headers.items() if name != 'content-length'}
    return Response(content, status, {**headers, 'Content-Range': which})
