"""What a tap takes over each kind of line: `python -m benchmarks.line`.

By a websocket, and by polls where no websocket gets through: until the server says that it heard the tap and did it.
"""

import statistics
import tempfile
import time
from pathlib import Path

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner

TAPS = 300


def main() -> None:
    """Tap, and print a table."""
    print(f'{"a tap, ms":<14}{"p50":>8}{"p95":>8}{"most":>8}')
    with tempfile.TemporaryDirectory() as folder, Machine(Path(folder), full_cost=True) as server:
        for name, by_polls in (('a websocket', False), ('polls', True)):
            times = sorted(_taps(Owner(server), by_polls=by_polls))
            p95 = statistics.quantiles(times, n=20)[-1]
            print(f'{name:<14}{statistics.median(times):>8.1f}{p95:>8.1f}{times[-1]:>8.1f}')


def _taps(owner: Owner, *, by_polls: bool) -> list[float]:
    page = owner.page('wens')
    tile = page.listener('werk')
    times: list[float] = []
    with owner.socket(page, by_polls=by_polls) as line:
        for number in range(1, TAPS + 1):
            said = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'number': number}
            began = time.perf_counter()
            line.asks('event', said)
            times.append((time.perf_counter() - began) * 1000)
    return times


if __name__ == '__main__':
    main()
