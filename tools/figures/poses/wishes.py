"""What someone wishes for: the answers of "wish"."""

from tools.figures.body import Arm, Leg, arm
from tools.figures.build import NEAR, SMALL, smaller
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.moving import placed
from tools.figures.person import near, person
from tools.figures.props import euro, ground, heart, roof, star, table, thought
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, Shape, box, circle, dots, path


@pictogram
def money() -> Drawing:
    """A wallet with a note and a coin."""
    return (
        path('M16 48L24 20L68 30L64 48z', WHITE),
        circle((66, 30), 17, TINT),
        path('M73 23.4Q66.6 19 62 24.6Q59.4 30 62 35.4Q66.6 41 73 36.6M56 27.6H67M56 32.6H66', None, INK, 3.8),
        box(7, 42, 80, 46, ACCENT, 8),
        path('M16 52H70', None, WHITE, 3.4),
        box(62, 57, 28, 17, LIGHT, 7),
        dots([(72, 65.5)], 6),
    )


@pictogram
def wish() -> Drawing:
    """Someone dreams of a star."""
    dreams = Head((28, 57), r=15, hair='bob', face='calm', look=0.2, tilt=8)
    return (
        *near(dreams, wide=42),
        thought((62, 25), 1.3),
        *star((62, 24), 1.05),
        circle((52, 49), 3.6, WHITE, width=4),
    )


@pictogram
def own_place() -> Drawing:
    """Someone holds up the key of their own home."""
    key = (
        path('M68 58V80M68 71H75M68 79H74', None, INK, 5),
        circle((68, 53), 7.5, ACCENT, width=4),
        circle((68, 53), 1.8, WHITE, None),
    )
    return (
        path('M15 42L48 13L81 42V89H15z', LIGHT),
        *roof(48, 9, 41, 37, TINT),
        *near(
            Head((37, 51), r=12.5, hair='curls', face='glad'),
            wide=33,
            right=Arm((55, 66), elbow=(46, 80), wrist=20),
            holds=key,
            build=smaller(NEAR, 0.82),
        ),
    )


@pictogram
def health() -> Drawing:
    """Someone strong, with an apple."""
    apple = placed(
        (
            path('M0-6C4-12 14-10 13 0C12 8 6 12 0 9.6C-6 12-12 8-13 0C-14-10-4-12 0-6z', ACCENT, width=4),
            path('M0-7Q0-12 4-15', None, INK, 4),
        ),
        (78, 27),
    )
    strong = Head((46, 33), r=16, hair='side', face='glad')
    return near(
        strong,
        wide=46,
        left=Arm((17, 38), elbow=(12, 70), wrist=30),
        right=Arm((76, 42), elbow=(80, 70), wrist=-10, thumb=-1),
        holds=apple,
    )


@pictogram
def friends() -> Drawing:
    """Three round a table, with something to drink."""

    def glass(x: float) -> Shape:
        return path(f'M{x - 5} 58H{x + 5}L{x + 3.6} 72H{x - 3.6}z', WHITE, width=3.8)

    return (
        *near(Head((21, 36), r=12.5, hair='scarf', scarf=LIGHT, face='glad', look=0.3), wide=32, base=78, shirt=ACCENT),
        *near(Head((75, 36), r=12.5, hair='bald', face='glad', look=-0.3), wide=32, base=78, shirt=ACCENT),
        *near(Head((48, 27), r=13.5, hair='curls', face='laugh'), wide=36, base=78),
        glass(28),
        glass(48),
        glass(68),
        *table(5, 91, 73, 89.5, LIGHT),
    )


@pictogram
def see_family() -> Drawing:
    """A child runs into open arms."""
    waits = person(
        Head((28, 27), r=13, hair='bun', face='glad', look=0.6),
        (22, 63),
        neck=(26, 40),
        left=Arm((48, 60), bend=1, shoulder=(22, 52), elbow=(34, 64)),
        right=Arm((52, 40), bend=1, elbow=(42, 50)),
        legs=(Leg((14, 83.5), knee=(36, 83), hip=(20, 64), shoe=-1, turn=-20),),
        trousers=WHITE,
    )
    child_ = person(
        Head((74, 43), r=11.5, hair='curls', face='laugh', look=-0.5),
        (78, 70),
        neck=(75, 55),
        left=Arm((60, 52), bend=-0.6),
        right=Arm((88, 50), bend=-0.6),
        legs=(Leg((70, 83), bend=0.5, shoe=-1), Leg((90, 77), bend=0.8, shoe=-1, turn=35)),
        build=SMALL,
        shirt=ACCENT,
        trousers=WHITE,
    )
    return (*heart((58, 14), 0.85), *waits, *child_, ground(6, 78))


@pictogram
def money_in_order() -> Drawing:
    """Someone content, with coins in neat piles."""
    piles = (
        *(box(42, y, 22, 8.6, TINT, 3, 4) for y in (79, 70.4)),
        *(box(67, y, 22, 8.6, TINT, 3, 4) for y in (79, 70.4, 61.8, 53.2)),
    )
    content = Head((28, 30), r=15.5, hair='parted', face='glad', look=0.4)
    return (
        *near(content, wide=40, shirt=LIGHT),
        *piles,
        *arm((40, 58), Arm((48, 68), elbow=(34, 78), kind='flat', wrist=-10, thumb=1), LIGHT, NEAR),
        *euro((56, 53), 10.5, TINT),
    )


@pictogram
def safety() -> Drawing:
    """Someone safe within a shield."""
    return (
        path('M48 5L88 14V46C88 70 66 86 48 92C30 86 8 70 8 46V14z', LIGHT),
        *near(Head((48, 37), r=13.5, hair='bob', face='smile'), wide=36, base=72),
    )


@pictogram
def love() -> Drawing:
    """Two in each other's arms, a heart above."""
    one = Head((33, 45), r=14.5, hair='bald', face='calm', look=0.4, tilt=12, wears=('moustache',))
    two = Head((63, 45), r=14.5, hair='long', face='calm', look=-0.4, tilt=-12)
    return (
        *heart((48, 16), 1.1),
        *near(two, wide=36, x=66, shirt=LIGHT),
        *near(one, wide=36, x=29),
        *arm((34, 64), Arm((70, 72), elbow=(46, 80)), TINT, NEAR),
    )
