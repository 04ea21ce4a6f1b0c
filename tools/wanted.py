"""The lines of `constraints.txt` for one list of `pyproject.toml`, with all that those packages need.

`python -m tools.wanted dependencies`, or the name of an extra: what pip has to install, each with its hashes. It runs
before anything is installed, so it uses Python alone.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r'^(?P<name>[\w.-]+)==.*\\\n(?: +--hash=.*\n)+ +# via (?P<via>.*)\n', re.MULTILINE)


def main(wanted: str) -> None:
    """Print them."""
    project = tomllib.loads((ROOT / 'pyproject.toml').read_text(encoding='utf-8'))['project']
    asked = project['dependencies'] if wanted == 'dependencies' else project['optional-dependencies'][wanted]
    print(''.join(lines_for(asked, (ROOT / 'constraints.txt').read_text(encoding='utf-8'))), end='')


def lines_for(asked: list[str], constraints: str) -> list[str]:
    """The pins of what is asked for, and of what that needs, as they stand in the file. Raises `KeyError`."""
    pins = {match['name']: match for match in PINNED.finditer(constraints)}
    chosen = {_name(one) for one in asked}
    if missing := chosen - set(pins):
        raise KeyError(f'not in constraints.txt: {", ".join(sorted(missing))}; run make constraints')
    before = 0
    while before < len(chosen):
        before = len(chosen)
        chosen |= {name for name, pin in pins.items() if chosen & set(pin['via'].split(', '))}
    return [pins[name][0] for name in sorted(chosen)]


def _name(requirement: str) -> str:
    """The name as the file has it: `Pillow_heif>=1` is `pillow-heif`."""
    return re.sub(r'[-_.]+', '-', re.split(r'[ \[<>=!~;]', requirement, maxsplit=1)[0]).lower()


if __name__ == '__main__':
    main(sys.argv[1])
