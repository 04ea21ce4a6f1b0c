"""kill -9 while a data folder of schema 3 is opened and its visits move: at random moments, and at each step.

python benchmarks/kill_migration.py --rounds 300
Prints what was found after each kill; ends with 1 when anything was lost. Forks, so it runs without threads.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.storage.files.disk import UNFINISHED
from model.storage.files.storage import open_files

FIXTURE = Path(__file__).resolve().parents[1] / 'tests' / 'fixtures' / 'schema_3'
SECRET = bytes(32)
"""The workers stay shut: they are not looked at here."""
SYSTEM_CALLS = ('fsync', 'replace', 'rename', 'link', 'unlink', 'open')
LONGEST_LIFE = 0.05


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--rounds', type=int, default=300)
    parser.add_argument('--seed', type=int, default=None)
    options = parser.parse_args()
    random = Random(options.seed)
    with tempfile.TemporaryDirectory(prefix='kompas-migration-') as name:
        folder = Path(name)
        steps = [play(folder, _dies_at(step)) for step in range(_steps(folder))]
        rounds = [play(folder, None, random.uniform(0, LONGEST_LIFE)) for _ in range(options.rounds)]
    rows = {
        'killed at a step': sum(was_killed for was_killed, _ in steps),
        'killed at a random moment': sum(was_killed for was_killed, _ in rounds),
        'compasses, visits or files lost': sum(bool(trouble) for _, trouble in (*steps, *rounds)),
    }
    for what, number in rows.items():
        print(f'{what:<42}{number:>8}')
    print('\n'.join(sorted({trouble for _, trouble in (*steps, *rounds) if trouble})), file=sys.stderr)
    return 1 if rows['compasses, visits or files lost'] else 0


def play(folder: Path, prepare: Callable[[], None] | None, seconds: float | None = None) -> tuple[bool, str]:
    """Open a copy of the fixture in a process that is killed, then in one that is not; killed, and what is lost."""
    data = folder / 'data'
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(FIXTURE / 'stored', data)
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            if prepare is not None:
                prepare()
            open_all(data)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    open_all(data)
    return os.WIFSIGNALED(status), trouble_in(data)


def open_all(data: Path) -> None:
    """As the server does at its first sweep."""
    storage = open_files(data, SECRET)
    assert None not in list(storage.compasses.every_one(datetime.fromisoformat(CONTENTS['now'])))
    storage.close()


def trouble_in(data: Path) -> str:
    """What is not as it was, apart from the private parts of visits; empty when nothing is."""
    storage = open_files(data, SECRET)
    taken_back = CONTENTS['compasses']['rich']['taken_back']['words'].encode()
    try:
        for compass in CONTENTS['compasses'].values():
            found = [visit.id for visit in storage.visits.of(compass['id'])]
            if found != [visit['id'] for visit in compass['visits']]:
                return f'{len(found)} visits instead of {len(compass["visits"])}'
            if (
                len(storage.compasses.load(compass['id'], datetime.fromisoformat(CONTENTS['now'])).keys)
                != compass['counts']['keys']
            ):
                return 'other keys'
    finally:
        storage.close()
    for path in data.rglob('*'):
        if path.is_file() and ('broken' in path.name or path.name.endswith(UNFINISHED)):
            return f'a file {path.suffix} was left'
        if path.is_file() and taken_back in path.read_bytes():
            return f'a word that was taken back is in {path.name}'
    return ''


def _steps(folder: Path) -> int:
    """How many system calls that change something it takes to open the fixture."""
    data, counted = folder / 'count', count()
    shutil.copytree(FIXTURE / 'stored', data)
    originals = {name: getattr(os, name) for name in SYSTEM_CALLS}
    _before_each(lambda: next(counted))
    open_all(data)
    for name, original in originals.items():
        setattr(os, name, original)
    return next(counted)


def _dies_at(step: int) -> Callable[[], None]:
    def prepare() -> None:
        counted = count()

        def die() -> None:
            if next(counted) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        _before_each(die)

    return prepare


def _before_each(do: Callable[[], object]) -> None:
    for name in SYSTEM_CALLS:
        original = getattr(os, name)

        def call(*arguments: object, _original: Callable[..., object] = original, **options: object) -> object:
            do()
            return _original(*arguments, **options)

        setattr(os, name, call)


CONTENTS = json.loads((FIXTURE / 'contents.json').read_text())

if __name__ == '__main__':
    sys.exit(main())
