"""Faces: eyes and a mouth around 0, 0, for a head with a radius of 12."""

from tools.figures.shapes import ACCENT, INK, WHITE, Drawing, circle, dots, path

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

_LAUGH = 'M-5.4 2.4H5.4Q5.4 9.4 0 9.4Q-5.4 9.4-5.4 2.4z'
_OPEN = 'M-3 5.4A3 3 0 0 1 3 5.4A3 3 0 0 1-3 5.4z'
_WIDE_OPEN = 'M-3.6 6A3.6 3.6 0 0 1 3.6 6A3.6 3.6 0 0 1-3.6 6z'
_MOUSTACHE = (
    'M0 1.6Q-2.6 0-5 3.2Q-6.4 4.6-7.6 4.4Q-5.6 7.6-2 6Q-.8 5.6 0 4.4'
    'Q.8 5.6 2 6Q5.6 7.6 7.6 4.4Q6.4 4.6 5 3.2Q2.6 0 0 1.6z'
)
_GLASSES = 'M-1.4-.4a3.4 3.4 0 1 0-6.8 0a3.4 3.4 0 1 0 6.8 0q1.4-1.6 2.8 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0'


def features(face: str, wears: tuple[str, ...], line: float) -> Drawing:
    """Returns eyes and mouth, and a moustache or glasses."""
    eyes, mouth = FACES[face]
    drawn: Drawing = (path(EYES[eyes] + MOUTHS.get(mouth, ''), width=line),)
    if eyes == 'wide':
        pupils = dots([(-4.4, -1.2), (4.4, -1.2)], 3.4)
        drawn += (*(circle((x, -1.6), 3.4, WHITE, width=3.2) for x in (-4.6, 4.6)), pupils)
    drawn += _mouth(mouth)
    if 'moustache' in wears:
        drawn += (path(_MOUSTACHE, INK, None),)
    if 'glasses' in wears:
        drawn += (path(_GLASSES, width=3),)
    return drawn


def _mouth(mouth: str) -> Drawing:
    """A mouth that is more than a line."""
    if mouth == '':
        return (path(_LAUGH, ACCENT, width=3),)
    if mouth == 'o':
        return (path(_OPEN, INK, None),)
    return (path(_WIDE_OPEN, INK, INK, 3),) if mouth == 'O' else ()
