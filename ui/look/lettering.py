"""Words set in a shape: as large as they fit, on a few lines, broken where their language breaks them."""

import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import Protocol

from PIL import ImageFont

from ui.look.static_files import FOLDER
from ui.words.hyphens import parts_of

PITCH = 1.04
"""From one line to the next, over the size of the type."""
CAPITAL, TAIL = 0.7, 0.22
"""How far letters reach above and below their line, over the size of the type."""
_STEP = 0.94
"""How much smaller the type is that is tried next."""
_WORTH = 1.25
"""A word is broken where that makes the type larger by as much, or where it does not fit otherwise."""
_MOST_PARTS = 16
"""Of longer texts the end is not weighed: it would never fit."""
_MORE = '…'
_LONGEST = 60
"""Of the words that do not fit, so many letters at most are tried."""


class Room(Hashable, Protocol):
    """A shape for lines of type, in units of the drawing. What was set in one once is kept."""

    def baseline(self, line: int, lines: int, size: float) -> float:
        """Where the line stands, as y."""

    def width(self, line: int, lines: int, size: float) -> float:
        """How wide that line may be."""


@dataclass(frozen=True)
class Setting:
    """Words as they are set: the lines, the size of the type, and where each line stands, as y."""

    lines: tuple[str, ...]
    size: float
    baselines: tuple[float, ...]


@dataclass(frozen=True)
class Disc:
    """A disc around 0, 0; lines are centred in it."""

    radius: float

    def baseline(self, line: int, lines: int, size: float) -> float:
        return size * (CAPITAL / 2 + (line - (lines - 1) / 2) * PITCH)

    def width(self, line: int, lines: int, size: float) -> float:
        return _chord(self.radius, self.baseline(line, lines, size), size)


@dataclass(frozen=True)
class Below:
    """The part of a disc around 0, 0 that lies between two heights; lines are centred in it."""

    radius: float
    top: float
    bottom: float

    def baseline(self, line: int, lines: int, size: float) -> float:
        return (self.top + self.bottom) / 2 + Disc(self.radius).baseline(line, lines, size)

    def width(self, line: int, lines: int, size: float) -> float:
        baseline = self.baseline(line, lines, size)
        if baseline - CAPITAL * size < self.top or (line == lines - 1 and baseline > self.bottom):
            return 0
        return _chord(self.radius, baseline, size)


@dataclass(frozen=True)
class Corner:
    """What a disc around 0, 0 leaves free in a corner of the square around it, above (-1) or below (1)."""

    half: float
    disc: float
    down: int

    def baseline(self, line: int, lines: int, size: float) -> float:
        if self.down < 0:
            return -self.half + size * (CAPITAL + line * PITCH)
        return self.half - size * (TAIL + (lines - 1 - line) * PITCH)

    def width(self, line: int, lines: int, size: float) -> float:
        baseline = self.baseline(line, lines, size)
        nearest = baseline + TAIL * size if self.down < 0 else baseline - CAPITAL * size
        return self.half - float(max(0.0, self.disc**2 - nearest**2) ** 0.5)


@lru_cache(maxsize=8192)
def fit(words: str, code: str, room: Room, largest: float, smallest: float, most: int = 3) -> Setting | None:
    """The words in the largest type that fits, in at most so many lines; None where it would be too small."""
    atoms = _atoms(words, code)
    plain = _largest(_splits(atoms, most, hyphens=False), room, largest, smallest)
    if plain is not None and plain.size >= largest:
        return plain
    broken = _largest(_splits(atoms, most, hyphens=True), room, largest, smallest)
    if plain is None or broken is None:
        return plain or broken
    return broken if broken.size > _WORTH * plain.size else plain


@lru_cache(maxsize=8192)
def beginning(words: str, code: str, room: Room, size: float, most: int = 3) -> Setting:
    """As much of the words as fits in type of this size, with three dots for the rest; a letter at least."""
    found, fewest, many = None, 1, min(len(words), _LONGEST)
    while fewest <= many:  # more letters never take less room
        kept = (fewest + many) // 2
        start = _whole_letters(words, kept)
        if setting := fit(f'{start}{_MORE}', code, room, size, size, most):
            found, fewest = setting, kept + 1
        else:
            many = kept - 1
    return found or Setting((f'{_whole_letters(words, 1)}{_MORE}',), size, (room.baseline(0, 1, size),))


def _whole_letters(words: str, kept: int) -> str:
    """The first so many characters, without a part of what is one letter to the eye."""
    while kept < len(words) and (unicodedata.combining(words[kept]) or unicodedata.category(words[kept]) == 'Cf'):
        kept -= 1
    return words[:kept].rstrip()


def width(line: str) -> float:
    """How wide a line is, over the size of its type."""
    return sum(map(_advance, line))


def _chord(radius: float, baseline: float, size: float) -> float:
    """The width of a disc where a line of type stands."""
    farthest = max(abs(baseline - CAPITAL * size), abs(baseline + TAIL / 2 * size))
    return 2 * float(max(0.0, radius**2 - farthest**2) ** 0.5)


def _largest(splits: list[tuple[str, ...]], room: Room, largest: float, smallest: float) -> Setting | None:
    measured = [(lines, [width(line) for line in lines]) for lines in splits]
    size = largest
    while size >= smallest:
        for lines, widths in measured:
            count = len(lines)
            if all(one * size <= room.width(index, count, size) for index, one in enumerate(widths)):
                baselines = tuple(round(room.baseline(index, count, size), 1) for index in range(count))
                return Setting(lines, round(size, 1), baselines)
        if size == smallest:
            break
        size = max(size * _STEP, smallest)
    return None


def _atoms(words: str, code: str) -> list[tuple[str, bool]]:
    """The parts between which a line may break, and whether each begins a word."""
    return [(part, index == 0) for word in words.split() for index, part in enumerate(parts_of(word, code))][
        : _MOST_PARTS + 1
    ]


def _splits(atoms: list[tuple[str, bool]], most: int, *, hyphens: bool) -> list[tuple[str, ...]]:
    """Every way to lay the parts on lines, the fewest lines first."""
    if len(atoms) > _MOST_PARTS:
        return []
    gaps = [gap for gap in range(1, len(atoms)) if hyphens or atoms[gap][1]]
    return [
        tuple(_line(atoms, first, last) for first, last in pairwise((0, *breaks, len(atoms))))
        for count in range(most)
        for breaks in combinations(gaps, count)
    ]


def _line(atoms: list[tuple[str, bool]], first: int, last: int) -> str:
    line = ''.join(f' {part}' if begins else part for part, begins in atoms[first:last]).strip()
    is_broken = last < len(atoms) and not atoms[last][1]
    return f'{line}-' if is_broken and not line.endswith('-') else line


@cache
def _advance(letter: str) -> float:
    """How far a letter takes the pen; of scripts that the font lacks a generous guess."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in {'Cf', 'Mn', 'Me'}:
        return 0
    if ord(letter) < 0x250 or 0x2010 <= ord(letter) <= 0x2026:
        return float(_font().getlength(letter)) / _MEASURED
    if unicodedata.east_asian_width(letter) in 'WF':
        return 1.3 if unicodedata.category(letter) == 'So' else 1.05
    return 0.85 if 0x1200 <= ord(letter) < 0x13A0 else 0.7


_MEASURED = 200


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FOLDER / 'fonts' / 'AtkinsonHyperlegible-Bold.woff2'), _MEASURED)
