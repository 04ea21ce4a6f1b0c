"""Things that people hold, wear or stand by, each at the place it is given."""

from tools.figures.lines import Point
from tools.figures.moving import placed, turned
from tools.figures.shapes import ACCENT, INK, LIGHT, LINE, THIN, TINT, WHITE, Drawing, Shape, box, circle, dots, path


def ground(left: float = 6, right: float = 90, y: float = 89.5) -> Shape:
    """Returns the line that all stand on."""
    return path(f'M{left} {y}H{right}')


def heart(at: Point, times: float = 1, fill: str = ACCENT, width: float = THIN) -> Drawing:
    """Returns a heart, 22 wide at its own size."""
    d = 'M0 9.5C-13 1-11.6-8.6-5.4-8.6C-2.4-8.6-.4-6.6 0-4.6C.4-6.6 2.4-8.6 5.4-8.6C11.6-8.6 13 1 0 9.5z'
    return placed((path(d, fill, width=width),), at, 0, times)


def star(at: Point, times: float = 1, fill: str = TINT, width: float = THIN) -> Drawing:
    """Returns a star, 22 wide at its own size."""
    d = 'M0-11.4L3.3-3.9L11.4-3.1L5.3 2.3L7.1 10.3L0 6.1L-7.1 10.3L-5.3 2.3L-11.4-3.1L-3.3-3.9z'
    return placed((path(d, fill, width=width),), at, 0, times)


def bolt(at: Point, times: float = 1, degrees: float = 0) -> Drawing:
    """Returns a small red zigzag: pain, stress."""
    return placed((path('M2.6-8L-3.4-.6H2.8L-2.6 8', None, ACCENT, LINE),), at, degrees, times)


def drop(at: Point, times: float = 1, fill: str = LIGHT) -> Drawing:
    """Returns a drop."""
    return placed((path('M0-6.4Q5 0 5 2.6A5 5 0 0 1-5 2.6Q-5 0 0-6.4z', fill, width=3.4),), at, 0, times)


def rays(*lines: tuple[float, float, float, float], colour: str = INK, width: float = LINE) -> Shape:
    """Returns short strokes, each from a point (x, y) over a way (dx, dy)."""
    return path(''.join(f'M{x} {y}l{dx} {dy}' for x, y, dx, dy in lines), None, colour, width)


def sheet(
    x: float, y: float, wide: float, high: float, lines: int = 3, fill: str = WHITE, degrees: float = 0
) -> Drawing:
    """Returns a sheet of paper with lines on it, turned around its middle."""
    gap = high / (lines + 1)
    rows = ''.join(
        f'M{x + 7} {y + gap * (row + 1):.1f}h{wide - 14 - (5 if row == lines - 1 else 0)}' for row in range(lines)
    )
    paper: Drawing = (box(x, y, wide, high, fill, 2.5, THIN),)
    return turned(paper + ((path(rows, width=3.4),) if lines else ()), degrees, (x + wide / 2, y + high / 2))


def euro(at: Point, r: float = 11, fill: str = TINT) -> Drawing:
    """Returns a coin."""
    sign = path('M4.4-4.2Q.8-6.8-2-3.6Q-3.8 0-2 3.6Q.8 6.8 4.4 4.2M-5.6-1.5H1.6M-5.6 1.7H1.2', None, INK, 3)
    return placed((circle((0, 0), 10, fill, width=THIN), *placed((sign,), (0.6, 0), 0, 0.95)), at, 0, r / 10)


def envelope(x: float, y: float, wide: float, high: float, fill: str = WHITE, degrees: float = 0) -> Drawing:
    """Returns a closed envelope, turned around its middle."""
    flap = path(f'M{x + 1} {y + 2}L{x + wide / 2} {y + high * 0.6:.1f}L{x + wide - 1} {y + 2}', width=THIN)
    return turned((box(x, y, wide, high, fill, 2.5, THIN), flap), degrees, (x + wide / 2, y + high / 2))


def phone(at: Point, degrees: float = 0, times: float = 1, *, fill: str = INK) -> Drawing:
    """Returns a phone of 11 by 20, upright, seen from behind, or its screen."""
    return placed((box(-5.5, -10, 11, 20, fill, 3, THIN),), at, degrees, times)


def tablet(at: Point, wide: float = 44, high: float = 33, degrees: float = 0) -> Drawing:
    """Returns a tablet that lies on its long side, a compass in four quarters on its screen."""
    w, h = wide / 2, high / 2
    r = h - 8
    return placed(
        (
            box(-w, -h, wide, high, INK, 5, THIN),
            box(5.4 - w, 4 - h, wide - 10.8, high - 8, WHITE, 1.5, 0),
            circle((0, 0), r, TINT, width=3.4),
            path(f'M{-r} 0H{r}M0 {-r}V{r}', width=3),
            dots([(w - 1.8, 0)], 3.4, WHITE),
        ),
        at,
        degrees,
    )


def bubble(x: float, y: float, wide: float, high: float, tail: Point, fill: str = WHITE) -> Shape:
    """Returns a speech bubble whose tail ends at the point below it."""
    r, b, root = 6, y + high, max(x + 8, min(tail[0], x + wide - 18))
    c = f'a{r} {r} 0 0 1'
    top = f'M{x + r} {y}H{x + wide - r}{c} {r} {r}V{b - r}{c} {-r} {r}H{root + 9}'
    return path(f'{top}L{tail[0]} {tail[1]}L{root} {b}H{x + r}{c} {-r} {-r}V{y + r}{c} {r} {-r}z', fill)


def thought(at: Point, times: float = 1, fill: str = WHITE) -> Shape:
    """Returns a cloud of thought, 44 by 30."""
    d = 'M-13 14C-23 14-24 2-16-1C-20-11-8-17-2-12C3-19 16-15 14-6C25-6 24 13 13 13C9 18-8 18-13 14z'
    return placed((path(d, fill),), at, 0, times)[0]


def flower(at: Point, r: float = 4.6, petals: str = ACCENT, heart_of: str = LIGHT, stem: float = 16) -> Drawing:
    """Returns a flower with its stem."""
    x, y = at
    around = [(0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)]
    places = [(x + r * dx, y + r * dy) for dx, dy in around]
    return (
        path(f'M{x} {y}v{stem}', width=THIN),
        dots(places, r * 1.6 + 6),
        dots(places, r * 1.6 - 0.6, petals),
        dots([at], r * 1.5, heart_of),
    )


def sun(at: Point, r: float = 7, fill: str = ACCENT) -> Drawing:
    """Returns a sun with eight rays."""
    far = [(0, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7)]
    a, b = r + 5.4, r + 8.4
    beams = ''.join(f'M{at[0] + a * x:.1f} {at[1] + a * y:.1f}L{at[0] + b * x:.1f} {at[1] + b * y:.1f}' for x, y in far)
    return (path(beams, width=THIN), circle(at, r, fill, width=THIN))


def badge(x: float, y: float, *, wide: float = 11, fill: str = WHITE, reach: float = 8, long: float = 14) -> Drawing:
    """Returns a worker's badge on its ribbon around the neck: the ribbon begins `reach` beside x at height y."""
    ribbon = path(f'M{x - reach} {y}L{x} {y + long}L{x + reach} {y}', None, INK, THIN)
    return (ribbon, box(x - wide / 2, y + long - 1, wide, wide * 1.15, fill, 2, THIN))


def question(at: Point, times: float = 1, colour: str = INK) -> Drawing:
    """Returns a question mark, 24 high."""
    sign = path('M-6-6.5C-6-14 6-14 6-6.5C6-1.5 0-1.8 0 4', None, colour, LINE)
    return placed((sign, dots([(0, 11)], LINE + 0.8, colour)), at, 0, times)


def table(left: float, right: float, y: float, base: float = 89.5, fill: str = WHITE) -> Drawing:
    """Returns a table seen from the side."""
    legs = path(f'M{left + 6} {y + 5}V{base}M{right - 6} {y + 5}V{base}', width=LINE + 0.5)
    return (legs, box(left, y, right - left, 6.5, fill, 2))


def cup(at: Point, times: float = 1, fill: str = WHITE) -> Drawing:
    """Returns a cup with its ear, 20 wide."""
    ear = path('M9-3H12.5A5 5 0 0 1 12.5 7H8', None, INK, THIN)
    return placed((ear, path('M-10-8H9V3A8 8 0 0 1 1 11H-2A8 8 0 0 1-10 3z', fill, width=THIN)), at, 0, times)


def steam(at: Point, colour: str = INK) -> Shape:
    """Returns two wisps of steam that rise from a point."""
    x, y = at
    return path(f'M{x - 4} {y}q-3-3.6 0-7.2M{x + 4} {y}q-3-3.6 0-7.2', None, colour, THIN)


def tree(at: Point, base: float = 89) -> Drawing:
    """Returns a tree with its crown around a point, 34 wide."""
    x, y = at
    trunk = f'M{x} {base}V{y + 14}'
    crown = 'M-13 15C-23 13-22-2-14-4C-15-17-1-21 4-13C13-15 19-5 13 2C18 11 10 19 3 16C-3 21-10 20-13 15z'
    return (
        path(trunk, None, INK, 12, butt=True),
        path(trunk, None, TINT, 4, butt=True),
        *placed((path(crown, LIGHT),), at),
    )


def pencil(at: Point, degrees: float) -> Drawing:
    """Returns a pencil with its tip on a point, turned clockwise from upright."""
    return placed((path('M-3.6-31H3.6V-6L0 1L-3.6-6z', ACCENT, width=3.6),), at, degrees)


def roof(x: float, top: float, half: float, high: float, fill: str) -> Drawing:
    """Returns a gable roof around x, from its top to the eaves on both sides."""
    slopes = f'M{x - half} {top + high}L{x} {top}L{x + half} {top + high}'
    return (path(slopes, None, INK, 12), path(slopes, None, fill, 4))
