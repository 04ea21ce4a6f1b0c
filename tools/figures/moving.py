"""Drawings that are moved, turned, made smaller, and fitted on the grid."""

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians, sin

from tools.figures.lines import Point
from tools.figures.shapes import GRID, Drawing, Shape


def moved(drawing: Drawing, dx: float, dy: float = 0) -> Drawing:
    """Returns the drawing at another place."""
    return tuple(shape.through(lambda p: (p[0] + dx, p[1] + dy)) for shape in drawing)


def turned(drawing: Drawing, degrees: float, around: Point = (0, 0)) -> Drawing:
    """Returns the drawing turned clockwise."""
    (x, y), c, s = around, cos(radians(degrees)), sin(radians(degrees))
    return tuple(
        shape.through(lambda p: (x + (p[0] - x) * c - (p[1] - y) * s, y + (p[0] - x) * s + (p[1] - y) * c))
        for shape in drawing
    )


def scaled(drawing: Drawing, times: float, around: Point = (0, 0)) -> Drawing:
    """Returns the drawing larger or smaller, its outlines as thick as they were."""
    x, y = around
    return tuple(shape.through(lambda p: (x + (p[0] - x) * times, y + (p[1] - y) * times)) for shape in drawing)


def mirrored(drawing: Drawing, x: float = 48) -> Drawing:
    """Returns the drawing as a mirror that stands upright at `x` shows it."""
    return tuple(shape.through(lambda p: (2 * x - p[0], p[1])) for shape in drawing)


def placed(drawing: Drawing, at: Point, degrees: float = 0, times: float = 1, *, mirror: bool = False) -> Drawing:
    """Returns what was drawn around 0, 0 at its place: mirrored, then larger, then turned, then moved."""
    drawing = mirrored(drawing, 0) if mirror else drawing
    return moved(turned(scaled(drawing, times), degrees), *at)


def bounds(drawing: Drawing) -> tuple[float, float, float, float]:
    """Returns left, top, right and bottom of what is seen, outlines included."""
    seen = [
        (x + sign * reach, y + sign * reach)
        for shape in drawing
        for reach in (shape.width / 2 if shape.stroke else 0,)
        for x, y in _on(shape)
        for sign in (-1, 1)
    ]
    across, down = zip(*seen, strict=True)
    return min(across), min(down), max(across), max(down)


def fitted(drawing: Drawing, margin: float = 3.5) -> Drawing:
    """Returns the drawing within a margin of the grid: smaller where it is too large, then moved."""
    room = GRID - 2 * margin
    for _ in range(3):  # outlines stay as thick as they are, so one time is a little too large still
        left, top, right, bottom = bounds(drawing)
        if (size := max(right - left, bottom - top)) > room:
            drawing = scaled(drawing, room / size, (GRID / 2, bottom))
    left, top, right, bottom = bounds(drawing)
    dx = max(margin - left, 0) or min(GRID - margin - right, 0)
    dy = max(margin - top, 0) or min(GRID - margin - bottom, 0)
    return moved(drawing, dx, dy) if dx or dy else drawing


def _on(shape: Shape) -> Iterable[Point]:
    """Points on the lines of a shape, close to each other where they bend."""
    here = (0.0, 0.0)
    for letter, points in shape.lines:
        if letter in 'QC':
            yield from (_on_curve((here, *points), part / 12) for part in range(1, 12))
        if points:
            here = points[-1]
            yield here


def _on_curve(points: tuple[Point, ...], part: float) -> Point:
    while len(points) > 1:
        points = tuple((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(points))
    return points[0]
