"""Photos: a received file of unknown content becomes two safe pictures, and ours go on paper."""

import asyncio
import logging
import os
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from weakref import WeakKeyDictionary

from PIL import Image

from model.budgets import Budget
from model.media import photo_worker
from model.media.darkroom import Refusal, Refused
from model.processes.start import exit_status, program
from model.turns import NO_PLACE, Place, Turns

__all__ = ['MOST_BYTES', 'Refusal', 'Refused', 'for_paper', 'shrink']

MOST_BYTES = 15 * 1024 * 1024
"""The largest file that is worth receiving; who receives it keeps to this."""
LONGEST = 4.5
"""Seconds of work on one photo: with the start and the end of a process it stays below five."""
AT_ONCE = max(1, (os.cpu_count() or 1) - 1)
"""One processor is left for taps."""
PAPER_QUALITY = 85

WORKER = program(photo_worker.__name__)

log = logging.getLogger(__name__)
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()


def turns_at_media(at_once: int) -> Turns:
    """Turns for one sort of media: so many at once, and one of a compass."""
    return Turns(at_once, most=Budget.WAITING_MEDIA.most, most_of_one=Budget.WAITING_MEDIA_OF_ONE.most)


async def shrink(received: Path, screen: Path, tile: Path, *, place: Place = NO_PLACE) -> None:
    """Make `screen` (longest side at most 1600 px) and `tile` (shortest side 320 px, longest at most 960 px).

    Both are WebP, upright, in sRGB, on white, never enlarged, pixels only; and on disk when this returns, but not
    their names: whoever renames them syncs the folder. Of a call that fails or is cancelled neither is left.
    `place` is whose it is: one compass has one photo made at a time, and its next after that of every other.
    Raises `Busy`, `Refused`, and `OSError` when there is no room or a folder is missing.
    """
    async with _turns.setdefault(asyncio.get_running_loop(), turns_at_media(AT_ONCE)).turn(place):
        try:
            _judge(await _exit_status(received, screen, tile))
        except BaseException:
            screen.unlink(missing_ok=True)
            tile.unlink(missing_ok=True)
            raise


async def _exit_status(*paths: Path) -> int:
    """Let a worker make the photo. Raises `Refused` when that takes too long."""
    try:
        async with asyncio.timeout(LONGEST):
            return await exit_status(*WORKER, *(path.absolute() for path in paths))
    except TimeoutError:
        raise Refused(Refusal.TOO_SLOW) from None


def _judge(status: int) -> None:
    """Raise what an exit status of a worker means."""
    if status == 0:
        return
    if status >= photo_worker.DISK:
        number = status - photo_worker.DISK
        raise OSError(number, os.strerror(number))
    reasons = dict(enumerate(Refusal, start=photo_worker.REFUSED))
    if status not in reasons:
        log.warning('A worker for photos ended with %s', status)
    raise Refused(reasons.get(status, Refusal.BROKEN))


def for_paper(photo: Path | BinaryIO, longest: int, *, square: bool = False) -> bytes:
    """A JPEG of a picture that `shrink` made, `longest` pixels at most; the middle of it when `square`.

    Raises `OSError` when there is no such picture. A tile takes 3 ms and serves up to 320 pixels, a screen 30 to 50.
    """
    with Image.open(photo, formats=('WEBP',)) as image:
        picture = image.convert('RGB')
    if square:
        picture = _middle(picture)
    picture.thumbnail((longest, longest), reducing_gap=1)
    content = BytesIO()
    picture.save(content, 'JPEG', quality=PAPER_QUALITY)
    return content.getvalue()


def _middle(picture: Image.Image) -> Image.Image:
    """The largest square in the middle."""
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    return picture.crop((left, top, left + side, top + side))
