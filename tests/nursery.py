"""A process that has loaded the program once, and forks every server of a test run off: `python -m tests.nursery`.

What is not of a server's own, a second of imports, is done once. A server is `main.py` as started from a terminal:
its own process, environment, working folder and exit status. Requests come line by line as JSON, answers go back so.
"""

import gc
import json
import os
import runpy
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import brotli

import main
from model.budgets import Budget
from model.words import SOURCE
from tests import one_roof, small_disk
from tests.swift import hash_at
from ui.look import pressed
from ui.words.hyphens import parts_of

PROGRAM = Path(main.__file__)


class _Lightly:
    """Presses the framework's files in a tenth of a second, where the program takes ten beside its first visitors."""

    @staticmethod
    def compress(content: bytes, quality: int) -> bytes:
        return brotli.compress(content, quality=min(quality, 4))


def serve() -> dict[str, Any] | None:
    """Answer requests until the last; in the process of a new server, what was asked of it."""
    alive: set[int] = set()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if 'start' in asked:
            pid = os.fork()
            if pid == 0:
                started: dict[str, Any] = asked['start']
                return started
            alive.add(pid)
            answer: int | None = pid
        else:
            ended, status = os.waitpid(asked['ended'], os.WNOHANG)
            alive.discard(ended)
            answer = os.waitstatus_to_exitcode(status) if ended else None
        os.write(1, json.dumps(answer).encode() + b'\n')
    for pid in alive:  # who asked has gone: no server outlives the tests
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    return None


def become(
    environment: dict[str, str],
    log: str,
    complaints: str,
    arguments: list[str],
    *,
    least_cost: bool,
    budgets: dict[str, int],
) -> None:
    """Be a server or a command, as `python main.py` with these arguments in this environment is."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    # as in a terminal: where the tests run in the background, a shell has made them deaf to Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for path, channel in ((log, 1), (complaints, 2)):
        written = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        os.dup2(written, channel)
        os.close(written)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(PROGRAM.parent)
    sys.argv = [PROGRAM.name, *arguments]
    hash_at(least_cost=least_cost)
    small_disk.heed(Path(log).parent)
    one_roof.count_nobody_here()
    for name, most in budgets.items():
        Budget[name].most = most
    if least_cost:
        setattr(pressed, 'brotli', _Lightly)  # noqa: B010
    runpy.run_path(PROGRAM.name, run_name='__main__')


if __name__ == '__main__':
    parts_of('begeleider', SOURCE)  # reads the dictionary, which each server would for itself
    gc.collect()
    gc.freeze()  # what is loaded stays: a server that looked through it for garbage would copy all of it first
    if asked := serve():
        become(**asked)
