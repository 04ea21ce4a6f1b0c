"""Spoken words: what a browser records, recognised by how it begins; of it the sound is kept, and nothing else.

A phone may write where and when it was, and a file may carry pictures, words or another file. So the sound is put into
a new file of the same kind, packet by packet as it was recorded, in a process of its own.
"""

import asyncio
import os
from pathlib import Path
from weakref import WeakKeyDictionary

from model.media.photos import turns_at_media
from model.processes.start import exit_status, program
from model.turns import NO_PLACE, Place, Turns

MOST_BYTES = 2 * 1024 * 1024
"""A minute of speech is about 200 kB; some browsers spend more on it."""
LONGEST = 4.5
"""Seconds of work on one voice; a usual one takes less than one, most of it for the start of the process."""
AT_ONCE = 2
WORKER = program('model.media.voice_worker')
NOT_A_SOUND, DISK = 10, 100
"""Exit statuses of the process: no sound, or `DISK` and an errno. 0 is done."""

_STILLS = {b'heic', b'heix', b'mif1', b'msf1', b'avif', b'avis'}
"""Kinds of photo that begin as MP4 does."""
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()


class NotASound(ValueError):
    """The bytes are not a recording of one of the three kinds that browsers make."""


def sound_type(content: bytes) -> str:
    """`webm`, `mp4` or `ogg`, by the first bytes: what the sender calls it is not believed. Raises `NotASound`."""
    if content[:4] == b'\x1a\x45\xdf\xa3' and b'webm' in content[:64]:
        return 'webm'
    if content[4:8] == b'ftyp' and content[8:12] not in _STILLS:
        return 'mp4'
    if content[:4] == b'OggS':
        return 'ogg'
    raise NotASound


async def keep_sound(received: Path, kept: Path, *, place: Place = NO_PLACE) -> None:
    """Make `kept`, the sound of `received` and nothing else; it is on disk when this returns, but not its name.

    `place` is whose it is, as for photos.
    Raises `Busy`, `NotASound`, `TimeoutError`, and `OSError` when there is no room or a folder is missing.
    """
    async with _turns.setdefault(asyncio.get_running_loop(), turns_at_media(AT_ONCE)).turn(place):
        async with asyncio.timeout(LONGEST):
            status = await exit_status(*WORKER, received.absolute(), kept.absolute())
    if status >= DISK:
        raise OSError(status - DISK, os.strerror(status - DISK))
    if status != 0:
        raise NotASound
