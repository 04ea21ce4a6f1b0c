"""P14: what a photo costs, and what becomes of thousands of damaged ones.

python benchmarks/photos.py --mutants 10000
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.photo_play import play
from model.media.darkroom import know_formats
from model.media.photos import WORKER, Refused, for_paper, shrink
from model.processes.start import ENVIRONMENT
from tests.unit.media.photo_files import encoded, exif, scene
from tests.unit.media.photo_mutants import mutants

TIMES = 5
TOO_LONG = 5
"""Seconds that no photo may take."""
MEGAPIXELS_12, MEGAPIXELS_48 = (4032, 3024), (8064, 6048)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--mutants', type=int, default=10_000)
    parser.add_argument('--seed', type=int, default=14)
    parser.add_argument('--width', type=int, default=160, help='of the photos before they are damaged')
    parser.add_argument('--only-mutants', action='store_true')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='kompas-photos-') as folder:
        if not options.only_mutants:
            measure(Path(folder))
            print_on_paper(Path(folder))
        damage(Path(folder), mutants(options.mutants, options.seed, (options.width, options.width * 3 // 4)))


def photos() -> Iterator[tuple[str, bytes]]:
    """What phones send, and the largest that is accepted."""
    twelve, large = scene(MEGAPIXELS_12), scene(MEGAPIXELS_48)
    yield '12 MP JPEG', encoded(twelve, 'JPEG', quality=90, exif=exif(6))
    yield '12 MP HEIC', encoded(twelve, 'HEIF', quality=60, tile_size=512, exif=exif(6))
    yield '12 MP PNG', encoded(twelve, 'PNG', compress_level=6)
    yield '12 MP WebP', encoded(twelve, 'WEBP', method=0)
    yield '48 MP JPEG', encoded(large, 'JPEG', quality=85)
    yield '48 MP JPEG, progressive', encoded(large, 'JPEG', quality=85, progressive=True, subsampling=0)
    yield '48 MP HEIC', encoded(large, 'HEIF', quality=50, tile_size=512)
    large.putalpha(200)
    yield '48 MP PNG, see-through', encoded(large, 'PNG', compress_level=1)
    yield '48 MP WebP, see-through', encoded(large, 'WEBP', method=0)


def measure(folder: Path) -> None:
    """The table of good photos. On a busy machine the processor time says more than the clock."""
    print(f'{"photo":<26}{"in kB":>8}{"cpu ms":>8}{"peak MB":>8}{"screen":>8}{"tile kB":>8}{"p50 ms":>8}{"worst":>8}')
    received, screen, tile = (folder / name for name in ('received', 'screen.webp', 'tile.webp'))
    for name, content in photos():
        received.write_bytes(content)
        cpu, peak = spent(received, screen, tile)
        sizes = [path.stat().st_size / 1000 for path in (screen, tile)]
        print(f'{name:<26}{len(content) / 1000:>8.0f}{cpu:>8.0f}{peak:>8.0f}{sizes[0]:>8.0f}{sizes[1]:>8.0f}', end='')
        try:
            took = [timed(received, screen, tile) for _ in range(TIMES)]
            print(f'{median(took):>8.0f}{max(took):>8.0f}', flush=True)
        except Refused as refused:
            print(f'  {refused.why}', flush=True)


def print_on_paper(folder: Path) -> None:
    """How long it takes to put a stored picture on paper; a sheet may hold ten of them."""
    for name, size, longest in (('screen', (1600, 1200), 640), ('tile', (427, 320), 320)):
        photo = folder / name
        photo.write_bytes(encoded(scene(size), 'WEBP', quality=75))
        took = [timed_on_paper(photo, longest) for _ in range(20)]
        print(f'{longest} px of a {name} for paper: {median(took):.0f} ms, worst {max(took):.0f}')


def timed(*paths: Path) -> float:
    """Milliseconds, the start of the worker included."""
    began = time.perf_counter()
    asyncio.run(shrink(*paths))
    return (time.perf_counter() - began) * 1000


def timed_on_paper(photo: Path, longest: int) -> float:
    began = time.perf_counter()
    for_paper(photo, longest, square=True)
    return (time.perf_counter() - began) * 1000


def spent(*paths: Path) -> tuple[float, float]:
    """What a worker takes of a processor, in milliseconds, and of the memory, in megabytes."""
    command = (*WORKER, *map(str, paths))
    worker = subprocess.Popen(command, env=ENVIRONMENT, cwd=Path(__file__).parents[1], stderr=subprocess.DEVNULL)
    peak = 0.0
    while True:
        ended, _, used = os.wait4(worker.pid, os.WNOHANG)
        if ended:
            return (used.ru_utime + used.ru_stime) * 1000, peak
        # what wait4 says of memory includes this process, before it became the worker
        held = re.search(r'VmHWM:\s+(\d+) kB', Path(f'/proc/{worker.pid}/status').read_text())
        peak = int(held[1]) / 1000 if held else peak
        time.sleep(0.002)


def damage(folder: Path, files: Iterable[bytes]) -> None:
    """The table of damaged photos."""
    know_formats()
    began = time.perf_counter()
    played = [play(content, folder) for content in files]
    print(f'{"damaged photos":<26}{len(played):>8}   in {time.perf_counter() - began:.0f} s')
    for result, times in Counter(one.result for one in played).most_common():
        print(f'{result:<26}{times:>8}')
    print(f'{"above 5 s":<26}{sum(one.seconds > TOO_LONG for one in played):>8}')
    print(f'{"slowest, s":<26}{max((one.seconds for one in played), default=0):>8.2f}')


if __name__ == '__main__':
    main()
