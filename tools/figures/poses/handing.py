"""What goes from one to another: a tablet, a talk."""

from tools.figures.build import NEAR
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.moving import placed
from tools.figures.person import near
from tools.figures.props import badge, cup, table, tablet
from tools.figures.shapes import ACCENT, LIGHT, Drawing, Shape, path


@pictogram
def hand_over() -> Drawing:
    """Someone with a badge gives a tablet to another."""
    person_ = near(Head((76, 33), r=13, hair='curls', face='glad', look=-0.5), wide=34, shirt=LIGHT)
    return (*_worker('smile'), *person_, *_between(), _onward())


@pictogram
def take_back() -> Drawing:
    """A tablet comes back to someone with a badge."""
    person_ = near(Head((76, 33), r=13, hair='curls', face='smile', look=-0.5), wide=34, shirt=LIGHT)
    back = path('M57 27V23Q57 14 48 14H36M46 4L35 14L46 24', None, ACCENT, 7)
    return (*_worker('glad'), *person_, *_between(), back)


@pictogram
def pass_on() -> Drawing:
    """Someone with a badge hands a tablet to a colleague, who has one too."""
    colleague = near(
        Head((76, 33), r=13, hair='bald', face='smile', look=-0.5, wears=('glasses',)),
        wide=34,
        on=badge(82, 47, wide=12, long=9, reach=5),
    )
    return (*_worker('smile'), *colleague, *_between(), _onward())


def _worker(face: str) -> Drawing:
    """Someone with a badge, on the left."""
    head = Head((20, 33), r=13, hair='bun', face=face, look=0.5)
    return near(head, wide=34, on=badge(14, 47, wide=12, long=9, reach=5))


def _between() -> Drawing:
    """A tablet in the hands of both."""
    return (*tablet((48, 69), 50, 37), *hand((22, 82), 0, 'fist', NEAR), *hand((74, 82), 180, 'fist', NEAR, -1))


def _onward() -> Shape:
    """A bold arrow to the right."""
    return path('M35 14H57M48 4L58 14L48 24', None, ACCENT, 7)


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
