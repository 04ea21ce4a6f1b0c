"""Pictograms: SVG files in one style, given the colours of the place where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / 'assets' / 'pictograms'
GRID = 96
INK = '#22304A'


@dataclass(frozen=True)
class Tint:
    """The three colours a pictogram can take on, as `#RRGGBB`; ink and white never change."""

    tint: str
    light: str
    accent: str


DRAWN = Tint(tint='#F6B33C', light='#FFE7B8', accent='#C93A1E')
"""The colours in the files."""

_own: dict[str, str] = {}
"""Drawings of this installation, by their keys, beside those in the folder."""


def add_own(drawings: Mapping[str, str]) -> None:
    """From now on these can be loaded too. They were checked, and have keys of their own: see `model.content`."""
    _own.update(drawings)


@cache
def shipped() -> frozenset[str]:
    """The keys of all that come with the program."""
    return frozenset(path.stem for path in FOLDER.glob('*.svg'))


def is_known(key: str) -> bool:
    """Whether there is a drawing with this key."""
    return key in _own or key in shipped()


@cache
def load(key: str) -> str:
    """The drawing as it lies on disk. Raises `FileNotFoundError`."""
    if key in _own:
        return _own[key]
    return (FOLDER / f'{key}.svg').read_text(encoding='utf-8').strip()


@cache
def tinted(key: str, tint: Tint = DRAWN) -> str:
    """The drawing with the colours of a place. It holds literal colours, so it prints as it shows."""
    replacements = {DRAWN.tint: tint.tint, DRAWN.light: tint.light, DRAWN.accent: tint.accent}
    pieces = load(key).split('#')
    return pieces[0] + ''.join(replacements.get(f'#{p[:6]}', f'#{p[:6]}') + p[6:] for p in pieces[1:])


@cache
def inside(key: str, tint: Tint = DRAWN) -> str:
    """What stands between the `svg` tags, to be placed in a larger drawing."""
    drawing = tinted(key, tint)
    return drawing[drawing.index('>') + 1 : drawing.rindex('</svg>')].strip()
