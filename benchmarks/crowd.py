"""What a tap costs when many people are connected: `python -m benchmarks.crowd [PEOPLE:TAPS_A_SECOND …]`.

Each of them begins a compass of their own and taps its tiles over a websocket, as a browser does; every tap is a save
on disk. All of it on this machine, with an end: a row taps for `SECONDS`. Server and people share its cores, so a row
says what each of them used.
"""

import asyncio
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from benchmarks.browsing import Page, begins, connects, listens, opens
from tests.server import Server

ROWS = ((40, 20), (300, 60), (1000, 125))
"""How many people, and how often one of them taps, in taps a second."""
SECONDS = 30
AT_ONCE = 8
"""How many people come in at the same moment."""
PATIENCE = 20
"""Seconds after which a tap without an answer is one too many."""

COLUMNS = ('people', 'taps/s', 'answered', 'p50 ms', 'p95 ms', 'max ms', 'lost', 'RSS MB', 'server CPU', 'their CPU')


@dataclass
class Crowd:
    """What was seen of all of them."""

    answers: list[float] = field(default_factory=list)
    """Milliseconds from a tap to the answer."""
    unanswered: int = 0
    lost: int = 0
    """Lines that ended before the end, and people who did not get in."""


def main() -> None:
    """One server a row, and a table."""
    rows = [tuple(map(int, row.split(':'))) for row in sys.argv[1:]] or ROWS
    print(''.join(f'{column:>11}' for column in COLUMNS))
    for people, rate in rows:
        with tempfile.TemporaryDirectory() as folder, Server(Path(folder), full_cost=True) as server:
            print(''.join(f'{figure:>11}' for figure in asyncio.run(_row(server, people, rate))), flush=True)


async def _row(server: Server, people: int, rate: int) -> list[str]:
    crowd, begin, end = Crowd(), asyncio.Event(), asyncio.Event()
    door = asyncio.Semaphore(AT_ONCE)
    inside: list[int] = []
    every = people / rate
    tasks = [asyncio.create_task(_person(server, n, every, crowd, door, inside, begin, end)) for n in range(people)]
    while len(inside) + crowd.lost < people:
        await asyncio.sleep(0.05)
    pid = server.process_id
    servers, theirs, began = _cpu_of(pid), _own_cpu(), time.perf_counter()
    begin.set()
    await asyncio.sleep(SECONDS)
    end.set()
    await asyncio.gather(*tasks)
    took = time.perf_counter() - began
    cpu, own_cpu = (_cpu_of(pid) - servers) / took, (_own_cpu() - theirs) / took
    times = sorted(crowd.answers)
    p95 = times[int(0.95 * len(times))]
    figures = (statistics.median(times), p95, times[-1])
    lost = crowd.lost + crowd.unanswered
    counts = [str(people), str(rate), f'{len(times) / took:.0f}/s', *(f'{one:.0f}' for one in figures), str(lost)]
    return [*counts, f'{_memory_of(pid):.0f}', f'{100 * cpu:.0f} %', f'{100 * own_cpu:.0f} %']


async def _person(
    server: Server,
    number: int,
    every: float,
    crowd: Crowd,
    door: asyncio.Semaphore,
    inside: list[int],
    begin: asyncio.Event,
    end: asyncio.Event,
) -> None:
    """Come in, wait until everybody is there, and tap once in `every` seconds until the end."""
    address = f'10.{number // 62500}.{number // 250 % 250}.{number % 250}'
    headers = {'X-Forwarded-For': address, 'Origin': server.url}
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True), headers=headers) as browser:
            async with door:
                page = await opens(browser, await begins(browser, server.url))
                line = await connects(browser, server.url, page)
            answered: list[asyncio.Future[float]] = []
            listener = asyncio.create_task(listens(line, answered))  # from now on: a silent line is cut
            inside.append(number)
            await begin.wait()
            await asyncio.sleep(number % 97 / 97 * every)
            await _taps(line, page, every, crowd, answered, end)
            crowd.lost += listener.done()
            listener.cancel()
            await line.close()
    except (aiohttp.ClientError, OSError, AssertionError, AttributeError):
        crowd.lost += 1


async def _taps(
    line: aiohttp.ClientWebSocketResponse,
    page: Page,
    every: float,
    crowd: Crowd,
    answered: list[asyncio.Future[float]],
    end: asyncio.Event,
) -> None:
    """Tap one tile after another; `answered` holds the answer that is waited for."""
    number = 0
    while not end.is_set() and not line.closed:
        element, listener = page.tiles[number % len(page.tiles)]
        number += 1
        answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        answered[:] = [answer]
        event = {'id': element, 'client_id': page.query['client_id'], 'listener_id': listener, 'args': []}
        began = time.perf_counter()
        await line.send_str('42' + json.dumps(['event', event]))
        try:
            crowd.answers.append((await asyncio.wait_for(answer, PATIENCE) - began) * 1000)
        except TimeoutError:
            crowd.unanswered += 1
        rest = max(0.0, every - (time.perf_counter() - began))
        await asyncio.wait([asyncio.create_task(end.wait())], timeout=rest)


def _cpu_of(pid: int) -> float:
    """Seconds of processor time a process used."""
    fields = Path(f'/proc/{pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def _own_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _memory_of(pid: int) -> float:
    """Megabytes in memory."""
    status = Path(f'/proc/{pid}/status').read_text()
    return int(status.partition('VmRSS:')[2].split()[0]) / 1024


if __name__ == '__main__':
    main()
