"""The four conditions of a good life."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.lines import Point
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import ground, heart
from tools.figures.shapes import ACCENT, INK, LIGHT, WHITE, Drawing, circle, dots, path


@pictogram
def be_yourself() -> Drawing:
    """Someone has taken a blank mask off and shows their own glad face."""
    mask = (
        path('M-14-13Q0-19 14-13Q16 9 0 17.5Q-16 9-14-13z', LIGHT),
        path('M-9-3.4A3 3 0 0 1-3-3.4zM3-3.4A3 3 0 0 1 9-3.4z', INK, INK, 3),
        path('M-5 8H5', width=4),
    )
    return (
        *near(
            Head((35, 34), r=18, hair='curls', face='glad'),
            wide=48,
            on=heart((28, 72), 1.05),
            right=Arm((72, 76), elbow=(60, 92), kind=None),
        ),
        *placed(mask, (77, 44), 10, 1.15),
        *hand((72, 75), -80, 'fist', NEAR),
    )


@pictogram
def matter() -> Drawing:
    """Someone takes an old woman out in her wheelchair; both are glad of it."""
    wheel = (circle((64, 72), 16.5, WHITE, width=5), dots([(64, 72)], 8))
    rides = person(
        Head((66, 37), r=12, hair='bun', colour=LIGHT, face='glad', look=-0.1),
        (61, 68),
        neck=(64, 49),
        right=Arm((79, 61), bend=0.5),
        legs=(Leg((87, 80), knee=(81, 65), hip=(64, 68)),),
        shirt=LIGHT,
        trousers=WHITE,
    )
    pushes = person(
        Head((27, 20), r=12.5, hair='short', face='glad', look=0.5),
        (20, 57),
        neck=(26, 33),
        right=Arm((44, 49), bend=0.9),
        legs=(Leg((8, 81), bend=0.6, turn=20), Leg((31, 83.5), bend=-0.4)),
        trousers=WHITE,
    )
    chair = path('M44 48L50 50L54 68H76', width=5.5)
    return (*rides, chair, *wheel, *pushes, *heart((52, 11), 0.85), ground())


@pictogram
def take_part() -> Drawing:
    """Someone runs up to a ball with a hand in the air, and two who play wave them in."""
    build = smaller(FULL, 0.9)
    joins = person(
        Head((21, 27), r=11.5, hair='curls', face='laugh', look=0.5),
        (15, 60),
        neck=(20, 39),
        left=Arm((3, 22), elbow=(4, 40), kind='open', thumb=-1),
        right=Arm((33, 56), elbow=(29, 50)),
        legs=(Leg((2, 79), knee=(11, 73), shoe=1, turn=60), Leg((25, 83.5), bend=-0.5)),
        shirt=ACCENT,
        trousers=WHITE,
        build=build,
    )
    one = person(
        Head((62, 27), r=11.5, hair='fringe', face='glad', look=-0.5),
        (63, 61),
        left=Arm((46, 54), elbow=(53, 54), kind='open'),
        trousers=WHITE,
        build=build,
    )
    two = person(
        Head((83, 27), r=11.5, hair='bald', face='glad', look=-0.5),
        (84, 61),
        right=Arm((93, 22), elbow=(96, 42), kind='open'),
        shirt=LIGHT,
        trousers=WHITE,
        build=build,
    )
    return (*two, *one, *joins, *_ball((44, 80.5), 0.94), ground(4, 92))


def _ball(at: Point, times: float) -> Drawing:
    """A football, 18 wide."""
    seams = 'M0-4V-8M3.8-1.2L7.6-2.6M2.4 3.4L5 7M-2.4 3.4L-5 7M-3.8-1.2L-7.6-2.6'
    patch = path('M0-4L3.8-1.2L2.4 3.4H-2.4L-3.8-1.2z', INK, INK, 3)
    return placed((circle((0, 0), 9, WHITE, width=4), patch, path(seams, width=3)), at, 0, times)


@pictogram
def belong() -> Drawing:
    """Three with their arms around each other."""
    left = Head((22, 36), r=12.5, hair='scarf', face='glad', look=0.3)
    right = Head((74, 36), r=12.5, hair='bald', face='glad', look=-0.3)
    middle = Head((48, 25), r=14, hair='afro', face='laugh')
    return (
        *near(left, wide=34, shirt=LIGHT),
        *near(right, wide=34, shirt=LIGHT),
        *near(middle, wide=38, left=Arm((14, 62), bend=1, kind='fist'), right=Arm((82, 62), bend=-1)),
    )
