"""What gives people strength: the answers of "be yourself"."""

from tools.figures.body import Arm, Leg, arm
from tools.figures.build import FULL, NEAR
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import ground, pencil, roof, steam, sun, tree
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, path


@pictogram
def sleep_on_time() -> Drawing:
    """Someone in bed, under a large clock."""
    return (
        circle((63, 29), 24, WHITE),
        path('M63 14V29L51 22', None, INK, 5),
        path('M16 7A10.5 10.5 0 1 0 27 23A10 10 0 0 1 16 7z', TINT, width=4),
        path('M8 50V89M88 70V89M8 83H88', width=5.5),
        box(12, 59, 31, 18, WHITE, 8),
        *bare(Head((28, 62), r=11.5, hair='bob', face='asleep', tilt=-12)),
        path('M37 66Q62 57 82 67Q88 69 88 81H37z', ACCENT),
    )


@pictogram
def rest() -> Drawing:
    """Someone lies back in an easy chair, feet up."""
    chair = (
        path('M9 38L27 78H60', None, INK, 15),
        path('M9 38L27 78H60', None, ACCENT, 6.5),
        path('M26 80L20 89M54 80L60 89', width=5),
    )
    stool = box(74, 70, 16, 18, LIGHT, 3)
    rests = person(
        Head((28, 25), r=12.5, hair='fringe', face='calm', look=0.3, tilt=-20),
        (46, 68),
        neck=(32, 37),
        left=Arm((18, 24), bend=1, behind=True, elbow=(12, 42)),
        right=Arm((56, 56), elbow=(46, 58)),
        legs=(Leg((80, 64), knee=(66, 62), hip=(46, 66), shoe=1, turn=-80),),
        trousers=WHITE,
    )
    return (*chair, stool, *rests)


@pictogram
def outdoors() -> Drawing:
    """Someone with their arms wide in the sun, by a tree."""
    glad = person(
        Head((66, 43), r=11.5, hair='curls', face='glad'),
        (66, 70),
        left=Arm((47, 51), bend=0.4, thumb=-1),
        right=Arm((85, 51), bend=-0.4),
        trousers=WHITE,
        shirt=TINT,
    )
    return (*tree((25, 36)), *sun((75, 18), 5.6), *glad, ground())


@pictogram
def laughing() -> Drawing:
    """A face that laughs out loud."""
    laughs = Head((48, 38), r=24, hair='side', face='laugh')
    return near(laughs, wide=54)


@pictogram
def faith() -> Drawing:
    """Someone kneels in prayer."""
    prays = person(
        Head((46, 23), r=12.5, hair='scarf', scarf=LIGHT, face='calm', look=0.6),
        (38, 66),
        neck=(44, 36),
        legs=(Leg((21, 81), knee=(52, 82), hip=(38, 64), shoe=-1, turn=-35),),
        trousers=WHITE,
    )
    hands = arm((48, 46), Arm((67, 44), elbow=(58, 58), kind='flat', wrist=10), TINT, FULL)
    return (*prays, *hands, ground())


@pictogram
def sport() -> Drawing:
    """Someone runs as fast as they can."""
    runs = person(
        Head((60, 17), r=11.5, hair='fringe', look=0.8),
        (43, 54),
        neck=(56, 29),
        left=Arm((27, 40), elbow=(38, 34), behind=True, wrist=60),
        right=Arm((78, 34), elbow=(68, 44)),
        legs=(
            Leg((14, 68), knee=(30, 66), hip=(40, 53), shoe=-1, turn=115),
            Leg((67, 80), knee=(64, 60), hip=(46, 55), turn=-10),
        ),
        trousers=LIGHT,
    )
    return (
        *runs,
        path('M8 26H24M6 40H16', None, ACCENT, 4.5),
        path('M48.6 13.4Q60 9 71 14', None, ACCENT, 4),
        ground(30, 90),
    )


@pictogram
def cooking() -> Drawing:
    """Someone stirs in a pan on the stove."""
    stove = (
        box(46, 72, 44, 17, LIGHT, 2),
        path('M50 52H86V66A4 4 0 0 1 82 70H54A4 4 0 0 1 50 66z', ACCENT, width=4),
        path('M45 55H50M86 55H91', None, INK, 5),
    )
    cooks = person(
        Head((24, 22), r=12.5, hair='parted', look=0.6),
        (21, 59),
        right=Arm((56, 40), bend=1, elbow=(42, 50)),
        left=Arm((42, 56), behind=True, bend=-1),
        holds=(path('M60 34L66 52', None, INK, 5),),
        trousers=WHITE,
    )
    return (*cooks, *stove, steam((76, 44)))


@pictogram
def drawing() -> Drawing:
    """Someone draws a house."""
    paper = box(6, 50, 56, 36, WHITE, 3)
    house = path('M16 78V66L26 57L36 66V78z', LIGHT, width=4)
    draws = Head((60, 26), r=15, hair='tail', face='smile', look=-0.5, down=0.8)
    drawn_with = pencil((44, 74), 38)
    return (
        *near(draws, x=64, wide=44, shirt=TINT),
        paper,
        house,
        *drawn_with,
        *arm((78, 54), Arm((66, 66), elbow=(84, 76), thumb=-1), TINT, NEAR),
    )


@pictogram
def reading() -> Drawing:
    """Someone behind an open book."""
    book = (
        path('M48 60Q32 50 9 54V84Q32 80 48 89Q64 80 87 84V54Q64 50 48 60z', WHITE),
        path('M48 61V88M18 63Q30 62 39 66M18 73Q30 72 39 76M78 63Q66 62 57 66M78 73Q66 72 57 76', width=3.6),
    )
    reads = Head((48, 28), r=17, hair='side', face='smile', down=1, wears=('glasses',))
    return (
        *near(reads, wide=52, base=70),
        *book,
        *placed((circle((0, 0), 5.4, WHITE, width=4),), (10, 70)),
        *placed((circle((0, 0), 5.4, WHITE, width=4),), (86, 70)),
    )


@pictogram
def home() -> Drawing:
    """Someone at home, under their own roof."""
    return (
        path('M17 42L48 14L79 42V89H17z', LIGHT),
        *roof(48, 9, 41, 37, TINT),
        *near(Head((48, 52), r=13, hair='bob', face='smile'), wide=36, shirt=ACCENT),
    )


@pictogram
def sleep() -> Drawing:
    """Someone asleep in bed, under the moon."""
    return (
        path('M70 10A15 15 0 1 0 88 30A13 13 0 0 1 70 10z', TINT),
        path('M8 40V89M88 64V89M8 80H88', width=5.5),
        box(12, 52, 34, 22, WHITE, 8),
        *bare(Head((29, 56), r=13, hair='fringe', face='asleep', tilt=-12)),
        path('M40 60Q62 50 82 60Q88 63 88 78H40z', ACCENT),
    )
