"""A step and its moments: before, doing, done; and the road there."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.lines import Point
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def before() -> Drawing:
    """Someone at the foot of the stairs looks up to the flag."""
    return (
        *stairs(),
        *person(
            Head((17, 35), r=11, hair='fringe', look=0.6),
            (17, 67),
            left=Arm((7, 64), bend=-0.5),
            right=Arm((28, 64), bend=0.5),
            trousers=WHITE,
            build=smaller(FULL, 0.86),
        ),
    )


@pictogram
def doing() -> Drawing:
    """Someone climbs the stairs to the flag."""
    climbs = person(
        Head((45, 24), r=11, hair='fringe', look=0.6),
        (38, 56),
        neck=(43, 35),
        left=Arm((29, 50), bend=-1, behind=True),
        right=Arm((58, 47), bend=1),
        legs=(Leg((32, 84), bend=0), Leg((52, 66), bend=-1)),
        trousers=WHITE,
        build=smaller(FULL, 0.86),
    )
    return (*stairs(), *climbs)


@pictogram
def done_it() -> Drawing:
    """Someone on top, by the flag, arms up."""
    return (
        path('M84 62V10', None, INK, 5),
        path('M83 11H69L74 17L69 23H83z', ACCENT, width=4),
        *near(
            Head((46, 26), r=12.5, hair='fringe', face='laugh'),
            wide=34,
            base=62,
            left=Arm((22, 20), elbow=(24, 42)),
            right=Arm((66, 26), elbow=(67, 44)),
            build=smaller(NEAR, 0.8),
        ),
        path('M6 89.5V82H18V72H30V62H90V89.5z', LIGHT),
    )


def stairs() -> Drawing:
    """Three steps up to a flag."""
    return (
        path('M86 52V16', None, INK, 5),
        path('M86 17H72L77 23L72 29H86z', ACCENT, width=4),
        path('M28 89.5V88H44V71H58V54H90V89.5z', LIGHT),
    )


@pictogram
def smaller_() -> Drawing:
    """A large square becomes a small one."""
    return (
        path('M10 24V10H24M40 10H56M72 10H86V24M86 40V56M86 72V86H72', None, INK, 5),
        box(8, 50, 38, 38, TINT, 4),
        path('M76 20L58 38M57 24V39H72', None, ACCENT, 6.5),
    )


@pictogram
def order() -> Drawing:
    """The lowest of three steps goes to the top."""
    return (
        *(box(8 + 6 * rung, 66 - 26 * rung, 48, 20, colour, 4) for rung, colour in enumerate((TINT, LIGHT, WHITE))),
        path('M62 76Q89 74 89 48Q89 28 78 20', None, ACCENT, 6.5),
        path('M89 16L75 17L79 31', None, ACCENT, 6.5),
    )


@pictogram
def put_before() -> Drawing:
    """A place below a step, and an arrow to it."""
    return (box(32, 10, 56, 30, TINT, 5), *_free(54))


@pictogram
def put_after() -> Drawing:
    """A place above a step, and an arrow to it."""
    return (box(32, 56, 56, 30, TINT, 5), *_free(10))


def _free(y: float) -> Drawing:
    """A place where a step can come."""
    middle = y + 15
    return (
        box(46, y, 42, 30, WHITE, 5),
        path(f'M6 {middle}H34M23 {middle - 12}L36 {middle}L23 {middle + 12}', None, ACCENT, 6.5),
    )


@pictogram
def celebrate() -> Drawing:
    """Someone in a party hat, arms up."""
    return (
        *near(
            Head((48, 41), r=14, hair='curls', face='laugh'),
            wide=42,
            left=Arm((14, 42), elbow=(22, 66), kind='open', thumb=-1),
            right=Arm((82, 42), elbow=(74, 66), kind='open'),
        ),
        path('M38 27L48 5L58 27Q48 23 38 27z', ACCENT, width=4),
        dots([(20, 14), (76, 14), (66, 24), (30, 24)], 5.5, ACCENT),
    )


@pictogram
def new_step() -> Drawing:
    """A footstep, and one more."""
    return (
        *sole((26, 66), -8),
        *sole((58, 36), 8),
        circle((75, 74), 16, TINT),
        path('M75 66V82M67 74H83', None, INK, 5),
    )


def sole(at: Point, degrees: float) -> Drawing:
    """The print of a shoe, 26 by 48."""
    front = path('M-11-6C-13-18-8-24 0-24C8-24 13-18 11-6L9 4H-9z', INK, INK, 3)
    heel = path('M-9 11H9V16C9 22 5 24 0 24C-5 24-9 22-9 16z', INK, INK, 3)
    return placed((front, heel), at, degrees)


@pictogram
def towards() -> Drawing:
    """Someone on the road to a house."""
    return (
        path('M34 89.5Q50 58 92 58V89.5z', LIGHT),
        path('M54 89.5C84 84 48 74 70 60H80C66 72 98 82 80 89.5z', TINT, width=4),
        path('M62 38H88V60H62z', WHITE),
        path('M56 40L75 21L94 40z', ACCENT),
        *person(
            Head((20, 31), r=12, hair='short', look=0.7),
            (19, 63),
            left=Arm((7, 63), bend=-0.5),
            right=Arm((33, 62), bend=0.6),
            trousers=WHITE,
            build=smaller(FULL, 0.92),
        ),
    )
