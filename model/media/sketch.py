"""Drawings: the strokes a browser sends, as an SVG of our own.

The sheet is a square of 1000 × 1000. What comes in is JSON, whole numbers only:
`{"strokes": [{"colour": 0, "size": 1, "points": [[x, y, pressure], …]}, …]}`.
Nothing that was sent gets into the SVG except these numbers.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from model.pictures.pictogram import INK

SHEET = 1000
"""The side of the square that is drawn on."""
COLOURS = (INK, '#C93A1E', '#F6B33C', '#4FB286', '#2E6DB4')
"""Dark, red, yellow, green and blue; told apart by their lightness where not by their hue."""
STEPS = (2, 5, 10)
"""How much wider a stroke of each size gets with each level of pressure."""
LEVELS = 8
"""Levels of pressure above none; half of them is an ordinary line."""

MOST_STROKES = 4_000
MOST_POINTS = 40_000
MOST_BYTES = 1_000_000
BEYOND = 100
"""How far a stroke may go off the sheet, out of sight."""

Coordinate = Annotated[int, Field(ge=-BEYOND, le=SHEET + BEYOND)]
Pressure = Annotated[int, Field(ge=0, le=100)]
Point = tuple[Coordinate, Coordinate, Pressure]


class NotADrawing(ValueError):
    """What was sent is no drawing, or an empty one, or one without end."""


class Stroke(BaseModel):
    """One line that was drawn without lifting the pencil; a single point is a dot."""

    model_config = ConfigDict(strict=True, extra='forbid')

    colour: Annotated[int, Field(ge=0, lt=len(COLOURS))]
    size: Annotated[int, Field(ge=0, lt=len(STEPS))]
    points: Annotated[list[Point], Field(min_length=1, max_length=MOST_POINTS)]


class Sketch(BaseModel):
    """All strokes, the first at the bottom."""

    model_config = ConfigDict(strict=True, extra='forbid')

    strokes: Annotated[list[Stroke], Field(min_length=1, max_length=MOST_STROKES)]

    @model_validator(mode='after')
    def _has_an_end(self) -> Self:
        if sum(len(stroke.points) for stroke in self.strokes) > MOST_POINTS:
            raise ValueError('too many points')
        return self


def svg(sent: bytes) -> bytes:
    """The drawing as SVG, always the same for the same strokes. Raises `NotADrawing`."""
    if len(sent) > MOST_BYTES:
        raise NotADrawing('too large')
    try:
        sketch = Sketch.model_validate_json(sent)
    except ValidationError:
        raise NotADrawing('no strokes') from None
    paths = ''.join(path for stroke in sketch.strokes for path in _paths(stroke))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000">'
        '<rect width="1000" height="1000" fill="#FFFFFF"/>'
        # twice as fine, so that the middle between two points is a whole number as well
        '<g transform="scale(.5)" fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'{paths}</g></svg>'
    ).encode()


def _paths(stroke: Stroke) -> Iterator[str]:
    """One path for each run of points with the same pressure."""
    runs = groupby(range(len(stroke.points)), key=lambda place: _level(stroke.points[place][2]))
    for level, run in runs:
        places = list(run)
        width = 2 * STEPS[stroke.size] * (2 + level)
        line = _line(stroke.points, places[0], places[-1])
        yield f'<path stroke="{COLOURS[stroke.colour]}" stroke-width="{width}" d="{line}"/>'


def _level(pressure: int) -> int:
    return (pressure * LEVELS + 50) // 100


def _line(points: list[Point], first: int, last: int) -> str:
    """The smooth line around the points `first` to `last`, from halfway the one before to halfway the one after.

    It is a quadratic B-spline: after one curve with its control point, `t` makes all the others.
    """
    x, y = _half(points, first)
    parts = [f'M{x} {y}']
    ends = {0, len(points) - 1}
    curved = False
    for place in range(first, last + 1):
        to_x, to_y = _half(points, place + 1)
        if place in ends:
            parts.append(f'l{to_x - x} {to_y - y}')
        elif curved:
            parts.append(f't{to_x - x} {to_y - y}')
        else:
            parts.append(f'q{2 * points[place][0] - x} {2 * points[place][1] - y} {to_x - x} {to_y - y}')
            curved = True
        x, y = to_x, to_y
    # a dot gets some length: not everything that draws shows a line without any
    return ''.join(parts) if len(points) > 1 else f'M{x} {y}h1'


def _half(points: list[Point], place: int) -> tuple[int, int]:
    """Halfway a point and the one before it; the ends themselves. Counted in halves."""
    one, other = points[max(place - 1, 0)], points[min(place, len(points) - 1)]
    return one[0] + other[0], one[1] + other[1]
