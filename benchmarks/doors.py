"""What it costs to be refused: `python -m benchmarks.doors`.

Keys that do not open, side by side and in turn (P7); plain pages without end, and what they cost in memory (P11);
a hundred sign-ins at once, and how long other pages take meanwhile.
"""

import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.page.cast.new_code import ends_other_keys
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker

TRIES = 1000
PLAIN = 5000
SIGN_INS = 100


def main() -> None:
    """Measure the three, and print a table for each."""
    with tempfile.TemporaryDirectory() as folder, Machine(Path(folder), full_cost=True) as server:
        _refusals(server)
        _memory(server)
        _sign_ins(server)


def _refusals(server: Machine) -> None:
    owner = Owner(server)
    old = owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    used = Worker(owner)
    revoked = used.token_of(owner.id)
    used.posts('/tot-ziens')
    tokens = {'unknown': 'A' * 22, 'an old sheet': old, 'revoked': revoked, 'no key at all': 'x'}
    tokens['of a device'] = owner.token_of(owner.id)
    times: dict[str, list[float]] = {name: [] for name in tokens}
    stranger = _Somewhere(server)
    for number in range(TRIES):
        for name, token in tokens.items():
            times[name].append(stranger.enters(token, number))
    _table('a key that does not open, ms', times)


class _Somewhere:
    """One connection, with another address for each try: what is measured is the answer, not the limit."""

    def __init__(self, server: Machine) -> None:
        self.http = Stranger(server).http

    def enters(self, token: str, number: int) -> float:
        self.http.headers['X-Forwarded-For'] = f'203.{number // 65536 % 256}.{number // 256 % 256}.{number % 256}'
        began = time.perf_counter()
        assert self.http.post('/k', data={'sleutel': token, 'wiens': 'ander'}).status_code == 404
        return (time.perf_counter() - began) * 1000

    def looks(self) -> float:
        began = time.perf_counter()
        assert self.http.get('/').status_code == 200
        return (time.perf_counter() - began) * 1000


def _memory(server: Machine) -> None:
    stranger = Stranger(server)
    pages = ('/', '/k', '/gezond', '/niets', '/werk/in', '/wat-bewaren-we')
    for page in pages * 20:
        stranger.opens(page)
    before = server.memory
    for number in range(PLAIN):
        stranger.opens(pages[number % len(pages)])
    print(f'\n{PLAIN} plain pages: {server.memory - before:.1f} MB more')


def _sign_ins(server: Machine) -> None:
    colleague = Colleague(server)
    colleague.signs_out()
    others: dict[str, list[float]] = {'before': [], 'meanwhile': []}
    page = _Somewhere(server)

    def signs_in(number: int) -> int:
        one = Stranger(server)
        login = colleague.login if number % 2 else f'nobody {number}'
        return one.posts('/werk/in', naam=login, wachtwoord='kastanje trommel steen', code='000000').status_code

    others['before'] = [page.looks() for _ in range(200)]
    with ThreadPoolExecutor(SIGN_INS) as pool:
        answers = [pool.submit(signs_in, number) for number in range(SIGN_INS)]
        while not all(answer.done() for answer in answers):
            others['meanwhile'].append(page.looks())
    statuses = [answer.result() for answer in answers]
    counted = ', '.join(f'{statuses.count(one)} × {one}' for one in sorted(set(statuses)))
    _table(f'the welcome page during {SIGN_INS} sign-ins at once ({counted}), ms', others)


def _table(title: str, rows: dict[str, list[float]]) -> None:
    print(f'\n{title}\n{"":16}{"tries":>8}{"p50":>8}{"p95":>8}{"max":>8}')
    for name, times in rows.items():
        ordered = sorted(times)
        p95 = ordered[int(len(ordered) * 0.95)]
        print(f'{name:16}{len(times):8}{statistics.median(times):8.2f}{p95:8.2f}{ordered[-1]:8.2f}')


if __name__ == '__main__':
    main()
