"""Hands, at the end of an arm that comes from the left; the thumb is up."""

from tools.figures.build import Build
from tools.figures.lines import Point
from tools.figures.moving import placed
from tools.figures.shapes import INK, WHITE, Drawing, Shape, circle, path

HANDS = {
    'fist': 'M-.6-4.4C1.2-6.2 8.4-6 8.4 0C8.4 6 1.2 6.2-.6 4.4z',
    'open': (
        'M-.6-3.8C1-5 1.6-9.4 4.2-9.8C6.6-10 6.8-7.4 6-5.2C10-5.2 12.6-3 12.6 0C12.6 3.2 9.4 5.2 5 5.2Q1.6 5.2-.6 4.2z'
    ),
    'thumb': 'M-.6-4.4Q2-5 2.6-7V-11.4C2.6-14.4 7-14.4 7-11.4V-5.2Q9.8-4.4 9.8 0C9.8 4 8 5.6 4 5.6Q1.4 5.6-.6 4.4z',
    'point': 'M-.6-4.4Q1-5.6 4-5.4L14.4-4.4C17.4-4 17.4-.2 14.4-.2H8.6C9.4 3 7.6 5.6 4 5.6Q1.4 5.6-.6 4.4z',
    'palm': (
        'M-.6-4.8C1.6-6 2.2-10.4 5-12.4C7.6-13.8 9-10.8 8.4-6.6L8.6-6.2H16.5C19-6.2 19.6-4.2 18.6-2.6'
        'C20.6-1.4 20.4 .8 18.8 1.6C19.6 3.6 18.4 5.6 16 5.6H4Q1.4 5.6-.6 4.8z'
    ),
    'flat': 'M-.6-3.6Q2-5 5-5L11.6-4.4C14.6-4.2 14.8 0 11.8 1.4L5 4.4Q1.6 5.4-.6 4.2z',
}

FINGERS = 'M5-4L10.5-12.5M7-1.8L16-7.4M7.6.8H17.6M7 3L14.4 8M2-3.6L-1-10'
"""A hand with its fingers spread: their strokes around a palm."""

BETWEEN = path('M9-2H16.8M9 2.2H16.8', width=3)
"""What parts the fingers of a palm that is held up."""


def hand(at: Point, way: float, kind: str, build: Build, thumb: int = 1) -> Drawing:
    """Returns a hand at the wrist `at` that points `way`, in degrees clockwise from right.

    `thumb` 1 is the left of the way, -1 the right.
    """
    drawn = _spread(build) if kind == 'spread' else (path(HANDS[kind], WHITE, width=build.line),)
    drawn += (BETWEEN,) if kind == 'palm' else ()
    if thumb > 0:
        return placed(drawn, at, way, build.hand)
    return placed(drawn, at, way + 180, build.hand, mirror=True)


def _spread(build: Build) -> Drawing:
    fingers = path(FINGERS).lines
    inner = 3.2 * build.hand
    return (
        Shape(fingers, None, INK, inner + 2 * build.line),
        circle((4, 0), 6.4, WHITE, width=build.line),
        Shape(fingers, None, WHITE, inner),
    )
