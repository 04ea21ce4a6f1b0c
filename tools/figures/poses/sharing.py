"""Who may see what, who looked, and what is handed on."""

from dataclasses import replace

from tools.figures.body import NEAR, Arm, arm, hand
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.person import near, person
from tools.figures.props import badge, ground, heart, question
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
            right=Arm((38, 76), elbow=(24, 82), wrist=-10),
            holds=paper,
        ),
    )


@pictogram
def share_nothing() -> Drawing:
    """Someone keeps a book closed against the chest; a hand says stop."""
    book = (box(16, 54, 34, 32, ACCENT, 3), path('M24 55V85', width=4))
    return near(
        Head((40, 30), r=16, hair='bob', face='flat', look=0.2),
        wide=46,
        left=Arm((34, 74), elbow=(8, 80), kind='flat', wrist=0),
        right=Arm((76, 60), elbow=(66, 82), kind='spread', thumb=1, wrist=-20),
        holds=book,
    )


@pictogram
def looks_along() -> Drawing:
    """Someone with a badge looks over another's shoulder at a screen."""
    screen = (box(30, 56, 50, 33, WHITE, 4), box(38, 63, 13, 12, TINT, 2, 3.8), path('M58 66H72M58 73H68', width=4))
    return (
        *near(
            Head((66, 27), r=13.5, hair='bun', face='smile', look=-0.4, down=0.7),
            wide=38,
            shirt=LIGHT,
            on=badge(70, 42, wide=12, drop_=8),
        ),
        *near(Head((31, 36), r=14, hair='curls', face='smile', look=0.4, down=0.8), wide=38),
        *screen,
        *hand((28, 76), 0, 'fist', NEAR),
    )


@pictogram
def switched_on() -> Drawing:
    """Someone opens the door for another: come in."""
    door = (box(6, 8, 34, 81, WHITE, 2), path('M40 8L58 15V89H40', LIGHT))
    return (
        *door,
        dots([(53, 52)], 6),
        *person(
            Head((73, 22), r=13, hair='bun', face='glad', look=-0.5),
            (74, 59),
            left=Arm((52, 44), elbow=(62, 54), kind='open', thumb=-1),
            trousers=WHITE,
        ),
        ground(),
    )


@pictogram
def switched_off() -> Drawing:
    """A closed door: no entry."""
    return (
        box(44, 8, 44, 81, LIGHT, 2),
        circle((66, 36), 14, ACCENT),
        path('M59 36H73', None, WHITE, 6),
        dots([(52, 60)], 7),
        *person(
            Head((22, 24), r=12.5, hair='short', face='sad', look=0.5),
            (22, 59),
            left=Arm((9, 60), bend=-0.6),
            right=Arm((36, 59), bend=0.6),
            trousers=WHITE,
        ),
        ground(),
    )


@pictogram
def who_may_see() -> Drawing:
    """Someone chooses who of three may look: two ticks and a cross."""
    return (
        *near(Head((22, 39), r=13, hair='bob', face='smile'), wide=34, base=89),
        *near(Head((74, 39), r=13, hair='bald', face='flat'), wide=34, base=89, shirt=LIGHT),
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
            right=Arm((40, 76), elbow=(26, 84), wrist=-10),
            holds=photo,
        ),
        *question((48, 22), 1.05, ACCENT),
    )


@pictogram
def full_view() -> Drawing:
    """An eye wide open above an open folder with everything in it."""
    return (
        box(24, 34, 46, 30, WHITE, 3),
        path('M32 42H52M32 50H60', width=4),
        path('M6 52H36L42 58H90V89H6z', TINT),
        path('M26 20Q48-2 70 20Q48 42 26 20z', WHITE),
        dots([(48, 20)], 13),
    )


@pictogram
def hand_over() -> Drawing:
    """Someone gives a tablet to another."""
    tablet = (box(33, 50, 30, 25, WHITE, 3.5, 4), box(39, 56, 18, 13, ACCENT, 1, 3))
    return (
        *near(
            Head((21, 30), r=14, hair='bun', face='smile', look=0.5),
            wide=35,
            on=badge(15, 46, wide=10, drop_=8, reach=5),
        ),
        *near(Head((75, 30), r=14, hair='curls', face='glad', look=-0.5), wide=35, shirt=LIGHT),
        path('M37 14H57M50 7L57 14L50 21', None, ACCENT, 5),
        *tablet,
        *arm((31, 57), Arm((33, 76), elbow=(22, 82)), TINT, NEAR),
        *arm((65, 57), Arm((63, 76), elbow=(74, 82), thumb=-1), LIGHT, NEAR),
    )


@pictogram
def take_back() -> Drawing:
    """A tablet comes back to the worker's own hands."""
    tablet = (box(30, 53, 42, 33, WHITE, 4), box(38, 60, 26, 19, ACCENT, 1.5, 3.4))
    return (
        *near(
            Head((51, 29), r=15, hair='bun', face='smile'),
            wide=48,
            base=86,
            on=badge(51, 44, wide=0.1, reach=9, drop_=12),
            left=Arm((28, 74), elbow=(16, 68)),
            right=Arm((74, 74), elbow=(86, 68), thumb=-1),
            holds=tablet,
        ),
        path('M90 30V22A9 9 0 0 0 81 13H72M79 5L71 13L79 21', None, ACCENT, 5),
    )


@pictogram
def pass_on() -> Drawing:
    """A worker hands a folder to a colleague."""
    folder = (path('M32 48H44L48 53H64V76H32z', ACCENT, width=4),)
    return (
        *near(
            Head((21, 31), r=13.5, hair='bob', face='smile', look=0.5),
            wide=35,
            on=badge(15, 47, wide=10, drop_=8, reach=5),
        ),
        *near(
            Head((75, 31), r=13.5, hair='bald', face='smile', look=-0.5, wears=('glasses',)),
            wide=35,
            on=badge(81, 47, wide=10, drop_=8, reach=5),
        ),
        path('M39 14H57M50 7L57 14L50 21', None, ACCENT, 5),
        *folder,
        *arm((31, 57), Arm((33, 76), elbow=(22, 82)), TINT, NEAR),
        *arm((65, 57), Arm((63, 76), elbow=(74, 82), thumb=-1), TINT, NEAR),
    )


@pictogram
def my_phone() -> Drawing:
    """Someone with a phone that shows their own face."""
    screen = (
        box(52, 24, 36, 60, ACCENT, 6),
        box(59, 32, 22, 42, WHITE, 1.5, 3.6),
        *bare(Head((70, 54), r=8.4, hair='curls', face='smile')),
    )
    return near(
        Head((27, 31), r=15, hair='curls', face='smile', look=0.2),
        wide=40,
        x=26,
        right=Arm((50, 70), elbow=(34, 84), wrist=-10),
        holds=screen,
    )


@pictogram
def no_thanks() -> Drawing:
    """Someone says no: the arms make a cross."""
    return near(
        Head((48, 26), r=15, hair='parted', face='flat'),
        wide=52,
        left=Arm((68, 54), elbow=(24, 84), kind='flat', shoulder=(28, 56), wrist=-8, thumb=1),
        right=Arm((28, 54), elbow=(72, 84), kind='flat', shoulder=(68, 56), wrist=8, thumb=-1),
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
