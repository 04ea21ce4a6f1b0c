"""A drawing with fewer points, for paper: there many are smaller than a pencil is wide, and each takes time."""

import re
from collections.abc import Iterator
from heapq import nlargest
from itertools import groupby
from math import ceil

_PIECE = re.compile(
    rb'<path stroke="(#[0-9A-F]{6})" stroke-width="([0-9]+)"|'
    rb'([Mlqth])(?:-?[0-9]+ -?[0-9]+ )??(-?[0-9]+)(?: (-?[0-9]+))?(?=[lqth"])'
)
"""The beginning of a path, or one piece of its line with where that ends, as `model.media.sketch` writes them."""

Point = tuple[int, int, bytes]
"""Where, and how wide the stroke is on the way there."""


class _Stroke:
    def __init__(self, colour: bytes, begin: Point) -> None:
        self.colour = colour
        self.points = [begin]


def thinned(svg: bytes, most: int) -> bytes:
    """Returns a drawing of `model.media.sketch` with about `most` points; as it is when it has no more than that.

    Its strokes keep their ends, colours and widths. Of more strokes than that leaves room for the longest stay.
    """
    first = svg.find(b'<path ')
    pieces = _PIECE.findall(svg, first) if first > 0 else []
    if len(pieces) <= most:
        return svg
    strokes = _longest(_strokes(pieces), most // 2)
    each = ceil(sum(len(stroke.points) for stroke in strokes) / most)
    paths = b''.join(path for stroke in strokes for path in _paths(stroke, each))
    return svg[:first] + paths + svg[svg.rfind(b'/>') + len(b'/>') :]


def _strokes(pieces: list[tuple[bytes, ...]]) -> list[_Stroke]:
    """The strokes again: a path that begins where the one before ended is more of the same, with another pressure."""
    strokes: list[_Stroke] = []
    colour = width = b''
    x = y = 0
    for new_colour, new_width, how, right, down in pieces:
        if new_colour:
            is_more = colour == new_colour
            colour, width = new_colour, new_width
        elif how == b'M':
            before, x, y = (x, y), int(right), int(down)
            if not (strokes and is_more and before == (x, y)):
                strokes.append(_Stroke(colour, (x, y, width)))
        else:
            x, y = x + int(right), y + int(down or 0)
            strokes[-1].points.append((x, y, width))
    return strokes


def _longest(strokes: list[_Stroke], most: int) -> list[_Stroke]:
    """As many strokes as there is room for, in their order."""
    if len(strokes) <= most:
        return strokes
    kept = nlargest(most, range(len(strokes)), key=lambda place: len(strokes[place].points))
    return [strokes[place] for place in sorted(kept)]


def _paths(stroke: _Stroke, each: int) -> Iterator[bytes]:
    """One path for each run of points with the same width, of every so many points one."""
    (x, y, _), *middle, end = stroke.points
    for width, run in groupby([*middle[each - 1 :: each], end], key=lambda point: point[2]):
        line = b'M%d %d' % (x, y)
        for to_x, to_y, _ in run:
            line += b'l%d %d' % (to_x - x, to_y - y)
            x, y = to_x, to_y
        yield b'<path stroke="%s" stroke-width="%s" d="%s"/>' % (stroke.colour, width, line)
