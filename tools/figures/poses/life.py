"""A life and its ten domains: the pictures of "life", one for each page in it."""

from dataclasses import replace

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, SMALL, smaller
from tools.figures.face import features
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.lines import Point
from tools.figures.moving import placed, turned
from tools.figures.person import near, person
from tools.figures.props import ground, heart, roof
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, Shape, box, circle, dots, path


@pictogram
def life() -> Drawing:
    """Someone picks a ripe fruit from a wide tree."""
    crown = (
        'M36 52C24 50 22 36 32 31C30 18 43 10 51 14C58 3 76 6 79 15'
        'C91 16 97 30 89 37C95 48 85 58 75 53Q64 60 54 53Q44 58 36 52z'
    )
    apples = ((48, 29), (66, 23), (79, 39), (60, 42))
    picks = person(
        Head((16, 46), r=11.5, hair='bun', face='glad', look=0.4, down=-0.4),
        (16, 70),
        left=Arm((5, 69), bend=-0.6),
        right=Arm((32, 50), elbow=(30, 63)),
        shirt=LIGHT,
        trousers=WHITE,
        holds=(circle((33, 39), 7, ACCENT, width=4),),
        build=smaller(FULL, 0.9),
    )
    return (
        path('M55 89.5Q59 74 59 50H69Q69 74 75 89.5z', LIGHT),
        path(crown, TINT),
        *(circle(at, 6.6, ACCENT, width=4) for at in apples),
        *picks,
        ground(6, 88),
    )


_LEAVES = (((28, 58), 168), ((34, 64), -120), ((48, 44), -40))


@pictogram
def domain_housing() -> Drawing:
    """Someone at ease on the sofa, under a roof, by a lamp."""
    lamp = (path('M74 84V62M70 86H77', None, INK, 4.5), path('M69.5 49H78.5L82 61H66z', TINT, width=4))
    return (
        path('M10 42L48 12L86 42V89.5H10z', LIGHT),
        *roof(48, 9, 41, 33, TINT),
        *lamp,
        box(20, 56, 42, 28, ACCENT, 8),
        *near(Head((41, 48), r=11.5, hair='curls', face='glad'), wide=28, base=76, shirt=WHITE),
        box(22, 74, 38, 13, ACCENT, 3),
        box(15, 66, 12, 21, ACCENT, 5),
        box(55, 66, 12, 21, ACCENT, 5),
    )


@pictogram
def domain_money() -> Drawing:
    """A hand holds out bank notes; coins lie beside it."""
    note = (
        box(-37, -21, 74, 42, WHITE, 3),
        path('M9-9.4Q2-14-4-7.6Q-8 0-4 7.6Q2 14 9 9.4M-12-3.2H5M-12 3.2H4', None, INK, 4.8),
        dots([(-27, -11), (27, 11)], 6),
    )
    thumb, palm = path('M64 60L84 72').lines, path('M84 72V76').lines
    return (
        *turned(placed((box(-37, -21, 74, 42, LIGHT, 3),), (46, 31)), -17, (80, 60)),
        *turned(placed(note, (44, 35)), -3, (80, 60)),
        Shape(thumb, None, INK, 17),
        Shape(palm, None, INK, 24),
        Shape(thumb, None, WHITE, 8.5),
        Shape(palm, None, WHITE, 15.5),
        box(69, 81, 24, 11, ACCENT, 2, 4),
        *(box(10, y, 32, 10, TINT, 4, 4) for y in (82, 72.5, 63)),
    )


@pictogram
def domain_work_learning() -> Drawing:
    """One with a helmet and a hammer, one with a graduate's cap and a book."""
    hammer = (path('M13 46V16', None, INK, 6), box(3, 8, 23, 12, ACCENT, 2.5, 4))
    cap = (
        path('M63 37V28H86V37Q74 32 63 37z', INK, INK, 4),
        path('M89 25V39', None, INK, 5),
        path('M74.5 15L91 24L74.5 33L58 24z', TINT, width=4),
    )
    book = (
        path('M73 68Q63 62 53 64V85Q64 84 73 89Q82 84 93 85V64Q83 62 73 68z', WHITE),
        path('M73 69V87', width=4),
    )
    return (
        *near(Head((74, 45), r=13, face='calm', down=0.6), wide=34, shirt=LIGHT),
        *cap,
        *near(
            Head((34, 38), r=14, wears=('helmet',), scarf=LIGHT, face='smile', look=0.1),
            wide=38,
            left=Arm((12, 47), elbow=(12, 68)),
            holds=hammer,
            build=smaller(NEAR, 0.9),
        ),
        *book,
    )


@pictogram
def domain_daily_life() -> Drawing:
    """Someone hangs out the washing."""
    shirt = path('M50 12L40 21L47 30L52 26V50H76V26L81 30L88 21L78 12Q64 21 50 12z', ACCENT, width=4)
    basket = (
        path('M50 68H90L85 88H55z', TINT, width=4),
        path('M63 74L65 82M77 74L75 82', width=4),
        path('M48 67H92', None, INK, 5.5),
    )
    hangs = person(
        Head((22, 36), r=12.5, hair='tail', face='smile', look=0.6, down=-0.5),
        (20, 66),
        neck=(21, 49),
        left=Arm((30, 14), elbow=(36, 36), behind=True),
        right=Arm((47, 19), elbow=(42, 42)),
        trousers=WHITE,
    )
    return (path('M4 11Q48 9 92 11', None, INK, 4.5), shirt, *hangs, *basket, ground())


@pictogram
def domain_family() -> Drawing:
    """A child rides on its father's shoulders; its mother gives him her hand."""
    mother = person(
        Head((71, 33), r=12.5, hair='long', face='glad', look=-0.3),
        (71, 67),
        left=Arm((54, 66), bend=-0.2, kind=None),
        right=Arm((85, 66), bend=0.5),
        shirt=LIGHT,
        trousers=WHITE,
    )
    child = person(
        Head((29, 16), r=10.5, hair='curls', face='glad'),
        (29, 40),
        left=Arm((10, 20), bend=0.3),
        right=Arm((48, 20), bend=-0.3),
        legs=(),
        shirt=ACCENT,
        build=SMALL,
    )
    father = person(
        Head((29, 42), r=12, hair='side', face='smile'),
        (29, 71),
        left=Arm((14, 69), bend=-0.6),
        right=Arm((54, 66), bend=0.3),
        trousers=WHITE,
    )
    return (*child, *mother, *father)


@pictogram
def domain_friends() -> Drawing:
    """Two give each other a high five, before a terrace of houses."""
    terrace = (
        path('M5 38V22L19.3 6L33.7 22L48 6L62.3 22L76.7 6L91 22V38z', TINT),
        path('M19.3 30V36M48 30V36M76.7 30V36', None, INK, 6.5),
        path('M33.7 22V38M62.3 22V38', width=4),
    )
    one = Head((22, 59), r=13, hair='parted', face='laugh', look=0.4)
    two = Head((74, 59), r=13, hair='short', face='glad', look=-0.4)
    build = replace(smaller(NEAR, 0.85), hand=1.2)
    return (
        *terrace,
        *near(two, wide=34, shirt=ACCENT, left=Arm((54, 61), elbow=(57, 82), kind='flat'), build=build),
        *near(one, wide=34, shirt=LIGHT, right=Arm((43, 61), elbow=(39, 82), kind='flat', thumb=-1), build=build),
    )


@pictogram
def domain_body() -> Drawing:
    """A whole body, bare but for its shorts; its heart shows."""
    limbs = path('M40 34L27 45L14 54M56 34L69 45L82 54M43 58L39 73L37 87L30 88M53 58L57 73L59 87L66 88M48 24V34').lines
    chest = path('M37 31H59L56.5 45L58 58H38L39.5 45z').lines
    return (
        Shape(limbs, None, INK, 16),
        Shape(chest, INK, INK, 9),
        Shape(limbs, None, WHITE, 7.4),
        Shape(chest, WHITE, None),
        path('M36.6 56H59.4L64 71H51L48 65L45 71H32z', LIGHT, width=4),
        dots([(48, 50)], 4),
        *heart((51, 39), 0.68),
        *bare(Head((48, 15), r=11.5, hair='fringe', face='smile')),
    )


def small_face(at: Point, face: str, fill: str, r: float = 15) -> Drawing:
    """A round face that is no one's."""
    return (circle(at, r, fill), *placed(features(face, (), 3.4), at, 0, r / 13))


@pictogram
def domain_feelings() -> Drawing:
    """Someone with a hand on the heart; above them a glad face and a sad one."""
    return (
        *near(
            Head((48, 46), r=13.5, hair='bob', face='calm'),
            wide=46,
            right=Arm((56, 74), elbow=(80, 82), kind='flat', thumb=-1, wrist=10, shoulder=(67, 66)),
            build=replace(smaller(NEAR, 0.9), hand=1.35),
        ),
        *small_face((19, 21), 'glad', TINT),
        *small_face((77, 21), 'sad', WHITE),
    )


@pictogram
def domain_free_time() -> Drawing:
    """Someone flies a kite, glad of it."""
    kite = (
        path('M72 6L90 28L66 46L54 20z', ACCENT, width=4),
        path('M72 6L66 46M54 20L90 28', width=3.6),
        path('M66 46Q80 56 73 64Q68 70 78 78', None, INK, 4),
        path('M69 58L81 64M80 57L70 66', None, INK, 4),
    )
    flies = person(
        Head((22, 36), r=13, hair='curls', face='laugh', look=0.4),
        (20, 66),
        neck=(21, 49),
        left=Arm((6, 60), bend=-0.6),
        right=Arm((40, 51), elbow=(34, 62)),
        trousers=WHITE,
        legs=(Leg((12, 83.5), shoe=-0.6), Leg((32, 83.5), shoe=0.6)),
    )
    return (path('M43 47L66 30', None, INK, 3.4), *kite, *flies, ground(6, 60))


@pictogram
def domain_safety() -> Drawing:
    """Someone behind a large shield with the scales of the law on it."""
    scales = (
        path('M48 46V80M38 81H58M30 51H66', None, INK, 4.5),
        path('M30 51L22 66H38zM66 51L58 66H74z', None, INK, 3.4),
        path('M21 66H39Q38 73 30 73Q22 73 21 66zM57 66H75Q74 73 66 73Q58 73 57 66z', TINT, width=4),
    )
    return (
        *near(Head((48, 20), r=14, hair='fringe', face='smile'), wide=50, base=70),
        path('M48 34L86 40V58C86 78 66 88 48 93C30 88 10 78 10 58V40z', LIGHT),
        *scales,
        *hand((8, 56), 10, 'fist', NEAR),
        *hand((88, 56), 170, 'fist', NEAR, -1),
    )
