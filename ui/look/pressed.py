"""Public files in Brotli: quickly for who comes first, and as small as it can for all who come after.

As small as it can takes seconds for a large file, and many on a busy machine. One thread of low priority does it
beside serving, one file after another.
"""

import os
import sys
import threading
from functools import cache
from queue import SimpleQueue

import brotli

QUICK, SMALL = 5, 11
"""How hard it tries: the first takes some milliseconds for the largest file, and makes it a tenth larger."""
LOW = 10
"""How nice its thread is to all others: where they want everything it still gets a tenth."""


class Pressed:
    """A file in Brotli, which becomes smaller a while after it was made."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.bytes = brotli.compress(content, quality=QUICK)
        _waiting().put(self)

    def become_small(self) -> None:
        """Press it as small as it gets."""
        self.bytes = brotli.compress(self._content, quality=SMALL)
        self._content = b''


@cache
def _waiting() -> 'SimpleQueue[Pressed]':
    """Those that are still to become small. The thread begins with the first of them, and ends with the program."""
    queue: SimpleQueue[Pressed] = SimpleQueue()
    threading.Thread(target=_press_all, args=(queue,), name='press', daemon=True).start()
    return queue


def _press_all(queue: 'SimpleQueue[Pressed]') -> None:
    if sys.platform == 'linux':  # elsewhere that would be all of the program
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOW)
    while True:
        queue.get().become_small()
