"""What a whole tap costs a server: with a year on the compass beside an empty one. `python -m benchmarks.year_tap`.

As a browser taps it: over the line of an open page, through the gate, saved, and drawn again on that page. What is
measured is the processor of the server alone, the two taken by turns.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.year import fill
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner

TAPS, TURNS = 100, 8
SCREENS = {
    'a condition': ('jezelf-zijn', 'muziek'),
    'a wish': ('wens', 'werk'),
    'a domain': ('leven/money/now', 'ik zelf'),
}
"""Where one taps, and what."""
_TICK = os.sysconf('SC_CLK_TCK')


def main() -> None:
    """One server, and a table."""
    with tempfile.TemporaryDirectory(prefix='kompas-year-') as folder, Machine(Path(folder)) as server:
        print('server ms a tap' + ''.join(f'{size:>12}' for size in ('empty', 'a year', 'ratio')))
        for name, (screen, words) in SCREENS.items():
            with tapping(with_a_year(server), screen, words) as full, tapping(Owner(server), screen, words) as empty:
                least, most = (median(each) for each in zip(*((empty(), full()) for _ in range(TURNS)), strict=True))
            print(f'{name:15}{least:>12.2f}{most:>12.2f}{most / least:>12.2f}')


def with_a_year(server: Machine) -> Owner:
    owner = Owner(server)
    with changed(server, owner.id) as compass:
        fill(compass)
    return owner


@contextmanager
def tapping(owner: Owner, screen: str, words: str) -> Iterator[Callable[[], float]]:
    """One page of theirs stands open: taps an answer on and off, and says what each took of the server, in ms."""
    page = owner.page(screen)
    tile = page.listener(words)
    with owner.socket(page) as line:

        def taps() -> float:
            line.settles()
            began = used(owner.server)
            for _ in range(TAPS):
                with owner.on_disk.changes():
                    line.triggers(page.client_id, tile.element, tile.id)
            line.settles()
            return (used(owner.server) - began) / TAPS * 1000

        yield taps


def used(server: Machine) -> float:
    """Seconds of the processor that a server used so far."""
    fields = Path(f'/proc/{server.process_id}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


if __name__ == '__main__':
    main()
