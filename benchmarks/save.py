"""P21: what one save costs (load, change, save) among few and among many compasses.

python benchmarks/save.py --many 100000
"""

import argparse
import os
import secrets
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.storage.files.document import FILE
from model.storage.files.storage import open_files
from model.storage.protocols import Storage

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
SECRET = bytes(32)
FEW = 10
LINKS_A_FILE = 30_000
"""A file cannot have more than 65,000 names on ext4."""
WARM_UP = 50


@dataclass
class Place:
    """A data folder, the compasses in it that are changed, and what each save took, in seconds."""

    size: int
    storage: Storage
    opened_in: float
    ids: list[str]
    took: list[float] = field(default_factory=list)

    def save(self, random: Random, number: int) -> None:
        """One load, change and save of a random compass."""
        compass_id = random.choice(self.ids)
        began = time.perf_counter()
        compass = self.storage.compasses.load(compass_id, NOW)
        compass.call_me(str(number))
        self.storage.compasses.save(compass)
        self.took.append(time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--many', type=int, default=100_000)
    parser.add_argument('--saves', type=int, default=2_000, help='in each of the two folders')
    parser.add_argument('--folder', type=Path, default=None, help='a disk to measure on')
    options = parser.parse_args()
    random = Random(21)
    with tempfile.TemporaryDirectory(prefix='kompas-save-', dir=options.folder) as folder:
        places = [furnish(Path(folder) / 'few', FEW), furnish(Path(folder) / 'many', options.many)]
        for number in range(WARM_UP + options.saves):
            # a random one of the two first, so that what the disk does meanwhile hits both alike
            for place in random.sample(places, 2):
                place.save(random, number)
        for place in places:
            del place.took[:WARM_UP]
        show(*places)


def furnish(folder: Path, size: int) -> Place:
    """A data folder with `size` compasses; ten of them are real, the others are names of one file."""
    storage = open_files(folder, SECRET)
    ids = [_filled(storage) for _ in range(FEW)]
    storage.close()
    compasses = folder / 'compasses'
    template = compasses / ids[0] / FILE
    for number in range(size - FEW):
        if number % LINKS_A_FILE == 0:
            content = template.read_bytes()
            template = folder / f'template-{number}'
            template.write_bytes(content)
        one = compasses / secrets.token_hex(8)
        one.mkdir()
        os.link(template, one / FILE)
    os.sync()
    began = time.perf_counter()
    storage = open_files(folder, SECRET)
    return Place(size, storage, time.perf_counter() - began, ids)


def _filled(storage: Storage) -> str:
    """A compass as one looks after a first contact: twelve strengths, a wish, two steps."""
    compass = storage.compasses.create(NOW)
    compass.begin_contact(NOW)
    for key, condition in CONDITIONS.items():
        for tile in condition.tiles[:3]:
            compass.strengths.choose(key, Answer(tile=tile.key), NOW.date())
    compass.wishes.choose(Answer(tile='work'), NOW.date())
    for key in ('walk', 'call'):
        step = compass.steps.start(Answer(tile=key), NOW.date())
        compass.steps.choose_day(step.id, NOW.date())
    storage.visits.add(compass.id, compass.end_contact(NOW))
    storage.compasses.save(compass)
    return compass.id


def show(few: Place, many: Place) -> None:
    """The table: milliseconds, and how many times as much among many."""
    print(f'{"one save, ms":<24}{few.size:>12,}{many.size:>12,}{"ratio":>9}')
    for name, measure in (('median', statistics.median), ('p95', _p95)):
        a, b = measure(few.took) * 1000, measure(many.took) * 1000
        print(f'{name:<24}{a:>12.2f}{b:>12.2f}{b / a:>9.2f}')
    print(f'{"saves":<24}{len(few.took):>12,}{len(many.took):>12,}')
    print(f'{"opening the storage, s":<24}{few.opened_in:>12.3f}{many.opened_in:>12.3f}')


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


if __name__ == '__main__':
    main()
