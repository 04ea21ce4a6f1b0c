"""The compass as one SVG drawing, for the screen, the first picture and paper alike.

Measures are in units of the drawing, which is 724 wide and has its centre at 0, 0. What is the person's own is the
largest on it; the words of the conditions stand in the corners, outside the circle.
"""

from collections.abc import Callable
from html import escape
from math import cos, radians, sin

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import WISHES
from model.catalogue.tile import Question
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.pictures.pictogram import INK
from model.pictures.pictogram import inside as drawn_here
from model.words import Language
from ui.look.colours import SHADOW, WHITE, tint_of
from ui.look.discs import (
    GAP,
    HUB,
    PLACES,
    RIM,
    SMALLEST,
    Inside,
    Pictures,
    Place,
    Source,
    answered,
    disc,
    heart_of,
    lines,
    placed,
    round_picture,
)
from ui.look.discs import picture as library_picture
from ui.look.lettering import Below, Corner, Disc, Setting, beginning, fit
from ui.look.pictogram_of import pictogram_of
from ui.words import saying

HALF = 362
FONT = 'Atkinson Hyperlegible'
CORNER_SIZE, CORNER_SMALLEST = 40, 26
CORNER_GAP = 10
HUB_SIZE = 34

Link = Callable[[str], str]

_CORNERS = {'be-yourself': (-1, -1), 'matter': (1, -1), 'take-part': (1, 1), 'belong': (-1, 1)}
"""On which side of the centre each condition lies: x, y."""
_INVITED = Place(196 * cos(radians(45)), 196 * sin(radians(45)), 78)
"""Where an empty quarter shows its own pictogram."""


def compass(
    compass: Compass, say: Language, source: Source, link: Link | None = None, *, inside: Inside = drawn_here
) -> str:
    """The whole compass. `link` makes the address of a question by its key; without it nothing is a link."""
    pictures = Pictures(source, inside)
    quarters = ''.join(
        _linked(
            _quarter(compass, question, say, pictures) + _corner(question, say),
            link,
            question.key,
            say(question.word),
            _held(compass, question, say),
        )
        for question in CONDITIONS.values()
    )
    wish = saying.answer(compass.wish.answer, WISHES, say) if compass.wish else ''
    hub = _linked(_hub(compass, say, pictures), link, 'wish', say('Mijn wens'), wish)
    return _framed(quarters + hub, HALF)


def miniature(compass: Compass, say: Language, source: Source, *, inside: Inside = drawn_here) -> str:
    """The compass alone, without the words in its corners: they would be too small to read."""
    pictures = Pictures(source, inside)
    quarters = ''.join(_quarter(compass, question, say, pictures) for question in CONDITIONS.values())
    return _framed(quarters + _hub(compass, say, pictures), RIM + CORNER_GAP)


def _framed(inside: str, half: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-half} {-half} {2 * half} {2 * half}" '
        f'class="compass" direction="ltr" stroke-linejoin="round" stroke-linecap="round" '
        f'font-family="{FONT}" font-weight="bold">'
        f'<clipPath id="round" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath>'
        f'<circle cy="8" r="{RIM}" fill="{SHADOW}"/>{inside}</svg>'
    )


def _linked(drawing: str, link: Link | None, key: str, name: str, held: str) -> str:
    """A part of the compass that opens its question; `held` says for who cannot see it what is chosen there."""
    if link is None:
        return f'<g>{drawing}</g>'
    said = f'aria-label="{escape(name)}" aria-description="{escape(held)}"'
    return f'<a href="{escape(link(key))}" {said} data-page="{key}">{drawing}</a>'


def _held(compass: Compass, question: Question, say: Language) -> str:
    strengths = compass.strengths.on(question.key, compass.album)
    words = ((saying.answer(one.answer, question, say), one.heart) for one in strengths)
    return ', '.join(say('Belangrijk: {what}', what=what) if heart else what for what, heart in words)


# a quarter


def _quarter(compass: Compass, question: Question, say: Language, pictures: Pictures) -> str:
    across, down = _CORNERS[question.key]
    field = f'<path d="{_sector(across, down)}" fill="{tint_of(question.key).tint}" stroke="{INK}" stroke-width="5"/>'
    return field + (_strengths(compass, question.key, say, pictures) or _invitation(question.key, pictures.inside))


def _sector(across: int, down: int) -> str:
    """A quarter of a disc, drawn a little away from the axes so that paper shows between."""
    near, far = GAP, (RIM**2 - GAP**2) ** 0.5
    turn = 1 if across * down > 0 else 0
    return (
        f'M{across * near:g} {down * far:.1f} A{RIM} {RIM} 0 0 {1 - turn} {across * far:.1f} {down * near:g} '
        f'L{across * near:g} {down * near:g}z'
    )


def _mirrored(place: Place, condition: str) -> Place:
    across, down = _CORNERS[condition]
    return Place(across * place.x, down * place.y, place.radius)


def _invitation(condition: str, inside: Inside) -> str:
    """An empty quarter: a light disc with the pictogram of the condition, to be filled."""
    tint, place = tint_of(condition), _mirrored(_INVITED, condition)
    return (
        f'<circle cx="{place.x:.1f}" cy="{place.y:.1f}" r="{place.radius:g}" fill="{tint.light}" stroke="{INK}" '
        f'stroke-width="4" stroke-dasharray="1 13"/>' + placed(condition, tint, place.x, place.y, 116, inside)
    )


def _strengths(compass: Compass, condition: str, say: Language, pictures: Pictures) -> str:
    strengths, more = compass.strengths.ring(condition, compass.album)
    count, tint, drawings = len(strengths) + bool(more), tint_of(condition), []
    for index, strength in enumerate(strengths):
        place = _mirrored(PLACES[count][index], condition)
        heart = _mirrored(heart_of(count, index), condition) if strength.heart else None
        drawings.append(answered(strength.answer, place, tint, say, pictures, heart=heart))
    if more:
        place = _mirrored(PLACES[count][-1], condition)
        drawings.append(disc(place) + lines(_set(f'+{more}', place.radius), place.x, place.y, style='more'))
    return ''.join(drawings)


def _set(number: str, radius: float) -> Setting:
    return fit(number, '', Disc(radius - 8), radius * 0.9, 12, 1) or beginning(number, '', Disc(radius), 12)


def _corner(question: Question, say: Language) -> str:
    """The word of a condition in its corner: a line a word where those are two, smaller where they are long."""
    word, (across, down) = say(question.word), _CORNERS[question.key]
    room = Corner(HALF - 4, RIM + CORNER_GAP, down)
    most = max(2, len(word.split()))
    fitting = fit(word, say.code, room, CORNER_SIZE, CORNER_SMALLEST, most)
    setting = fitting or beginning(word, say.code, room, CORNER_SMALLEST, most)
    anchor = 'end' if across > 0 else 'start'
    return lines(setting, across * (HALF - 4), 0, style='condition-word', anchor=anchor)


# the middle


def _hub(compass: Compass, say: Language, pictures: Pictures) -> str:
    ring = f'<circle r="{HUB}" fill="{WHITE}" stroke="{INK}" stroke-width="5"/>'
    if compass.wish is None:
        below = _below(say('Mijn wens'), say, 14, 80) or beginning(say('Mijn wens'), say.code, Disc(HUB - 10), SMALLEST)
        return ring + placed('wish', tint_of(None), 0, -36, 88, pictures.inside) + lines(below, 0, 0, style='wish-word')
    answer = compass.wish.answer
    if answer.picture and not answer.words and (found := pictures.source(answer)):
        return ring + round_picture(found, Place(0, 0, HUB - 16))
    words = say.capital(saying.answer(answer, WISHES, say))
    if short := _below(words, say, 34, 92, most=2):
        return ring + _wish(answer, Place(0, -30, 56), pictures) + lines(short, 0, 0, style='wish-word')
    # more words: a smaller picture above them
    long = _below(words, say, -8, 92) or beginning(words, say.code, Below(HUB - 10, -8, 92), SMALLEST)
    return ring + _wish(answer, Place(0, -56, 38), pictures) + lines(long, 0, 0, style='wish-word')


def _below(words: str, say: Language, top: float, bottom: float, most: int = 3) -> Setting | None:
    return fit(words, say.code, Below(HUB - 10, top, bottom), HUB_SIZE, SMALLEST, most)


def _wish(answer: Answer, place: Place, pictures: Pictures) -> str:
    """What the wish is shown with, above its words."""
    found = pictures.source(answer)
    if found and answer.picture:
        return round_picture(found, place)
    if found:
        return library_picture(found, place, 1.7 * place.radius)
    return placed(pictogram_of(answer, 'wish'), tint_of(None), place.x, place.y, 1.8 * place.radius, pictures.inside)
