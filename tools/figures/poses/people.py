"""Who belongs to someone: the answers of "belong"."""

from tools.figures.body import Arm, arm
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.person import near, person
from tools.figures.props import cup, heart, roof, star, table
from tools.figures.shapes import ACCENT, INK, LIGHT, THIN, TINT, WHITE, Drawing, box, circle, ellipse, path


@pictogram
def father() -> Drawing:
    """A man with a moustache and a small child."""
    man = Head((38, 30), r=18, hair='side', face='smile', wears=('moustache',))
    child = Head((72, 54), r=11, hair='curls', face='glad')
    return (
        *near(man, wide=50, x=36),
        *near(child, wide=26, shirt=LIGHT),
        *arm((48, 60), Arm((70, 80), elbow=(52, 82)), TINT, NEAR),
    )


@pictogram
def mother() -> Drawing:
    """A woman with a baby on her arm."""
    woman = Head((48, 29), r=17, hair='long', face='smile', down=0.5)
    baby = (
        path('M30 62Q44 54 60 58L72 62Q78 70 70 78Q52 86 34 78Q24 70 30 62z', LIGHT),
        *bare(Head((36, 65), r=10, face='asleep', tilt=-15)),
    )
    return (
        *near(woman, wide=48, holds=baby),
        *arm((64, 58), Arm((44, 82), elbow=(76, 82), wrist=8), TINT, NEAR),
    )


@pictogram
def child() -> Drawing:
    """A child with a balloon."""
    string = path('M74 40Q72 52 70 60', width=THIN)
    balloon = (ellipse((74, 23), 12.5, 15, ACCENT), path('M71 42L74 38L77 42z', ACCENT, width=3.4))
    child_ = person(
        Head((42, 31), r=16, hair='tails', face='glad'),
        (42, 73),
        left=Arm((25, 62), bend=-0.8),
        right=Arm((66, 59), bend=0.8),
        build=smaller(FULL, 0.95),
        trousers=WHITE,
        shirt=TINT,
    )
    return (string, *balloon, *child_)


@pictogram
def partner() -> Drawing:
    """Two side by side, hand in hand."""
    one = Head((24, 24), r=13, hair='bob', face='smile', look=0.4)
    two = Head((72, 22), r=13, hair='side', face='smile', look=-0.4)
    return (
        *person(one, (25, 60), left=Arm((11, 60), bend=-0.5), right=Arm((46, 60), bend=0.1, kind=None), trousers=WHITE),
        *person(
            two,
            (71, 59),
            left=Arm((52, 60), bend=-0.1),
            right=Arm((85, 60), bend=0.5),
            shirt=LIGHT,
            trousers=WHITE,
        ),
        *heart((48, 14), 0.6),
    )


@pictogram
def grandparent() -> Drawing:
    """An old woman with glasses and a stick."""
    old = Head((40, 33), r=17, hair='bun', colour=LIGHT, face='smile', wears=('glasses',))
    stick = path('M76 89V58Q76 50 69 50Q63 50 63 56', None, INK, 6)
    return near(old, wide=46, x=38, right=Arm((68, 66), elbow=(54, 82)), holds=(stick,))


@pictogram
def sibling() -> Drawing:
    """A girl and a boy in the same jumpers, hand in hand."""
    girl = Head((29, 30), r=15, hair='tails', face='glad')
    boy = Head((66, 30), r=15, hair='short', face='glad')
    build = smaller(FULL, 0.95)
    return (
        *person(
            boy,
            (66, 71),
            left=Arm((48, 68), bend=-0.2),
            right=Arm((82, 68), bend=0.6),
            shirt=ACCENT,
            trousers=WHITE,
            build=build,
        ),
        *person(
            girl,
            (30, 71),
            left=Arm((14, 68), bend=-0.6),
            right=Arm((48, 68), bend=0.2, kind=None),
            shirt=ACCENT,
            trousers=WHITE,
            build=build,
        ),
        *star((29.5, 58.5), 0.62, WHITE, 3),
        *star((66, 58.5), 0.62, WHITE, 3),
    )


@pictogram
def friend() -> Drawing:
    """Two who laugh, an arm around a shoulder."""
    one = Head((28, 32), r=16, hair='curls', face='laugh', look=0.1)
    two = Head((68, 34), r=15.5, hair='tail', face='laugh', look=-0.1)
    return (
        *near(two, wide=42, shirt=LIGHT),
        *near(one, wide=44, right=Arm((79, 62), elbow=(56, 66), wrist=10)),
    )


@pictogram
def neighbour() -> Drawing:
    """Two houses side by side, and who lives there waves."""

    def house(x: float) -> Drawing:
        return (
            path(f'M{x - 16} 38L{x} 12L{x + 16} 38V89H{x - 16}z', LIGHT),
            *roof(x, 9, 20, 31, TINT),
        )

    return (
        *house(25),
        *house(71),
        *near(Head((24, 53), r=11, hair='bun', face='smile', look=0.3), wide=27),
        *near(Head((72, 53), r=11, hair='bald', face='glad', look=-0.3), wide=27, shirt=ACCENT),
    )


@pictogram
def by_myself() -> Drawing:
    """One person at ease with a cup, at a table between empty chairs."""
    chairs = (path('M6 52V89M6 70H20V89', width=5.5), path('M90 52V89M90 70H76V89', width=5.5))
    sits = near(Head((48, 30), r=14, hair='short', face='calm'), wide=38, base=76)
    return (*chairs, *sits, *cup((48, 60), 0.8), *table(24, 72, 70, 89.5, ACCENT))


@pictogram
def avatar_boat() -> Drawing:
    """A little steamboat."""
    return (
        path('M48 14C42 14 40 6 47 6C50 2 58 4 58 9C66 10 64 18 58 17', WHITE, width=4),
        box(38, 22, 14, 20, ACCENT, 2),
        path('M28 58V40H66V58', WHITE),
        circle((39, 49), 4, LIGHT, width=3.6),
        circle((55, 49), 4, LIGHT, width=3.6),
        path('M8 56H88L76 78H20z', TINT),
        path('M6 86q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0', None, INK, 4.5),
    )
