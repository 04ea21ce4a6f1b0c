"""The four conditions of a good life."""

from dataclasses import replace

from tools.figures.body import Arm
from tools.figures.build import FULL, NEAR
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.person import near, person
from tools.figures.props import rays, star
from tools.figures.shapes import ACCENT, LIGHT, TINT, WHITE, Drawing, box, path


@pictogram
def be_yourself() -> Drawing:
    """Someone sees their own face in the mirror, and smiles."""
    mirror = (box(40, 6.5, 49.5, 72, LIGHT, 14), path('M56 80V89M74 80V89', width=5))
    return (
        *mirror,
        *near(Head((66, 35), r=14.5, hair='curls', face='smile'), wide=36, base=78.5, shirt=TINT),
        *near(Head((24, 50), r=14.5, hair='curls', face=None), wide=36, shirt=TINT),
    )


@pictogram
def matter() -> Drawing:
    """Someone made something good, and another says so with a thumb."""
    proud = Head((23, 31), r=14.5, hair='bun', face='glad')
    praises = Head((75, 32), r=14.5, hair='short', face='smile', look=-0.6)
    return (
        *near(proud, wide=35, on=star((23, 68), 1.1, ACCENT)),
        *near(
            praises,
            wide=32,
            shirt=LIGHT,
            left=Arm((58, 69), kind='thumb', thumb=-1, elbow=(73, 70), wrist=-4),
            build=replace(NEAR, hand=1.7),
        ),
        rays((43, 14, 2, -6), (50, 17, 5, -4), colour=ACCENT),
    )


@pictogram
def take_part() -> Drawing:
    """Two carry a table together."""
    table = (path('M34 58V78M62 58V78', width=5.5), box(22, 51, 52, 9, ACCENT, 2))
    one = Head((22.5, 22), r=11.5, hair='scarf', scarf=LIGHT, face='glad', look=0.5)
    two = Head((77, 21), r=12, hair='short', look=-0.5)
    return (
        *person(one, (22, 57), right=Arm((25, 54), elbow=(19, 52), kind=None, shoulder=(25, 43)), trousers=WHITE),
        *person(two, (78, 57), left=Arm((72, 54), elbow=(79, 52), kind=None, shoulder=(74, 42)), trousers=WHITE),
        *table,
        *hand((24, 55.5), 0, 'fist', FULL),
        *hand((72, 55.5), 180, 'fist', FULL),
    )


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
