"""What one visitor can do to everybody else: `python -m benchmarks.attacks [--program FOLDER] [KIND …]`.

Each row is a server of its own with people who tap beside one attacker; `nobody` is the same without one. With
`--program`, a folder with an older checkout, each attack is done to that as well: before, and after. The attacker is
one process that goes as fast as it can, begins anew at once when it is refused, and has one address (127.0.0.2); the
people have others (127.0.1.…). Nothing leaves this machine, and everything ends by itself.

Attacker and people share the processors with the server, where real ones have their own. So a tap waits for a
processor too: with two, an attacker that only writes takes nearly one of them from the server and its workers. What
holds here holds there; what an attacker far away can send in a second is less than here.
"""

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

from benchmarks.attacks.kinds import KINDS
from benchmarks.attacks.program import Program
from benchmarks.attacks.row import NOBODY, Row, measured
from tests.server import ROOT


def main() -> None:
    """A table in Markdown, row by row."""
    options = _options()
    programs = {'after': ROOT} if options.program is None else {'before': options.program.resolve(), 'after': ROOT}
    asked = [(name, by) for name, by in _rows() if name in (options.kinds or [NOBODY, *KINDS])]
    print(f'{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the start\n\n{Row.heading()}', flush=True)
    for name, has_key in asked:
        for which, checkout in programs.items():
            with tempfile.TemporaryDirectory(prefix='kompas-attacks-') as folder:
                with Program(checkout, Path(folder), options.descriptors) as program:
                    row = asyncio.run(measured(program, name, options.people, options.seconds, has_key=has_key))
                print(row.written(name, which, has_key=has_key), flush=True)


def _rows() -> list[tuple[str, bool]]:
    return [(NOBODY, False), *((name, has_key) for name, kind in KINDS.items() for has_key in kind.by)]


def _options() -> argparse.Namespace:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('kinds', nargs='*', choices=[[], NOBODY, *KINDS], metavar='KIND', help=', '.join(KINDS))
    parser.add_argument('--program', type=Path, help='a folder with an older checkout, to attack as well')
    parser.add_argument('--seconds', type=float, default=60, help='of each attack')
    parser.add_argument('--people', type=int, default=20)
    parser.add_argument('--descriptors', type=int, default=1024, help='of the server, as systemd gives it')
    return parser.parse_args()


if __name__ == '__main__':
    main()
