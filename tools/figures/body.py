"""A body: where its joints are, and how trunk, arms, legs and shoes are drawn on them."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

from tools.figures.build import Build
from tools.figures.hands import hand
from tools.figures.lines import Line, Point
from tools.figures.moving import placed
from tools.figures.shapes import INK, LINE, Drawing, Shape, path


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


@dataclass(frozen=True)
class Leg:
    """Where the ankle is, which way the knee points, and where the shoe points (1 right, -1 left, 0 towards us)."""

    ankle: Point
    bend: float = 0
    shoe: float = 1
    knee: Point | None = None
    hip: Point | None = None
    turn: float = 0


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


def rounded(points: tuple[Point, ...], r: float) -> tuple[Line, ...]:
    """Returns the lines through points, each corner between them a bend."""
    lines: list[Line] = [('M', (points[0],))]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        lines += [('L', (_towards(corner, before, r),)), ('Q', (corner, _towards(corner, after, r)))]
    return (*lines, ('L', (points[-1],)))


def _towards(a: Point, b: Point, far: float) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1
    part = min(far / length, 0.5)
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


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
