"""What people are good at: the answers of "matter"."""

from dataclasses import replace

from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, SMALL
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head, bare
from tools.figures.moving import placed, turned
from tools.figures.person import near, person
from tools.figures.props import ground, rays, table
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, path


@pictogram
def helping() -> Drawing:
    """Someone pulls another up from the ground."""
    fallen = person(
        Head((74, 49), r=11.5, hair='fringe', face='smile', look=-0.6),
        (72, 82),
        neck=(75, 60),
        left=Arm((53, 54), bend=-1, kind=None),
        right=Arm((83, 81), bend=-1, shoulder=(79, 68)),
        legs=(Leg((50, 83.5), knee=(57, 63), hip=(72, 80), shoe=-1),),
        shirt=LIGHT,
        trousers=WHITE,
    )
    stands = person(
        Head((30, 19), r=12, hair='short', look=0.7),
        (21, 56),
        neck=(28, 31),
        left=Arm((50, 51), bend=-1, shoulder=(24, 42), behind=True),
        right=Arm((51, 52), bend=1, shoulder=(33, 39)),
        legs=(Leg((10, 83), bend=1), Leg((28, 84), bend=-1)),
        trousers=WHITE,
    )
    return (*fallen, *stands, ground())


@pictogram
def caring() -> Drawing:
    """Someone brings soup to another in bed."""
    ill = Head((73, 55), r=11, hair='curls', face='calm', look=-0.3)
    cook = Head((23, 21), r=12.5, hair='fringe', look=0.6)
    return (
        path('M90 38V89M46 89V70', width=5.5),
        box(60, 47, 28, 18, WHITE, 6),
        *bare(ill),
        box(46, 65, 44, 16, ACCENT, 3),
        *person(cook, (19, 58), right=Arm((40, 52), bend=1), left=Arm((34, 52), bend=-1, behind=True), trousers=WHITE),
        path('M36 43H59Q58 55 47.5 55Q37 55 36 43z', LIGHT, width=4),
        path('M43 35q-3-3.6 0-7.2M52 35q-3-3.6 0-7.2', None, ACCENT, 4),
        ground(6, 90),
    )


@pictogram
def honesty() -> Drawing:
    """Someone swears: a hand on the heart, the other raised."""
    return near(
        Head((55, 31), r=17, hair='curls', face='smile'),
        wide=48,
        x=57,
        left=Arm((20, 46), elbow=(19, 78), kind='palm', wrist=3),
        right=Arm((60, 72), elbow=(88, 84), kind='flat', thumb=-1, wrist=-6, shoulder=(76, 64)),
        build=replace(NEAR, hand=1.55),
    )


@pictogram
def listening() -> Drawing:
    """Someone holds a hand behind the ear while another talks."""
    talks = Head((19, 47), r=12.5, hair='short', face='talk', look=0.8)
    listens = Head((69, 33), r=18, hair='curls', face='smile')
    ear = (path('M52 29Q44 22 41 30Q39 36 43 40Q45 46 52 42', WHITE), path('M47.5 31Q44.5 34 48 37', None, INK, 3.4))
    return (
        *near(talks, wide=30, shirt=LIGHT),
        *near(listens, wide=44, left=Arm((43, 56), kind='flat', elbow=(42, 78), wrist=-10)),
        *ear,
    )


@pictogram
def making() -> Drawing:
    """Someone hammers a birdhouse together."""
    house = (
        box(56, 58, 28, 23, LIGHT, 2),
        path('M50 60L70 42L90 60', WHITE),
        circle((70, 69), 4.6, ACCENT, width=4),
        path('M50 60L70 42L90 60z', None),
    )
    hammer = (path('M46 40L60 18', None, INK, 6), *turned((box(47, 8, 25, 12, ACCENT, 2.5, 4),), 32, (59.5, 15)))
    return (
        *near(
            Head((25, 33), r=15, hair='side', look=0.6),
            wide=38,
            base=81.5,
            right=Arm((50, 37), elbow=(48, 60), wrist=20),
            holds=hammer,
        ),
        *house,
        *table(6, 90, 81, 91, ACCENT),
    )


@pictogram
def repairing() -> Drawing:
    """Someone on one knee mends a bicycle wheel."""
    wheel = (
        circle((68, 66), 21.5, WHITE, width=5.5),
        path('M68 46V86M48 66H88M54 52L82 80M82 52L54 80', width=3),
        circle((68, 66), 4.5, ACCENT, width=4),
    )
    spanner = placed(
        (path('M-3-14H3V6Q8 8 8 14Q8 18 4 20V13H-4V20Q-8 18-8 14Q-8 8-3 6z', LIGHT, width=3.6),), (51, 49), -40
    )
    mends = person(
        Head((26, 21), r=12.5, hair='short', look=0.7, wears=('moustache',)),
        (20, 60),
        neck=(25, 33),
        right=Arm((45, 45), bend=1, kind=None),
        legs=(
            Leg((16, 83.5), knee=(30, 76), hip=(17, 59), shoe=-1),
            Leg((40, 84), knee=(40, 64), hip=(24, 60), shoe=1),
        ),
        trousers=LIGHT,
    )
    return (*wheel, *mends, *spanner, *hand((45, 45), 40, 'fist', FULL), ground())


@pictogram
def explaining() -> Drawing:
    """Someone shows another how it works, on a board."""
    board = (
        box(42, 6.5, 47, 42, WHITE, 3),
        path('M66 15L77 33H55z', TINT, width=4),
        circle((55, 19), 4.4, ACCENT, width=3.6),
    )
    return (
        *board,
        *near(Head((74, 60), r=12, hair='bob', face=None), wide=30, shirt=LIGHT),
        *near(
            Head((27, 32), r=14, hair='scarf', scarf=LIGHT, look=0.6),
            wide=36,
            right=Arm((49, 42), elbow=(45, 66), kind='point', thumb=-1),
        ),
    )


@pictogram
def keeping_going() -> Drawing:
    """Someone climbs on, the flag nearly in reach."""
    hill = path('M8 89.5L88 40V89.5z', LIGHT)
    flag = (path('M82 44V8', width=5), path('M82 9L64 14.5L82 20z', ACCENT, width=4))
    climbs = person(
        Head((44, 20), r=11.5, hair='short', look=0.7, face='grim'),
        (33, 54),
        neck=(41, 31),
        left=Arm((22, 40), bend=-1, behind=True),
        right=Arm((62, 38), bend=1),
        legs=(Leg((15, 79), bend=1, turn=-32), Leg((51, 57), bend=-1, turn=-32)),
        trousers=WHITE,
    )
    return (hill, *flag, *climbs)


@pictogram
def humour() -> Drawing:
    """Someone with a clown's nose makes another laugh."""
    jokes = Head((26, 36), r=16, face='grin', hair='curls')
    laughs = Head((71, 38), r=15, face='laugh', hair='bob', tilt=8)
    return (
        *near(laughs, wide=36, shirt=LIGHT),
        *near(jokes, wide=38),
        circle((26, 37.5), 4.6, ACCENT, width=3.6),
        path('M17.5 19L26 4.6L34.5 19Q26 15.6 17.5 19z', LIGHT, width=4),
        rays((50, 14, 2, -6), (58, 13, 4, -5)),
    )


@pictogram
def working() -> Drawing:
    """Someone in a helmet digs with a spade."""
    spade = (
        path('M62 32L70 62', None, INK, 6),
        path('M56 32.5L68 29', None, INK, 6),
        path('M63 61L77 57.4L80.5 72Q78 79.5 75 82Q69 80 66 76z', LIGHT, width=4),
    )
    digs = person(
        Head((32, 22), r=12, look=0.6, wears=('helmet',), scarf=ACCENT),
        (27, 58),
        neck=(31, 34),
        left=Arm((65, 51), elbow=(46, 56), shoulder=(26, 44)),
        right=Arm((57, 38), elbow=(47, 46)),
        holds=spade,
        legs=(Leg((18, 83.5), bend=0.4), Leg((38, 83.5), bend=-0.4)),
        trousers=WHITE,
    )
    return (*digs, path('M58 89.5Q66 78 74 80Q86 82 90 89.5z', TINT), ground())


@pictogram
def parenting() -> Drawing:
    """A parent between two children, hand in hand."""
    girl = person(
        Head((18, 46), r=10.5, hair='tails', face='glad'),
        (18, 71),
        left=Arm((7, 70), bend=-0.4),
        right=Arm((32, 60), bend=-0.3, kind=None),
        shirt=ACCENT,
        trousers=WHITE,
        build=SMALL,
    )
    boy = person(
        Head((78, 46), r=10.5, hair='curls', face='glad'),
        (78, 71),
        left=Arm((64, 60), bend=0.3, kind=None),
        right=Arm((89, 70), bend=0.4),
        shirt=LIGHT,
        trousers=WHITE,
        build=SMALL,
    )
    parent = person(
        Head((48, 20), r=12.5, hair='bob', face='smile'),
        (48, 60),
        left=Arm((32, 60), bend=-0.4),
        right=Arm((64, 60), bend=0.4),
        trousers=WHITE,
    )
    return (*girl, *boy, *parent)


@pictogram
def tidying() -> Drawing:
    """Someone sweeps the floor."""
    broom = (
        path('M47 28L66 64', None, INK, 6),
        path('M54 68L74 58L91 86Q78 88 66 88Q62 78 54 68z', TINT, width=4),
        path('M56 69L73 60', None, INK, 6.5),
        path('M68 72L73 83M75 68L82 82', width=3.6),
    )
    sweeps = person(
        Head((24, 21), r=12, hair='scarf', scarf=ACCENT, look=0.6),
        (21, 58),
        left=Arm((58, 51), shoulder=(18, 45), elbow=(36, 59)),
        right=Arm((49, 37), elbow=(41, 49), shoulder=(30, 43)),
        holds=broom,
        shirt=LIGHT,
        trousers=WHITE,
    )
    return (*sweeps, ground())
