"""When the memory of pages that went is taken back.

A full garbage collection walks through every page that is open, about a millisecond each, and nobody's tap is answered
meanwhile. Python begins one whenever enough is new, with a thousand people every fifteen seconds. Only pages that went
leave so much behind that it is worth a pause, so they are counted instead.
"""

import gc
import time
from asyncio import sleep

from nicegui import Client, app

NEVER = 1_000_000_000
YOUNG, MIDDLE = 700, 3
"""When the two short collections come: the second one often, so that each takes less than a tap does."""
LOOK_EVERY = 5
"""Seconds between two looks at what went."""
FEW = 50
"""Pages that may go before it is worth a collection, however few are open."""
SHARE = 4
"""Worth one is also this part of the pages that are open: a quarter."""
AT_LEAST_EVERY = 600
"""Seconds after which a collection comes all the same, for what is no page."""


class Garbage:
    """Counts the pages that went, and collects when there are enough of them."""

    def __init__(self) -> None:
        self._gone = 0
        self.last = time.monotonic()
        """When the last one was, as `time.monotonic` has it."""

    def begin(self) -> None:
        """From now on full collections come when this says so; what the program consists of is left out of them."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        app.on_delete(self.page_went)

    def page_went(self) -> None:
        """A page is not there any more."""
        self._gone += 1

    def is_worth_it(self, still_open: int, now: float) -> bool:
        """Whether a collection is due; `now` as `time.monotonic` has it."""
        return self._gone >= max(FEW, still_open / SHARE) or now - self.last >= AT_LEAST_EVERY

    def collect(self) -> None:
        """Take back what nobody can reach any more."""
        gc.collect()
        self._gone, self.last = 0, time.monotonic()

    async def watch(self) -> None:
        """Look every now and then, without end."""
        while True:
            await sleep(LOOK_EVERY)
            if self.is_worth_it(len(Client.instances), time.monotonic()):
                self.collect()
