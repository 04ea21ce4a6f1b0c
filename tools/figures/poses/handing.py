"""What goes from one to another: a tablet, a folder, a talk."""

from tools.figures.body import Arm
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import badge, cup, ground, table, tablet
from tools.figures.shapes import ACCENT, LIGHT, WHITE, Drawing, path


@pictogram
def hand_over() -> Drawing:
    """Someone with a badge gives a tablet to another."""
    gives = person(
        Head((19, 25), r=12.5, hair='bun', face='smile', look=0.6),
        (18, 60),
        right=Arm((34, 55), bend=0.9, kind=None),
        trousers=WHITE,
    )
    takes = person(
        Head((79, 27), r=12.5, hair='curls', face='glad', look=-0.6),
        (80, 61),
        left=Arm((64, 56), bend=-0.9, kind=None),
        shirt=LIGHT,
        trousers=WHITE,
    )
    return (
        *takes,
        *gives,
        *badge(18, 39, wide=9, long=9, reach=4),
        *tablet((49, 52), 34, 26),
        *hand((33, 56), 0, 'fist', FULL),
        *hand((65, 56), 180, 'fist', FULL, -1),
        path('M36 17H58M49 8L58 17L49 26', None, ACCENT, 6.5),
        ground(),
    )


@pictogram
def take_back() -> Drawing:
    """Someone with a badge has the tablet again: an arrow bends back to them."""
    return (
        *near(
            Head((32, 30), r=15, hair='bun', face='glad', look=0.3),
            wide=44,
            x=31,
            on=badge(22, 46, wide=14, long=11, reach=6),
        ),
        *tablet((56, 70), 46, 34),
        *hand((32, 76), 0, 'fist', NEAR),
        path('M84 50V34Q84 20 70 20H58M68 8L56 20L68 32', None, ACCENT, 7),
    )


@pictogram
def pass_on() -> Drawing:
    """Someone with a badge hands a folder, a face on it, to a colleague."""
    one = Head((20, 30), r=13.5, hair='bun', face='smile', look=0.6)
    other = Head((76, 30), r=13.5, hair='bald', face='smile', look=-0.6, wears=('glasses',))
    build = smaller(NEAR, 0.9)
    return (
        *near(one, wide=36, on=badge(13, 46, wide=13, long=9, reach=5)),
        *near(other, wide=36, on=badge(83, 46, wide=13, long=9, reach=5)),
        path('M29 54H43L48 59H67V88H29z', LIGHT),
        *bare(Head((48, 73.5), r=8, hair='curls', face='smile')),
        *hand((24, 80), 0, 'fist', build),
        *hand((72, 80), 180, 'fist', build, -1),
        path('M38 36H58M49 27L58 36L49 45', None, ACCENT, 6),
    )


@pictogram
def began_together() -> Drawing:
    """Two talk at a table, with coffee."""
    return (
        *near(
            Head((22, 32), r=14, hair='bun', face='talk', look=0.5),
            wide=36,
            base=78,
            on=badge(18, 48, wide=10, long=8, reach=6),
        ),
        *near(Head((74, 32), r=14, hair='curls', face='smile', look=-0.5), wide=36, base=78, shirt=LIGHT),
        *placed(cup((0, 0), 0.8), (37, 65), mirror=True),
        *cup((59, 65), 0.8),
        *table(5, 91, 75, 89.5, ACCENT),
    )
