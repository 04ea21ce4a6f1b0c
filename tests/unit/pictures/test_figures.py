"""The people in pictograms come from one model; the files are what the model draws."""

from model.pictures.pictogram import load
from tools.figures.__main__ import drawn
from tools.figures.body import joint
from tools.figures.moving import bounds, fitted, mirrored, turned
from tools.figures.shapes import circle, path
from tools.figures.writing import svg


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


def test_an_arc_keeps_its_ends():
    assert svg((path('M10 20a10 10 0 0 1 20 0'),)).count('"M10 20c') == 1


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
