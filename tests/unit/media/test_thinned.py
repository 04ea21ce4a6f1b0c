"""A drawing for paper: fewer points, and still the same drawing."""

import json
import re
from random import Random

import pytest

from model.media.sketch import svg
from model.media.thinned import thinned

PATH = re.compile(r'<path stroke="(#[0-9A-F]{6})" stroke-width="([0-9]+)" d="([^"]*)"/>')
PIECE = re.compile(r'([Mlqth])([-0-9 ]+)')


def drawn(*strokes):
    """A drawing of strokes, each a colour, a size and points."""
    sent = [{'colour': colour, 'size': size, 'points': points} for colour, size, points in strokes]
    return svg(json.dumps({'strokes': sent}).encode())


def scribble(points, seed=1, *, pressure=None):
    random = Random(seed)
    return [
        [random.randrange(-100, 1100), random.randrange(1000), random.randrange(101) if pressure is None else pressure]
        for _ in range(points)
    ]


def spots(drawing):
    """Where each piece of each path ends, with the colour and the width that it has."""
    found = []
    for colour, width, line in PATH.findall(drawing.decode()):
        x = y = 0
        for how, numbers in PIECE.findall(line):
            *_, right, down = [0, *map(int, numbers.split())] if how == 'h' else map(int, numbers.split())
            right, down = (down, 0) if how == 'h' else (right, down)
            x, y = (right, down) if how == 'M' else (x + right, y + down)
            found.append((colour, int(width), x, y))
    return found


LIGHT = drawn((0, 1, [[500, 500, 50]]), (1, 0, scribble(40)), (2, 2, scribble(30, 2, pressure=50)))
HEAVY = {
    'one line': drawn((3, 1, scribble(5_000, pressure=50))),
    'every pressure': drawn((3, 1, scribble(5_000))),
    'many lines': drawn(*((number % 5, number % 3, scribble(20, number)) for number in range(300))),
    'dots and a line': drawn(*((0, 0, scribble(1, number)) for number in range(3_000)), (4, 2, scribble(1_000))),
    'the largest': drawn(*((number % 5, 2, scribble(10, number)) for number in range(4_000))),
}


def test_a_drawing_that_is_light_stays_as_it_is():
    assert thinned(LIGHT, 1_000) is LIGHT


@pytest.mark.parametrize('drawing', HEAVY.values(), ids=HEAVY)
@pytest.mark.parametrize('most', [1_000, 1_333])
def test_a_heavy_one_gets_about_as_many_points_as_were_asked_for(drawing, most):
    assert most / 3 < len(spots(thinned(drawing, most))) <= 2.5 * most


@pytest.mark.parametrize('drawing', HEAVY.values(), ids=HEAVY)
def test_every_point_was_there_before_in_its_colour(drawing):
    before = {(colour, x, y) for colour, _, x, y in spots(drawing)}
    assert {(colour, x, y) for colour, _, x, y in spots(thinned(drawing, 1_000))} <= before


@pytest.mark.parametrize('drawing', HEAVY.values(), ids=HEAVY)
def test_it_is_framed_as_before_and_holds_nothing_but_paths(drawing):
    fewer = thinned(drawing, 1_000)
    first, last = drawing.index(b'<path'), drawing.rindex(b'/>') + 2
    assert fewer.startswith(drawing[:first])
    assert fewer.endswith(drawing[last:])
    assert PATH.sub('', fewer[first : len(fewer) - len(drawing) + last].decode()) == ''


def test_lines_keep_their_ends():
    lines = [(number % 5, 1, scribble(100, number, pressure=50)) for number in range(60)]
    drawing = drawn(*lines)
    kept = {(x, y) for _, _, x, y in spots(thinned(drawing, 1_000))}
    for _, _, points in lines:
        for x, y, _ in (points[0], points[-1]):
            assert (2 * x, 2 * y) in kept


def test_a_line_with_every_pressure_stays_one_line():
    """Each path goes on where the one before ended: no gap where the width changes."""
    found = PATH.findall(thinned(HEAVY['every pressure'], 1_000).decode())
    at = None
    for _, _, line in found:
        pieces = [(how, *map(int, numbers.split())) for how, numbers in PIECE.findall(line)]
        assert at in {None, pieces[0][1:]}
        at = tuple(pieces[0][n] + sum(piece[n] for piece in pieces[1:]) for n in (1, 2))
    assert len({width for _, width, _ in found}) > 5


def test_of_too_many_strokes_the_longest_stay():
    fewer = spots(thinned(HEAVY['dots and a line'], 1_000))
    colours = [colour for colour, *_ in fewer]
    assert colours.count('#2E6DB4') > 100
    assert len(fewer) < 2_500


def test_nothing_else_is_changed():
    for content in (b'', b'<svg/>', b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'):
        assert thinned(content, 10) is content
