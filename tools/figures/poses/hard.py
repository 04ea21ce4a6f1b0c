"""What makes it hard: the answers of "in the way"."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.person import near, person
from tools.figures.props import bolt, drop, euro, ground, question, sheet
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def stress() -> Drawing:
    """A head that is full, held with both hands."""
    tangle = path(
        'M32 18C30 6 50 4 52 13C54 21 38 24 38 16C38 6 62 4 62 13C62 21 48 22 48 15C48 8 66 8 65 18', None, width=4
    )
    full = Head((48, 49), r=18, hair='short', face='worried')
    return (
        *near(full, left=Arm((27, 50), bend=1, thumb=-1), right=Arm((69, 50), bend=-1)),
        tangle,
        *bolt((16, 22), 1, 10),
        *bolt((80, 22), 1, -10),
    )


@pictogram
def afraid() -> Drawing:
    """Wide eyes, and hands before the mouth."""
    scared = Head((48, 40), r=23, hair='curls', face='scared')
    return (
        *near(
            scared,
            wide=52,
            left=Arm((36, 66), kind='fist', elbow=(18, 86), wrist=-30),
            right=Arm((60, 66), elbow=(78, 86), wrist=30, thumb=-1),
        ),
        *drop((82, 22), 1.1, LIGHT),
    )


@pictogram
def pain_or_illness() -> Drawing:
    """A hand on the head and one on the belly."""
    hurt = Head((44, 33), r=17, hair='parted', face='pain')
    return (
        *near(
            hurt,
            left=Arm((27, 24), bend=1, kind='open', thumb=-1),
            right=Arm((50, 78), elbow=(66, 72), kind='fist', shoulder=(57, 60)),
        ),
        *bolt((76, 22), 1.1, -20),
        *bolt((85, 42), 0.9, -20),
    )


@pictogram
def tired() -> Drawing:
    """Someone yawns, the head on a hand; their battery is nearly empty."""
    return (
        *near(
            Head((36, 42), r=18, hair='fringe', face='yawn', tilt=-12),
            wide=48,
            x=42,
            base=86,
            left=Arm((19, 58), elbow=(16, 80), kind='fist', shoulder=(34, 80)),
        ),
        path('M6 88.5H90', None, INK, 6),
        box(52, 6, 33, 20, WHITE, 3),
        path('M88.5 13V19', None, INK, 5.5),
        path('M59.5 12.5V19.5', None, ACCENT, 6.5),
    )


@pictogram
def alone() -> Drawing:
    """Someone sits alone on the ground, arms around the knees."""
    sits = person(
        Head((40, 32), r=14, hair='bob', face='low', look=0.4, down=0.6),
        (32, 80),
        neck=(36, 46),
        right=Arm((66, 70), elbow=(52, 68)),
        legs=(Leg((70, 83.5), knee=(64, 58), hip=(36, 80)),),
        trousers=LIGHT,
    )
    return (*sits, ground())


@pictogram
def papers() -> Drawing:
    """Someone does not know what to do with a pile of papers."""
    pile = (
        *(box(50, y, 38, 9, colour, 2, 4) for y, colour in ((80, WHITE), (71, LIGHT), (62, WHITE), (53, LIGHT))),
        *sheet(54, 18, 30, 34, 3, WHITE, 8),
    )
    lost = Head((26, 46), r=14, hair='curls', face='worried')
    return (*near(lost, wide=38), *question((26, 13), 0.62, ACCENT), *pile)


@pictogram
def no_place() -> Drawing:
    """Someone sleeps on a bench in the rain."""
    return (
        path('M20 26C8 26 8 12 19 12C22 1 42 1 45 9C58 5 64 26 50 26z', LIGHT),
        path('M66 14l-4 9M80 12l-4 9M72 30l-4 9M86 28l-4 9', None, INK, 4.5),
        path('M8 44V88M88 44V88M8 52H88', None, INK, 5.5),
        path('M34 74Q36 56 56 58L84 62Q88 66 87 75H34z', ACCENT),
        *bare(Head((24, 61), r=12.5, hair='bald', face='low', tilt=-8)),
        box(5, 75, 86, 8, TINT, 2),
    )


@pictogram
def waiting() -> Drawing:
    """Someone waits on a chair, under a clock."""
    clock = (circle((72, 24), 18, WHITE), path('M72 14V24L79 29', None, INK, 4.5))
    waits = person(
        Head((28, 27), r=12.5, hair='parted', face='flat', look=0.4),
        (26, 66),
        neck=(27, 40),
        right=Arm((46, 62), elbow=(36, 60)),
        legs=(Leg((52, 83.5), knee=(52, 66), hip=(28, 65)),),
        trousers=WHITE,
    )
    return (path('M9 38V89M10 72H40V89', None, INK, 5.5), *waits, *clock)


@pictogram
def in_the_way() -> Drawing:
    """Someone walks bent under a boulder on their back."""
    boulder = (
        path('M12 44L10 26L22 10L42 6L58 14L62 30L54 40L30 50z', LIGHT),
        path('M26 20L34 28L48 24M34 28L30 38', width=4),
    )
    bent = person(
        Head((66, 40), r=12.5, hair='short', face='worried', look=0.5, down=0.6),
        (36, 62),
        neck=(58, 46),
        left=Arm((50, 26), elbow=(66, 34), kind=None, behind=True),
        right=Arm((52, 66), bend=0.5),
        legs=(Leg((20, 82), knee=(28, 72), hip=(41, 58), turn=15), Leg((50, 83.5), knee=(54, 71), hip=(42, 58))),
        trousers=WHITE,
    )
    sweat = (*drop((86, 28), 0.9), *drop((84, 52), 0.7))
    return (*bent, *boulder, *hand((52, 40), -100, 'fist', FULL), *sweat, ground())


@pictogram
def no_money() -> Drawing:
    """An empty wallet; the coin above it is struck out."""
    return (
        path('M12 60L20 50H76L84 60V66H12z', INK, INK),
        path('M8 59H88V82Q88 89 81 89H15Q8 89 8 82z', TINT),
        box(66, 65, 25, 15, LIGHT, 6),
        dots([(75, 72.5)], 5.5),
        *euro((48, 26), 20, LIGHT),
        path('M30 44L66 8', None, WHITE, 10.5),
        path('M29 45L67 7', None, ACCENT, 5.5),
    )
