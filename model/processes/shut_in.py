"""What a process shuts itself in with before it looks at anything that was sent.

It imports nothing of ours, so that a start costs little.
"""

import os
import resource
from contextlib import suppress

MEMORY = 1024**3
"""Bytes of address space. The worst photo of `MOST_PIXELS`, a WebP that one sees through, takes 0.85 of it, and the
fullest sheet a third."""
CPU_SECONDS = 12
"""For a worker whose server died: as long as that lives, it stops a worker sooner."""
LARGEST_FILE = 4 * 1024**2
"""Bytes of one that is made."""
NICENESS = 5


def shut_in(*, writes: bool) -> None:
    """Leave this process only what one photo, sound or sheet needs, whatever a file makes of what reads it.

    One that `writes` has its files open already: from here on it opens nothing, no file and no socket. Another may
    open files to read, and writes none.
    """
    os.nice(NICENESS)
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_FSIZE: LARGEST_FILE if writes else 0,
        resource.RLIMIT_CORE: 0,
    }
    if writes:
        limits[resource.RLIMIT_NOFILE] = 0
    for limit, most in limits.items():
        # a system that is stricter already says so, as does macOS, which cannot limit the address space
        with suppress(ValueError):
            resource.setrlimit(limit, (most, most))
