"""What the compass is printed on: the measures of each sheet, and where photos find a place. All in millimetres."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

LEAST_CARD = 19
"""In units of the sheet: how tall the card of a step is at least."""


class Sheet(StrEnum):
    """What it is printed on; the values stand in addresses."""

    A4 = 'a4'
    A5 = 'a5'
    POCKET = 'pas'


class Box(NamedTuple):
    """A rectangle on a sheet, measured from the corner where reading begins."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Paper:
    """The measures of a sheet that its parts follow from."""

    width: float
    height: float
    margin: float
    head: float
    compass: float
    code: float
    unit: float
    """What is not laid down in millimetres grows with it."""
    letters: float = 0
    """How large the words of the legend are."""
    legend: float = 0
    """How tall the legend is."""

    def with_legend(self, legend: float, steps: int) -> 'Paper':
        """The same paper with room for a legend under the compass, which is smaller where there is no other room."""
        taken = 2 * self.margin + self.head + 2 * self.gap + (legend + self.gap if legend else 0)
        cards = max(1, steps)
        below = max(self.code + 20 * self.unit, cards * LEAST_CARD * self.unit + (cards - 1) * self.gap)
        return replace(self, legend=legend, compass=min(self.compass, self.height - taken - below))

    @property
    def gap(self) -> float:
        """Between the parts of the sheet."""
        return 4 * self.unit

    @property
    def wish(self) -> float:
        """How tall the wish is."""
        return min(self.compass * 0.36, 46 * self.unit)

    @property
    def under(self) -> float:
        """Where the legend begins."""
        return self.margin + self.head + self.compass + 2 * self.gap

    @property
    def below(self) -> Box:
        """Everything under the compass and its legend: the steps, and at the end the code."""
        y = self.under + (self.legend + self.gap if self.legend else 0)
        return Box(self.margin, y, self.width - 2 * self.margin, self.height - self.margin - y)

    @property
    def column(self) -> float:
        """How wide the place of the code is."""
        return self.code + self.gap

    def card(self, steps: int) -> float:
        """How tall the card of a step is; without any step there is an empty one."""
        cards = max(1, steps)
        return min((self.below.height - (cards - 1) * self.gap) / cards, 40 * self.unit)

    def boxes(self, *, steps: int, wish: bool, code: bool) -> list[Box]:
        """Where photos are printed or stuck: beside the compass, under the steps, and instead of the code."""
        first = self.margin + self.head + self.gap
        x, y = self.margin + self.compass + self.gap, first + (self.wish + self.gap if wish else 0)
        found = [Box(x, y, self.width - self.margin - x, first + self.compass - y)]
        below, used = self.below, max(1, steps) * (self.card(steps) + self.gap)
        if below.height - used > 30 * self.unit:
            width = below.width - self.column - self.gap
            found.append(Box(below.x, below.y + used, width, below.height - used))
        if not code:
            x = self.width - self.margin - self.column
            found.append(Box(x, below.y, self.column, below.height))
        return found


PAPERS = {
    Sheet.A4: Paper(width=210, height=297, margin=10, head=20, compass=128, code=64, unit=1, letters=3.36),
    Sheet.A5: Paper(width=148, height=210, margin=7.5, head=14, compass=84, code=51.5, unit=0.72, letters=3.18),
    Sheet.POCKET: Paper(width=85.6, height=54, margin=3.6, head=12, compass=44, code=38.4, unit=0.55),
}
