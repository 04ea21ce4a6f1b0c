"""What may happen, and with what."""

from collections.abc import Callable, Sequence
from typing import Any

from model.compass.sharing.sharing import Reach

BROWSERS, COMPASSES = 6, 5
WAITS = [*3 * [{'minutes': 4}], *3 * [{'minutes': 10}], {'minutes': 40}, {'hours': 13}, {'days': 8}, {'days': 31}]
SHARED = [Reach.EVERYTHING, Reach.EVERYTHING, Reach.STEPS, None]
browsers, compasses, devices, workers = range(BROWSERS), range(COMPASSES), range(BROWSERS * COMPASSES), range(2)


class NotNow(Exception):
    """There is nothing with which this step could be taken."""


ACTS: dict[str, tuple[Callable[..., None], dict[str, Sequence[Any]]]] = {}
"""What may happen, each as likely as another, and with what."""


def act(**given: Sequence[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Something that happens; it is passed over when there is nothing it could happen with."""

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        ACTS[method.__name__] = (method, given)
        return method

    return decorate
