"""Photos side by side in a box, without holes, so that as little as possible of each falls outside its patch."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ui.paper.sheet import Box

MOST = 6
"""Photos in one box: with more, none is seen from where one stands."""
TALL, WIDE = 0.7, 1.5
"""Shapes (width over height) a patch takes on for a photo that is longer than that."""
UNEVEN, LEFT_OVER, TINY = 0.3, 0.45, 1.0
"""What an arrangement costs, in parts of a photo that are cut off: patches that differ in size, a box that is not
filled, and each patch that is smaller than the smallest."""

Arranged = tuple[list[Box], Box | None]
"""A patch for each photo, and what of the box is left over."""


def capacity(box: Box, least: float, gap: float) -> int:
    """How many photos find a place in a box, with sides of `least` at least."""
    across, down = ((side + gap) // (least + gap) for side in (box.width, box.height))
    return min(MOST, int(across * down))


def arranged(box: Box, shapes: Sequence[float], gap: float, least: float, room: float) -> Arranged:
    """The best patches for photos of these `shapes` (width over height); one or more.

    What is left over is at least `room` wide and tall. It is only there when photos that fill the box would lose much.
    """
    shapes = [min(max(shape, TALL), WIDE) for shape in shapes]
    choices: list[Arranged] = [(_rows(box, row, gap), None) for row in _split(shapes)]
    choices += [(_columns(box, column, gap), None) for column in _split(shapes)]
    choices += _in_one_line(box, shapes, gap, room)
    return min(choices, key=lambda choice: _cost(choice, shapes, least))


def _split(shapes: Sequence[float]) -> Iterator[list[Sequence[float]]]:
    """Every way to break a line of photos into lines."""
    for breaks in range(len(shapes)):
        for places in combinations(range(1, len(shapes)), breaks):
            yield [shapes[begin:end] for begin, end in zip((0, *places), (*places, len(shapes)), strict=True)]


def _rows(box: Box, rows: Sequence[Sequence[float]], gap: float) -> list[Box]:
    """Rows as wide as the box, each as tall as its photos ask for compared to the others."""
    wanted = [(box.width - gap * (len(row) - 1)) / sum(row) for row in rows]
    share = (box.height - gap * (len(rows) - 1)) / sum(wanted)
    patches, y = [], box.y
    for row, height in zip(rows, wanted, strict=True):
        x = box.x
        for shape in row:
            patches.append(Box(x, y, shape * height, share * height))
            x += shape * height + gap
        y += share * height + gap
    return patches


def _columns(box: Box, columns: Sequence[Sequence[float]], gap: float) -> list[Box]:
    turned = [[1 / shape for shape in column] for column in columns]
    return [_turned(patch) for patch in _rows(_turned(box), turned, gap)]


def _in_one_line(box: Box, shapes: Sequence[float], gap: float, room: float) -> Iterator[Arranged]:
    """The photos whole, along the long side of the box, with the rest of the box left over."""
    if box.width < box.height:
        for patches, left in _in_one_line(_turned(box), [1 / shape for shape in shapes], gap, room):
            yield [_turned(patch) for patch in patches], left and _turned(left)
        return
    taken = sum(shapes) * box.height + gap * (len(shapes) - 1)
    rest = box.width - taken - gap
    if rest >= room and box.height >= room:
        patches = _rows(Box(box.x, box.y, taken, box.height), [shapes], gap)
        yield patches, Box(box.x + taken + gap, box.y, rest, box.height)


def _turned(box: Box) -> Box:
    return Box(box.y, box.x, box.height, box.width)


def _cost(choice: Arranged, shapes: Sequence[float], least: float) -> float:
    patches, left = choice
    found = [patch.width / patch.height for patch in patches]
    cut_off = [1 - min(one / shape, shape / one) for one, shape in zip(found, shapes, strict=True)]
    areas = [patch.width * patch.height for patch in patches]
    tiny = sum(min(patch.width, patch.height) < least for patch in patches)
    uneven = 1 - min(areas) / max(areas)
    return sum(cut_off) / len(shapes) + UNEVEN * uneven + LEFT_OVER * (left is not None) + TINY * tiny
