"""How long a promise in seconds may take here and now: as long as it says where this machine has time for the tests."""

import os
from pathlib import Path

_LOAD = Path('/proc/loadavg')


def within(quiet: float) -> float:
    """`quiet` seconds (or milliseconds) on a machine that is not busy, more where others keep it so."""
    wanting = os.getloadavg()[0]
    if _LOAD.exists():  # the mean of a minute knows nothing of the last ten seconds
        wanting = max(wanting, int(_LOAD.read_text().split()[3].partition('/')[0]))
    return quiet * max(1.0, 2 * wanting / (os.cpu_count() or 1) - 1)
