"""What someone is going to do: the answers of "new step"."""

from tools.figures.body import Arm, Leg, arm
from tools.figures.build import NEAR
from tools.figures.gallery import pictogram
from tools.figures.hands import hand
from tools.figures.head import Head
from tools.figures.person import near, person
from tools.figures.props import bubble, flower, ground, pencil, phone, question, sheet, tree
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


@pictogram
def call() -> Drawing:
    """Someone calls with a phone at the ear."""
    calls = Head((42, 33), r=18, hair='fringe', face='talk', look=-0.2)
    return (
        *near(
            calls,
            x=42,
            wide=50,
            right=Arm((66, 46), elbow=(72, 74), wrist=-20, thumb=-1),
            holds=phone((67, 32), 12, 1.5),
        ),
        path('M80 18q5 8 2 17M86 11q8 13 3 28', None, ACCENT, 4.5),
    )


@pictogram
def walk() -> Drawing:
    """Someone walks past a tree."""
    walks = person(
        Head((36, 19), r=12, hair='bob', look=0.5),
        (33, 57),
        neck=(35, 31),
        left=Arm((17, 50), bend=-0.7, behind=True),
        right=Arm((53, 50), bend=0.7),
        legs=(Leg((17, 81), bend=0.7, turn=25), Leg((48, 83.5), bend=-0.5)),
        trousers=WHITE,
    )
    return (*tree((76, 40)), *walks, ground())


@pictogram
def cook_or_bake() -> Drawing:
    """Someone with a cake fresh from the oven."""
    cake = (
        path('M24 66Q22 54 34 54Q38 46 48 50Q58 46 62 54Q74 54 72 66z', ACCENT),
        path('M26 66H70L66 82H30z', LIGHT),
        path('M37 70V78M48 70V78M59 70V78', width=3.6),
    )
    hat = (
        path('M33 18H63V26H33z', WHITE, width=4),
        path('M33 19C22 16 26 4 36 7C40 2 56 2 60 7C70 4 74 16 63 19z', WHITE, width=4),
    )
    bakes = Head((48, 33), r=14, hair='parted', face='glad')
    return (
        *near(
            bakes,
            wide=48,
            left=Arm((22, 74), elbow=(14, 72), kind=None),
            right=Arm((74, 74), elbow=(82, 72), kind=None),
        ),
        *hat,
        *cake,
        *hand((22, 72), 20, 'fist', NEAR),
        *hand((74, 72), 160, 'fist', NEAR, -1),
    )


@pictogram
def cycle() -> Drawing:
    """Someone rides a bicycle."""
    wheels = (circle((22, 70), 16.5, WHITE), circle((74, 70), 16.5, WHITE))
    frame = path('M22 70L36 48L66 46L48 70H22M36 48L48 70M66 46L74 70M66 46L63 38H71M31 45H42', None, INK, 4.5)
    rides = person(
        Head((55, 16), r=11, hair='tail', look=0.6),
        (37, 46),
        neck=(51, 27),
        right=Arm((68, 37), elbow=(57, 42)),
        legs=(Leg((51, 76), knee=(58, 56), hip=(38, 46)),),
        trousers=WHITE,
    )
    return (*wheels, frame, *rides)


@pictogram
def apply() -> Drawing:
    """Someone fills in a form."""
    form = (
        box(8, 46, 44, 43, WHITE, 3),
        box(15, 53, 12, 13, LIGHT, 2, 3.6),
        path('M33 57H45M33 65H45M15 74H45M15 82H30', width=3.6),
    )
    pen = pencil((42, 80), 42)
    fills = Head((60, 28), r=15.5, hair='side', face='smile', look=-0.5, down=0.8, wears=('glasses',))
    return (
        *near(fills, x=66, wide=44),
        *form,
        *pen,
        *arm((80, 56), Arm((66, 70), elbow=(85, 80), thumb=-1), TINT, NEAR),
    )


@pictogram
def visit() -> Drawing:
    """Someone at a door, with flowers."""
    door = (box(58, 7, 32, 82, ACCENT, 2), dots([(65, 52)], 7))
    bunch = (*flower((46, 44), 3.2, TINT, WHITE, 20), *flower((40, 38), 3.2, ACCENT, WHITE, 26))
    visits = person(
        Head((22, 20), r=12.5, hair='curls', look=0.6),
        (20, 57),
        right=Arm((42, 60), bend=1, wrist=-30),
        holds=bunch,
        trousers=WHITE,
    )
    return (*door, *visits, ground())


@pictogram
def learn() -> Drawing:
    """Someone writes in a book."""
    book = (
        path('M46 60Q30 52 8 55V84Q30 80 46 88Q62 80 84 84V55Q62 52 46 60z', WHITE),
        path('M46 61V87M17 65Q29 63 37 67M17 74Q29 73 37 77', width=3.6),
    )
    pen = pencil((61, 82), 8)
    return (
        *near(Head((46, 28), r=16.5, hair='bun', face='calm', down=1), wide=50, base=70),
        *book,
        *pen,
        *arm((63, 55), Arm((76, 68), elbow=(84, 54), kind='fist', thumb=-1), TINT, NEAR),
    )


@pictogram
def ask() -> Drawing:
    """Someone with a hand up has a question."""
    asks = Head((34, 41), r=16, hair='parted', face='talk', look=0.3)
    return (
        *near(asks, wide=44, left=Arm((11, 30), elbow=(11, 60), kind='point', wrist=0, thumb=1)),
        bubble(54, 5, 37, 36, (54, 50)),
        *question((72.5, 22), 0.95),
    )


@pictogram
def open_post() -> Drawing:
    """Someone takes a letter out of an envelope."""
    letter = sheet(30, 47, 36, 40, 3, WHITE)
    back = path('M22 66L48 50L74 66V89H22z', LIGHT)
    pocket = path('M22 66L48 82L74 66V89.5H22z', ACCENT)
    opens = Head((48, 24), r=15.5, hair='bald', face='flat', down=1, wears=('moustache',))
    return (
        *near(
            opens,
            wide=50,
            base=84,
            left=Arm((18, 76), elbow=(12, 68), kind=None),
            right=Arm((78, 76), elbow=(84, 68), kind=None),
        ),
        back,
        *letter,
        pocket,
        *hand((16, 76), 15, 'fist', NEAR),
        *hand((80, 76), 165, 'fist', NEAR, -1),
    )


@pictogram
def make_music() -> Drawing:
    """Someone plays the guitar."""
    guitar = (
        path('M46 66L86 40', None, INK, 10.5),
        path('M46 66L86 40', None, LIGHT, 3),
        path('M82 36L90 46', None, INK, 8),
        path(
            'M17 72C16 58 30 54 37 59C40 51 52 50 56 57C61 65 53 74 47 76C48 88 30 93 22 88Q17 83 17 72z',
            ACCENT,
        ),
        circle((44, 65.5), 4.6, INK, None),
    )
    return (
        *near(
            Head((46, 27), r=14.5, hair='afro', face='smile', look=0.1),
            wide=46,
            left=Arm((24, 74), elbow=(12, 66), kind=None),
            right=Arm((73, 56), elbow=(78, 74), kind=None),
        ),
        *guitar,
        *hand((72, 58), -60, 'fist', NEAR),
        *hand((22, 74), 15, 'fist', NEAR),
    )
