"""The process that attacks: `python -m benchmarks.attacks.attacker KIND URL SECONDS [key]`.

It says `ready`, waits for a line, attacks for so many seconds, and prints what came of it.
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Self

from benchmarks.attacks.connections import most_connections
from benchmarks.attacks.kinds import KINDS
from benchmarks.attacks.visitor import Tally, Visitor
from tests.server import ROOT, plain_environment

READY = 120
"""Seconds in which an attacker is ready."""


class Attacker:
    """The process that attacks, from ready to the end."""

    @classmethod
    async def ready(cls, name: str, url: str, seconds: float, *, has_key: bool) -> Self:
        """Its preparations are done."""
        one = cls()
        command = (sys.executable, '-m', __name__, name, url, str(seconds))
        pipe = asyncio.subprocess.PIPE
        one._process = await asyncio.create_subprocess_exec(
            *command, *(['key'] if has_key else []), cwd=ROOT, env=plain_environment(), stdin=pipe, stdout=pipe
        )
        assert one._process.stdout
        said = await asyncio.wait_for(one._process.stdout.readline(), READY)
        assert said == b'ready\n', f'the attacker for {name} is not ready'
        return one

    _process: asyncio.subprocess.Process

    async def attacks(self, seconds: float) -> Tally:
        """Until it says what came of it."""
        said, _ = await asyncio.wait_for(self._process.communicate(b'\n'), seconds + READY)
        return Tally(**json.loads(said))

    def stop(self) -> None:
        """Let it end sooner."""
        with suppress(ProcessLookupError):
            self._process.terminate()


async def main(name: str, url: str, seconds: float, *, has_key: bool) -> None:
    """Attack until the time is over or a signal comes, and print the tally as JSON."""
    kind, visitor, over = KINDS[name], Visitor(url, has_key=has_key), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)
    at_once = min(kind.at_once, most_connections())
    await visitor.begins()
    attack = await kind.prepare(visitor)
    print('ready', flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    attacks = [asyncio.create_task(visitor.again(attack)) for _ in range(at_once)]
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await over.wait()
    for one in attacks:
        if one.done():
            one.result()  # an attack that broke down measures nothing
    print(json.dumps(asdict(visitor.tally)), flush=True)
    os._exit(0)  # thousands of connections are closed by the system at once


if __name__ == '__main__':
    asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3]), has_key='key' in sys.argv[4:]))
