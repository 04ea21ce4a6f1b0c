"""P17: kill -9 while writing. Prints what was found after each kill; ends with 1 when anything was lost.

python benchmarks/kill.py --rounds 1000
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.kill_writer import Round, play


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--rounds', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=None)
    options = parser.parse_args()
    random = Random(options.seed)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix='kompas-kill-') as folder:
        rounds = [play(Path(folder) / str(number), random) for number in range(options.rounds)]
    rows = figures(rounds)
    for name, value in [*rows.items(), ('seconds', f'{time.perf_counter() - began:.1f}')]:
        print(f'{name:<42}{value:>8}')
    return 0 if not (rows['corrupt'] or rows['acknowledged changes lost'] or rows['temporary files left']) else 1


def figures(rounds: list[Round]) -> dict[str, int]:
    """The sums over all rounds, by name."""
    return {
        'rounds': len(rounds),
        'killed while a save was going on': sum(one.cut_short for one in rounds),
        'saves acknowledged': sum(one.acknowledged for one in rounds),
        'corrupt': sum(one.corrupt for one in rounds),
        'acknowledged changes lost': sum(one.lost for one in rounds),
        'temporary files left': sum(one.unfinished for one in rounds),
    }


if __name__ == '__main__':
    sys.exit(main())
