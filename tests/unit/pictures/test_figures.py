"""The people in pictograms come from one model; the files are what the model draws."""

import re

import pytest

from model.pictures.pictogram import load
from tools.figures.__main__ import drawn
from tools.figures.body import joint
from tools.figures.moving import bounds, fitted, mirrored, turned
from tools.figures.shapes import box, circle, path
from tools.figures.writing import svg


@pytest.mark.long
def test_every_file_is_what_the_tool_draws():
    files = drawn()
    assert len(files) > 100
    assert [key for key, text in files.items() if load(key) != text.strip()] == [], 'make figures'


def test_a_drawing_is_written_on_the_grid_with_its_paint():
    text = svg((path('M10 10h5v-5', '#FFFFFF'),))
    assert 'viewBox="0 0 96 96"' in text
    assert '<path d="M10 10h5v-5" fill="#FFFFFF" stroke="#22304A" stroke-width="4.5"/>' in text


def test_a_drawing_is_turned_and_mirrored():
    line = (path('M48 20L58 20'),)
    assert '"M48 20v10"' in svg(turned(line, 90, (48, 20)))
    assert '"M48 20h-10"' in svg(mirrored(line))


def written(d):
    [line] = re.findall(r' d="(.*?)"', svg((path(d),)))
    return line


def test_an_arc_keeps_its_ends():
    assert written('M10 20a10 10 0 0 1 10 10') == 'M10 20c5.5 0 10 4.5 10 10'


@pytest.mark.parametrize(
    ('d', 'shorter'),
    [
        ('M10 10L20 20L40 40', 'M10 10l30 30'),
        ('M10 10L20 10L10 10', 'M10 10h10-10'),
        ('M10 10Q20 10 30 10', 'M10 10h20'),
        ('M10 20a10 10 0 0 1 20 0', 'M10 20a1 1 0 0 1 20 0'),
        ('M30 20a10 10 0 0 0-20 0', 'M30 20a1 1 0 0 0-20 0'),
        ('M10 10C10 5 20 5 20 10C20 15 30 15 30 10', 'M10 10c0-5 10-5 10 0s10 5 10 0'),
        ('M10 10l.5 .5M20 20l.5 .7', 'M10 10l.5.5m9.5 9.5l.5.7'),
    ],
)
def test_what_shows_the_same_is_written_shorter(d, shorter):
    assert written(d) == shorter


def test_an_upright_box_is_one():
    assert '<rect x="10" y="20" width="30" height="40" rx="3" ' in svg((box(10, 20, 30, 40),))
    assert '<path ' in svg(turned((box(10, 20, 30, 40),), 10))


def test_both_parts_of_a_limb_are_as_long_as_the_limb_is():
    x, y = joint((0, 0), (0, 16), length=10, bend=1)
    assert (round(x, 1), round(y, 1)) == (6, 8)


def test_a_limb_that_cannot_reach_is_straight():
    assert joint((0, 0), (0, 40), length=10, bend=1) == (0, 20)


def test_a_drawing_too_large_or_over_the_edge_is_fitted_within_the_margin():
    assert svg(fitted((circle((2, 48), 10),))).count('cx="15.8"') == 1
    left, top, right, bottom = bounds(fitted((path('M0 0H96V96H0z'),)))
    assert min(left, top) >= 3.4
    assert max(right, bottom) <= 92.6
