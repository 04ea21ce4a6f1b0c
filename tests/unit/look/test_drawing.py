"""The compass as a drawing: large discs, words that touch nothing, and no two shapes over each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from random import Random
from xml.etree import ElementTree

import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.words import language, languages
from ui.look import drawing
from ui.look.discs import GAP, HUB, PLACES, RIM, SMALLEST, heart_of
from ui.look.drawing import HALF
from ui.look.lettering import CAPITAL, TAIL, width

SVG = '{http://www.w3.org/2000/svg}'
PHONE = 370 / (2 * HALF)
"""Pixels for each unit of the drawing, on a phone that is 390 wide."""
NL = language('nl')
WORDS = [
    'Oma Fien',
    'Een tuin',
    'vrijwilligerswerk',
    'muziek maken met de band',
    'Arbeidsongeschiktheidsverzekering',
    'a' * 80,
    'W' * 80,
    'Mijn zus en haar man uit Groningen die altijd zo lekker kan koken voor ons',
    'x',
    'IJ',
    '🎸',
    '👩‍👩‍👧‍👦🇳🇱🏳️‍🌈',
    'بيت جدتي الكبير',
    'ወንድሜ',
    'Україна',
    '我的家人我的家人我的家人',
    'Aïcha Łukasz Ἀθήνα',
    '<b>&amp;',
    '- - -',
]
TILES = [tile.key for question in CONDITIONS.values() for tile in question.tiles]


@dataclass(frozen=True)
class Shape:
    x: float
    y: float
    radius: float

    def gap(self, other: 'Shape') -> float:
        return hypot(self.x - other.x, self.y - other.y) - self.radius - other.radius


@dataclass(frozen=True)
class Line:
    """A line of type: its box, a little smaller than its letters may be, and what it says."""

    words: str
    style: str
    size: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def corners(self) -> list[tuple[float, float]]:
        return [(x, y) for x in (self.left, self.right) for y in (self.top, self.bottom)]

    def is_in(self, shape: Shape) -> bool:
        return all(hypot(x - shape.x, y - shape.y) <= shape.radius for x, y in self.corners)

    def is_clear_of(self, shape: Shape) -> bool:
        x = min(max(shape.x, self.left), self.right)
        y = min(max(shape.y, self.top), self.bottom)
        return hypot(shape.x - x, shape.y - y) >= shape.radius

    def is_above(self, other: 'Line') -> bool:
        return self.bottom <= other.top or self.right <= other.left or other.right <= self.left


@dataclass(frozen=True)
class Drawn:
    """What stands on a compass."""

    discs: list[Shape]
    hearts: list[Shape]
    lines: list[Line]

    def said(self, style: str) -> list[str]:
        return [line.words for line in self.lines if line.style == style]


def drawn(compass: Compass, say=NL, source=lambda _: None) -> Drawn:
    root = ElementTree.fromstring(drawing.compass(compass, say, source))
    circles = [one for one in root.iter(f'{SVG}circle') if float(one.get('r', 0)) > 40 and one.get('stroke')]
    shapes = [Shape(float(one.get('cx', 0)), float(one.get('cy', 0)), float(one.get('r', 0))) for one in circles]
    discs = [shape for shape in dict.fromkeys(shapes) if shape.radius < HUB]
    return Drawn(discs, list(_hearts(root)), [_line(one) for one in root.iter(f'{SVG}text')])


def _hearts(root: ElementTree.Element) -> Iterator[Shape]:
    """The smallest pictograms on it."""
    for one in root.iter(f'{SVG}g'):
        found = re.fullmatch(r'translate\((\S+) (\S+)\) scale\((\S+)\)', one.get('transform', ''))
        if found and (size := 96 * float(found[3])) < 56:
            yield Shape(float(found[1]) + size / 2, float(found[2]) + size / 2, size / 2)


def _line(one: ElementTree.Element) -> Line:
    words, size = one.text or '', float(one.get('font-size', 0))
    x, y, long = float(one.get('x', 0)), float(one.get('y', 0)), width(words) * size
    left = {'middle': x - long / 2, 'start': x, 'end': x - long}[one.get('text-anchor', 'start')]
    box = (left, left + long, y - CAPITAL * size, y + TAIL / 2 * size)
    return Line(words, one.get('class', ''), size, *box)


def some_compass(chance: Random, now) -> Compass:
    compass = Compass(made=now)
    for condition in CONDITIONS:
        for _ in range(chance.choice([0, 1, 2, 3, 4, 5, 6, 9])):
            own = chance.random() < 0.6
            answer = Answer(words=chance.choice(WORDS)) if own else Answer(tile=chance.choice(TILES))
            strength = compass.strengths.add(condition, answer, now.date())
            compass.strengths.mark_heart(strength.id, heart=chance.random() < 0.4)
    if chance.random() < 0.8:
        compass.wishes.add(Answer(words=chance.choice(WORDS)), now.date())
    return compass


@pytest.mark.parametrize('seed', range(20))
def test_no_two_shapes_overlap_and_no_word_touches_an_edge(seed, now):
    """Twenty compasses each: long words, emoji, other scripts, none."""
    chance = Random(seed)
    for _ in range(20):
        say = chance.choice([language(code) for code in languages()])
        compass = some_compass(chance, now)
        found = drawn(compass, say)
        shown = [one for key in CONDITIONS for one in compass.strengths.ring(key, compass.album)[0]]
        assert len(found.hearts) == sum(one.heart for one in shown)
        hub = Shape(0, 0, HUB)
        for index, disc in enumerate(found.discs):
            assert all(disc.gap(other) > 2 for other in [hub, *found.discs[:index]])
            assert hypot(disc.x, disc.y) + disc.radius < RIM
        for heart in found.hearts:
            assert sum(heart.gap(disc) < 0 for disc in found.discs) == 1  # its own
            assert heart.gap(hub) > 0
            assert hypot(heart.x, heart.y) + heart.radius < RIM
            assert min(abs(heart.x), abs(heart.y)) > GAP + heart.radius
        for line in found.lines:
            in_place(line, found, hub)
        for index, line in enumerate(found.lines):
            assert all(line.is_above(other) or other.is_above(line) for other in found.lines[:index]), line


def in_place(line: Line, found: Drawn, hub: Shape) -> None:
    match line.style:
        case 'condition-word':
            assert line.is_clear_of(Shape(0, 0, RIM + 4)), line
            assert max(abs(number) for corner in line.corners for number in corner) <= HALF, line
        case 'wish-word':
            assert line.is_in(hub), line
        case _:
            assert any(line.is_in(disc) for disc in found.discs), line
            assert all(line.is_clear_of(heart) for heart in found.hearts), line


@pytest.mark.parametrize(('count', 'pixels'), [(1, 60), (2, 60), (3, 60), (4, 44), (5, 44), (6, 44)])
def test_discs_are_large_on_a_phone(count, pixels):
    assert len(PLACES[count]) == count
    assert min(2 * place.radius for place in PLACES[count]) * PHONE >= pixels


def test_a_heart_lies_on_the_outer_side():
    for count, places in PLACES.items():
        for index, place in enumerate(places):
            heart = heart_of(count, index)
            assert hypot(heart.x, heart.y) > hypot(place.x, place.y) - 0.2 * place.radius


def with_words(now, *words):
    compass = Compass(made=now)
    for one in words:
        compass.strengths.add('belong', Answer(words=one), now.date())
    return compass


def test_own_words_are_words_broken_where_the_language_breaks_them(now):
    assert drawn(with_words(now, 'vrijwilligerswerk')).said('own-words') == ['vrijwil-', 'ligers-', 'werk']
    assert drawn(with_words(now, 'Oma Fien', 'Opa', 'Bram')).said('own-words') == ['Bram', 'Opa', 'Oma', 'Fien']


def test_up_to_three_in_a_quarter_they_are_12_pixels_at_least(now):
    for count in (1, 2, 3):
        found = drawn(with_words(now, *['vrijwilligerswerk', 'Tante Josefien', 'De buurvrouw'][:count]))
        own = [line for line in found.lines if line.style == 'own-words']
        assert '…' not in ''.join(line.words for line in own)
        assert min(line.size for line in own) * PHONE >= 12


def test_words_that_would_be_too_small_are_their_beginning_and_three_dots(now):
    found = drawn(with_words(now, 'a', 'b', 'c', 'd', 'Arbeidsongeschiktheidsverzekering'))
    assert [line for line in found.lines if line.words.endswith('…') and line.size >= SMALLEST]


def test_words_that_would_be_too_small_are_the_picture_that_was_taken_for_them(now):
    compass = with_words(now, 'a', 'b', 'c', 'd', 'e')
    answer = Answer(words='Arbeidsongeschiktheidsverzekering', sticker='1F370')
    compass.strengths.add('belong', answer, now.date())
    svg = drawing.compass(compass, NL, lambda one: '/taart.svg' if one.sticker else None)
    assert svg.count('href="/taart.svg"') == 1
    assert 'Arbeids' not in svg


def test_a_picture_that_was_taken_for_them_stands_above_them_where_there_is_room(now):
    compass = Compass(made=now)
    compass.strengths.add('belong', Answer(words='Oma Fien', sticker='1F475'), now.date())
    svg = drawing.compass(compass, NL, lambda one: '/oma.svg' if one.sticker else None)
    assert svg.count('href="/oma.svg"') == 1
    found = drawn(compass, source=lambda one: '/oma.svg' if one.sticker else None)
    assert ' '.join(found.said('own-words')) == 'Oma Fien'
    assert all(line.is_in(found.discs[-1]) or line.style != 'own-words' for line in found.lines)


@pytest.mark.parametrize('code', languages())
def test_the_words_of_the_conditions_stand_whole_in_their_corners(code, now):
    say = language(code)
    found = drawn(Compass(made=now), say)
    said = ' '.join(found.said('condition-word')).replace('- ', '')
    assert all(word in said for question in CONDITIONS.values() for word in say(question.word).split())
    assert min(line.size for line in found.lines if line.style == 'condition-word') * PHONE >= 13


def test_a_compass_whose_pictures_are_gone_is_drawn_without_a_hole(now):
    compass = Compass(made=now)
    compass.strengths.add('belong', Answer(picture='a' * 16), now.date())
    assert drawing.compass(compass, NL, lambda _: None).count('<circle') >= 3


def test_an_empty_quarter_invites_and_the_middle_says_what_belongs_there(now):
    found = drawn(Compass(made=now))
    assert len(found.discs) == 4
    assert ' '.join(found.said('wish-word')) == 'Mijn wens'


def test_the_wish_stands_in_the_middle_in_its_own_words(now):
    compass = Compass(made=now)
    compass.wishes.add(Answer(words='een tuin'), now.date())
    assert drawn(compass).said('wish-word') == ['Een tuin']
