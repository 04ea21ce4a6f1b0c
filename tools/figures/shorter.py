"""Lines that go the same way in fewer points: a straight curve is a line, two quarters of a circle are a half."""

from collections.abc import Iterable
from math import hypot

from tools.figures.lines import Line, Lines, Point

STRAIGHT = 0.06
"""How far a point may lie beside a straight line; less than the decimal that is written can show."""

LEFT, RIGHT = 'A0', 'A1'
"""Half a circle, by the way it turns; its only point is where it ends."""

_QUARTER = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def shorter(lines: Lines) -> list[Line]:
    """Returns the lines in as few points as show the same."""
    drawn: list[Line] = []
    here = before = (0.0, 0.0)
    for letter, points in _straight(_halves(lines)):
        if letter == 'L' and drawn and drawn[-1][0] == 'L' and _between(here, before, points[0]):
            drawn.pop()  # one line goes on where the other ended
            here = before
        drawn.append((letter, points))
        if points:
            before, here = here, points[-1]
    return drawn


def _straight(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, a curve that does not bend as what it is."""
    here = (0.0, 0.0)
    for letter, points in lines:
        bends = letter not in ('Q', 'C') or not all(_between(handle, here, points[-1]) for handle in points[:-1])
        yield (letter, points) if bends else ('L', points[-1:])
        here = points[-1] if points else here


def _between(p: Point, a: Point, b: Point) -> bool:
    """Whether a point lies on the straight way from a to b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy)
    along, beside = (p[0] - a[0]) * dx + (p[1] - a[1]) * dy, (p[0] - a[0]) * dy - (p[1] - a[1]) * dx
    return 0 <= along <= far * far and far > 0 and abs(beside) <= STRAIGHT * far


def _halves(lines: Lines) -> Iterable[Line]:
    """The lines, with half a circle for each two curves that are its quarters."""
    here = (0.0, 0.0)
    todo = list(lines)
    while todo:
        letter, points = todo.pop(0)
        if letter == 'C' and todo and todo[0][0] == 'C' and (half := _half(here, points, todo[0][1])):
            todo.pop(0)
            letter, points = half
        yield letter, points
        here = points[-1] if points else here


def _half(start: Point, first: tuple[Point, ...], second: tuple[Point, ...]) -> Line | None:
    """The half circle that two curves are, if they are."""
    middle, end = first[2], second[2]
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    (ax, ay), (mx, my) = (start[0] - x, start[1] - y), (middle[0] - x, middle[1] - y)
    if hypot(ax + my, ay - mx) > STRAIGHT and hypot(ax - my, ay + mx) > STRAIGHT:
        return None
    handles = (
        (start[0] + _QUARTER * mx, start[1] + _QUARTER * my),
        (middle[0] + _QUARTER * ax, middle[1] + _QUARTER * ay),
        (middle[0] - _QUARTER * ax, middle[1] - _QUARTER * ay),
        (end[0] + _QUARTER * mx, end[1] + _QUARTER * my),
    )
    drawn = (*first[:2], *second[:2])
    if any(hypot(a[0] - b[0], a[1] - b[1]) > STRAIGHT for a, b in zip(handles, drawn, strict=True)):
        return None
    return (RIGHT if ax * my > ay * mx else LEFT, (end,))
