"""Pictures that go to the press beside the data of a sheet, which says where each belongs.

In the data their megabytes would pass through every step that reads it, in the process that everybody waits for.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from secrets import token_hex
from typing import NamedTuple


class Apart(NamedTuple):
    """A picture of this kind of `image/`; of a drawing about so many points are printed, 0 for what has none."""

    name: str
    """What stands for it in the data."""
    kind: str
    points: int
    read: Callable[[], bytes]
    """Its content, when it goes: so that no more than one is in memory. Raises `LookupError`, `OSError`."""


def apart(kind: str, read: Callable[[], bytes], points: int = 0) -> Apart:
    """Returns a picture with a name that nobody who writes words on a sheet could know."""
    return Apart(f'apart:{token_hex(16)}', kind, points, read)


def sent(data: str, pictures: Iterable[Apart]) -> Iterator[bytes]:
    """Yields what `ui/paper/press_worker.py` reads: data on one line, then each picture that is named in it.

    Before a picture goes a line with its name, kind, points and bytes.
    """
    yield f'{data}\n'.encode()
    for picture in pictures:
        if picture.name in data:
            content = _content(picture)
            yield f'{picture.name} {picture.kind} {picture.points} {len(content)}\n'.encode()
            yield content


def _content(picture: Apart) -> bytes:
    """Nothing for what went away since it was found: it is not seen on the sheet then."""
    with suppress(LookupError, OSError):
        return picture.read()
    return b''
