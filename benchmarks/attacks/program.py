"""The server of a checkout in a process of its own, and what it takes of the machine."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import aiohttp

from tests.server import free_port, plain_environment

PATIENCE = 60
"""Seconds in which a server comes up."""
STILL = 10
"""Seconds within which it has to answer after an attack."""
RESTS = 0.15
"""Of a processor, what a server uses that has pressed its files and has nothing to do."""


@dataclass
class Usage:
    """The most that was seen of a server at one moment."""

    server: float = 0
    """Megabytes of its process."""
    tree: float = 0
    """And of those it started; what they share is counted for each."""
    descriptors: int = 0
    limit: int = 0
    """How many descriptors it may have."""


class Program:
    """`with Program(checkout, folder) as program:` is up when the block begins and gone when it ends."""

    def __init__(self, checkout: Path, folder: Path, descriptors: int) -> None:
        """Of that program, with its data in a folder of its own, and so many descriptors unless it asks for more."""
        self._checkout = checkout
        port = free_port()
        self.url = f'http://127.0.0.1:{port}'
        self._log = folder / 'server.log'
        self._settings = {
            'KOMPAS_DATA': str(folder / 'data'),
            'KOMPAS_HOST': '127.0.0.1',
            'KOMPAS_PORT': str(port),
            'KOMPAS_URL': self.url,
        }
        self._command = ['sh', '-c', f'ulimit -Sn {descriptors} && exec "$0" main.py', sys.executable]

    def __enter__(self) -> Self:
        with self._log.open('wb') as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._checkout,
                env=plain_environment() | self._settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            asyncio.run(self._comes_up())
        except BaseException:
            self.__exit__()
            raise
        return self

    async def _comes_up(self) -> None:
        end = time.monotonic() + PATIENCE
        while not await self.answers(seconds=1):
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f'the server did not come up:\n{self._log.read_text(errors="replace")}')
            await asyncio.sleep(0.05)

    def __exit__(self, *_: object) -> None:
        for pid in [self._process.pid, *_below(self._process.pid)]:  # nobody needs its data any more
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()

    async def answers(self, seconds: float = STILL) -> bool:
        """Whether it says that it is well."""
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(seconds)) as browser:
                async with browser.get(f'{self.url}/gezond') as answer:
                    return answer.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    async def rests(self) -> None:
        """Wait until what it does by itself at its start is done, or for a minute."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            before = self._cpu
            await asyncio.sleep(1)
            if self._cpu - before < RESTS:
                return

    @property
    def logged(self) -> int:
        """Bytes in its log."""
        return self._log.stat().st_size

    def look(self, usage: Usage) -> None:
        """See what it takes now; of one that ended nothing is seen."""
        pid = self._process.pid
        with suppress(OSError, AttributeError):
            own = _memory(pid)
            usage.server = max(usage.server, own)
            usage.tree = max(usage.tree, own + sum(map(_memory, _below(pid))))
            usage.descriptors = max(usage.descriptors, len(list(Path(f'/proc/{pid}/fd').iterdir())))
            limits = Path(f'/proc/{pid}/limits').read_text()
            usage.limit = int(limits.partition('Max open files')[2].split()[0])

    @property
    def _cpu(self) -> float:
        """Seconds of processor time it used."""
        fields = Path(f'/proc/{self._process.pid}/stat').read_text().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def _memory(pid: int) -> float:
    """Megabytes of a process; none of one that ended."""
    with suppress(OSError):
        found = re.search(r'VmRSS:\s+(\d+) kB', Path(f'/proc/{pid}/status').read_text())
        return int(found[1]) / 1024 if found else 0
    return 0


def _below(pid: int) -> Iterator[int]:
    """Processes that this one started, and those that these started."""
    with suppress(OSError):
        for children in Path(f'/proc/{pid}/task').glob('*/children'):
            with suppress(OSError):
                for child in map(int, children.read_text().split()):
                    yield child
                    yield from _below(child)
