"""What the storage adds to one tap: loading and saving a compass, by visits, strengths and steps it has.

python benchmarks/tap_cost.py
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import STEPS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.storage.files.document import FILE
from model.storage.files.folders import CompassFolders
from model.storage.files.storage import open_files
from model.storage.files.visits import VisitFiles
from model.storage.protocols import Storage

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
VISITS_HELD = (0, 50, 500)
SIZES = {'empty': (0, 0), 'usual': (12, 4), 'full': (40, 12), 'years': (40, 200)}
"""Strengths, and steps of which at most twelve are open."""
HEADS = ('visits', 'strengths', 'steps', 'kB', 'load p50', 'p95', 'cpu', 'save p50', 'p95', 'cpu', 'Klaar p50', 'cpu')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--times', type=int, default=200)
    parser.add_argument('--folder', type=Path, default=None, help='a disk to measure on')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='kompas-tap-', dir=options.folder) as name:
        folder = Path(name)
        storage = open_files(folder, bytes(32))
        made = [
            (visits, size, _filled(storage, folder, visits, *size)) for size in SIZES.values() for visits in VISITS_HELD
        ]
        print('milliseconds' + ''.join(f'{head:>10}' for head in HEADS))
        for visits, (strengths, steps), compass in made:
            cells = measured(storage, compass, options.times)
            size = (folder / 'compasses' / compass.id / FILE).stat().st_size / 1000
            numbers = f'{visits:>10}{strengths:>10}{steps:>10}{size:>10.1f}'
            print(f'{"":12}{numbers}' + ''.join(f'{cell:>10.2f}' for cell in cells))


def measured(storage: Storage, compass: Compass, times: int) -> list[float]:
    """Load and save, each p50, p95 and the processor's part; a visit added, p50 and that part; all in milliseconds."""

    def load() -> None:
        storage.compasses.load(compass.id, NOW)

    def save() -> None:
        compass.call_me(str(time.perf_counter()))
        storage.compasses.save(compass)

    visit = compass.end_contact(NOW)
    add = _timed(lambda: storage.visits.add(compass.id, visit), 5)
    return [cell * 1000 for cell in (*_timed(load, times), *_timed(save, times), add[0], add[2])]


def _timed(do: Callable[[], None], times: int) -> tuple[float, float, float]:
    """Median, 95th percentile, and the processor's part of one time, in seconds."""
    took = []
    do()
    worked = time.process_time()
    for _ in range(times):
        began = time.perf_counter()
        do()
        took.append(time.perf_counter() - began)
    return statistics.median(took), statistics.quantiles(took, n=20)[-1], (time.process_time() - worked) / times


def _filled(storage: Storage, folder: Path, visits: int, strengths: int, steps: int) -> Compass:
    compass = storage.compasses.create(NOW)
    tiles = [(key, tile.key) for key, condition in CONDITIONS.items() for tile in condition.tiles]
    for key, tile in tiles[:strengths]:
        compass.strengths.choose(key, Answer(tile=tile), NOW.date())
    for number in range(steps):
        step = compass.steps.start(Answer(tile=STEPS.tiles[number % len(STEPS.tiles)].key), NOW.date())
        compass.steps.choose_companion(step.id, Answer(tile='father'), NOW.date())
        compass.steps.choose_day(step.id, NOW.date())
        if steps - number > 12:
            compass.steps.finish(step.id, NOW.date())
    ended = [compass.end_contact(NOW + timedelta(days=number)) for number in range(visits)]
    VisitFiles(CompassFolders(folder / 'compasses')).add_all(compass.id, ended)
    storage.compasses.save(compass)
    return compass


if __name__ == '__main__':
    main()
