"""Phones, cameras, computers, and the line between them."""

from tools.figures.body import Arm
from tools.figures.gallery import pictogram
from tools.figures.head import Head, bare
from tools.figures.moving import placed
from tools.figures.person import near
from tools.figures.props import rays, roof
from tools.figures.shapes import ACCENT, INK, LIGHT, TINT, WHITE, Drawing, box, circle, dots, path


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
def take_photo() -> Drawing:
    """Someone takes a photo."""
    camera = (
        path('M22 25H35L39 18H57L61 25H74Q77 25 77 28V45Q77 48 74 48H22Q19 48 19 45V28Q19 25 22 25z', LIGHT),
        circle((48, 36), 8, ACCENT),
    )
    return (
        *near(
            Head((48, 39), r=21, hair='curls', face='smile', down=0.9),
            wide=50,
            left=Arm((20, 48), elbow=(12, 72), wrist=-30, thumb=-1),
            right=Arm((76, 48), elbow=(84, 72), wrist=30),
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
def where_kept() -> Drawing:
    """A computer in a house."""
    return (
        path('M15 42L48 13L81 42V89H15z', LIGHT),
        *roof(48, 9, 41, 37, ACCENT),
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
