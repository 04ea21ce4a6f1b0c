"""What goes from one to another: a tablet, a folder, a talk."""

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.moving import placed
from tools.figures.person import near
from tools.figures.props import badge, cup, table
from tools.figures.shapes import ACCENT, INK, LIGHT, WHITE, Drawing, box, path


@pictogram
def hand_over() -> Drawing:
    """Someone gives a tablet to another."""
    return (
        *near(
            Head((21, 31), r=13.5, hair='bun', face='smile', look=0.5),
            wide=34,
            on=badge(14, 47, wide=10, long=8, reach=5),
            right=Arm((33, 73), elbow=(22, 80), kind='flat', wrist=10),
        ),
        *near(
            Head((75, 31), r=13.5, hair='curls', face='glad', look=-0.5),
            wide=34,
            shirt=LIGHT,
            left=Arm((63, 73), elbow=(74, 80), kind='flat', thumb=-1, wrist=-10),
        ),
        path('M39 13H57M50 6L57 13L50 20', None, ACCENT, 5),
        box(30, 44, 36, 28, WHITE, 4),
        box(37, 50.5, 22, 15, ACCENT, 1, 3.4),
    )


@pictogram
def take_back() -> Drawing:
    """A tablet comes back to the worker's own hands."""
    return near(
        Head((46, 30), r=15, hair='bun', face='smile'),
        wide=48,
        on=(path('M37 46L46 56L55 46', None, INK, 4),),
        left=Arm((22, 76), elbow=(10, 66)),
        right=Arm((70, 76), elbow=(82, 66), thumb=-1),
        holds=(
            box(26, 58, 40, 31, WHITE, 4),
            box(33, 65, 26, 17, ACCENT, 1.5, 3.4),
            path('M90 33V24A10 10 0 0 0 80 14H70M78 6L70 14L78 22', None, ACCENT, 5),
        ),
    )


@pictogram
def pass_on() -> Drawing:
    """A worker hands a folder to a colleague."""
    return (
        *near(
            Head((21, 31), r=13.5, hair='bob', face='smile', look=0.5),
            wide=34,
            on=badge(14, 47, wide=10, long=8, reach=5),
            right=Arm((33, 76), elbow=(22, 82), kind='flat', wrist=10),
        ),
        *near(
            Head((75, 31), r=13.5, hair='bald', face='smile', look=-0.5, wears=('glasses',)),
            wide=34,
            on=badge(82, 47, wide=10, long=8, reach=5),
            left=Arm((63, 76), elbow=(74, 82), kind='flat', thumb=-1, wrist=-10),
        ),
        path('M40 13H57M50 6L57 13L50 20', None, ACCENT, 5),
        path('M31 47H43L48 52H65V75H31z', ACCENT),
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
