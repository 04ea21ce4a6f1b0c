"""What people take part in: the answers of "take part"."""

from tools.figures.body import Arm, Leg
from tools.figures.build import NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import cup, ground, heart, steam, table
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def work() -> Drawing:
    """Someone in a helmet at a workbench, with a hammer."""
    hammer = (path('M72 44L78 20', None, INK, 6), *placed((box(-12, -6, 24, 12, ACCENT, 2.5, 4),), (78.5, 15), 12))
    works = Head((38, 28), r=14, wears=('helmet',), scarf=LIGHT, look=0.3)
    return (
        *near(
            works,
            wide=42,
            base=74,
            left=Arm((36, 70), elbow=(18, 70)),
            right=Arm((73, 41), elbow=(66, 64)),
            holds=hammer,
        ),
        *table(6, 90, 74, 90, LIGHT),
        box(48, 66, 22, 8, ACCENT, 1, 4),
    )


@pictogram
def learning() -> Drawing:
    """Someone at a desk in a class, a hand up; the teacher by the board."""
    board = (box(30, 6.5, 59, 38, LIGHT, 3), path('M58 18H78M58 30H72', width=4))
    teacher = Head((24, 32), r=12.5, hair='side', look=0.5, wears=('beard',))
    pupil = Head((71, 57), r=12, hair='curls', face=None)
    return (
        *board,
        *near(teacher, wide=32, right=Arm((47, 38), elbow=(44, 60), kind='point', thumb=-1), build=smaller(NEAR, 0.9)),
        *near(pupil, wide=30, base=80, shirt=ACCENT),
        box(50, 78, 40, 10.5, WHITE, 2),
    )


@pictogram
def sport_together() -> Drawing:
    """Two play football."""
    one = person(
        Head((26, 20), r=11.5, hair='curls', look=0.6, face='glad'),
        (27, 54),
        left=Arm((10, 48), bend=-1, kind='fist'),
        right=Arm((44, 44), bend=1, kind='fist'),
        legs=(Leg((16, 83.5), bend=0.4), Leg((45, 76), bend=-0.5, turn=-25)),
        trousers=WHITE,
    )
    two = person(
        Head((74, 20), r=11.5, hair='bob', look=-0.6, face='glad'),
        (72, 54),
        left=Arm((57, 44), bend=-1, behind=True),
        right=Arm((88, 50), bend=1),
        legs=(Leg((64, 82), bend=0.4, shoe=-1), Leg((82, 83.5), bend=-0.4, shoe=-1)),
        shirt=LIGHT,
        trousers=WHITE,
    )
    return (*two, *one, circle((55.5, 82), 7.6, ACCENT, width=4))


@pictogram
def volunteering() -> Drawing:
    """Someone in an apron with a heart hands out soup."""
    apron = (path('M13 89V66H35V89z', WHITE, width=4), *heart((24, 78), 0.7))
    gives = Head((24, 28), r=14, hair='curls', face='smile', look=0.5)
    takes = Head((75, 32), r=13.5, hair='bald', face='glad', look=-0.6)
    return (
        *near(takes, wide=32, x=76, shirt=LIGHT, left=Arm((64, 70), elbow=(76, 78), kind='flat', wrist=8)),
        *near(gives, wide=36, on=apron, right=Arm((37, 69), elbow=(26, 72), kind='flat', wrist=8)),
        path('M34 51H66Q65 68 50 68Q35 68 34 51z', ACCENT),
        steam((50, 44)),
    )


@pictogram
def shopping() -> Drawing:
    """Someone pushes a trolley with food."""
    trolley = (
        box(56, 28, 9, 24, TINT, 3, 4),
        circle((74, 44), 8, ACCENT, width=4),
        path('M42 42H48L56 72H82', None, INK, 5),
        path('M50 50H89L83 67H54z', WHITE, width=4),
        path('M62 51V66M75 51V66', width=3.4),
        dots([(60, 83), (80, 83)], 12),
        dots([(60, 83), (80, 83)], 4, WHITE),
    )
    pushes = person(
        Head((22, 21), r=12.5, hair='bob', look=0.6),
        (19, 57),
        right=Arm((40, 43), bend=1),
        legs=(Leg((12, 83.5), bend=0.3), Leg((28, 83.5), bend=-0.3)),
        trousers=LIGHT,
    )
    return (*trolley, *pushes)


@pictogram
def travelling() -> Drawing:
    """Someone on the way, with a rucksack and a stick."""
    pack = box(14, 30, 24, 28, ACCENT, 7)
    walks = person(
        Head((48, 19), r=12, hair='fringe', look=0.6),
        (42, 57),
        neck=(46, 31),
        right=Arm((66, 45), bend=1),
        legs=(Leg((27, 81), bend=1, turn=25), Leg((57, 83.5), bend=-1)),
        trousers=WHITE,
        holds=(path('M69 32V87', width=5),),
    )
    return (pack, *walks, ground())


@pictogram
def club() -> Drawing:
    """Two play cards at a table."""
    card = box(-6, -23, 12, 19, WHITE, 2, 3.6)
    fan = sum((placed((card,), (0, 0), turn) for turn in (-32, 0, 32)), ())
    one = Head((23, 26), r=14, hair='bald', face='glad', look=0.4, wears=('moustache',))
    two = Head((71, 26), r=12.5, hair='scarf', scarf=LIGHT, face='smile', look=-0.4)
    return (
        *near(one, wide=36, base=80),
        *near(two, wide=36, base=80, shirt=ACCENT),
        *placed(fan, (33, 73), 8),
        *placed(fan, (63, 73), -8),
        *hand((25, 71), -10, 'fist', NEAR),
        *hand((71, 71), -170, 'fist', NEAR, -1),
        *table(5, 91, 77, 90, TINT),
    )


@pictogram
def day_activity() -> Drawing:
    """Someone shapes a pot at a table."""
    pot = (path('M40 76Q30 60 41 44H55Q66 60 56 76z', ACCENT, width=4), path('M37 43.5H59', width=5))
    potter = Head((48, 22), r=14, hair='parted', face='calm', down=0.6)
    return (
        *near(
            potter,
            wide=46,
            base=78,
            left=Arm((25, 69), elbow=(12, 62)),
            right=Arm((71, 69), elbow=(84, 62), thumb=-1),
            holds=pot,
        ),
        *table(5, 91, 77, 90, LIGHT),
    )


@pictogram
def neighbourhood() -> Drawing:
    """A house with room for all: people drink coffee under one roof."""
    house = (path('M14 36V89H82V36', LIGHT), path('M6 38L48 7L90 38z', TINT), *cup((47, 27), 0.62))
    return (
        *house,
        *near(Head((34, 56), r=9.5, hair='scarf', scarf=ACCENT, face='smile'), wide=24),
        *near(Head((63, 55), r=10.5, hair='bald', face='smile'), wide=26, shirt=ACCENT),
    )


@pictogram
def colleague() -> Drawing:
    """Two in the same work clothes."""

    def vest(x: float) -> Drawing:
        return (path(f'M{x - 9} 58L{x} 72L{x + 9} 58', None, INK, 4), path(f'M{x - 16} 79H{x + 16}', None, INK, 4))

    return (
        *near(
            Head((25, 33), r=13.5, face='smile', wears=('helmet', 'beard'), scarf=LIGHT, look=0.2), wide=38, on=vest(25)
        ),
        *near(Head((71, 33), r=13.5, face='glad', wears=('helmet',), scarf=LIGHT, look=-0.2), wide=38, on=vest(71)),
    )
