"""The start of a process of its own: it knows no secret, nobody hears its complaints, and it belongs to no terminal."""

import asyncio
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {'MALLOC_ARENA_MAX': '1', 'PYTHONUTF8': '1'}
"""No secret of the server's; and one heap for all threads, because more would eat the room of `MEMORY`."""


def program(module: str) -> tuple[str, ...]:
    """The command of a module of ours: nothing that a user of this machine installed is taken, no bytecode is left."""
    return (sys.executable, '-s', '-B', '-m', module)


async def exit_status(*command: str | Path) -> int:
    """Let a process do it, silently; returns its exit status, which is negative when a signal ended it.

    It is gone afterwards, whatever happens here meanwhile: whoever waits no longer ends it.
    """
    worker = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=ENVIRONMENT, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        return await worker.wait()
    finally:
        if worker.returncode is None:
            with suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()


def piped(*command: str) -> subprocess.Popen[bytes]:
    """A process that is told on its input what to make, and writes it on its output; whoever began it ends it."""
    return subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
    )
