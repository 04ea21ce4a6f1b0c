"""One round of P17: a writer is killed with SIGKILL, then everything it acknowledged must be there.

Forks, so it runs in a process without threads: `benchmarks/kill.py`.
"""

import os
import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.compass.compass import Compass
from model.storage.files.disk import UNFINISHED
from model.storage.files.storage import open_files
from model.storage.protocols import MOST_VISITS, Storage

LONGEST_LIFE = 0.02
"""Seconds a writer lives at most, about twenty saves."""
VISIT_EVERY, FOR_GOOD_EVERY = 4, 3
SECRET = bytes(32)
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Round:
    """What the writer acknowledged before it died, and what was found afterwards."""

    acknowledged: int
    found: int
    lost: bool
    corrupt: bool
    cut_short: bool
    """A save was going on: a half-written file lay there, or a change that was not acknowledged yet."""
    unfinished: int
    """Temporary files after the next start."""


def play(folder: Path, random: Random) -> Round:
    """Let a writer work on a new compass in `folder`, kill it at a random moment, and look."""
    storage = open_files(folder, SECRET)
    compass = storage.compasses.create(NOW)
    storage.close()
    saves, visits = _killed_after(folder, compass.id, random.uniform(0, LONGEST_LIFE))
    left_over = len(list(folder.rglob(f'*{UNFINISHED}')))
    storage = open_files(folder, SECRET)
    try:
        return _look(storage, folder, compass.id, saves, visits, left_over)
    finally:
        storage.close()


def _killed_after(folder: Path, compass_id: str, seconds: float) -> tuple[int, int]:
    """How many saves and how many visits the writer acknowledged."""
    reading, writing = os.pipe()
    writer = os.fork()
    if writer == 0:
        try:
            _write(folder, compass_id, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, 'rb') as acknowledged:
        acknowledged.readline()
        time.sleep(seconds)
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError('the writer ended by itself')
        last = [line for line in acknowledged.read().split(b'\n') if line][-1:] or [b'0 0']
    saves, visits = last[0].split()
    return int(saves), int(visits)


def _write(folder: Path, compass_id: str, acknowledge: int) -> None:
    """Count up in the nickname for ever, a line on the pipe for each number that is saved."""
    storage = open_files(folder, SECRET)
    visits = 0
    os.write(acknowledge, b'ready\n')
    for number in range(1, sys.maxsize):
        compass = storage.compasses.load(compass_id, NOW)
        compass.begin_contact(NOW)
        compass.call_me(str(number))
        if number % VISIT_EVERY == 0:
            storage.visits.add(compass_id, compass.end_contact(NOW))
            visits = min(visits + 1, MOST_VISITS)
        storage.compasses.save(compass, for_good=number % FOR_GOOD_EVERY == 0)
        os.write(acknowledge, b'%d %d\n' % (number, visits))


def _look(storage: Storage, folder: Path, compass_id: str, saves: int, visits: int, left_over: int) -> Round:
    unfinished = len(list(folder.rglob(f'*{UNFINISHED}')))
    try:
        compass: Compass | None = storage.compasses.load(compass_id, NOW)
        kept = len(storage.visits.of(compass_id))
    except Exception as error:
        print(repr(error), file=sys.stderr)
        compass, kept = None, 0
    found = int(compass.nickname or 0) if compass else -1
    return Round(
        acknowledged=saves,
        found=found,
        lost=found < saves or kept < visits,
        corrupt=compass is None or compass.restored_on is not None or any(folder.rglob('*.broken-*')),
        cut_short=left_over > 0 or found > saves,
        unfinished=unfinished,
    )
