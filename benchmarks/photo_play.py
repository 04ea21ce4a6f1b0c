"""One damaged photo of P14: a worker makes what it can of it, and what comes out is looked at.

Forks, so it runs in a process without threads: `benchmarks/photos.py`. Only the start of Python is spared that way:
each photo has a process of its own, with its own limits, as in the app.
"""

import os
import select
import signal
import sys
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.media.darkroom import SCREEN_LONGEST, TILE_LONGEST, Refusal
from model.media.photo_worker import REFUSED, main
from model.media.photos import LONGEST
from tests.unit.media.photo_files import chunks_of

GOOD, DIED, UNSAFE = 'good', 'died', 'UNSAFE'
"""Beside the reasons of `Refusal`: a worker that crashed, a refusal too, and a picture that should not be."""


@dataclass(frozen=True)
class Played:
    """What became of one file."""

    result: str
    seconds: float


def play(content: bytes, folder: Path) -> Played:
    """Let a worker make its two pictures of these bytes."""
    received, screen, tile = (folder / name for name in ('received', 'screen', 'tile'))
    received.write_bytes(content)
    began = time.perf_counter()
    worker = os.fork()
    if worker == 0:
        _work(received, screen, tile)
    status = _status(worker)
    seconds = time.perf_counter() - began
    if status == 0:
        safe = is_safe(screen.read_bytes(), SCREEN_LONGEST) and is_safe(tile.read_bytes(), TILE_LONGEST)
        return Played(GOOD if safe else UNSAFE, seconds)
    reasons = {-signal.SIGKILL: Refusal.TOO_SLOW, **dict(enumerate(Refusal, start=REFUSED))}
    return Played(reasons.get(status, DIED), seconds)


def _work(*paths: Path) -> None:
    """Be the worker; never returns."""
    status = 1
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silence, stream)
        status = main(*paths)
    finally:
        os._exit(status)


def _status(worker: int) -> int:
    """How the worker ended; at the latest after `LONGEST`."""
    handle = os.pidfd_open(worker)
    try:
        if not select.select([handle], [], [], LONGEST)[0]:
            os.kill(worker, signal.SIGKILL)
    finally:
        os.close(handle)
    return os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])


def is_safe(webp: bytes, longest: int) -> bool:
    """Whether this is a picture of an allowed size and nothing else."""
    try:
        named = list(chunks_of(webp))
        with Image.open(BytesIO(webp), formats=('WEBP',)) as image:
            image.load()
    except Exception:
        return False
    return named == [b'VP8 '] and image.mode == 'RGB' and max(image.size) <= longest
