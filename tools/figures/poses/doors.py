"""Doors and locks: in, out, and away."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import ground, phone
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def switched_on() -> Drawing:
    """An open door with a tick on it: someone may go in."""
    return (
        box(42, 6, 48, 83, WHITE, 2),
        path('M90 7L61 15V80L90 88z', TINT),
        circle((76, 42), 10.5, WHITE, width=4),
        path('M71 42l3.6 4.2l6.4-8.6', None, INK, 4.5),
        dots([(67.5, 60)], 6),
        *person(
            Head((24, 24), r=12.5, hair='short', face='glad', look=0.5),
            (24, 59),
            left=Arm((11, 60), bend=-0.6),
            right=Arm((46, 47), bend=0.6, kind='open'),
            trousers=WHITE,
        ),
        ground(),
    )


@pictogram
def switched_off() -> Drawing:
    """A closed door: no entry."""
    return (
        box(44, 8, 44, 81, LIGHT, 2),
        circle((66, 36), 14, ACCENT),
        path('M59 36H73', None, WHITE, 6),
        dots([(52, 60)], 7),
        *person(
            Head((22, 24), r=12.5, hair='short', face='sad', look=0.5),
            (22, 59),
            left=Arm((9, 60), bend=-0.6),
            right=Arm((36, 59), bend=0.6),
            trousers=WHITE,
        ),
        ground(),
    )


@pictogram
def entered() -> Drawing:
    """Someone with a phone goes in at a door."""
    door = (box(46, 7, 42, 82, TINT, 2), box(55, 15, 24, 68, WHITE, 1, 4))
    goes = person(
        Head((28, 21), r=12, hair='curls', look=0.6),
        (26, 58),
        right=Arm((50, 46), bend=0.9),
        left=Arm((12, 54), bend=-0.6, behind=True),
        legs=(Leg((14, 81), bend=0.6, turn=25), Leg((40, 83.5), bend=-0.4)),
        trousers=LIGHT,
        holds=phone((56, 40), 8, 1, fill=WHITE),
    )
    return (*door, *goes, ground())


@pictogram
def sign_in() -> Drawing:
    """Someone opens a door with a key."""
    key = placed((circle((-8, 0), 6, ACCENT, width=4), path('M-1 0H15M9 0V6M14 0V5', None, INK, 4.5)), (54, 50))
    return (
        box(68, 7, 22, 82, LIGHT, 2),
        dots([(76, 50)], 7),
        *person(
            Head((25, 21), r=12.5, hair='bun', look=0.6),
            (23, 58),
            right=Arm((44, 50), bend=0.9, kind=None),
            trousers=WHITE,
        ),
        *key,
        *hand((43, 50), 0, 'fist', FULL),
        ground(),
    )


@pictogram
def sign_out() -> Drawing:
    """Someone goes out at a door, bag in hand."""
    return (
        box(6, 7, 30, 82, LIGHT, 2),
        dots([(30, 50)], 7),
        *person(
            Head((60, 21), r=12.5, hair='bun', look=0.6),
            (58, 58),
            left=Arm((46, 54), bend=-0.6, behind=True),
            right=Arm((75, 55), bend=0.7),
            legs=(Leg((44, 81), bend=0.6, turn=25), Leg((70, 83.5), bend=-0.4)),
            trousers=WHITE,
            shirt=TINT,
            holds=(box(68, 62, 20, 16, ACCENT, 3, 4),),
        ),
        ground(),
    )


@pictogram
def quick_exit() -> Drawing:
    """Someone runs out at an open door."""
    return (
        box(50, 5.5, 39, 84, LIGHT, 3),
        *person(
            Head((66, 24), r=11, hair='fringe', look=0.8),
            (52, 56),
            neck=(62, 35),
            left=Arm((40, 47), elbow=(48, 39), behind=True, wrist=50),
            right=Arm((78, 45), elbow=(69, 52)),
            legs=(Leg((28, 67), knee=(42, 66), shoe=-1, turn=110), Leg((67, 79), knee=(68, 63))),
            trousers=WHITE,
            build=smaller(FULL, 0.92),
        ),
        path('M6 26H30M6 42H22', None, ACCENT, 5),
    )


@pictogram
def unlock() -> Drawing:
    """Someone opens a padlock with a key."""
    lock_ = (
        path('M58 48V38A11 11 0 0 1 79 33', None, INK, 7),
        box(52, 48, 38, 34, TINT, 5),
        circle((71, 62), 4, INK, None),
        path('M71 63V72', None, INK, 5),
    )
    key = placed((circle((-9, 0), 6, ACCENT, width=4), path('M-3 0H14M8 0V6', None, INK, 4.5)), (53, 66))
    return (
        *lock_,
        *near(
            Head((26, 31), r=14.5, hair='curls', face='smile', look=0.5),
            wide=38,
            right=Arm((38, 72), elbow=(24, 84), kind=None),
        ),
        *key,
        *hand((36, 70), -15, 'fist', NEAR),
    )
