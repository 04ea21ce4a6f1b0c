"""A head: face, hair, scarf, glasses. Drawn around 0, 0 with a radius of 12, then made as large as asked."""

from dataclasses import dataclass

from tools.figures.shapes import ACCENT, INK, LINE, WHITE, Drawing, Point, circle, dots, path, placed

R = 12

MOUTHS = {
    'smile': 'M-4.2 4q4.2 5 8.4 0',
    'calm': 'M-4 4.5q4 3 8 0',
    'sad': 'M-4 7q4-4 8 0',
    'flat': 'M-3.8 5.5h7.6',
    'wavy': 'M-5 6.2q2.5-3.2 5 0q2.5 3.2 5 0',
    'asleep': 'M-2.5 6q2.5 1.6 5 0',
}
EYES = {
    'open': 'M-4.4-1.6v1.6M4.4-1.6v1.6',
    'shut': 'M-6.4-1q2 2 4 0M2.4-1q2 2 4 0',
    'glad': 'M-6.6 0q2.2-3.4 4.4 0M2.2 0q2.2-3.4 4.4 0',
    'tight': 'M-7-3.4l3.6 2.2l-3.6 2.2M7-3.4l-3.6 2.2l3.6 2.2',
    'cross': 'M-4.4 .4v1.2M4.4 .4v1.2M-7-4.4l4.4 2M7-4.4l-4.4 2',
    'wide': '',
    'worried': 'M-4.4 .2v1.4M4.4 .2v1.4M-7.4-2.4q2.4-.4 3.8-2M7.4-2.4q-2.4-.4-3.8-2',
}
FACES = {
    'smile': ('open', 'smile'),
    'flat': ('open', 'flat'),
    'sad': ('worried', 'sad'),
    'low': ('shut', 'sad'),
    'calm': ('shut', 'calm'),
    'glad': ('glad', 'smile'),
    'asleep': ('shut', 'asleep'),
    'worried': ('worried', 'wavy'),
    'pain': ('tight', 'wavy'),
    'angry': ('cross', 'sad'),
    'grim': ('cross', 'flat'),
    'laugh': ('glad', ''),
    'grin': ('open', ''),
    'shout': ('cross', 'O'),
    'oh': ('open', 'o'),
    'fright': ('worried', 'o'),
    'talk': ('open', 'o'),
    'yawn': ('shut', 'O'),
    'scared': ('wide', 'wavy'),
}
"""Each face its eyes and its mouth; '' is an open laugh, 'o' an open mouth, 'O' a yawn."""

_CAP = 'M-12 0A12 12 0 0 1 12 0'
FRONT = {
    'short': f'{_CAP}Q10.6-6.4 4-6.8Q-6-7-8.6-5Q-11-3-12 0z',
    'side': f'{_CAP}Q10.6-6.4 6-7.6Q-1-5.4-5.4-8.6Q-8-4-12 0z',
    'fringe': f'{_CAP}L11.6-3.8Q6-6.2 0-6Q-6-6.2-11.6-3.8z',
    'parted': f'{_CAP}Q6.6-3 1.6-9.4Q-4-3.6-12 0z',
    'curls': f'{_CAP}Q10-6.6 5-6.8Q2-8.4-1-6.6Q-5-8.4-7-6.2Q-10-6-12 0z',
    'bald': 'M-11 5.4Q-15.4 5-15.4 0Q-15-6-10-8Q-8.4-2-11 5.4zM11 5.4Q15.4 5 15.4 0Q15-6 10-8Q8.4-2 11 5.4z',
}
"""Hair before the face."""

BEHIND = {
    'bob': 'M-15.5 10.4V-1A15.5 15.5 0 0 1 15.5-1V10.4Q11 13.4 8 9H-8Q-11 13.4-15.5 10.4z',
    'long': 'M-16 20V-1A16 16 0 0 1 16-1V20Q8 23 0 21Q-8 23-16 20z',
    'afro': 'M0-17.6A15.6 14.6 0 0 1 17 1.6Q16 6 11 6.5H-11Q-16 6-17 1.6A15.6 14.6 0 0 1 0-17.6z',
    'tail': 'M8-11Q21-16 20.4-1Q20-.4 21.4 6Q13 6 12.6-3z',
    'tails': 'M-10-8Q-20-13-20.6-3.4Q-20 1-22 4.6Q-12.6 7-11.6-3zM10-8Q20-13 20.6-3.4Q20 1 22 4.6Q12.6 7 11.6-3z',
}
"""Hair behind the head."""

STYLES = {
    'bob': 'parted',
    'long': 'parted',
    'afro': 'curls',
    'tail': 'fringe',
    'tails': 'parted',
    'bun': 'fringe',
}
"""What such hair is before the face; other hair is that itself."""


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


def behind(head: Head) -> Drawing:
    """Returns the hair that hangs behind the body."""
    return _at(head, (path(BEHIND[head.hair], head.colour, width=3.4),)) if head.hair in BEHIND else ()


def front(head: Head) -> Drawing:
    """Returns the head itself."""
    if head.hair == 'scarf':
        return _at(head, _scarf(head) + face(head))
    skull = circle((0, 0), R, WHITE, width=LINE)
    if head.face is None and head.hair not in {None, 'bald'}:
        return _at(head, (*_top(head), circle((0, 0), R, head.colour)))
    return _at(head, (*_top(head), skull, *_beard(head), *_hair(head), *face(head), *_worn(head)))


def face(head: Head) -> Drawing:
    """Returns eyes and mouth, turned to where the head looks; around 0, 0."""
    if head.face is None:
        return ()
    eyes, mouth = FACES[head.face]
    dx, dy = head.look * 4.4, head.down * 3
    strokes = EYES[eyes] + MOUTHS.get(mouth, '')
    drawn: Drawing = (path(strokes, width=3.2 if head.r < 15 else 3.6),)
    if eyes == 'wide':
        drawn += (
            *(circle((x, -1.6), 3.4, WHITE, width=3.2) for x in (-4.6, 4.6)),
            dots([(-4.4, -1.2), (4.4, -1.2)], 3.4),
        )
    if mouth == '':
        drawn += (path('M-5.4 2.4H5.4Q5.4 9.4 0 9.4Q-5.4 9.4-5.4 2.4z', ACCENT, width=3),)
    if mouth == 'O':
        drawn += (path('M-3.6 6A3.6 3.6 0 0 1 3.6 6A3.6 3.6 0 0 1-3.6 6z', INK, INK, 3),)
    if mouth == 'o':
        drawn += (path('M-3 5.4A3 3 0 0 1 3 5.4A3 3 0 0 1-3 5.4z', INK, None),)
    if 'moustache' in head.wears:
        drawn += (
            path(
                'M0 1.6Q-2.6 0-5 3.2Q-6.4 4.6-7.6 4.4Q-5.6 7.6-2 6Q-.8 5.6 0 4.4Q.8 5.6 2 6Q5.6 7.6 7.6 4.4Q6.4 4.6 5 3.2Q2.6 0 0 1.6z',
                INK,
                None,
            ),
        )
    if 'glasses' in head.wears:
        rims = 'M-1.4-.4a3.4 3.4 0 1 0-6.8 0a3.4 3.4 0 1 0 6.8 0q1.4-1.6 2.8 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0'
        drawn += (path(rims, width=3),)
    return placed(drawn, (dx, dy))


def _at(head: Head, drawing: Drawing) -> Drawing:
    return placed(drawing, head.at, head.tilt, head.r / R)


def _hair(head: Head) -> Drawing:
    """Turned with the face, so that it lies around it."""
    style = STYLES.get(head.hair or '', head.hair or '')
    if style not in FRONT:
        return ()
    outline = None if head.colour == INK else INK
    return (path(FRONT[style], head.colour, outline, 3.4),)


def _top(head: Head) -> Drawing:
    if head.hair == 'bun':
        return (circle((0, -15.4), 4.6, head.colour, width=3.4),)
    if head.hair == 'curls':
        curls = [(-11.6, -4), (-8.6, -10), (-3, -13), (3, -13), (8.6, -10), (11.6, -4)]
        return (dots(curls, 9.5 * head.r / R),)
    return ()


def _beard(head: Head) -> Drawing:
    if 'beard' not in head.wears:
        return ()
    return (
        path('M-12-1Q-9 2.6-5.6 1.4Q0-1 5.6 1.4Q9 2.6 12-1A12 12 0 0 1-12-1z', INK, None),
        path('M-4 6.4h8', None, WHITE, 3),
    )


def _worn(head: Head) -> Drawing:
    drawn: Drawing = ()
    if 'cap' in head.wears:
        drawn += (path('M-12.6-3.4A12.6 12.6 0 0 1 12.6-3.4z', head.scarf, width=4), path('M-12.6-3.4H18', width=4.5))
    if 'helmet' in head.wears:
        drawn += (path('M-12.6-4A12.6 13 0 0 1 12.6-4z', head.scarf, width=4), path('M-16.6-4H16.6', width=4.5))
    return drawn


def _scarf(head: Head) -> Drawing:
    dx = head.look * 2
    cloth = 'M0-15.5C10-15.5 14.6-9 14.6-.5C14.6 6 18.6 10 18.6 16Q9 20.5 0 20.5Q-9 20.5-18.6 16C-18.6 10-14.6 6-14.6-.5C-14.6-9-10-15.5 0-15.5z'
    return (path(cloth, head.scarf), circle((dx, 0.6), 10.4, WHITE, width=3.6))


def bare(head: Head) -> Drawing:
    """Returns a head without a body: on a pillow, in a frame."""
    return behind(head) + front(head)
