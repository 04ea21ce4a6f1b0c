"""Shapes on the grid of 96 × 96, and how they are moved, turned and written as SVG."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import atan2, cos, pi, radians, sin, tan

Point = tuple[float, float]

GRID = 96

INK, TINT, LIGHT, ACCENT, WHITE = '#22304A', '#F6B33C', '#FFE7B8', '#C93A1E', '#FFFFFF'
LINE = 4.5
"""The outline of everything; `THIN` is for what is small: a limb, a hand, a thing that is held."""
THIN = 4.0

_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" stroke-linejoin="round" stroke-linecap="round">'
_POINTS_OF = {'M': 1, 'L': 1, 'Q': 2, 'C': 3, 'Z': 0}


@dataclass(frozen=True)
class Shape:
    """Lines of a path (a letter of M, L, Q, C, Z and its points, all absolute) and their paint.

    Without a fill it is a stroke in `stroke`, with a fill a surface with that outline; `stroke` None is no outline.
    """

    lines: tuple[tuple[str, tuple[Point, ...]], ...]
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
    return Shape(tuple(_absolute(d)), fill, stroke, width, butt)


def circle(at: Point, r: float, fill: str | None = None, stroke: str | None = INK, width: float = LINE) -> Shape:
    """Returns a circle around a point."""
    return ellipse(at, r, r, fill, stroke, width)


def ellipse(
    at: Point, rx: float, ry: float, fill: str | None = None, stroke: str | None = INK, width: float = LINE
) -> Shape:
    """Returns an ellipse around a point."""
    x, y = at
    right, left = _arc((x + rx, y), (x, y), pi, rx, ry, 0), _arc((x - rx, y), (x, y), pi, rx, ry, pi)
    return Shape((('M', ((x + rx, y),)), *right, *left, ('Z', ())), fill, stroke, width)


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
    """Returns the drawing within the margin of the grid: moved where it stands over it, smaller where it is too large."""
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
        points = tuple(
            (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in zip(points, points[1:], strict=False)
        )
    return points[0]


def svg(drawing: Drawing) -> str:
    """Returns the text of the file."""
    return f'{_ROOT}\n' + ''.join(f'  {_element(shape)}\n' for shape in drawing) + '</svg>\n'


# writing


def _element(shape: Shape) -> str:
    paint = f'fill="{shape.fill or "none"}"'
    if shape.stroke and shape.width:
        paint += f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"'
        paint += ' stroke-linecap="butt"' if shape.butt else ''
    if round_one := _as_circle(shape):
        (x, y), r = round_one
        return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(r)}" {paint}/>'
    return f'<path d="{_written(shape)}" {paint}/>'


def _as_circle(shape: Shape) -> tuple[Point, float] | None:
    if [letter for letter, _ in shape.lines] != ['M', 'C', 'C', 'C', 'C', 'Z']:
        return None
    ends = [points[-1] for _, points in shape.lines[:-1]]
    x, y = (ends[0][0] + ends[2][0]) / 2, (ends[0][1] + ends[2][1]) / 2
    reaches = [((px - x) ** 2 + (py - y) ** 2) ** 0.5 for px, py in ends]
    return ((x, y), reaches[0]) if max(reaches) - min(reaches) < 0.01 else None


def _written(shape: Shape) -> str:
    """The lines with relative points of one decimal, which never drift: each starts from where the last was rounded to."""
    text, here, start, last = '', (0.0, 0.0), (0.0, 0.0), ''
    for letter, points in shape.lines:
        if letter == 'Z':
            text, here, last = f'{text}z', start, 'z'
            continue
        rounded = [(round(x, 1), round(y, 1)) for x, y in points]
        relative = [value for x, y in rounded for value in (x - here[0], y - here[1])]
        if letter == 'M':
            text, here = f'{text}M{_joined([*rounded[0]])}', rounded[0]
            start, last = here, 'M'
            continue
        name, values = letter.lower(), relative
        if letter == 'L' and not _number(relative[0]).strip('-0'):
            name, values = 'v', relative[1:]
        elif letter == 'L' and not _number(relative[1]).strip('-0'):
            name, values = 'h', relative[:1]
        joined = _joined(values)
        text += joined if name == last and joined.startswith('-') else f'{" " if name == last else name}{joined}'
        here, last = rounded[-1], name
    return text


def _joined(values: list[float]) -> str:
    return ' '.join(_number(value) for value in values).replace(' -', '-')


def _number(value: float) -> str:
    text = f'{value:.1f}'.removesuffix('.0')
    return {'-0': '0'}.get(text, re.sub(r'^(-?)0\.', r'\1.', text))


# reading


def _absolute(d: str) -> Iterable[tuple[str, tuple[Point, ...]]]:
    """The lines of an SVG path, letters as in `Shape`; each arc becomes curves."""
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


def _arc_between(
    a: Point, b: Point, r: float, *, large: bool, clockwise: bool
) -> Iterable[tuple[str, tuple[Point, ...]]]:
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    r = max(r, length / 2)
    off = (max(r * r - length * length / 4, 0) ** 0.5) / length * (1 if large == clockwise else -1)
    centre = (mx + dy * off, my - dx * off)
    first, last = atan2(a[1] - centre[1], a[0] - centre[0]), atan2(b[1] - centre[1], b[0] - centre[0])
    sweep = (last - first) % (2 * pi) if clockwise else -((first - last) % (2 * pi))
    return _arc(a, centre, sweep, r, r, first)


def _arc(
    _start: Point, centre: Point, sweep: float, rx: float, ry: float, first: float
) -> list[tuple[str, tuple[Point, ...]]]:
    """Part of an ellipse as curves of at most a quarter."""
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
