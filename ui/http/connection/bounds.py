"""What one connection may bring and how long it may take, and how many there may be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Sizes are in bytes, times in seconds. Tests take shorter ones."""

    head: int = 32 * 1024
    """The request line and all headers together, up to a piece more: a browser sends us two or three thousand."""
    left_unread: int = 256 * 1024
    """What may still come of a head that was refused, so that the answer is heard."""
    fields: int = 100
    """Headers of one request: a browser sends some twenty, a proxy a few more."""
    body: int = 64 * 1024 * 1024
    """All of one body, also where nobody reads it any more: four times the largest photo."""
    wrapping: int = 16 * 1024
    """What a body in chunks may have around its content, besides as much again as the content: sizes, extensions, and
    trailers, which are for nobody."""
    head_within: float = 10.0
    """From the first byte of a request, or from the beginning of its connection, to the end of the head."""
    body_silence: float = 32.0
    """Without a byte of a body that is not whole: a little more than `attachments.SILENCE`, which is answered."""
    body_rate: float = 2_000.0
    """Bytes a second that a body brings on the average, after `body_silence`: a form is here within a minute, and the
    largest photo of a phone at its slowest may take two hours."""
    taken_within: float = 120.0
    """In which some of an answer that waits must be taken, `STEP` or all of it. An answer that is not ready, as that to
    a poll, waits for us: it is bound to no time."""
    slow_after: float = 10.0
    """After which a connection that takes nothing goes first, when there is no room for another."""
    kept: int = 64 * 1024 * 1024
    """Answers that wait to be taken, and messages of websockets that are not whole, of all connections together; beyond
    it those that took nothing for the longest are ended, and the largest of them first."""
    of_network: int = 600
    """Connections of one network: thirty people behind one address have seven each at most, and open some anew. The /48
    around it has five times as many."""


STEP = 32 * 1024
"""Bytes of an answer that count as taken: the system itself takes some at once, then waits for who reads slowly."""
PIECE = 4 * 1024
"""Bytes that are looked at together: no head is longer than its bound by more than this."""
FRAMES = 1024
"""Bytes of a websocket that are looked at together: some 170 of its shortest messages, two milliseconds."""
READ = 16 * 1024
"""Bytes that are read from a connection together, so that no one brings more than it was asked for."""
LOOK_EVERY = 1.0
"""Seconds between two looks at all connections."""
