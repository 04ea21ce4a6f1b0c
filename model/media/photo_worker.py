"""The process that one photo is made in: it may crash, hang or swell without harm to anything else.

Run by `model/media/photos.py` as `python -m model.media.photo_worker RECEIVED SCREEN TILE`. The exit status is all it
says, so that nothing a file holds can reach a log.
"""

import os
import sys
from pathlib import Path

from model.media.darkroom import Refusal, Refused, develop, know_formats
from model.processes.shut_in import shut_in

REFUSED, DISK = 10, 100
"""Exit statuses: `REFUSED` and the place of the reason in `Refusal`, or `DISK` and an errno. 0 is done."""


def main(received: Path, screen: Path, tile: Path) -> int:
    """Make both files, on disk when this is done; returns the exit status."""
    try:
        with received.open('rb') as file, screen.open('wb') as large, tile.open('wb') as small:
            know_formats()
            shut_in(writes=True)
            for place, content in zip((large, small), develop(file), strict=True):
                place.write(content)
                place.flush()
                os.fsync(place.fileno())
    except Refused as refused:
        return REFUSED + list(Refusal).index(refused.why)
    except OSError as error:
        return DISK + (error.errno or 0)
    return 0


if __name__ == '__main__':
    sys.exit(main(*map(Path, sys.argv[1:])))
