"""The discs on the compass: where they lie in a quarter, and what is in one.

Measures are in units of the drawing. A quarter is drawn to the right of and below the centre, and mirrored from there.
"""

from collections.abc import Callable
from functools import cache
from html import escape
from math import cos, hypot, pi, radians, sin
from typing import NamedTuple

from model.compass.answer import Answer
from model.pictures.pictogram import INK, Tint
from model.pictures.pictogram import inside as drawn_here
from model.words import Language
from ui.look.colours import WHITE
from ui.look.lettering import Below, Disc, Setting, beginning, fit
from ui.look.pictogram_of import pictogram_of

RIM = 330
HUB = 112
GAP = 6
LINE = 4
"""How thick the line around a disc is."""
SMALLEST = 24
"""The smallest type in a disc: 12 pixels on a phone that is 390 wide, and more than 16 on a tablet."""

Source = Callable[[Answer], str | None]
"""Where the photo, drawing or library picture of an answer is found: an address, or the picture itself as `data:`."""


Inside = Callable[[str, Tint], str]
"""What a pictogram of one key and tint looks like within a drawing: its shapes, or where these are found."""


class Pictures(NamedTuple):
    """Where a drawing takes all its pictures from."""

    source: Source
    inside: Inside = drawn_here


class Place(NamedTuple):
    """Where a disc lies, and how large it is."""

    x: float
    y: float
    radius: float


# radius, angle with the horizontal axis, size: the largest equal discs in a quarter, found by search
_POLAR: dict[int, list[tuple[float, float, float]]] = {
    1: [(208, 45, 90)],
    2: [(239, 23.7, 76), (239, 66.3, 76)],
    3: [(179, 45, 60), (260, 16.9, 60), (260, 73.1, 60)],
    4: [(169, 25.9, 50), (270, 13.9, 50), (169, 64.1, 50), (270, 76.1, 50)],
    5: [(169, 25.9, 50), (270, 13.9, 50), (265, 45, 50), (270, 76.1, 50), (169, 64.1, 50)],
    6: [(173, 26.8, 46), (274, 12.8, 46), (274, 34.3, 46), (274, 55.7, 46), (274, 77.2, 46), (173, 63.2, 46)],
}
PLACES = {
    count: [Place(far * cos(radians(angle)), far * sin(radians(angle)), size) for far, angle, size in places]
    for count, places in _POLAR.items()
}


@cache
def heart_of(count: int, index: int) -> Place:
    """Where the heart of one of so many discs lies: on its outer side, clear of the others and of every edge."""
    here, size = PLACES[count][index], PLACES[count][index].radius * 0.3
    outward = hypot(here.x, here.y)
    turns = [turn * pi / 36 for turn in range(72)]
    near = [
        Place(here.x + cos(turn) * here.radius * close, here.y + sin(turn) * here.radius * close, size)
        for close in (0.92, 0.84, 0.76, 0.68)
        for turn in sorted(turns, key=lambda turn: -(cos(turn) * here.x + sin(turn) * here.y) / outward)
    ]
    others = [place for other, place in enumerate(PLACES[count]) if other != index]
    return next(place for place in near if _is_clear(place, others))


def _is_clear(place: Place, others: list[Place]) -> bool:
    far = hypot(place.x, place.y)
    inside_quarter = min(place.x, place.y) >= GAP + place.radius + LINE and far <= RIM - place.radius - LINE
    clear_of_hub = far >= HUB + place.radius + LINE
    return (
        inside_quarter
        and clear_of_hub
        and all(hypot(place.x - other.x, place.y - other.y) >= place.radius + other.radius + LINE for other in others)
    )


def disc(place: Place) -> str:
    """An empty disc."""
    return (
        f'<circle cx="{place.x:.1f}" cy="{place.y:.1f}" r="{place.radius:g}" fill="{WHITE}" stroke="{INK}" '
        f'stroke-width="{LINE}"/>'
    )


def answered(
    answer: Answer, place: Place, tint: Tint, say: Language, pictures: Pictures, *, heart: Place | None = None
) -> str:
    """A disc with the picture of an answer, or with its own words where they are large enough to be read.

    `heart` is where its heart lies, which no word touches.
    """
    mark = placed('heart', tint, heart.x, heart.y, 2 * heart.radius, pictures.inside) if heart else ''
    return disc(place) + _content(answer, place, tint, say, pictures, heart) + mark


def alone(answer: Answer, tint: Tint, say: Language) -> str:
    """The disc of own words as a drawing by itself; not read aloud, for its words stand beside it."""
    place = Place(0, 0, PLACES[1][0].radius)
    half = place.radius + LINE
    inside = answered(answer, place, tint, say, Pictures(lambda _: None))
    return f'<svg viewBox="{-half} {-half} {2 * half} {2 * half}" font-weight="bold" aria-hidden="true">{inside}</svg>'


def _content(answer: Answer, place: Place, tint: Tint, say: Language, pictures: Pictures, heart: Place | None) -> str:
    found = pictures.source(answer)
    if found and answer.picture:
        return round_picture(found, place)
    own = answer.words if answer.words and not answer.tile else ''
    room = _room(place, heart)
    if own and found and (both := _under(own, found, place, room, say)):
        return both
    if own and (setting := fit(own, say.code, room, place.radius * 0.6, SMALLEST)):
        return lines(setting, place.x, place.y)
    if found:
        return picture(found, place, place.radius * 1.36)
    if own:
        return lines(beginning(own, say.code, room, SMALLEST), place.x, place.y)
    return placed(pictogram_of(answer), tint, place.x, place.y, place.radius * 1.5, pictures.inside)


def _under(words: str, found: str, place: Place, room: Disc, say: Language) -> str:
    """A picture of the library with own words below it; nothing where those would be too small."""
    below = Below(room.radius, 0.24 * place.radius, 0.8 * place.radius)
    setting = fit(words, say.code, below, place.radius * 0.4, SMALLEST, 2)
    if setting is None:
        return ''
    above = Place(place.x, place.y - 0.28 * place.radius, place.radius)
    return picture(found, above, place.radius) + lines(setting, place.x, place.y)


def _room(place: Place, heart: Place | None) -> Disc:
    """Where words stand: clear of the line around the disc, and of its heart."""
    clear = place.radius - 9
    return Disc(min(clear, hypot(heart.x - place.x, heart.y - place.y) - heart.radius) if heart else clear)


def placed(key: str, tint: Tint, x: float, y: float, size: float, inside: Inside) -> str:
    """A pictogram centred on `x`, `y`, `size` wide."""
    return (
        f'<g transform="translate({x - size / 2:.1f} {y - size / 2:.1f}) scale({size / 96:.3f})" '
        f'stroke-linejoin="round" stroke-linecap="round">{inside(key, tint)}</g>'
    )


def round_picture(source: str, place: Place) -> str:
    """A photo or drawing that fills a disc."""
    x, y, radius = place
    return (
        f'<image href="{escape(source)}" x="{x - radius:.1f}" y="{y - radius:.1f}" {_square(2 * radius)} '
        f'preserveAspectRatio="xMidYMid slice" clip-path="url(#round)"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="none" stroke="{INK}" stroke-width="{LINE}"/>'
    )


def picture(source: str, place: Place, size: float) -> str:
    """A picture of the library, whole, in the middle of a disc."""
    return f'<image href="{escape(source)}" x="{place.x - size / 2:.1f}" y="{place.y - size / 2:.1f}" {_square(size)}/>'


def lines(setting: Setting, x: float, y: float, *, style: str = 'own-words', anchor: str = 'middle') -> str:
    """Words as they were set, around `x`, `y`."""
    return ''.join(
        f'<text class="{style}" x="{x:.1f}" y="{y + baseline:.1f}" font-size="{setting.size:g}" fill="{INK}" '
        f'text-anchor="{anchor}">{escape(line)}</text>'
        for line, baseline in zip(setting.lines, setting.baselines, strict=True)
    )


def _square(size: float) -> str:
    return f'width="{size:g}" height="{size:g}"'
