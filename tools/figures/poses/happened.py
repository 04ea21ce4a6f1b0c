"""What happened: the answers of "what happened"."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.lines import Point
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import bolt, envelope, euro, flower, ground, heart, sheet
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, path


@pictogram
def lost_someone() -> Drawing:
    """Someone stands at a grave, with a flower and a bowed head."""
    grave = (path('M59 88V54A15 15 0 0 1 89 54V88z', LIGHT), *heart((74, 56), 0.75))
    rose = flower((46, 43), r=3.6, stem=22)
    mourner = person(
        Head((23, 25), r=12.5, hair='bob', face='low', look=0.4, down=0.5, tilt=8),
        (21, 58),
        neck=(21, 37),
        right=Arm((42, 61), bend=1, wrist=-30),
        holds=rose,
        trousers=LIGHT,
    )
    return (*grave, *mourner, ground())


@pictogram
def debts() -> Drawing:
    """Someone with their hands in their hair before bills that pile up."""
    worried = Head((48, 34), r=17, hair='side', face='worried')
    return (
        *near(worried, left=Arm((29, 29), bend=1, thumb=-1), right=Arm((67, 29), bend=-1)),
        *envelope(8, 62, 38, 26, WHITE, -6),
        *sheet(52, 55, 34, 34, 0, LIGHT, 7),
        *euro((69, 72), 13, WHITE),
    )


@pictogram
def what_happened() -> Drawing:
    """Someone under a storm."""
    cloud = path('M22 37C6 37 6 18 21 18C24 3 49 2 53 14C70 8 80 37 60 37z', LIGHT)
    flash = path('M72 46L64 60H73L67 74', None, ACCENT, 5)
    return (
        *near(Head((42, 60), r=13, hair='short', face='sad'), wide=40),
        cloud,
        flash,
        path('M14 46l-4 10M18 66l-4 10M86 48l-4 10', None, INK, 4.5),
    )


@pictogram
def separated() -> Drawing:
    """Two turn away from each other, a broken heart between them."""
    left, right = halves((48, 22))
    one = Head((19, 39), r=13, hair='parted', face='sad', look=-0.5)
    two = Head((77, 39), r=13, hair='short', face='sad', look=0.5)
    return (*left, *right, *near(one, wide=31, x=20), *near(two, wide=31, x=76, shirt=LIGHT))


def halves(at: Point) -> tuple[Drawing, Drawing]:
    """The two halves of a broken heart."""
    left = path('M-2 9C-15 1-13.6-9-7.4-9Q-3-9-2-5L-5-1L0 2z', ACCENT, width=4)
    right = path('M3 11C15 2 14-8.6 8-8.6Q4-8.6 2.6-5L6-1L1.6 3z', ACCENT, width=4)
    return placed((left,), (at[0] - 4, at[1]), -12, 1.15), placed((right,), (at[0] + 4, at[1]), 12, 1.15)


@pictogram
def ill() -> Drawing:
    """Someone ill in bed, with a thermometer."""
    thermometer = placed(
        (path('M-4 6V-14A4 4 0 0 1 4-14V6A7.4 7.4 0 1 1-4 6z', WHITE, width=4), path('M0-6V11', None, ACCENT, 5)),
        (76, 26),
    )
    return (
        path('M8 40V89M88 66V89M8 81H88', width=5.5),
        box(12, 52, 34, 23, WHITE, 8),
        *bare(Head((29, 54), r=14, hair='curls', face='low', tilt=-8)),
        path('M40 62Q62 52 82 62Q88 65 88 79H40z', TINT),
        *thermometer,
    )


@pictogram
def lost_job() -> Drawing:
    """Someone leaves the factory with their things in a box."""
    factory = (
        path('M6 40V14H16V40', TINT, width=4),
        path('M4 89V46L20 36V46L36 36V89z', LIGHT),
        path('M12 60H28M12 72H28', width=4),
    )
    things = (
        path('M72 48V34M72 42Q62 40 62 30Q72 30 72 42M72 38Q80 36 81 28Q72 28 72 38', TINT, width=3.6),
        box(60, 48, 30, 22, ACCENT, 2, 4),
    )
    leaves = person(
        Head((50, 22), r=12, hair='side', face='sad', look=0.4),
        (47, 59),
        right=Arm((63, 60), bend=1, kind=None),
        legs=(Leg((38, 82), bend=0.6, turn=15), Leg((60, 83.5), bend=-0.5)),
        trousers=WHITE,
    )
    return (*factory, *things, *leaves, *hand((62, 62), 10, 'fist', FULL), ground())


@pictogram
def conflict() -> Drawing:
    """Two shout at each other."""
    one = Head((25, 40), r=15, hair='bun', face='shout', look=0.5)
    two = Head((71, 40), r=15, hair='short', face='shout', look=-0.5)
    return (
        *near(one, wide=38, x=24),
        *near(two, wide=38, x=72, shirt=LIGHT),
        *bolt((48, 16), 1.3, 0),
    )


@pictogram
def fled() -> Drawing:
    """Someone with a bag flees from a burning house."""
    house = (path('M8 62L23 48L38 62V89H8z', LIGHT), box(17, 70, 12, 19, WHITE, 1, 4))
    fire = path('M22 46C8 40 12 26 20 18C20 26 24 26 25 12C36 20 40 38 30 46z', ACCENT)
    runs = person(
        Head((66, 20), r=12, hair='scarf', scarf=TINT, face='fright', look=0.5),
        (58, 56),
        neck=(64, 32),
        left=Arm((50, 46), bend=1, behind=True),
        right=Arm((82, 46), bend=1),
        legs=(Leg((45, 80), knee=(50, 68), turn=40), Leg((74, 82), knee=(72, 64))),
        shirt=LIGHT,
        trousers=WHITE,
    )
    pack = box(42, 32, 17, 22, TINT, 5, 4)
    return (*house, fire, pack, *runs)


@pictogram
def detained() -> Drawing:
    """Someone behind bars."""
    return (
        box(7, 7, 82, 82, LIGHT, 5),
        *near(Head((48, 40), r=15, hair='short', face='sad'), wide=44, base=89, shirt=TINT),
        path('M20 9V87M34 9V87M62 9V87M76 9V87', None, INK, 5),
        *hand((34, 76), -90, 'fist', FULL),
        *hand((62, 76), -90, 'fist', FULL),
    )


@pictogram
def new_child() -> Drawing:
    """Two hold a newborn child in a blanket."""
    blanket = path('M26 62Q40 54 58 58L70 62Q76 70 68 78Q50 86 32 78Q20 70 26 62z', WHITE)
    one = Head((27, 28), r=13.5, hair='long', face='glad', look=0.4, down=0.8)
    other = Head((70, 27), r=13.5, hair='short', face='glad', look=-0.4, down=0.8)
    return (
        *near(one, wide=36, base=84),
        *near(other, wide=36, base=84, shirt=LIGHT),
        blanket,
        *bare(Head((36, 65), r=10, face='asleep', tilt=-12)),
        *hand((24, 80), 10, 'fist', NEAR),
        *hand((74, 78), 180, 'fist', NEAR, -1),
        *heart((48, 10), 0.6),
    )
