"""The compass as one SVG drawing, for the screen, the first picture and paper alike.

Measures are in units of the drawing, which is 720 wide and has its centre at 0, 0.
"""

from collections.abc import Callable
from html import escape
from math import cos, radians, sin

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import WISHES
from model.catalogue.tile import Question
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.strengths import Strength
from model.pictures.pictogram import INK, Tint, inside
from model.words import Language
from ui.look.colours import SHADOW, WHITE, tint_of
from ui.words import saying

HALF = 362
RIM = 350
QUARTER = 282
HUB = 98
GAP = 7
PLACES_RADIUS = 316
PLACE = 36
STEP_ANGLE = 15.5
FONT = 'Atkinson Hyperlegible'
WORD_SIZE = 38
WORD_PITCH = 38
ONE_LINE_ROOM = 168
LETTER_WIDTH = 0.63
"""Width of a letter over the size of the type, on average, for words that must fit."""

Link = Callable[[str], str]
Source = Callable[[Answer], str | None]
"""Where the photo, drawing or library picture of an answer is found: an address, or the picture itself as `data:`."""

_CORNERS = {'be-yourself': (-1, -1), 'matter': (1, -1), 'take-part': (1, 1), 'belong': (-1, 1)}
"""On which side of the centre each condition lies: x, y."""


def compass(compass: Compass, say: Language, source: Source, link: Link | None = None) -> str:
    """The whole compass. `link` makes the address of a question by its key; without it nothing is a link."""
    quarters = ''.join(
        _linked(
            _quarter(compass, question, say, source),
            link,
            question.key,
            say(question.word),
            _held(compass, question, say),
        )
        for question in CONDITIONS.values()
    )
    wish = saying.answer(compass.wish.answer, WISHES, say) if compass.wish else ''
    hub = _linked(_hub(compass, say, source), link, 'wish', say('Mijn wens'), wish)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-HALF} {-HALF} {2 * HALF} {2 * HALF}" '
        f'class="compass" stroke-linejoin="round" stroke-linecap="round" font-family="{FONT}" font-weight="bold">'
        f'<clipPath id="round" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath>'
        f'<circle cy="9" r="{RIM}" fill="{SHADOW}"/>'
        f'<circle r="{RIM}" fill="{WHITE}" stroke="{INK}" stroke-width="5"/>'
        f'{quarters}{hub}</svg>'
    )


def own_mark(answer: Answer, say: Language, x: float, y: float, size: float) -> str:
    """The first letter (or emoji) of own words, centred on `x`, `y` in a square of `size`."""
    letter = saying.initial(answer.words, say)
    return (
        f'<text x="{x:g}" y="{y + size * 0.27:g}" font-size="{size * 0.78:g}" fill="{INK}" '
        f'text-anchor="middle">{escape(letter)}</text>'
    )


def placed(key: str, tint: Tint, x: float, y: float, size: float) -> str:
    """A pictogram centred on `x`, `y`, `size` wide."""
    return (
        f'<g transform="translate({x - size / 2:g} {y - size / 2:g}) scale({size / 96:g})" '
        f'stroke-linejoin="round" stroke-linecap="round">{inside(key, tint)}</g>'
    )


def round_picture(source: str, x: float, y: float, size: float) -> str:
    """A photo or drawing as a disc with a line around it, centred on `x`, `y`, `size` wide."""
    return (
        f'<image href="{escape(source)}" x="{x - size / 2:g}" y="{y - size / 2:g}" {_square(size)} '
        f'preserveAspectRatio="xMidYMid slice" clip-path="url(#round)"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{size / 2:g}" fill="none" stroke="{INK}" stroke-width="4"/>'
    )


def _square(size: float) -> str:
    return f'width="{size:g}" height="{size:g}"'


def _linked(drawing: str, link: Link | None, key: str, name: str, held: str) -> str:
    """A part of the compass that opens its question; `held` says for who cannot see it what is chosen there."""
    if link is None:
        return f'<g>{drawing}</g>'
    said = f'aria-label="{escape(name)}" aria-description="{escape(held)}"'
    return f'<a href="{escape(link(key))}" {said} data-page="{key}">{drawing}</a>'


def _held(compass: Compass, question: Question, say: Language) -> str:
    return ', '.join(
        saying.answer(strength.answer, question, say) for strength in compass.strengths.on(question.key, compass.album)
    )


def _quarter(compass: Compass, question: Question, say: Language, source: Source) -> str:
    across, down = _CORNERS[question.key]
    tint = tint_of(question.key)
    band = _sector(across, down, RIM - 9, QUARTER + 9)
    field = _sector(across, down, QUARTER, 0)
    return (
        f'<path d="{band}" fill="{tint.light}"/>'
        f'<path d="{field}" fill="{tint.tint}" stroke="{INK}" stroke-width="5"/>'
        f'<circle cx="{across * 128}" cy="{down * 178}" r="58" fill="{tint.light}"/>'
        + placed(question.key, tint, across * 128, down * 178, 94)
        + _word(say(question.word), across, down)
        + _places(compass, question.key, say, across, down, source)
    )


def _sector(across: int, down: int, outer: float, inner: float) -> str:
    """A quarter of a disc or band, drawn a little away from the axes so that white shows between."""
    start, far = GAP, (outer**2 - GAP**2) ** 0.5
    turn = 1 if across * down > 0 else 0
    path = f'M{across * start:g} {down * far:g} A{outer:g} {outer:g} 0 0 {1 - turn} {across * far:g} {down * start:g} '
    if inner <= start:
        return f'{path}L{across * start:g} {down * start:g}z'
    near = (inner**2 - GAP**2) ** 0.5
    return (
        f'{path}L{across * near:g} {down * start:g} A{inner:g} {inner:g} 0 0 {turn} {across * start:g} {down * near:g}z'
    )


def _word(word: str, across: int, down: int) -> str:
    """A word beside the hub: two lines near the horizontal axis, or one a little further from it."""
    lines = _lines(word, 8)
    if len(lines) == 1:
        size = min(WORD_SIZE, ONE_LINE_ROOM / (LETTER_WIDTH * len(word)))
        return _text_lines(lines, across * 174, 94 if down > 0 else -70, 0, size, 'condition-word')
    first = 50 if down > 0 else -26 - WORD_PITCH * (len(lines) - 1)
    return _text_lines(lines, across * 187, first, WORD_PITCH, WORD_SIZE, 'condition-word')


def _lines(word: str, room: int) -> list[str]:
    """A word broken at its spaces into lines of about `room` letters."""
    lines: list[str] = []
    for part in word.split():
        if lines and len(lines[-1]) + 1 + len(part) <= room:
            lines[-1] += f' {part}'
        else:
            lines.append(part)
    return lines


def _text_lines(lines: list[str], x: float, first: float, pitch: float, size: float, style: str) -> str:
    return ''.join(
        f'<text class="{style}" x="{x:g}" y="{first + place * pitch:g}" font-size="{size:g}" fill="{INK}" '
        f'text-anchor="middle">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )


def _places(compass: Compass, condition: str, say: Language, across: int, down: int, source: Source) -> str:
    strengths, more = compass.strengths.ring(condition, compass.album)
    count = len(strengths) + bool(more)
    drawings = []
    for place in range(count):
        angle = radians(45 + (place - (count - 1) / 2) * STEP_ANGLE)
        x, y = across * PLACES_RADIUS * cos(angle), down * PLACES_RADIUS * sin(angle)
        drawings.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{PLACE}" fill="{WHITE}" stroke="{INK}" stroke-width="4"/>'
        )
        if place < len(strengths):
            drawings.append(_strength(strengths[place], condition, say, round(x, 1), round(y, 1), source))
        else:
            drawings.append(_text_lines([f'+{more}'], x, y + 13, 0, 38, 'more'))
    return ''.join(drawings)


def _strength(strength: Strength, condition: str, say: Language, x: float, y: float, source: Source) -> str:
    tint = tint_of(condition)
    drawing = _answered(strength.answer, tint, say, source, x, y, 54, whole=2 * PLACE)
    return drawing + (placed('heart', tint, x + 26, y - 26, 26) if strength.heart else '')


def _answered(
    answer: Answer, tint: Tint, say: Language, source: Source, x: float, y: float, size: float, *, whole: float
) -> str:
    """The picture of an answer, `size` wide; a photo fills the whole disc."""
    found = source(answer)
    if found and answer.picture:
        return round_picture(found, x, y, whole)
    if found:
        return f'<image href="{escape(found)}" x="{x - size / 2:g}" y="{y - size / 2:g}" {_square(size)}/>'
    if answer.words and not answer.tile:
        return own_mark(answer, say, x, y, size)
    return placed(answer.tile or ('voice-note' if answer.voice else 'picture-gone'), tint, x, y, size)


def _hub(compass: Compass, say: Language, source: Source) -> str:
    words = say('Mijn wens')
    mark = placed('wish', tint_of(None), 0, -38, 80)
    if compass.wish:
        mark = _answered(compass.wish.answer, tint_of(None), say, source, 0, -44, 80, whole=84)
    lines = _lines(words, 5)
    return (
        f'<circle r="{HUB + 9}" fill="{WHITE}" stroke="{INK}" stroke-width="5"/>'
        f'<circle r="{HUB}" fill="{WHITE}" stroke="{INK}" stroke-width="4"/>'
        + mark
        + _text_lines(lines[:2], 0, 35 if len(lines) > 1 else 52, 36, 38, 'wish-word')
    )
