"""What a browser has already is not sent again, once the gate let it in."""

import hashlib

from fastapi import Request


def etag(content: bytes) -> str:
    """Returns a name for these very bytes, as it stands in `ETag`."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def is_known(request: Request, name: str) -> bool:
    """Whether the browser says that it has what is called so (`If-None-Match`)."""
    said = request.headers.get('if-none-match', '')
    names = {one.strip().removeprefix('W/') for one in said.split(',')}
    return name in names or '*' in names
