"""Workers and their badge, and whose a strength is."""

from dataclasses import replace

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.person import near
from tools.figures.props import badge, table
from tools.figures.shapes import ACCENT, INK, LIGHT, THIN, TINT, WHITE, Drawing, box, dots, path


@pictogram
def supporter() -> Drawing:
    """Someone with a badge has an arm around another."""
    pro = Head((33, 28), r=15, hair='bob', face='smile', look=0.2)
    other = Head((70, 38), r=13.5, hair='curls', face='smile', look=-0.2)
    return (
        *near(other, wide=36, shirt=LIGHT),
        *near(pro, wide=46, x=31, on=badge(24, 44, wide=15, long=15), right=Arm((75, 68), elbow=(54, 66), wrist=8)),
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
    """Someone with a badge, behind a desk, talks with another."""
    return (
        *near(
            Head((63, 25), r=15, hair='side', face='smile', look=-0.3, wears=('glasses',)),
            wide=46,
            base=80,
            on=badge(63, 41, wide=15, reach=9, long=14),
        ),
        *table(28, 92, 75, 91, ACCENT),
        *near(Head((24, 50), r=12.5, hair='curls', face=None), wide=34, shirt=LIGHT),
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
    """A portrait of oneself in a frame on the wall."""
    return (
        path('M30 26L48 8L66 26', None, INK, THIN),
        dots([(48, 8)], 8),
        box(13, 26, 70, 65, ACCENT, 5),
        box(23, 36, 50, 45, WHITE, 2, THIN),
        *near(Head((48, 54), r=12.5, hair='parted', face='glad'), wide=36, base=81),
    )
