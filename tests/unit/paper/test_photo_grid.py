"""How photos share a box: side by side, without holes, and with as little as possible cut off."""

from itertools import combinations, product

import pytest

from ui.paper.photo_grid import arranged, capacity
from ui.paper.sheet import PAPERS, Box, Sheet

GAP, LEAST, ROOM = 3, 18, 30
TALL_BOX, WIDE_BOX, SQUARE_BOX = Box(142, 84, 58, 78), Box(10, 210, 118, 77), Box(5, 5, 60, 60)
UPRIGHT, LYING, SQUARE, LONG, HIGH = 0.75, 4 / 3, 1, 4, 0.2
SHAPES = (UPRIGHT, LYING, SQUARE, LONG, HIGH)


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def is_inside(patch, box):
    return (
        patch.x >= box.x - 0.01
        and patch.y >= box.y - 0.01
        and patch.x + patch.width <= box.x + box.width + 0.01
        and patch.y + patch.height <= box.y + box.height + 0.01
    )


def holes(box, parts):
    """Points of the box further from any part than the space between two parts."""
    across = [box.x + box.width * step / 24 for step in range(25)]
    down = [box.y + box.height * step / 24 for step in range(25)]
    return [
        (x, y)
        for x, y in product(across, down)
        if not any(
            part.x - GAP <= x <= part.x + part.width + GAP and part.y - GAP <= y <= part.y + part.height + GAP
            for part in parts
        )
    ]


@pytest.mark.parametrize('box', [TALL_BOX, WIDE_BOX, SQUARE_BOX])
@pytest.mark.parametrize('count', range(1, 7))
def test_photos_fill_the_box_and_never_overlap(box, count):
    for shapes in product(SHAPES, repeat=min(count, 2)):
        shapes = (*shapes, *SHAPES, *SHAPES)[:count]
        patches, left = arranged(box, shapes, GAP, LEAST, ROOM)
        parts = [*patches, left] if left else patches
        assert len(patches) == count
        assert all(is_inside(part, box) for part in parts)
        assert not any(overlap(*pair) for pair in combinations(parts, 2))
        assert holes(box, parts) == []


@pytest.mark.parametrize('sheet', [Sheet.A4, Sheet.A5])
@pytest.mark.parametrize('shape', [UPRIGHT, LYING, SQUARE])
def test_six_like_photos_beside_the_compass_are_as_large_as_each_other(sheet, shape):
    paper = PAPERS[sheet]
    box = paper.boxes(steps=4, wish=True, code=True)[0]
    patches, left = arranged(box, [shape] * 6, GAP * paper.unit, LEAST * paper.unit, ROOM * paper.unit)
    assert left is None
    assert len({(round(patch.width, 3), round(patch.height, 3)) for patch in patches}) == 1


def test_one_photo_fills_the_box():
    for shape in (UPRIGHT, LYING, SQUARE):
        [patch], left = arranged(TALL_BOX, [shape], GAP, LEAST, ROOM)
        assert patch == pytest.approx(TALL_BOX)
        assert left is None


def test_two_photos_are_stacked_in_a_tall_box_and_side_by_side_in_a_wide_one():
    (upper, lower), _ = arranged(TALL_BOX, [LYING, LYING], GAP, LEAST, ROOM)
    assert (upper.x, upper.width) == pytest.approx((lower.x, lower.width))
    assert upper.y < lower.y
    (first, second), _ = arranged(WIDE_BOX, [UPRIGHT, UPRIGHT], GAP, LEAST, ROOM)
    assert (first.y, first.height) == pytest.approx((second.y, second.height))
    assert first.x < second.x


def test_a_photo_that_would_lose_half_is_shown_whole_and_leaves_room_to_stick_one():
    [patch], left = arranged(WIDE_BOX, [UPRIGHT], GAP, LEAST, ROOM)
    assert patch.width / patch.height == pytest.approx(UPRIGHT)
    assert patch.height == pytest.approx(WIDE_BOX.height)
    assert left
    assert left.width >= ROOM
    assert patch.x + patch.width + GAP == pytest.approx(left.x)


def test_an_upright_photo_gets_more_height_than_a_lying_one():
    (upright, lying), _ = arranged(TALL_BOX, [UPRIGHT, LYING], GAP, LEAST, ROOM)
    assert upright.height / upright.width > lying.height / lying.width


@pytest.mark.parametrize('turned', [False, True])
def test_a_box_turned_on_its_side_is_filled_the_same_way(turned):
    box = Box(TALL_BOX.y, TALL_BOX.x, TALL_BOX.height, TALL_BOX.width) if turned else TALL_BOX
    patches, _ = arranged(box, [1, 1, 1, 1], GAP, LEAST, ROOM)
    assert len({(round(patch.width, 3), round(patch.height, 3)) for patch in patches}) == 1
    assert len({round(patch.x, 3) for patch in patches}) == len({round(patch.y, 3) for patch in patches}) == 2


@pytest.mark.parametrize(
    ('width', 'height', 'most'), [(58, 78, 6), (58, 128, 6), (118, 33, 5), (30, 30, 1), (17, 90, 0), (60, 18, 3)]
)
def test_a_box_holds_what_stays_large_enough_and_never_more_than_six(width, height, most):
    assert capacity(Box(0, 0, width, height), LEAST, GAP) == most
