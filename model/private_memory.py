"""Keeping other processes of this user out of what the server has in memory."""

import ctypes
import sys

_SET_DUMPABLE = 4
"""`PR_SET_DUMPABLE`, as `prctl` has it."""


def keep_memory_private() -> None:
    """From here on no process without more rights reads or traces this one, and no core of it is written.

    Else whatever runs as the same user could read the secret: a decoder of photos that was taken over, which can open
    no file. A process that this one starts is not kept private: it has no secret. Linux only; elsewhere the system
    itself does not let one process read another.
    """
    if sys.platform == 'linux':
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
