"""Signs of the interface: what a button does, what went wrong."""

from dataclasses import replace

from tools.figures.body import FULL, NEAR, Arm, Leg, hand
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.person import near, person, smaller
from tools.figures.props import badge, cup, envelope, ground, heart, phone, question, rays, table
from tools.figures.shapes import (
    ACCENT,
    INK,
    LIGHT,
    TINT,
    WHITE,
    Drawing,
    Point,
    box,
    circle,
    dots,
    path,
    placed,
    turned,
)


@pictogram
def before() -> Drawing:
    """Someone at the foot of the stairs looks up to the flag."""
    return (
        *stairs(),
        *person(
            Head((17, 35), r=11, hair='bob', look=0.6),
            (17, 67),
            left=Arm((7, 64), bend=-0.5),
            right=Arm((28, 64), bend=0.5),
            trousers=WHITE,
            build=smaller(FULL, 0.86),
        ),
    )


@pictogram
def doing() -> Drawing:
    """Someone climbs the stairs to the flag."""
    climbs = person(
        Head((45, 24), r=11, hair='bob', look=0.6),
        (38, 56),
        neck=(43, 35),
        left=Arm((29, 50), bend=-1, behind=True),
        right=Arm((58, 47), bend=1),
        legs=(Leg((32, 84), bend=0), Leg((52, 66), bend=-1)),
        trousers=WHITE,
        build=smaller(FULL, 0.86),
    )
    return (*stairs(), *climbs)


@pictogram
def done_it() -> Drawing:
    """Someone on top, by the flag, arms up."""
    return (
        path('M84 62V10', None, INK, 5),
        path('M83 11H69L74 17L69 23H83z', ACCENT, width=4),
        *near(
            Head((46, 26), r=12.5, hair='bob', face='laugh'),
            wide=34,
            base=62,
            left=Arm((22, 20), elbow=(24, 42)),
            right=Arm((66, 26), elbow=(67, 44)),
            build=smaller(NEAR, 0.8),
        ),
        path('M6 89.5V82H18V72H30V62H90V89.5z', LIGHT),
    )


def stairs() -> Drawing:
    """Three steps up to a flag."""
    return (
        path('M86 52V16', None, INK, 5),
        path('M86 17H72L77 23L72 29H86z', ACCENT, width=4),
        path('M28 89.5V88H44V71H58V54H90V89.5z', LIGHT),
    )


@pictogram
def began_together() -> Drawing:
    """Two talk at a table, with coffee."""
    return (
        *near(
            Head((22, 32), r=14, hair='bun', face='talk', look=0.5),
            wide=36,
            base=78,
            on=badge(18, 48, wide=10, drop_=8, reach=6),
        ),
        *near(Head((74, 32), r=14, hair='curls', face='smile', look=-0.5), wide=36, base=78, shirt=LIGHT),
        *placed(cup((0, 0), 0.8), (37, 65), mirror=True),
        *cup((59, 65), 0.8),
        *table(5, 91, 75, 89.5, ACCENT),
    )


@pictogram
def smaller_() -> Drawing:
    """A large square becomes a small one."""
    return (
        path('M10 24V10H24M40 10H56M72 10H86V24M86 40V56M86 72V86H72', None, INK, 5),
        box(8, 50, 38, 38, TINT, 4),
        path('M76 20L58 38M57 24V39H72', None, ACCENT, 6.5),
    )


@pictogram
def take_photo() -> Drawing:
    """Someone takes a photo."""
    camera = (
        path('M22 30H34L39 23H57L62 30H74Q77 30 77 33V54Q77 57 74 57H22Q19 57 19 54V33Q19 30 22 30z', LIGHT),
        circle((48, 43), 9, ACCENT),
    )
    return (
        *near(
            Head((48, 39), r=21, hair='curls', face='smile', down=2.1),
            wide=50,
            left=Arm((22, 54), elbow=(14, 76), wrist=-30, thumb=-1),
            right=Arm((74, 54), elbow=(82, 76), wrist=30),
            holds=camera,
        ),
        rays((76, 16, 4, -6), (84, 22, 6, -3), colour=ACCENT),
    )


@pictogram
def camera_refused() -> Drawing:
    """A camera, struck out."""
    return (
        path('M14 26H29L36 15H60L67 26H82Q88 26 88 32V75Q88 81 82 81H14Q8 81 8 75V32Q8 26 14 26z', TINT),
        circle((48, 52), 18, WHITE),
        circle((48, 52), 8, LIGHT),
        path('M12 86L84 14', None, WHITE, 19),
        path('M12 86L84 14', None, INK, 13),
        path('M12 86L84 14', None, ACCENT, 4.6),
    )


@pictogram
def no_connection() -> Drawing:
    """A plug that is out of its socket."""
    plug = (
        path('M6 76Q22 76 26 62', None, INK, 5),
        *placed(
            (path('M4-7H17M4 7H17', None, INK, 5.5), path('M-18-7Q-18-15-8-15H4V15H-8Q-18 15-18 7z', TINT)),
            (30, 54),
            -32,
        ),
    )
    socket = (
        path('M90 20Q78 20 73 28', None, INK, 5),
        *placed(
            (path('M-8-16H6Q16-16 16-6V6Q16 16 6 16H-8z', LIGHT), path('M-8-7H2M-8 7H2', None, INK, 5)), (68, 34), -32
        ),
    )
    return (*plug, *socket, path('M44 20L40 10M32 28L22 24M58 66L62 76M70 60L80 64', None, ACCENT, 5))


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
def sleep_on_time() -> Drawing:
    """Someone in bed, and a clock."""
    return (
        circle((70, 26), 18, WHITE),
        path('M70 15V26L77 31', None, INK, 4.5),
        path('M56 9L51 13M84 9L89 13', None, INK, 5),
        path('M30 8A13 13 0 1 0 44 26A12 12 0 0 1 30 8z', TINT),
        path('M8 46V89M88 66V89M8 82H88', width=5.5),
        box(12, 56, 32, 20, WHITE, 8),
        *bare(Head((29, 60), r=11.5, hair='bob', face='asleep', tilt=-12)),
        path('M38 64Q62 54 82 64Q88 67 88 80H38z', ACCENT),
    )


@pictogram
def goodbye() -> Drawing:
    """Someone waves."""
    return (
        *near(
            Head((36, 34), r=17, hair='scarf', scarf=LIGHT, face='glad'),
            wide=48,
            x=36,
            right=Arm((72, 46), elbow=(68, 74), kind='spread', wrist=-4),
            build=replace(NEAR, hand=1.3),
        ),
        path('M87 14q5 6 4 13M56 20q-2-5 0-10', None, ACCENT, 4.5),
    )


@pictogram
def entered() -> Drawing:
    """Someone with a phone goes in at a door."""
    door = (box(46, 7, 42, 82, TINT, 2), box(55, 15, 24, 68, WHITE, 1, 4))
    goes = person(
        Head((28, 21), r=12, hair='curls', look=0.6),
        (26, 58),
        right=Arm((50, 46), bend=0.9),
        left=Arm((12, 54), bend=-0.6, behind=True),
        legs=(Leg((14, 81), bend=0.6, turn=25), Leg((40, 83.5), bend=-0.4)),
        trousers=LIGHT,
        holds=phone((56, 40), 8, 0.95),
    )
    return (*door, *goes, ground())


@pictogram
def sign_in() -> Drawing:
    """Someone opens a door with a key."""
    key = placed((circle((-8, 0), 6, ACCENT, width=4), path('M-1 0H15M9 0V6M14 0V5', None, INK, 4.5)), (54, 50))
    return (
        box(68, 7, 22, 82, LIGHT, 2),
        dots([(76, 50)], 7),
        *person(
            Head((25, 21), r=12.5, hair='bun', look=0.6),
            (23, 58),
            right=Arm((44, 50), bend=0.9, kind=None),
            trousers=WHITE,
        ),
        *key,
        *hand((43, 50), 0, 'fist', FULL),
        ground(),
    )


@pictogram
def sign_out() -> Drawing:
    """Someone goes out at a door, bag in hand."""
    return (
        box(6, 7, 30, 82, LIGHT, 2),
        dots([(30, 50)], 7),
        *person(
            Head((60, 21), r=12.5, hair='bun', look=0.6),
            (58, 58),
            left=Arm((46, 54), bend=-0.6, behind=True),
            right=Arm((75, 55), bend=0.7),
            legs=(Leg((44, 81), bend=0.6, turn=25), Leg((70, 83.5), bend=-0.4)),
            trousers=WHITE,
            shirt=TINT,
            holds=(box(68, 62, 20, 16, ACCENT, 3, 4),),
        ),
        ground(),
    )


@pictogram
def quick_exit() -> Drawing:
    """Someone runs out at an open door."""
    return (
        box(50, 5.5, 39, 84, LIGHT, 3),
        *person(
            Head((66, 24), r=11, hair='fringe', look=0.8),
            (52, 56),
            neck=(62, 35),
            left=Arm((40, 47), elbow=(48, 39), behind=True, wrist=50),
            right=Arm((78, 45), elbow=(69, 52)),
            legs=(Leg((28, 67), knee=(42, 66), shoe=-1, turn=110), Leg((67, 79), knee=(68, 63))),
            trousers=WHITE,
            build=smaller(FULL, 0.92),
        ),
        path('M6 26H30M6 42H22', None, ACCENT, 5),
    )


@pictogram
def not_found() -> Drawing:
    """Someone looks through a magnifying glass and finds nothing."""
    return (
        *near(
            Head((27, 36), r=15, hair='parted', face='sad', look=0.4),
            wide=40,
            right=Arm((54, 76), elbow=(38, 84)),
            holds=(path('M56 74L62 62', None, INK, 8), circle((69, 42), 21, LIGHT)),
        ),
        *question((69, 41), 0.95),
    )


@pictogram
def sorry() -> Drawing:
    """Someone shrugs."""
    return near(
        Head((48, 32), r=17, hair='curls', face='worried'),
        wide=48,
        left=Arm((14, 58), elbow=(20, 80), kind='flat', wrist=-60),
        right=Arm((82, 58), elbow=(76, 80), kind='flat', wrist=60, thumb=-1),
    )


@pictogram
def celebrate() -> Drawing:
    """Someone in a party hat, arms up."""
    return (
        *near(
            Head((48, 41), r=14, hair='curls', face='laugh'),
            wide=42,
            left=Arm((14, 42), elbow=(22, 66), kind='open', thumb=-1),
            right=Arm((82, 42), elbow=(74, 66), kind='open'),
        ),
        path('M38 27L48 5L58 27Q48 23 38 27z', ACCENT, width=4),
        dots([(20, 14), (76, 14), (66, 24), (30, 24)], 5.5, ACCENT),
    )


@pictogram
def invitation() -> Drawing:
    """Someone holds out an envelope with a heart."""
    return near(
        Head((36, 28), r=15.5, hair='scarf', scarf=TINT, face='smile', look=0.2),
        wide=46,
        x=34,
        right=Arm((42, 76), elbow=(24, 80), wrist=-10),
        holds=(*envelope(42, 48, 48, 34, WHITE), *heart((67, 69), 0.75)),
    )


@pictogram
def this_device() -> Drawing:
    """Someone points at the phone in their hand."""
    return near(
        Head((34, 28), r=15.5, hair='short', face='smile', look=0.3),
        wide=44,
        x=32,
        left=Arm((50, 62), elbow=(22, 82), kind='point', thumb=-1, wrist=-10),
        holds=(box(58, 30, 32, 58, TINT, 6), box(64, 38, 20, 38, WHITE, 1.5, 4), path('M71 82.5H77', None, INK, 4)),
    )


@pictogram
def printed() -> Drawing:
    """Someone takes a sheet out of the printer."""
    printer = (box(48, 30, 42, 32, LIGHT, 5), path('M57 30V16H81V30', WHITE), dots([(81, 40)], 5.5, ACCENT))
    paper = (box(54, 50, 30, 36, WHITE, 2, 4), path('M61 59H77M61 67H77M61 75H71', width=3.8))
    return (
        *printer,
        *paper,
        *near(Head((25, 32), r=14, hair='bob', face='smile', look=0.6), wide=36, right=Arm((48, 74), elbow=(30, 82))),
    )


@pictogram
def unlock() -> Drawing:
    """Someone opens a padlock with a key."""
    lock_ = (
        path('M58 48V38A11 11 0 0 1 79 33', None, INK, 7),
        box(52, 48, 38, 34, TINT, 5),
        circle((71, 62), 4, INK, None),
        path('M71 63V72', None, INK, 5),
    )
    key = placed((circle((-9, 0), 6, ACCENT, width=4), path('M-3 0H14M8 0V6', None, INK, 4.5)), (53, 66))
    return (
        *lock_,
        *near(
            Head((26, 31), r=14.5, hair='curls', face='smile', look=0.5),
            wide=38,
            right=Arm((38, 72), elbow=(24, 84), kind=None),
        ),
        *key,
        *hand((36, 70), -15, 'fist', NEAR),
    )


@pictogram
def new_sheet() -> Drawing:
    """The old sheet is struck out, the new one has its code."""
    return (
        *turned((box(8, 18, 38, 48, LIGHT, 3),), -8, (27, 42)),
        path('M17 32L35 52M35 31L18 53', None, ACCENT, 6),
        box(40, 28, 48, 60, WHITE, 3),
        *(box(x, y, 12, 12, TINT, 1, 4) for x, y in ((48, 37), (68, 37), (48, 57))),
        path('M68 58h.1M77 58h.1M68 67h.1M77 67h.1', None, INK, 5.5),
        path('M50 79H78', width=4),
        path('M80 6L83.4 14.6L92 18L83.4 21.4L80 30L76.6 21.4L68 18L76.6 14.6z', ACCENT, width=3.6),
    )


@pictogram
def new_step() -> Drawing:
    """A footstep, and one more."""
    return (
        *sole((26, 66), -8),
        *sole((58, 36), 8),
        circle((75, 74), 16, TINT),
        path('M75 66V82M67 74H83', None, INK, 5),
    )


def sole(at: Point, degrees: float) -> Drawing:
    """The print of a shoe, 26 by 48."""
    front = path('M-11-6C-13-18-8-24 0-24C8-24 13-18 11-6L9 4H-9z', INK, INK, 3)
    heel = path('M-9 11H9V16C9 22 5 24 0 24C-5 24-9 22-9 16z', INK, INK, 3)
    return placed((front, heel), at, degrees)


@pictogram
def undo() -> Drawing:
    """A bold arrow that bends back."""
    bent = 'M26 36H58A20 20 0 0 1 58 78H36'
    return (
        path(bent, None, INK, 15),
        path(bent, None, TINT, 6),
        path('M30 14L8 36L30 58z', TINT),
    )


@pictogram
def on_paper() -> Drawing:
    """A photo comes out of a printer."""
    return (
        box(26, 8, 44, 30, WHITE, 2),
        box(8, 30, 80, 38, TINT, 7),
        dots([(76, 42)], 6, ACCENT),
        box(22, 50, 52, 39, WHITE, 2),
        path('M24 87V82L38 68L48 77L56 69L72 83V87z', LIGHT, width=4),
        circle((60, 60.5), 4, ACCENT, width=3.6),
    )


@pictogram
def too_large() -> Drawing:
    """A photo that does not fit into its envelope."""
    return (
        box(16, 6, 64, 62, WHITE, 3),
        path('M17 62L38 36L52 50L60 42L79 62z', LIGHT, width=4),
        circle((62, 22), 6, ACCENT, width=4),
        path('M26 52L48 68L70 52V89H26z', TINT),
        path('M27 88L42 70M69 88L54 70', width=4),
        path('M12 78H20M76 78H84M12 78L17 73M12 78L17 83M84 78L79 73M84 78L79 83', None, ACCENT, 4.5),
    )


@pictogram
def where_kept() -> Drawing:
    """A computer in a house."""
    return (
        path('M15 42L48 13L81 42V89H15z', LIGHT),
        path('M7 46L48 9L89 46', None, INK, 12),
        path('M7 46L48 9L89 46', None, ACCENT, 4),
        box(29, 46, 38, 25, WHITE, 2),
        path('M24 74H72L76 83H20z', TINT),
        circle((48, 58), 5.5, TINT, width=4),
    )


@pictogram
def code_app() -> Drawing:
    """A phone with a lock and six places of a code."""
    return (
        box(20, 5, 56, 86, TINT, 9),
        box(28, 14, 40, 62, WHITE, 2, 4),
        path('M41 36V30A7 7 0 0 1 55 30V36', None, INK, 5),
        box(36, 36, 24, 18, ACCENT, 3, 4),
        dots([(35, 66), (40.2, 66), (45.4, 66), (50.6, 66), (55.8, 66), (61, 66)], 3.8),
        path('M43 83.5H53', None, INK, 4.5),
    )


@pictogram
def towards() -> Drawing:
    """Someone on the road to a house."""
    return (
        path('M36 89.5C70 82 40 66 68 52H78C62 66 92 80 74 89.5z', TINT),
        path('M56 34H84V54H56z', LIGHT),
        path('M50 36L70 16L90 36z', ACCENT),
        *person(
            Head((20, 29), r=12, hair='short', look=0.7),
            (19, 62),
            left=Arm((7, 62), bend=-0.5),
            right=Arm((34, 60), bend=0.6),
            trousers=WHITE,
            build=smaller(FULL, 0.92),
        ),
    )


@pictogram
def avatar_boat() -> Drawing:
    """A little steamboat."""
    return (
        path('M48 14C42 14 40 6 47 6C50 2 58 4 58 9C66 10 64 18 58 17', WHITE, width=4),
        box(38, 22, 14, 20, ACCENT, 2),
        path('M28 58V40H66V58', WHITE),
        circle((39, 49), 4, LIGHT, width=3.6),
        circle((55, 49), 4, LIGHT, width=3.6),
        path('M8 56H88L76 78H20z', TINT),
        path('M6 86q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0q7-7 14 0', None, INK, 4.5),
    )
