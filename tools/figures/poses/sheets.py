"""What is printed, sent and renewed."""

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head
from tools.figures.moving import turned
from tools.figures.person import near
from tools.figures.props import envelope, heart
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


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
