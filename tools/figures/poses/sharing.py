"""Who may see what, who looked, and what is handed on."""

from dataclasses import replace

from tools.figures.body import Arm
from tools.figures.build import NEAR
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.person import near
from tools.figures.props import badge, heart, question, tablet
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def share_all() -> Drawing:
    """Two look together into an open album."""
    return (
        *near(Head((27, 29), r=14.5, hair='bob', face='smile', look=0.4, down=0.7), wide=40, base=84),
        *near(Head((69, 29), r=14.5, hair='short', face='smile', look=-0.4, down=0.7), wide=40, base=84, shirt=LIGHT),
        path('M48 62Q34 54 12 58V86Q34 82 48 90Q62 82 84 86V58Q62 54 48 62z', WHITE),
        path('M48 63V88', width=4),
        *heart((30, 71), 0.75),
        path('M58 69Q66 66 75 67M58 77Q66 74 75 75', width=4),
        *hand((8, 74), 0, 'fist', NEAR),
        *hand((88, 74), 180, 'fist', NEAR, -1),
    )


@pictogram
def share_steps() -> Drawing:
    """Someone shows another a list with ticks."""
    paper = (box(38, 48, 34, 40, WHITE, 3), path('M45 58l3 3l5-6M45 70l3 3l5-6M58 59h7M58 71h7M45 82h14', width=3.8))
    return (
        *near(Head((73, 33), r=13.5, hair='short', face='smile', look=-0.4, down=0.8), wide=36, shirt=LIGHT),
        *near(
            Head((25, 29), r=14.5, hair='bob', face='smile', look=0.4, down=0.6),
            wide=38,
            right=Arm((34, 80), elbow=(20, 84), wrist=-10),
            holds=paper,
        ),
    )


@pictogram
def share_nothing() -> Drawing:
    """Someone with a locked book says with a hand: do not look."""
    book = (
        box(12, 48, 42, 40, ACCENT, 4),
        path('M21 49V87', width=4),
        path('M32 64V60.5A6.2 6.2 0 0 1 44.4 60.5V64'),
        box(28, 63, 20.5, 14, TINT, 3, 4),
    )
    return (
        *near(
            Head((44, 27), r=15, hair='bob', face='flat', look=0.2),
            wide=50,
            holds=book,
            right=Arm((80, 48), elbow=(76, 78), kind='spread'),
            build=replace(NEAR, hand=1.3),
        ),
        *hand((15, 80), 10, 'fist', NEAR),
    )


@pictogram
def looks_along() -> Drawing:
    """Someone with a badge looks over another's shoulder at a tablet."""
    return (
        *near(
            Head((66, 24), r=14, hair='bun', face='smile', look=-0.6, down=0.9),
            wide=46,
            on=badge(76, 42, wide=13, long=9, reach=5),
        ),
        *near(Head((30, 36), r=14, hair='curls', face='smile', look=0.4, down=0.9), wide=42, shirt=LIGHT),
        *tablet((42, 71), 48, 35),
        *hand((17, 82), 0, 'fist', NEAR),
        *hand((67, 82), 180, 'fist', NEAR, -1),
    )


@pictogram
def who_may_see() -> Drawing:
    """Someone chooses who of three may look: two ticks and a cross."""
    return (
        *near(Head((22, 44), r=13, hair='bob', face='smile'), wide=34, base=89),
        *near(Head((74, 44), r=13, hair='bald', face='flat'), wide=34, base=89, shirt=LIGHT),
        path('M12 13l7 7l12-13', None, INK, 6),
        path('M66 7l14 13M80 7l-14 13', None, ACCENT, 6),
    )


@pictogram
def who_looked() -> Drawing:
    """A list of who looked, under an eye."""
    rows = ((52, 'bob'), (74, 'short'))
    faces = sum((bare(Head((30, y), r=7.6, hair=hair, face='smile')) for y, hair in rows), ())
    return (
        box(14, 22, 68, 67, WHITE, 5),
        path('M46 49H70M46 56H62M46 71H70M46 78H62', width=4),
        *faces,
        path('M22 20Q48-6 74 20Q48 44 22 20z', WHITE),
        circle((48, 20), 7.4, TINT, width=4),
        dots([(48, 20)], 6),
    )


@pictogram
def consent() -> Drawing:
    """Someone asks another, with a photo in hand: may I?"""
    photo = (
        box(38, 54, 30, 28, WHITE, 3),
        circle((53, 64), 4.6, TINT, width=3.6),
        path('M44 80Q45 71 53 71Q61 71 62 80', TINT, width=3.6),
    )
    return (
        *near(Head((74, 38), r=13.5, hair='bob', face='smile', look=-0.4), wide=34, shirt=LIGHT),
        *near(
            Head((24, 36), r=14, hair='short', face='talk', look=0.5),
            wide=36,
            right=Arm((33, 78), elbow=(20, 84), wrist=-10),
            holds=photo,
        ),
        *question((48, 22), 1.05, ACCENT),
    )
