"""What happened, and what makes it hard."""

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.person import near, person
from tools.figures.props import bolt, drop, envelope, euro, flower, ground, heart, sheet
from tools.figures.shapes import LIGHT, WHITE, Drawing, path


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
