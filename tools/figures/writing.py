"""A drawing written as SVG, as short as it can be."""

import re
from dataclasses import dataclass

from tools.figures.lines import Point
from tools.figures.shapes import Drawing, Shape, box
from tools.figures.shorter import LEFT, RIGHT, shorter

_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" stroke-linejoin="round" stroke-linecap="round">'

_HALF = {LEFT: 'a1 1 0 0 0 ', RIGHT: 'a1 1 0 0 1 '}
"""Half a circle: who draws it makes a radius that is too small as large as it has to be."""

_SMOOTH = 0.15
"""How far a handle may lie from where a smooth curve has it; each is rounded."""


def svg(drawing: Drawing) -> str:
    """Returns the text of the file."""
    return f'{_ROOT}\n' + ''.join(f'{_element(shape)}\n' for shape in drawing) + '</svg>\n'


def _element(shape: Shape) -> str:
    paint = f'fill="{shape.fill or "none"}"'
    if shape.stroke and shape.width:
        paint += f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"'
        paint += ' stroke-linecap="butt"' if shape.butt else ''
    if round_one := _as_circle(shape):
        (x, y), r = round_one
        return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(r)}" {paint}/>'
    if upright := _as_box(shape):
        names = ('x', 'y', 'width', 'height', 'rx')
        edges = ' '.join(f'{name}="{_number(value)}"' for name, value in zip(names, upright, strict=True))
        return f'<rect {edges} {paint}/>'
    return f'<path d="{_written(shape)}" {paint}/>'


def _as_circle(shape: Shape) -> tuple[Point, float] | None:
    if _letters(shape) != 'MCCCCZ':
        return None
    ends = [points[-1] for _, points in shape.lines[:-1]]
    x, y = (ends[0][0] + ends[2][0]) / 2, (ends[0][1] + ends[2][1]) / 2
    reaches = [((px - x) ** 2 + (py - y) ** 2) ** 0.5 for px, py in ends]
    return ((x, y), reaches[0]) if max(reaches) - min(reaches) < 0.01 else None


def _as_box(shape: Shape) -> tuple[float, ...] | None:
    """Left, top, width, height and corners of an upright box, its edges where they are rounded to."""
    if _letters(shape) != 'MLCLCLCLCZ':
        return None
    ends = [points[-1] for _, points in shape.lines[:-1]]
    (left, right), (top, bottom) = ((min(on), max(on)) for on in zip(*ends, strict=True))
    if (r := ends[0][0] - left) <= 0 or not _alike(shape, box(left, top, right - left, bottom - top, r=r)):
        return None
    left, top, right, bottom = (round(edge, 1) for edge in (left, top, right, bottom))
    return (left, top, right - left, bottom - top, r)


def _letters(shape: Shape) -> str:
    return ''.join(letter for letter, _ in shape.lines)


def _alike(one: Shape, other: Shape) -> bool:
    pairs = zip(one.lines, other.lines, strict=True)
    return all(
        max(abs(ax - bx), abs(ay - by)) < 0.01
        for (_, a), (_, b) in pairs
        for (ax, ay), (bx, by) in zip(a, b, strict=True)
    )


def _written(shape: Shape) -> str:
    pen = _Pen()
    for letter, points in shorter(shape.lines):
        pen.draw(letter, [(round(x, 1), round(y, 1)) for x, y in points])
    # a sign or a second point parts two numbers as well as a space does
    return re.sub(r' (?=-)|(?<=\.\d) (?=\.)', '', pen.text)


@dataclass
class _Pen:
    """Writes lines with relative points; they never drift, each starts where the last was rounded to."""

    text: str = ''
    last: str = ''
    here: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    handle: Point | None = None

    def draw(self, letter: str, points: list[Point]) -> None:
        if letter == 'Z':
            self.text, self.last, self.here, self.handle = f'{self.text}z', 'z', self.start, None
            return
        name, values = self._shortest(letter, [(x - self.here[0], y - self.here[1]) for x, y in points])
        again = name == self.last and name not in _HALF.values()
        self.text += (' ' if again else name) + ' '.join(map(_number, values))
        self.last, self.here = name, points[-1]
        self.handle = points[1] if letter == 'C' else None
        if letter == 'M':
            self.start = self.here

    def _shortest(self, letter: str, ways: list[Point]) -> tuple[str, list[float]]:
        """A relative letter and its numbers; a line that is level or upright and a smooth curve have their own."""
        values = [value for way in ways for value in way]
        if letter == 'M':
            return ('m' if self.text else 'M'), values
        if letter == 'L' and '0' in (level := [_number(value) for value in values]):
            return ('v', values[1:]) if level[0] == '0' else ('h', values[:1])
        if letter == 'C' and self._goes_on(ways[0]):
            return 's', values[2:]
        return _HALF.get(letter, letter.lower()), values

    def _goes_on(self, way: Point) -> bool:
        """Whether a curve leaves as the one before it came."""
        if not self.handle:
            return False
        x, y = self.here[0] - self.handle[0], self.here[1] - self.handle[1]
        return max(abs(way[0] - x), abs(way[1] - y)) < _SMOOTH


def _number(value: float) -> str:
    text = f'{value:.1f}'.removesuffix('.0')
    return {'-0': '0'}.get(text, re.sub(r'^(-?)0\.', r'\1.', text))
