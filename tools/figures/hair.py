"""Hair, around 0, 0, for a head with a radius of 12."""

from tools.figures.shapes import INK, WHITE, Drawing, circle, dots, path

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

_CURLS = [(-11.6, -4), (-8.6, -10), (-3, -13), (3, -13), (8.6, -10), (11.6, -4)]
_BEARD = 'M-12-1Q-9 2.6-5.6 1.4Q0-1 5.6 1.4Q9 2.6 12-1A12 12 0 0 1-12-1z'


def behind(hair: str | None, colour: str) -> Drawing:
    """Returns hair that hangs behind head and body."""
    return (path(BEHIND[hair], colour, width=3.4),) if hair in BEHIND else ()


def on_top(hair: str | None, colour: str, times: float) -> Drawing:
    """Returns a bun, or curls; the head is `times` as large as it is drawn."""
    if hair == 'bun':
        return (circle((0, -15.4), 4.6, colour, width=3.4),)
    return (dots(_CURLS, 9.5 * times),) if hair == 'curls' else ()


def before(hair: str | None, colour: str) -> Drawing:
    """Returns hair above the face."""
    style = STYLES.get(hair or '', hair or '')
    return (path(FRONT[style], colour, None if colour == INK else INK, 3.4),) if style in FRONT else ()


def beard() -> Drawing:
    """Returns a beard with the mouth in it."""
    return (path(_BEARD, INK, None), path('M-4 6.4h8', None, WHITE, 3))
