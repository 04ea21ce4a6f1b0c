"""How long a promise in seconds may take here and now: as long as it says where this machine has time for the tests."""

import os
import time
from collections.abc import Callable
from pathlib import Path

_LOAD = Path('/proc/loadavg')


def within(quiet: float) -> float:
    """`quiet` seconds (or milliseconds) on a machine that is not busy, more where others keep it so."""
    wanting = os.getloadavg()[0]
    if _LOAD.exists():  # the mean of a minute knows nothing of the last ten seconds
        wanting = max(wanting, int(_LOAD.read_text().split()[3].partition('/')[0]))
    return quiet * max(1.0, 2 * wanting / (os.cpu_count() or 1) - 1)


def eventually(is_so: Callable[[], object], otherwise: str = 'it did not happen', seconds: float = 30.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, otherwise
        time.sleep(0.01)
