"""Short answers of the interface: yes, no, sorry, bye, back."""

from dataclasses import replace

from tools.figures.body import Arm
from tools.figures.build import NEAR
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.moving import turned
from tools.figures.person import near
from tools.figures.props import question, star
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, path


@pictogram
def no_thanks() -> Drawing:
    """Someone says no: the arms make a cross."""
    return near(
        Head((48, 26), r=15, hair='parted', face='flat'),
        wide=52,
        left=Arm((74, 52), elbow=(24, 84), kind='flat', shoulder=(29, 60), wrist=-8, thumb=1),
        right=Arm((22, 52), elbow=(72, 84), kind='flat', shoulder=(67, 60), wrist=8, thumb=-1),
    )


@pictogram
def yes() -> Drawing:
    """Someone with a thumb up."""
    return near(
        Head((36, 31), r=17, hair='curls', face='glad'),
        wide=48,
        x=36,
        right=Arm((64, 68), elbow=(46, 82), kind='thumb', thumb=1, wrist=34),
        build=replace(NEAR, hand=1.8),
    )


@pictogram
def goodbye() -> Drawing:
    """Someone waves."""
    return (
        *near(
            Head((36, 34), r=17, hair='scarf', scarf=LIGHT, face='glad'),
            wide=48,
            x=36,
            right=Arm((72, 46), elbow=(68, 74), kind='spread', wrist=-4),
            build=replace(NEAR, hand=1.3),
        ),
        path('M87 14q5 6 4 13M56 20q-2-5 0-10', None, ACCENT, 4.5),
    )


@pictogram
def not_found() -> Drawing:
    """Someone looks through a magnifying glass and finds nothing."""
    return (
        *near(
            Head((27, 36), r=15, hair='parted', face='sad', look=0.4),
            wide=40,
            right=Arm((54, 76), elbow=(38, 84)),
            holds=(path('M56 74L62 62', None, INK, 8), circle((69, 42), 21, LIGHT)),
        ),
        *question((69, 41), 0.95),
    )


@pictogram
def sorry() -> Drawing:
    """Someone shrugs."""
    return near(
        Head((48, 32), r=17, hair='curls', face='worried'),
        wide=48,
        left=Arm((14, 58), elbow=(20, 80), kind='flat', wrist=-60),
        right=Arm((82, 58), elbow=(76, 80), kind='flat', wrist=60, thumb=-1),
    )


@pictogram
def undo() -> Drawing:
    """A bold arrow that bends back."""
    bent = 'M26 36H58A20 20 0 0 1 58 78H36'
    return (
        path(bent, None, INK, 15),
        path(bent, None, TINT, 6),
        path('M30 14L8 36L30 58z', TINT),
    )


@pictogram
def put_back() -> Drawing:
    """A card comes out of the bin again."""
    card = (box(30, 22, 30, 34, WHITE, 3, 4), *star((45, 36), 0.75, ACCENT, 3.4))
    bin_ = (path('M22 54H74L69 90H27z', TINT), path('M40 66V79M56 66V79', width=5), box(14, 46, 68, 11, TINT, 4))
    return (*turned(card, -6, (45, 40)), *bin_, path('M78 38V12M66 22L78 9L90 22', None, ACCENT, 6.5))
