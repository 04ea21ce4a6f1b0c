"""The lines of an SVG path, read into absolute points; arcs become curves."""

import re
from collections.abc import Iterable
from math import atan2, cos, hypot, pi, sin, sqrt, tan

Point = tuple[float, float]
Line = tuple[str, tuple[Point, ...]]
"""A letter of M, L, Q, C or Z and its points, all absolute."""
Lines = tuple[Line, ...]

_POINTS_OF = {'M': 1, 'L': 1, 'Q': 2, 'C': 3, 'Z': 0}


def read(d: str) -> Lines:
    """Returns the lines of an SVG path; its arcs must be parts of circles."""
    return tuple(_lines(d))


def _lines(d: str) -> Iterable[Line]:
    here, start = (0.0, 0.0), (0.0, 0.0)
    for letter, run in re.findall(r'([MmLlHhVvCcQqAaZz])([^MmLlHhVvCcQqAaZz]*)', d):
        name, near = letter.upper(), letter.islower()
        values = [float(value) for value in re.findall(r'-?(?:\d+\.?\d*|\.\d+)', run)]
        if name == 'Z':
            here = start
            yield 'Z', ()
        for group in _groups(name, values):
            if name == 'A':
                end = (group[5] + here[0] * near, group[6] + here[1] * near)
                yield from _arc_between(here, end, group[0], large=bool(group[3]), clockwise=bool(group[4]))
                here = end
                continue
            points = _points(name, group, here, near=near)
            yield {'H': 'L', 'V': 'L'}.get(name, name), points
            here = points[-1]
            start, name = (here, 'L') if name == 'M' else (start, name)


def _groups(name: str, values: list[float]) -> Iterable[list[float]]:
    size = {'H': 1, 'V': 1, 'A': 7}.get(name) or 2 * _POINTS_OF.get(name, 0)
    return [values[at : at + size] for at in range(0, len(values), size)] if size else []


def _points(name: str, group: list[float], here: Point, *, near: bool) -> tuple[Point, ...]:
    x, y = (here[0] * near, here[1] * near)
    if name == 'H':
        return ((group[0] + x, here[1]),)
    if name == 'V':
        return ((here[0], group[0] + y),)
    return tuple((group[at] + x, group[at + 1] + y) for at in range(0, len(group), 2))


def _arc_between(a: Point, b: Point, r: float, *, large: bool, clockwise: bool) -> Iterable[Line]:
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy)
    r = max(r, far / 2)
    off = sqrt(r * r - far * far / 4) / far * (1 if large == clockwise else -1)
    centre = ((a[0] + b[0]) / 2 + dy * off, (a[1] + b[1]) / 2 - dx * off)
    first, last = atan2(a[1] - centre[1], a[0] - centre[0]), atan2(b[1] - centre[1], b[0] - centre[0])
    sweep = (last - first) % (2 * pi) if clockwise else -((first - last) % (2 * pi))
    return arc(centre, sweep, r, r, first)


def arc(centre: Point, sweep: float, rx: float, ry: float, first: float) -> list[Line]:
    """Returns part of an ellipse from the angle `first`, as curves of at most a quarter."""
    count = max(1, -int(-abs(sweep) // (pi / 2 + 0.001)))
    step = sweep / count
    k = 4 / 3 * tan(step / 4)
    curves = []
    for part in range(count):
        a, b = first + part * step, first + (part + 1) * step
        (ax, ay), (bx, by) = (cos(a), sin(a)), (cos(b), sin(b))
        unit = ((ax - k * ay, ay + k * ax), (bx + k * by, by - k * bx), (bx, by))
        curves.append(('C', tuple((centre[0] + rx * x, centre[1] + ry * y) for x, y in unit)))
    return curves
