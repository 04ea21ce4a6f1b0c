"""A head: face, hair, scarf, hat. Drawn around 0, 0 with a radius of 12, then made as large as asked."""

from dataclasses import dataclass

from tools.figures import hair
from tools.figures.face import features
from tools.figures.lines import Point
from tools.figures.moving import placed
from tools.figures.shapes import ACCENT, INK, LINE, WHITE, Drawing, circle, path

R = 12

_CLOTH = (
    'M0-15.5C10-15.5 14.6-9 14.6-.5C14.6 6 18.6 10 18.6 16Q9 20.5 0 20.5'
    'Q-9 20.5-18.6 16C-18.6 10-14.6 6-14.6-.5C-14.6-9-10-15.5 0-15.5z'
)


@dataclass(frozen=True)
class Head:
    """A head around `at`; `look` is how far the face is turned: -1 left, 1 right; `tilt` in degrees."""

    at: Point
    face: str | None = 'smile'
    hair: str | None = None
    look: float = 0
    down: float = 0
    r: float = 12
    tilt: float = 0
    colour: str = INK
    scarf: str = ACCENT
    wears: tuple[str, ...] = ()


def bare(head: Head) -> Drawing:
    """Returns a head without a body: on a pillow, in a frame."""
    return behind(head) + front(head)


def behind(head: Head) -> Drawing:
    """Returns the hair that hangs behind the body."""
    return _at(head, hair.behind(head.hair, head.colour))


def front(head: Head) -> Drawing:
    """Returns the head itself; from behind if it has no face."""
    if head.hair == 'scarf':
        opening = circle((head.look * 2, 0.6), 10.4, WHITE, width=3.6)
        return _at(head, (path(_CLOTH, head.scarf), opening, *_face(head)))
    top = hair.on_top(head.hair, head.colour, head.r / R)
    if head.face is None:
        return _at(head, (*top, circle((0, 0), R, head.colour)))
    skull = circle((0, 0), R, WHITE, width=LINE)
    beard = hair.beard() if 'beard' in head.wears else ()
    return _at(head, (*top, skull, *beard, *hair.before(head.hair, head.colour), *_face(head), *_hat(head)))


def _face(head: Head) -> Drawing:
    """Eyes and mouth, turned to where the head looks."""
    line = 3.2 if head.r < 15 else 3.6
    return placed(features(head.face, head.wears, line), (head.look * 4.4, head.down * 3)) if head.face else ()


def _hat(head: Head) -> Drawing:
    if 'helmet' not in head.wears:
        return ()
    return (path('M-12.6-4A12.6 13 0 0 1 12.6-4z', head.scarf, width=4), path('M-16.6-4H16.6', width=4.5))


def _at(head: Head, drawing: Drawing) -> Drawing:
    return placed(drawing, head.at, head.tilt, head.r / R)
