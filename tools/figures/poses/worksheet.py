"""A page about one domain of life: its four places, and how it goes there in three faces."""

from dataclasses import replace

from tools.figures.body import Arm, Leg, arm
from tools.figures.build import FULL, NEAR, smaller
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.person import near, person
from tools.figures.props import ground, star
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def place_now() -> Drawing:
    """Someone points at their watch: it is now."""
    watch = (
        box(69.5, 42, 14, 42, ACCENT, 3, 4),
        circle((76.5, 63), 14.5, WHITE),
        path('M76.5 54V63L82.5 67', None, INK, 4.4),
    )
    return (
        *near(
            Head((32, 32), r=16, hair='curls', face='smile', look=0.4, down=0.4),
            wide=48,
            right=Arm((76.5, 32), elbow=(76.5, 90)),
            build=replace(NEAR, hand=1.5),
        ),
        *watch,
        *arm((17, 62), Arm((44, 72), elbow=(24, 84), kind='point', wrist=10), TINT, NEAR),
    )


@pictogram
def place_strength() -> Drawing:
    """Someone lifts a heavy bar above their head, with ease."""
    bar = (
        path('M6 15H90', None, INK, 5.5),
        *(box(x, 4.5, 9.5, 22, ACCENT, 3, 4) for x in (8, 78.5)),
        *(box(x, 8, 7, 15, LIGHT, 2.5, 4) for x in (19, 70)),
    )
    return person(
        Head((48, 35), r=12, hair='curls', face='glad'),
        (48, 66),
        left=Arm((35, 18), elbow=(28, 43)),
        right=Arm((61, 18), elbow=(68, 43)),
        legs=(Leg((34, 83.5), bend=-0.4, shoe=-0.6), Leg((62, 83.5), bend=0.4, shoe=0.6)),
        trousers=WHITE,
        holds=bar,
    )


@pictogram
def place_help() -> Drawing:
    """Someone up on a wall gives a hand to one who climbs."""
    wall = path('M54 89.5V54H91V89.5z', LIGHT)
    climbs = person(
        Head((19, 42), r=12, hair='bob', face='smile', look=0.6, down=-0.5),
        (19, 70),
        neck=(19, 54),
        right=Arm((42, 49), elbow=(34, 61)),
        legs=(Leg((12, 83.5), bend=-0.2), Leg((44, 76), knee=(38, 66), turn=-60)),
        shirt=ACCENT,
        trousers=WHITE,
        build=smaller(FULL, 0.95),
    )
    helps = near(
        Head((68, 21), r=13.5, hair='curls', face='glad', look=-0.4, down=0.4),
        wide=36,
        x=73,
        base=54,
        left=Arm((46, 45), elbow=(57, 48), shoulder=(64, 44), thumb=-1),
        build=smaller(NEAR, 0.8),
    )
    return (*climbs, wall, *helps, ground(6, 54))


@pictogram
def place_wish() -> Drawing:
    """Someone makes a wish at a falling star."""
    return (
        path('M48 16L14 7M44 27L8 26M48 38L26 42', None, ACCENT, 5),
        *star((70, 26), 1.75),
        *near(Head((42, 62), r=15, hair='tail', face='glad', look=0.4, down=-0.6), wide=46),
    )


@pictogram
def face_good() -> Drawing:
    """A face that laughs."""
    return (
        circle((48, 48), 41, TINT, width=5),
        path('M20 40Q28.5 27 37 40M59 40Q67.5 27 76 40', None, INK, 6.5),
        path('M24 54H72Q70 78 48 78Q26 78 24 54z', WHITE, width=5.5),
    )


@pictogram
def face_so_so() -> Drawing:
    """A face that neither laughs nor cries."""
    return (
        circle((48, 48), 41, LIGHT, width=5),
        dots([(32, 39), (64, 39)], 12),
        path('M30 66H66', None, INK, 7),
    )


@pictogram
def face_bad() -> Drawing:
    """A sad face, with a tear."""
    return (
        circle((48, 48), 41, WHITE, width=5),
        path('M20 36Q30 36 38 26M76 36Q66 36 58 26', None, INK, 5.5),
        dots([(31, 45), (65, 45)], 9.5),
        path('M29 74Q48 50 67 74', None, INK, 7),
        path('M74 52Q81 61 80 66A6.5 6.5 0 0 1 67.6 66Q67 61 74 52z', ACCENT, width=3.6),
    )
