"""A drawing with fewer points, for paper: there many are smaller than a pencil is wide, and each takes time."""

import re
from collections.abc import Iterator
from heapq import nlargest
from itertools import groupby
from math import ceil

_BEGIN, _END = b'<path stroke="', b'/>'
"""Of a path, as `model.media.sketch` writes them."""
_START = re.compile(rb'#[0-9A-F]{6}" stroke-width="([0-9]+)" d="M(-?[0-9]+) (-?[0-9]+)')
"""What stands in a path before its line."""
_PIECE = re.compile(rb'[lqth](?:-?[0-9]+ -?[0-9]+ )??(-?[0-9]+)(?: (-?[0-9]+))?(?=[lqth"])')
"""One piece of a line, with where that ends."""

Path = tuple[bytes, int]
"""A path as it is written, and how many pieces its line has."""
Point = tuple[int, int, bytes]
"""Where, and how wide the stroke is on the way there."""


class _Stroke:
    """A line in paths as long as the pressure is another. Most are never read further than to count their pieces."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.pieces = 0

    def add(self, path: Path) -> None:
        self.paths.append(path)
        self.pieces += path[1]


def thinned(svg: bytes, most: int) -> bytes:
    """Returns a drawing of `model.media.sketch` with about `most` points; as it is when it has no more than that.

    Its strokes keep their ends, colours and widths. Of more strokes than that leaves room for the longest stay.
    Raises `ValueError` for one that is damaged.
    """
    first, last = svg.find(_BEGIN), svg.rfind(_END) + len(_END)
    paths = [(path, _pieces(path)) for path in svg[first:last].split(_BEGIN)[1:]] if first > 0 else []
    if sum(2 + pieces for _, pieces in paths) <= most:
        return svg
    strokes = _longest(_strokes(paths), most // 2)
    each = ceil(sum(stroke.pieces + 1 for stroke in strokes) / most)
    return svg[:first] + b''.join(path for stroke in strokes for path in _fewer(stroke, each)) + svg[last:]


def _pieces(path: bytes) -> int:
    """How many pieces a line has: its letters but for the two in `stroke-width`; a dot has none of these, and one."""
    return path.count(b'l') + path.count(b'q') + path.count(b't') - 2 or 1


def _strokes(paths: list[Path]) -> list[_Stroke]:
    """The strokes again: each begins and ends with a straight piece, or is a dot."""
    strokes: list[_Stroke] = []
    ends = 2
    for path in paths:
        if ends >= 2:
            strokes.append(_Stroke())
            ends = 0
        strokes[-1].add(path)
        ends += 2 if path[0].endswith(b'h1"/>') else path[0].count(b'l')
    return strokes


def _longest(strokes: list[_Stroke], most: int) -> list[_Stroke]:
    """As many strokes as there is room for, in their order."""
    if len(strokes) <= most:
        return strokes
    kept = nlargest(most, range(len(strokes)), key=lambda place: strokes[place].pieces)
    return [strokes[place] for place in sorted(kept)]


def _fewer(stroke: _Stroke, each: int) -> Iterator[bytes]:
    """One path for each run of points with the same width, of every so many points one."""
    colour, (begin, *kept) = stroke.paths[0][0][:7], _kept(stroke, each)
    x, y, _ = begin
    for width, run in groupby(kept, key=lambda point: point[2]):
        line = b'M%d %d' % (x, y)
        for to_x, to_y, _ in run:
            line += b'l%d %d' % (to_x - x, to_y - y)
            x, y = to_x, to_y
        yield b'<path stroke="%s" stroke-width="%s" d="%s"/>' % (colour, width, line)


def _kept(stroke: _Stroke, each: int) -> Iterator[Point]:
    """Both ends of a stroke, and of what is between them every so many points one."""
    yield _begin(stroke.paths[0][0])
    done = 0
    for path, pieces in stroke.paths:
        before, done = done, done + pieces
        is_last = done == stroke.pieces
        if is_last or before // each < done // each:
            points = _points(path)
            for place in range(each - before % each, pieces + (not is_last), each):
                yield from points[place : place + 1]
            if is_last:
                yield points[-1]


def _points(path: bytes) -> list[Point]:
    """Where the line of a path begins, and where each of its pieces ends."""
    x, y, width = _begin(path)
    points = [(x, y, width)]
    for right, down in _PIECE.findall(path, path.index(b'M')):
        x, y = x + int(right), y + int(down or 0)
        points.append((x, y, width))
    return points


def _begin(path: bytes) -> Point:
    """Where the line of a path begins. Raises `ValueError`."""
    found = _START.match(path)
    if not found:
        raise ValueError('no path of a drawing')
    width, x, y = found.groups()
    return int(x), int(y), width
