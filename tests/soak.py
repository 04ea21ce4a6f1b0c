"""How long the long tests play: all of it in `make soak`, a sample in `make test`. Only the tests read this setting."""

import os

SOAK = os.environ.get('SOAK') == '1'


def rounds(every: int, sample: int) -> int:
    """So many of them now."""
    return every if SOAK else sample
