"""The connections of one network, or all of them, and which goes first when there is no room for another."""

from enum import Enum
from typing import Protocol


class Phase(Enum):
    """How far a connection is."""

    WAITS = 'for a request, or for all of its head'
    STUCK = 'with an answer that is not taken'
    BRINGS = 'a body that is not whole'
    BUSY = 'with an answer of ours, or open as a websocket'


GO_FIRST = (Phase.WAITS, Phase.STUCK, Phase.BRINGS)
"""In this order, and of each the one that is so for the longest. Whoever waits for us is not sent away."""


class Member(Protocol):
    """What is counted."""

    phase: Phase

    def cut(self) -> None:
        """End it at once; it is counted no more."""

    def look(self, now: float) -> None:
        """End it if it was silent for too long; `now` as its loop has it."""

    @property
    def kept(self) -> int:
        """Bytes that are kept for it: an answer that was not taken, and a message that is not whole."""

    @property
    def taken_at(self) -> float:
        """When some of its answer was last taken, or there was none."""


class Crowd:
    """Some connections by how far they are, in the order in which they came there."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._members: dict[Phase, dict[Member, None]] = {phase: {} for phase in Phase}

    def __len__(self) -> int:
        return sum(map(len, self._members.values()))

    @property
    def is_full(self) -> bool:
        return len(self) >= self._most

    def put(self, member: Member) -> None:
        """One more, in the phase that it is in."""
        self._members[member.phase][member] = None

    def take(self, member: Member) -> None:
        """One less, of the phase that it is in."""
        del self._members[member.phase][member]

    def make_room(self) -> None:
        """End the one that goes first, if any may."""
        for phase in GO_FIRST:
            if self._members[phase]:
                next(iter(self._members[phase])).cut()
                return
