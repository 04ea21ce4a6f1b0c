"""Workers and their badge, and whose a strength is."""

from dataclasses import replace

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.person import near
from tools.figures.props import badge, sheet
from tools.figures.shapes import ACCENT, LIGHT, TINT, WHITE, Drawing, box, path


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
            right=Arm((44, 77), elbow=(30, 84), thumb=1),
            holds=sheet(46, 52, 22, 26, 3),
        ),
    )


@pictogram
def worker() -> Drawing:
    """Someone with a badge."""
    return near(Head((48, 30), r=17, hair='bun', face='smile'), wide=54, on=badge(48, 47, wide=17, reach=12, long=16))


@pictogram
def coordinator() -> Drawing:
    """Someone with a badge and a list."""
    board = (
        box(52, 40, 36, 47, WHITE, 4),
        box(62, 34, 16, 10, ACCENT, 2.5, 4),
        path('M60 57l3.4 3.4l5.6-6.4M60 71l3.4 3.4l5.6-6.4M74 59h7M74 73h7', width=3.6),
    )
    boss = Head((32, 29), r=15.5, hair='side', face='smile', look=0.3, wears=('glasses',))
    return near(boss, wide=46, on=badge(27, 46, wide=13), holds=board, right=Arm((48, 80), elbow=(32, 86), thumb=1))


@pictogram
def team() -> Drawing:
    """Three with a badge."""
    return (
        *near(
            Head((21, 38), r=12, hair='bald', face='smile', look=0.2),
            wide=32,
            shirt=LIGHT,
            on=badge(19, 52, reach=5, long=14),
        ),
        *near(
            Head((75, 38), r=12, hair='parted', face='smile', look=-0.2),
            wide=32,
            shirt=LIGHT,
            on=badge(77, 52, reach=5, long=14),
        ),
        *near(
            Head((48, 26), r=14, hair='scarf', scarf=ACCENT, face='glad'),
            wide=40,
            on=(box(41, 66, 14, 15, WHITE, 2, 4),),
        ),
    )


@pictogram
def whose_mine() -> Drawing:
    """Someone points at themselves, with both hands."""
    return near(
        Head((48, 29), r=16, hair='curls', face='glad'),
        wide=48,
        left=Arm((21, 70), elbow=(9, 82), kind='point', wrist=42),
        right=Arm((75, 70), elbow=(87, 82), kind='point', thumb=-1, wrist=-42),
    )


@pictogram
def whose_people() -> Drawing:
    """Three close together."""
    return (
        *near(Head((20, 40), r=12.5, hair='bun', face='smile', look=0.3), wide=33, shirt=TINT),
        *near(Head((76, 40), r=12.5, face='smile', look=-0.3, wears=('beard',)), wide=33, shirt=TINT),
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
        on=badge(34, 53, wide=13, reach=0.1, long=6),
        holds=folder,
        right=Arm((60, 78), elbow=(48, 86), thumb=-1),
    )


@pictogram
def my_people() -> Drawing:
    """Portraits of four people."""

    def portrait(x: float, y: float, head: Head) -> Drawing:
        return (
            box(x, y, 41, 41, WHITE, 5),
            *near(replace(head, at=(x + 20.5, y + 18), r=10), wide=28, base=y + 41, shirt=TINT),
        )

    return (
        *portrait(5, 5, Head((0, 0), hair='short')),
        *portrait(50, 5, Head((0, 0), hair='bun')),
        *portrait(5, 50, Head((0, 0), hair='scarf', scarf=ACCENT)),
        *portrait(50, 50, Head((0, 0), hair='bald')),
    )


@pictogram
def me() -> Drawing:
    """Someone with a hand on their own chest."""
    return near(
        Head((48, 31), r=18, hair='parted', face='smile'),
        wide=52,
        right=Arm((62, 76), elbow=(84, 82), kind='flat', thumb=-1, wrist=10),
    )
