"""How many files the server may have open, and how many of those connections may be."""

import resource

_MANY = 16_384
"""Enough for anything here. More would only cost: a program that one starts may look at each number there could be."""
_OTHERS = 100
"""Files that are open beside connections: documents, photos that come in, pipes of processes."""
MOST = 4_000
"""Connections in all, however many files there may be: each that brings a head or a body takes memory too."""
_BACKLOG = 2_048


def raise_limit() -> int:
    """Have as many files as the system lets us, and at most 16,384; returns how many.

    The lower limit is there for programs that use `select`, which knows 1,024 files: nothing here does.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MANY if hard == resource.RLIM_INFINITY else min(_MANY, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


def most_connections(files: int) -> int:
    """How many connections may be open: at most half of the files, so that a file can always be opened."""
    return min(MOST, max(files // 2 - _OTHERS, files // 4))


def backlog(files: int) -> int:
    """How many may wait to be let in: they may come all at once, and are open until they are counted."""
    return min(_BACKLOG, files // 8)
