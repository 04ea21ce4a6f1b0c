"""The press: each sheet is made in a process of its own, two at a time, and one at a time for one compass."""

import asyncio
import logging
import subprocess
from asyncio import to_thread
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from threading import Timer
from typing import IO, cast
from weakref import WeakKeyDictionary

from model.budgets import Budget
from model.processes.start import piped, program
from model.turns import Place, Turns
from ui.paper import press_worker
from ui.paper.apart import Apart, sent

LONGEST = 6
"""Seconds of work on one sheet, once its pictures are there; and on each of those."""
AT_ONCE = 2
HEAVY = 6
"""Pictures on a sheet; one with more is heavy."""

WORKER = program(press_worker.__name__)

log = logging.getLogger(__name__)


class TooHeavy(Exception):
    """There is more on a sheet than can be made of it in time."""


class _Turns:
    """Who waits for a sheet: heavy ones for each other, so that they hold up nobody else."""

    def __init__(self) -> None:
        self.all, self.heavy = (
            Turns(at_once, most=Budget.WAITING_SHEETS.most, most_of_one=Budget.WAITING_SHEETS_OF_ONE.most)
            for at_once in (AT_ONCE, AT_ONCE - 1)
        )


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, _Turns] = WeakKeyDictionary()


async def make(sheet: Callable[[], bytes], place: Place, *, heavy: bool = False) -> bytes:
    """Returns what `sheet` makes, once it is its turn; `place` is whose it is: a compass, or a worker.

    Raises `Busy`, `TooHeavy`, and what `sheet` raises.
    """
    turns = _turns.setdefault(asyncio.get_running_loop(), _Turns())
    async with turns.heavy.turn(place) if heavy else nullcontext(), turns.all.turn(place):
        return await to_thread(sheet)


def pressed(template: str, data: str, apart: Iterable[Apart] = ()) -> bytes:
    """Returns a template with its data, which is JSON on one line, as a PDF. Raises `TooHeavy`."""
    with piped(*WORKER, template) as worker:
        try:
            made = _made(worker, sent(data, apart))
        finally:
            worker.kill()
    if worker.returncode:
        # not its words: they may hold what somebody wrote
        log.warning('A worker for paper ended with %s', worker.returncode)
        raise TooHeavy
    return made


def _made(worker: subprocess.Popen[bytes], pieces: Iterable[bytes]) -> bytes:
    # of one that ended before it had read all, its status tells
    with suppress(BrokenPipeError):
        for piece in pieces:
            with _in_time(worker):
                cast(IO[bytes], worker.stdin).write(piece)
    with _in_time(worker):
        return worker.communicate()[0]


@contextmanager
def _in_time(worker: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a worker that this waits for too long."""
    ended = Timer(LONGEST, worker.kill)
    ended.start()
    try:
        yield
    finally:
        ended.cancel()
