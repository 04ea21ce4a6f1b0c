"""What happened, and what makes it hard."""

from tools.figures.body import FULL, NEAR, Arm, Leg, arm, hand
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.person import near, person
from tools.figures.props import bolt, drop, envelope, euro, flower, ground, heart, question, sheet
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, Point, box, circle, dots, path, placed


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
        *euro((69, 72), 9.5, WHITE),
    )


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
    """A long yawn behind a hand."""
    yawns = Head((45, 35), r=22, hair='fringe', face='yawn', tilt=-8)
    return near(yawns, wide=52, x=46, right=Arm((62, 60), elbow=(78, 78), kind='open', wrist=-25, thumb=1))


@pictogram
def what_happened() -> Drawing:
    """Someone under a storm."""
    cloud = path('M22 37C6 37 6 18 21 18C24 3 49 2 53 14C70 8 80 37 60 37z', LIGHT)
    flash = path('M78 12L68 32H77L70 50', None, ACCENT, 5)
    return (
        *near(Head((42, 60), r=13, hair='short', face='sad'), wide=40),
        cloud,
        flash,
        path('M14 46l-4 10M17 66l-4 10M72 62l-4 10', None, INK, 4.5),
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
    """Someone leaves with their things in a box."""
    door = (box(6, 8, 30, 81, LIGHT, 2), dots([(12, 52)], 6))
    things = (
        path('M72 48V34M72 42Q62 40 62 30Q72 30 72 42M72 38Q80 36 81 28Q72 28 72 38', TINT, width=3.6),
        box(58, 48, 30, 22, ACCENT, 2, 4),
    )
    leaves = person(
        Head((46, 20), r=12, hair='side', face='sad', look=0.4),
        (44, 58),
        right=Arm((61, 60), bend=1, kind=None),
        legs=(Leg((34, 82), bend=0.6, turn=15), Leg((57, 83.5), bend=-0.5)),
        trousers=WHITE,
    )
    return (*door, *things, *leaves, *hand((60, 62), 10, 'fist', FULL), ground())


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
    """Someone with a newborn in their arms."""
    parent_ = Head((48, 27), r=16, hair='short', face='calm', down=1)
    baby = (
        path('M26 66Q40 52 62 58Q76 64 74 76Q66 88 46 86Q26 84 26 66z', LIGHT),
        *bare(Head((37, 66), r=11, face='asleep', tilt=-15)),
    )
    return (
        *near(parent_, wide=52, left=Arm((30, 84), elbow=(16, 80), kind=None), holds=baby),
        *arm((67, 58), Arm((50, 84), elbow=(84, 82), wrist=10), TINT, NEAR),
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
    lost = Head((26, 42), r=14.5, hair='curls', face='worried')
    return (*near(lost, wide=38), *question((26, 13), 0.7, ACCENT), *pile)


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
    """A rock lies across the road; someone cannot get past it."""
    rock = (
        path('M54 88L50 60L60 30L76 22L88 42L90 88z', ACCENT),
        path('M60 32L70 50L62 64M70 50L86 44M62 64L66 86', width=4),
    )
    pushes = person(
        Head((26, 32), r=12.5, hair='short', face='grim', look=0.7),
        (20, 62),
        neck=(25, 44),
        left=Arm((46, 66), elbow=(32, 68), shoulder=(20, 54)),
        right=Arm((48, 50), elbow=(38, 56)),
        legs=(Leg((9, 83.5)), Leg((27, 83.5))),
        trousers=WHITE,
    )
    return (*rock, *pushes, ground(4, 92))


@pictogram
def no_money() -> Drawing:
    """Someone pulls empty pockets out of their trousers."""
    pockets = (
        path('M37 62L20 62L17 77L30 76L38 68z', LIGHT, width=4),
        path('M59 62L76 62L79 77L66 76L58 68z', LIGHT, width=4),
    )
    return (
        *person(
            Head((48, 19), r=13, hair='side', face='sad'),
            (48, 58),
            left=Arm((20, 61), elbow=(25, 44)),
            right=Arm((76, 61), elbow=(71, 44), thumb=-1),
            trousers=ACCENT,
            holds=pockets,
        ),
        ground(),
    )
