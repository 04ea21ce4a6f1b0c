"""What a compass tells over time: the story, then and now, the ladder, what matters most, what helped."""

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.person import near, person
from tools.figures.props import bubble, heart, star
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def story() -> Drawing:
    """Someone shows the open book of their life: themselves on one page, what they love on the other."""
    book = (
        path('M48 46Q30 38 7 41V87Q30 83 48 91Q66 83 89 87V41Q66 38 48 46z', WHITE),
        path('M48 46Q30 38 7 41V87Q30 83 48 91z', TINT),
    )
    return (
        *near(Head((48, 21), r=14.5, hair='tail', face='glad'), wide=48, base=70, shirt=LIGHT),
        *book,
        *bare(Head((29, 61), r=11, hair='fringe', face='smile')),
        *heart((68, 58), 1),
        path('M60 77Q68 73 78 75', width=4.5),
        *hand((4, 66), 5, 'fist', NEAR),
        *hand((92, 66), 175, 'fist', NEAR, -1),
    )


@pictogram
def then_and_now() -> Drawing:
    """A small picture of someone as a child; an arrow to a large one of them now."""
    return (
        box(4, 50, 38, 39, LIGHT, 3),
        *near(Head((23, 68), r=8.8, hair='tails', face='smile'), wide=24, base=87, shirt=WHITE),
        box(49, 16, 43, 73, LIGHT, 3),
        *near(Head((70.5, 44), r=14.5, hair='parted', face='glad'), wide=35, base=87),
        path('M8 29H37M26 17L38 29L26 41', None, ACCENT, 6.5),
    )


@pictogram
def talk_about() -> Drawing:
    """Someone puts up a hand: they want to talk."""
    return (
        *near(
            Head((55, 54), r=14, hair='scarf', scarf=LIGHT, face='talk', look=-0.2),
            wide=42,
            right=Arm((82, 48), elbow=(84, 84), shoulder=(66, 80), kind='palm', thumb=-1),
        ),
        bubble(5, 5, 49, 28, (28, 47)),
        dots([(17, 19), (30, 19), (43, 19)], 8, ACCENT),
    )


@pictogram
def on_my_compass() -> Drawing:
    """A hand lays a heart on a compass of four quarters."""
    finger = 'M80 76L69 43'
    return (
        circle((43, 43), 37, WHITE),
        path('M43 43V6A37 37 0 0 0 6 43z', TINT),
        path('M43 43V80A37 37 0 0 0 80 43z', LIGHT),
        *heart((62, 25), 1.15),
        path(finger, None, INK, 16),
        path('M68 62L86 54Q93 66 92 78V88H72Q64 76 68 62z', WHITE, width=4),
        path(finger, None, WHITE, 8),
        box(69, 83, 25, 9, ACCENT, 2, 4),
    )


@pictogram
def values() -> Drawing:
    """Someone holds a large heart."""
    return near(
        Head((48, 20), r=15, hair='afro', face='calm'),
        wide=52,
        left=Arm((20, 76), elbow=(8, 74), wrist=-10),
        right=Arm((76, 76), elbow=(88, 74), wrist=10, thumb=-1),
        holds=heart((48, 63), 2.5, width=4.5),
    )


@pictogram
def ladder() -> Drawing:
    """Someone on the second of four steps points at the star above the last."""
    climbs = person(
        Head((31, 21), r=11.5, hair='bun', face='smile', look=0.6, down=-0.4),
        (29, 47),
        neck=(30, 32),
        left=Arm((16, 50), bend=-0.6),
        right=Arm((54, 29), elbow=(44, 41)),
        legs=(Leg((25, 60), shoe=0.6), Leg((35, 60), shoe=0.8)),
        trousers=WHITE,
        build=smaller(FULL, 0.86),
    )
    return (
        box(4, 78, 26, 11, TINT, 3, 4),
        box(20, 66, 26, 11, TINT, 3, 4),
        box(44, 55, 26, 11, LIGHT, 3, 4),
        box(66, 44, 26, 11, LIGHT, 3, 4),
        *star((79, 24), 1.3, ACCENT),
        *climbs,
    )


@pictogram
def earlier_helped() -> Drawing:
    """Back in time: someone lays an arm around another."""
    ring = 'M22 20A38 38 0 1 1 10 48'
    return (
        path(ring, None, INK, 12),
        path(ring, None, ACCENT, 4),
        path('M10 8L14 32L36 24z', ACCENT, width=4),
        *near(Head((62, 50), r=10, hair='bob', face='glad', look=-0.2), wide=26, base=80, shirt=LIGHT),
        *near(
            Head((39, 46), r=10.5, hair='curls', face='smile', look=0.3),
            wide=28,
            base=80,
            right=Arm((66, 68), elbow=(54, 66)),
            build=smaller(NEAR, 0.7),
        ),
    )
