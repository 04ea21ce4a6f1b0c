"""Workers and their badge, and whose a strength is."""

from dataclasses import replace

from tools.figures.body import Arm, arm
from tools.figures.build import NEAR
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.person import near
from tools.figures.props import badge
from tools.figures.shapes import ACCENT, LIGHT, TINT, WHITE, Drawing, box, circle, path


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
    """A doctor with a stethoscope, and someone with a badge."""
    stethoscope = (
        path('M17 46V56Q17 64 25 64Q33 64 33 56V46M25 64V73', width=4.2),
        circle((25, 76), 4.6, ACCENT, width=4),
    )
    doctor = Head((28, 30), r=14.5, hair='side', face='smile', look=0.1, wears=('glasses',))
    pro = Head((70, 34), r=14, hair='bun', face='smile', look=-0.1)
    return (
        *near(pro, wide=40, x=71, on=badge(71, 49, wide=15, reach=9, long=13)),
        *near(doctor, wide=42, x=27, shirt=WHITE, on=stethoscope),
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
    """Someone holds a picture frame around their own face."""
    frame = 'M21 13H75V66H21z'
    return (
        *near(Head((48, 42), r=17.5, hair='parted', face='glad'), wide=52),
        path(frame, width=13),
        path(frame, None, ACCENT, 4.6),
        *arm((31, 70), Arm((19, 60), elbow=(10, 84), wrist=-10, thumb=-1), TINT, NEAR),
        *arm((65, 70), Arm((77, 60), elbow=(86, 84), wrist=10), TINT, NEAR),
    )
