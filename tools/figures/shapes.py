"""Shapes on the grid of 96 × 96: lines with their paint."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import pi

from tools.figures.lines import Lines, Point, arc, read

GRID = 96

INK, TINT, LIGHT, ACCENT, WHITE = '#22304A', '#F6B33C', '#FFE7B8', '#C93A1E', '#FFFFFF'
LINE = 4.5
"""The outline of everything; `THIN` is for what is small: a limb, a hand, a thing that is held."""
THIN = 4.0


@dataclass(frozen=True)
class Shape:
    """The lines of a path and their paint.

    Without a fill it is a stroke in `stroke`, with a fill a surface with that outline; `stroke` None is no outline.
    """

    lines: Lines
    fill: str | None
    stroke: str | None = INK
    width: float = LINE
    butt: bool = False

    def through(self, change: Callable[[Point], Point]) -> 'Shape':
        """Returns the shape with each of its points changed; the outline stays as thick as it was."""
        return replace(self, lines=tuple((letter, tuple(map(change, points))) for letter, points in self.lines))


Drawing = tuple[Shape, ...]
"""Shapes from the back to the front."""


def path(
    d: str, fill: str | None = None, stroke: str | None = INK, width: float = LINE, *, butt: bool = False
) -> Shape:
    """Returns the shape of an SVG path; its arcs must be parts of circles."""
    return Shape(read(d), fill, stroke, width, butt)


def circle(at: Point, r: float, fill: str | None = None, stroke: str | None = INK, width: float = LINE) -> Shape:
    """Returns a circle around a point."""
    return ellipse(at, r, r, fill, stroke, width)


def ellipse(
    at: Point, rx: float, ry: float, fill: str | None = None, stroke: str | None = INK, width: float = LINE
) -> Shape:
    """Returns an ellipse around a point."""
    x, y = at
    around = arc((x, y), 2 * pi, rx, ry, 0)
    return Shape((('M', ((x + rx, y),)), *around, ('Z', ())), fill, stroke, width)


def box(
    x: float, y: float, wide: float, high: float, fill: str | None = None, r: float = 3, width: float = LINE
) -> Shape:
    """Returns an upright rectangle with round corners of `r`, its left top corner at x, y."""
    corners = f'a{r} {r} 0 0 1'
    straight = f'M{x + r} {y}h{wide - 2 * r}{corners} {r} {r}v{high - 2 * r}{corners} {-r} {r}'
    return path(f'{straight}h{2 * r - wide}{corners} {-r} {-r}v{2 * r - high}{corners} {r} {-r}z', fill, width=width)


def dots(points: Iterable[Point], size: float, colour: str = INK) -> Shape:
    """Returns round dots as one stroke."""
    lines = tuple(line for x, y in points for line in (('M', ((x - 0.1, y),)), ('L', ((x + 0.1, y),))))
    return Shape(lines, None, colour, size)
