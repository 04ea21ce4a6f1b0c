"""A drawing written as SVG, as short as it can be."""

import re
from collections.abc import Iterable

from tools.figures.lines import Point
from tools.figures.shapes import Drawing, Shape

_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" stroke-linejoin="round" stroke-linecap="round">'


def svg(drawing: Drawing) -> str:
    """Returns the text of the file."""
    return f'{_ROOT}\n' + ''.join(f'  {_element(shape)}\n' for shape in drawing) + '</svg>\n'


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
    """The lines with relative points of one decimal; they never drift, each starts where the last was rounded to."""
    text, last = '', ''
    here = start = (0.0, 0.0)
    for letter, points in shape.lines:
        rounded = [(round(x, 1), round(y, 1)) for x, y in points]
        if letter == 'Z':
            text, here, last = f'{text}z', start, 'z'
        elif letter == 'M':
            here = start = rounded[0]
            text, last = f'{text}M{_joined(here)}', 'M'
        else:
            name, numbers = _shortest(letter, [(x - here[0], y - here[1]) for x, y in rounded])
            again = ('' if numbers.startswith('-') else ' ') if name == last else name
            text, here, last = f'{text}{again}{numbers}', rounded[-1], name
    return text


def _shortest(letter: str, ways: list[Point]) -> tuple[str, str]:
    """A relative letter and its numbers; a level or upright line has a letter of its own."""
    x, y = (_number(value) for value in ways[0])
    if letter == 'L' and '0' in (x, y):
        return ('v', y) if x == '0' else ('h', x)
    return letter.lower(), _joined([value for way in ways for value in way])


def _joined(values: Iterable[float]) -> str:
    return ' '.join(_number(value) for value in values).replace(' -', '-')


def _number(value: float) -> str:
    text = f'{value:.1f}'.removesuffix('.0')
    return {'-0': '0'}.get(text, re.sub(r'^(-?)0\.', r'\1.', text))
