"""A body: where its joints are, and how trunk, arms, hands, legs and shoes are drawn on them."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

from tools.figures.shapes import INK, LINE, THIN, WHITE, Drawing, Point, Shape, circle, path, placed

HANDS = {
    'fist': 'M-.6-4.4Q.6-5.4 2.6-5.4C6.4-5.4 8.4-3 8.4 0C8.4 3 6.4 5.4 2.6 5.4Q.6 5.4-.6 4.4z',
    'open': 'M-.6-3.8C1-5 1.6-9.4 4.2-9.8C6.6-10 6.8-7.4 6-5.2C10-5.2 12.6-3 12.6 0C12.6 3.2 9.4 5.2 5 5.2Q1.6 5.2-.6 4.2z',
    'thumb': 'M-.6-4.4Q2-5 2.6-7V-11.4C2.6-14.4 7-14.4 7-11.4V-5.2Q9.8-4.4 9.8 0C9.8 4 8 5.6 4 5.6Q1.4 5.6-.6 4.4z',
    'point': 'M-.6-4.4Q1-5.6 4-5.4L14.4-4.4C17.4-4 17.4-.2 14.4-.2H8.6C9.4 3 7.6 5.6 4 5.6Q1.4 5.6-.6 4.4z',
    'flat': 'M-.6-3.6Q2-5 5-5L11.6-4.4C14.6-4.2 14.8 0 11.8 1.4L5 4.4Q1.6 5.4-.6 4.2z',
}
"""Hands at the end of an arm that comes from the left; the thumb is up."""

FINGERS = 'M5-4L10.5-12.5M7-1.8L16-7.4M7.6.8H17.6M7 3L14.4 8M2-3.6L-1-10'
"""A hand with its fingers spread: their strokes around a palm."""


@dataclass(frozen=True)
class Arm:
    """Where the hand is, which way the elbow points (1: the left of the way from shoulder to hand, -1: the right).

    `thumb` 1 is the left of the arm's way, -1 the right; `wrist` turns the hand further, in degrees clockwise.
    """

    hand: Point
    bend: float = 1
    kind: str | None = 'fist'
    thumb: int = 1
    wrist: float = 0
    elbow: Point | None = None
    behind: bool = False
    shoulder: Point | None = None
    over: bool = True


@dataclass(frozen=True)
class Leg:
    """Where the ankle is, which way the knee points, and where the shoe points (1 right, -1 left, 0 towards us)."""

    ankle: Point
    bend: float = 0
    shoe: float = 1
    knee: Point | None = None
    hip: Point | None = None
    turn: float = 0


@dataclass(frozen=True)
class Build:
    """How thick and long the parts of a body are."""

    shoulders: float = 22
    hips: float = 19
    limb: float = 13.5
    arm: float = 13.0
    leg: float = 14.5
    hand: float = 1.0
    line: float = THIN


FULL = Build()
SMALL = Build(shoulders=18, hips=17, limb=12, arm=9.5, leg=9.5, hand=0.85, line=3.8)
NEAR = Build(shoulders=44, hips=44, limb=17.5, arm=20, hand=1.35, line=4.4)


def joint(a: Point, b: Point, length: float, bend: float) -> Point:
    """Returns the elbow or knee between two points, both parts of the limb `length` long; straight if it is too far."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = hypot(dx, dy) or 0.1
    off = max(length * length - far * far / 4, 0) ** 0.5 * bend
    return ((a[0] + b[0]) / 2 + dy / far * off, (a[1] + b[1]) / 2 - dx / far * off)


def limb(points: tuple[Point, ...], colour: str, build: Build) -> Drawing:
    """Returns a sleeve or trouser leg: an ink stroke and a coloured one, open where it joins the body."""
    lines = rounded(points, build.limb / 2.4)
    ink = Shape(lines, None, INK, build.limb, butt=True)
    return (ink, Shape(lines, None, colour, build.limb - 2 * build.line))


def rounded(points: tuple[Point, ...], r: float) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Returns the lines through points, each corner between them a bend."""
    lines: list[tuple[str, tuple[Point, ...]]] = [('M', (points[0],))]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        lines += [('L', (_towards(corner, before, r),)), ('Q', (corner, _towards(corner, after, r)))]
    return (*lines, ('L', (points[-1],)))


def _towards(a: Point, b: Point, far: float) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1
    part = min(far / length, 0.5)
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def hand(at: Point, way: float, kind: str, build: Build, thumb: int = 1, colour: str = WHITE) -> Drawing:
    """Returns a hand at the wrist `at`, pointing `way` (degrees clockwise from right)."""
    if kind == 'spread':
        fingers = path(FINGERS)
        width = 3.2 * build.hand + 2 * build.line
        strokes = (
            Shape(fingers.lines, None, INK, width),
            circle((4, 0), 6.4, colour, width=build.line),
            Shape(fingers.lines, None, colour, 3.2 * build.hand),
        )
        return placed(strokes, at, way, build.hand, mirror=False) if thumb > 0 else _flipped(strokes, at, way, build)
    shape = (path(HANDS[kind], colour, width=build.line),)
    return placed(shape, at, way, build.hand) if thumb > 0 else _flipped(shape, at, way, build)


def _flipped(drawing: Drawing, at: Point, way: float, build: Build) -> Drawing:
    return placed(drawing, at, way + 180, build.hand, mirror=True)


def arm(shoulder: Point, pose: Arm, colour: str, build: Build) -> Drawing:
    """Returns an arm from the shoulder to its hand."""
    shoulder = pose.shoulder or shoulder
    elbow = pose.elbow or joint(shoulder, pose.hand, build.arm, pose.bend)
    drawn = limb((shoulder, elbow, pose.hand), colour, build)
    if not pose.kind:
        return drawn
    way = degrees(atan2(pose.hand[1] - elbow[1], pose.hand[0] - elbow[0])) + pose.wrist
    return drawn + hand(pose.hand, way, pose.kind, build, pose.thumb)


def legs(hips: list[Point], poses: tuple[Leg, ...], colour: str, build: Build) -> Drawing:
    """Returns legs that join at the hips, as few shapes: their ink, their colour, their shoes."""
    if not poses:
        return ()
    ways = [
        (pose.hip or hip, pose.knee or joint(pose.hip or hip, pose.ankle, build.leg, pose.bend), pose.ankle)
        for hip, pose in zip(hips, poses, strict=True)
    ]
    trousers = tuple(line for way in ways for line in rounded(way, build.limb / 2.4))
    shoes = tuple(line for pose in poses for line in shoe(pose.ankle, pose.shoe, pose.turn, build).lines)
    return (
        Shape(trousers, None, INK, build.limb, butt=True),
        Shape(trousers, None, colour, build.limb - 2 * build.line),
        Shape(shoes, INK, INK, 3),
    )


def shoe(ankle: Point, way: float, turn: float, build: Build) -> Shape:
    """Returns a shoe; seen from the front where `way` is 0."""
    if abs(way) < 1:
        shape = path('M-4-3.4H4Q6.6 0 6.2 3.6H-6.2Q-6.6 0-4-3.4z', INK, INK, 3)
        return placed((shape,), (ankle[0] + 1.6 * way, ankle[1]), turn, build.limb / 13.5)[0]
    shape = path('M-4.6-3.2H4.2Q10.4-1.4 10.8 3.6H-4.6z', INK, INK, 3)
    return placed((shape,), ankle, turn, build.limb / 13.5, mirror=way < 0)[0]


def trunk(neck: Point, hip: Point, colour: str, build: Build) -> Shape:
    """Returns the body from the neck to the hip."""
    long = hypot(hip[0] - neck[0], hip[1] - neck[1])
    w, h = build.shoulders / 2, build.hips / 2
    d = f'M{-w} 9C{-w} 3 {3.4 - w} 0 {9 - w} 0H{w - 9}C{w - 3.4} 0 {w} 3 {w} 9L{h} {long}H{-h}z'
    turn = degrees(atan2(hip[1] - neck[1], hip[0] - neck[0])) - 90
    return placed((path(d, colour, width=LINE),), neck, turn)[0]


def bust(x: float, top: float, base: float, colour: str, wide: float) -> Shape:
    """Returns shoulders and chest down to a straight edge."""
    w = wide / 2
    r = min(18.0, w, base - top)
    d = f'M{x - w} {base}V{top + r}C{x - w} {top + r * 0.4} {x - w + r * 0.4} {top} {x - w + r} {top}'
    return path(f'{d}H{x + w - r}C{x + w - r * 0.4} {top} {x + w} {top + r * 0.4} {x + w} {top + r}V{base}z', colour)


def along(neck: Point, hip: Point, side: float, down: float) -> Point:
    """Returns a point of the trunk: `side` right of its middle line, `down` from the neck."""
    way = atan2(hip[1] - neck[1], hip[0] - neck[0])
    return (neck[0] + down * cos(way) + side * sin(way), neck[1] + down * sin(way) - side * cos(way))
