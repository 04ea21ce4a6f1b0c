"""The process that one photo is made in: it may crash, hang or swell without harm to anything else.

Run by `model/media/photos.py` as `python -m model.media.photo_worker RECEIVED SCREEN TILE`. The exit status is all it
says, so that nothing a file holds can reach a log.
"""

import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

from model.media.darkroom import Refusal, Refused, develop, know_formats

MEMORY = 1024**3
"""Bytes of address space. The worst photo of `MOST_PIXELS`, a WebP that one sees through, takes 0.85 of it."""
CPU_SECONDS = 12
"""For a worker whose server died: as long as that lives, it stops a worker sooner."""
LARGEST_OUTPUT = 4 * 1024**2
NICENESS = 5

REFUSED, DISK = 10, 100
"""Exit statuses: `REFUSED` and the place of the reason in `Refusal`, or `DISK` and an errno. 0 is done."""


def main(received: Path, screen: Path, tile: Path) -> int:
    """Make both files, on disk when this is done; returns the exit status."""
    try:
        with received.open('rb') as file, screen.open('wb') as large, tile.open('wb') as small:
            know_formats()
            shut_in()
            for place, content in zip((large, small), develop(file), strict=True):
                place.write(content)
                place.flush()
                os.fsync(place.fileno())
    except Refused as refused:
        return REFUSED + list(Refusal).index(refused.why)
    except OSError as error:
        return DISK + (error.errno or 0)
    return 0


def shut_in() -> None:
    """Leave this process only what one photo needs, whatever a file makes of its decoder."""
    os.nice(NICENESS)
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_FSIZE: LARGEST_OUTPUT,
        resource.RLIMIT_CORE: 0,
        # the three files are open already: from here on it opens nothing, no file and no socket
        resource.RLIMIT_NOFILE: 0,
    }
    for limit, most in limits.items():
        # a system that is stricter already says so, as does macOS, which cannot limit the address space
        with suppress(ValueError):
            resource.setrlimit(limit, (most, most))


if __name__ == '__main__':
    sys.exit(main(*map(Path, sys.argv[1:])))
