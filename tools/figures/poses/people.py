"""Who belongs to someone: the answers of "belong"."""

from dataclasses import replace

from tools.figures.body import FULL, NEAR, SMALL, Arm, arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.person import near, person, smaller
from tools.figures.props import badge, ground, heart, sheet
from tools.figures.shapes import ACCENT, INK, LIGHT, THIN, TINT, WHITE, Drawing, box, ellipse, path


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
    """Two cheek to cheek, a heart above."""
    one = Head((31, 43), r=15, hair='parted', face='glad', look=0.3, tilt=6)
    two = Head((65, 43), r=15, hair='short', face='glad', look=-0.3, tilt=-6, wears=('beard',))
    return (
        *heart((48, 15), 1),
        *near(two, wide=38, shirt=LIGHT, x=68),
        *near(one, wide=38, x=28),
        *arm((38, 64), Arm((68, 78), elbow=(48, 82)), TINT, NEAR),
    )


@pictogram
def grandparent() -> Drawing:
    """An old woman with glasses and a stick."""
    old = Head((40, 33), r=17, hair='bun', colour=LIGHT, face='smile', wears=('glasses',))
    stick = path('M76 89V58Q76 50 69 50Q63 50 63 56', None, INK, 6)
    return near(old, wide=46, x=38, right=Arm((68, 66), elbow=(54, 82)), holds=(stick,))


@pictogram
def sibling() -> Drawing:
    """A boy and a smaller girl."""
    boy = Head((29, 23), r=13.5, hair='short', face='smile', look=0.2)
    girl = Head((67, 42), r=13, hair='tails', face='glad', look=-0.2)
    return (
        *person(boy, (29, 62), left=Arm((15, 58), bend=-0.5), right=Arm((45, 60), bend=0.5, kind=None), trousers=WHITE),
        *person(
            girl,
            (67, 72),
            right=Arm((82, 70), bend=0.5),
            left=Arm((50, 61), bend=-0.5),
            build=SMALL,
            shirt=ACCENT,
            trousers=WHITE,
        ),
        ground(),
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
            path(f'M{x - 20} 40L{x} 9L{x + 20} 40', None, INK, 11),
            path(f'M{x - 20} 40L{x} 9L{x + 20} 40', None, TINT, 3),
        )

    return (
        *house(25),
        *house(71),
        *near(Head((24, 53), r=11, hair='bun', face='smile', look=0.3), wide=27),
        *near(Head((72, 53), r=11, hair='bald', face='glad', look=-0.3), wide=27, shirt=ACCENT),
    )


@pictogram
def supporter() -> Drawing:
    """Someone with a badge sits with another; they look at a paper."""
    worker = Head((30, 29), r=14.5, hair='bob', face='smile', look=0.4)
    other = Head((71, 37), r=13.5, hair='curls', face='smile', look=-0.5)
    return (
        *near(other, wide=34, shirt=LIGHT),
        *near(
            worker,
            wide=40,
            on=badge(27, 45, wide=13),
            right=Arm((52, 72), elbow=(42, 80), thumb=-1),
            holds=sheet(46, 52, 22, 26, 3),
        ),
    )


@pictogram
def by_myself() -> Drawing:
    """One who walks alone."""
    return (
        *person(
            Head((48, 19), r=12, hair='short', look=0.3),
            (48, 57),
            left=Arm((33, 56), bend=-0.7),
            right=Arm((63, 56), bend=0.7),
            trousers=WHITE,
        ),
        ground(),
    )


@pictogram
def worker() -> Drawing:
    """Someone with a badge."""
    return near(Head((48, 30), r=17, hair='bun', face='smile'), wide=54, on=badge(48, 47, wide=17, reach=12, drop_=16))


@pictogram
def coordinator() -> Drawing:
    """Someone with a badge and a list."""
    board = (
        box(52, 40, 36, 47, WHITE, 4),
        box(62, 34, 16, 10, ACCENT, 2.5, 4),
        path('M60 57l3.4 3.4l5.6-6.4M60 71l3.4 3.4l5.6-6.4M74 59h7M74 73h7', width=3.6),
    )
    boss = Head((32, 29), r=15.5, hair='side', face='smile', look=0.3, wears=('glasses',))
    return near(boss, wide=46, on=badge(27, 46, wide=13), holds=board, right=Arm((54, 78), elbow=(40, 84), thumb=-1))


@pictogram
def team() -> Drawing:
    """Three with a badge."""
    return (
        *near(
            Head((21, 38), r=12, hair='bald', face='smile', look=0.2),
            wide=32,
            shirt=LIGHT,
            on=badge(19, 52, reach=5, drop_=14),
        ),
        *near(
            Head((75, 38), r=12, hair='parted', face='smile', look=-0.2),
            wide=32,
            shirt=LIGHT,
            on=badge(77, 52, reach=5, drop_=14),
        ),
        *near(
            Head((48, 26), r=14, hair='scarf', scarf=ACCENT, face='glad'),
            wide=40,
            on=(box(41, 66, 14, 15, WHITE, 2, 4),),
        ),
    )


@pictogram
def whose_mine() -> Drawing:
    """Someone shows a strong arm and points at themselves."""
    me_ = Head((44, 31), r=16, hair='curls', face='glad')
    return near(
        me_,
        wide=46,
        left=Arm((32, 74), elbow=(10, 80), kind='flat', wrist=0),
        right=Arm((80, 42), elbow=(80, 70), wrist=-40, thumb=-1),
    )


@pictogram
def whose_people() -> Drawing:
    """Three close together."""
    return (
        *near(Head((20, 40), r=12.5, hair='bun', face='smile', look=0.3), wide=33, shirt=TINT),
        *near(Head((76, 40), r=12.5, hair='beard', face='smile', look=-0.3, wears=('beard',)), wide=33, shirt=TINT),
        *near(Head((48, 33), r=14, hair='short', face='glad'), wide=38, shirt=LIGHT),
    )


@pictogram
def whose_professionals() -> Drawing:
    """Someone with a badge and a folder under the arm."""
    pro = Head((40, 29), r=16, hair='scarf', scarf=LIGHT, face='smile')
    folder = (box(50, 54, 36, 28, ACCENT, 3), path('M50 62H86', width=4))
    return near(
        pro,
        wide=46,
        on=badge(34, 53, wide=13, reach=0.1, drop_=6),
        holds=folder,
        right=Arm((60, 78), elbow=(48, 86), thumb=-1),
    )


@pictogram
def my_people() -> Drawing:
    """Portraits of four people."""

    def portrait(x: float, y: float, head: Head) -> Drawing:
        return (
            box(x, y, 41, 41, WHITE, 5),
            *near(replace(head, at=(x + 20.5, y + 17), r=9), wide=26, base=y + 41, shirt=TINT),
        )

    return (
        *portrait(5, 5, Head((0, 0), hair='short')),
        *portrait(50, 5, Head((0, 0), hair='bun')),
        *portrait(5, 50, Head((0, 0), hair='scarf', scarf=ACCENT)),
        *portrait(50, 50, Head((0, 0), hair='bald')),
    )


@pictogram
def me() -> Drawing:
    """Someone points at their own chest."""
    self_ = Head((48, 31), r=18, hair='bob', face='smile')
    return near(self_, wide=52, right=Arm((66, 74), elbow=(84, 82), kind='point', thumb=1, wrist=10))
