"""The strengths in words: each with its picture in the colour of its quarter, under the compass."""

from itertools import chain
from math import ceil

from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from model.compass.strengths import Strength
from model.words import Language
from ui.paper.marks import Data, strength
from ui.paper.pictures import PaperPictures
from ui.paper.sheet import Box, Paper

COLUMNS = 4
MOST = 24
"""Strengths that are said in words; of more, all but the last place and how many more."""
LINES, MOST_LINES = 2, 6
"""Of words, in one place: what there always is room for, and what there is where few stand beside it."""
TALLEST = 6 * LINES
"""Lines of all rows together."""
LETTER, WIDE, PITCH = 0.58, 1.15, 1.14
"""Of the size of the type: how wide a letter is on average, how wide one of Chinese or an emoji, how tall a line."""
SIGN, AIR = 6.2, 1.3
"""In units of the sheet: the side of the picture, and what is around it."""

Places = list[tuple[int, int, Data]]
"""The row and column of each."""


class Legend:
    """What is said of the strengths, arranged in rows before it is known where on the sheet they begin."""

    def __init__(self, compass: Compass, paper: Paper, pictures: PaperPictures, say: Language) -> None:
        quarters = [compass.strengths.on(condition, compass.album) for condition in CONDITIONS]
        by_heart = [sorted(quarter, key=lambda one: not one.heart) for quarter in quarters]
        more = _shorten(by_heart)
        said = [[strength(one, pictures, say) for one in quarter] for quarter in by_heart]
        self._paper = paper
        self._gap = AIR * paper.unit
        self._wide = (paper.width - 2 * paper.margin - (COLUMNS - 1) * self._gap) / COLUMNS
        self._places = _arranged(said, more)
        self._rows = self._heights()

    @property
    def height(self) -> float:
        """How tall all of it is; nothing without a strength."""
        return sum(self._rows) + self._gap * max(0, len(self._rows) - 1)

    def placed(self, top: float) -> list[Data]:
        """Each strength with its place on the sheet."""
        margin, across = self._paper.margin, self._wide + self._gap
        tops = [top + sum(self._rows[:row]) + row * self._gap for row in range(len(self._rows))]
        return [
            found | {'box': Box(margin + column * across, tops[row], self._wide, self._rows[row])._asdict()}
            for row, column, found in self._places
        ]

    def _heights(self) -> list[float]:
        lines = [1] * (1 + max((row for row, _, _ in self._places), default=-1))
        for row, _, found in self._places:
            lines[row] = max(lines[row], self._lines(str(found['words'])))
        if sum(lines) > TALLEST:
            lines = [min(LINES, one) for one in lines]
        letters, unit = self._paper.letters, self._paper.unit
        return [max((SIGN + AIR) * unit, one * letters * PITCH + 0.4 * unit) for one in lines]

    def _lines(self, words: str) -> int:
        """How many lines words take, on the safe side: too many leave air, too few cut words off."""
        room = self._wide - (SIGN + 3 * AIR) * self._paper.unit
        wide = sum(WIDE if ord(one) >= 0x2E80 else LETTER for one in words) * self._paper.letters
        return min(MOST_LINES, max(1, ceil(wide / room * (1.25 if wide > room else 1))))


def _shorten(quarters: list[list[Strength]]) -> int:
    """Take the last off the longest until there is room for all; how many that were."""
    count = sum(map(len, quarters))
    if count <= MOST:
        return 0
    while sum(map(len, quarters)) >= MOST:
        max(quarters, key=len).pop()
    return count - sum(map(len, quarters))


def _arranged(quarters: list[list[Data]], more: int) -> Places:
    """A column for each quarter where they are about as long, else one after another."""
    rows = ceil(sum(map(len, quarters)) / COLUMNS)
    if not more and max(map(len, quarters)) <= rows + 1:
        return [(row, column, one) for column, quarter in enumerate(quarters) for row, one in enumerate(quarter)]
    everyone = list(chain(*quarters))
    if more:
        everyone.append({'words': f'+{more}', 'light': None})
    return [(place % rows, place // rows, one) for place, one in enumerate(everyone)]
