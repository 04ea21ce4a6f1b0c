"""Each strength in words on the sheet, readable, whatever their number and length."""

from itertools import combinations
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDFText_GetFontSize

from model.catalogue.conditions import CONDITIONS
from tests.unit.paper.printed import (
    ADDRESS,
    DUTCH,
    MM,
    TODAY,
    codes,
    empty,
    full,
    nothing,
    own,
    picture,
    printed,
    words,
)
from tests.unit.paper.strict import be_strict
from ui.paper.legend import MOST, Legend
from ui.paper.pictures import PaperPictures
from ui.paper.sheet import PAPERS, Box, Sheet

SHEETS = [Sheet.A4, Sheet.A5]
LEAST = 9


def with_strengths(count, steps=4):
    """A compass with this many starter tiles, one quarter after another."""
    compass = full() if steps else empty()
    for strength in list(compass.strengths.items):
        compass.strengths.take_off(strength.id, TODAY)
    rounds = zip(*(condition.tiles for condition in CONDITIONS.values()), strict=False)
    chosen = [pair for one in rounds for pair in zip(CONDITIONS, one, strict=True)][:count]
    for condition, tile in chosen:
        compass.strengths.choose(condition, own(DUTCH.tile(tile)), TODAY)
    return compass, [tile for _, tile in chosen]


def sizes(pdf, text):
    """The sizes in points in which a text stands on the first page."""
    page = pdfium.PdfDocument(pdf)[0].get_textpage()
    search, found = page.search(text, match_case=True), []
    while place := search.get_next():
        found.append(FPDFText_GetFontSize(page.raw, place[0]))
    return found


@pytest.mark.parametrize('sheet', SHEETS)
@pytest.mark.parametrize('count', [1, 2, 7, 13, 24])
def test_every_strength_stands_in_words_one_can_read(sheet, count):
    compass, tiles = with_strengths(count)
    pdf = printed(compass, sheet)
    said = {}
    for tile in tiles:
        first = DUTCH.capital(DUTCH.tile(tile)).split()[0]
        said[tile.word] = max(sizes(pdf, first), default=0)
    assert len(said) == count
    assert {word: size for word, size in said.items() if size < LEAST} == {}


@pytest.mark.parametrize('sheet', SHEETS)
def test_without_strengths_the_compass_takes_the_room(sheet):
    legend = Legend(empty(), PAPERS[sheet], PaperPictures(empty(), nothing), DUTCH)
    assert legend.height == 0
    assert PAPERS[sheet].with_legend(0, 1).compass == PAPERS[sheet].compass
    assert codes(picture(printed(empty(), sheet)))[0].text == ADDRESS


@pytest.mark.parametrize('sheet', SHEETS)
@pytest.mark.parametrize('count', [0, 1, 24, 40])
@pytest.mark.parametrize('steps', [0, 1, 4])
def test_nothing_on_a_sheet_lies_on_anything_else(sheet, count, steps):
    compass, _ = with_strengths(count)
    for word in ('W' * 80, 'lange woorden ' * 5 + 'samen'):
        compass.strengths.choose('belong', own(word), TODAY)
    legend = Legend(compass, PAPERS[sheet], PaperPictures(compass, nothing), DUTCH)
    paper = PAPERS[sheet].with_legend(legend.height, steps)
    boxes = list(map(place_of, legend.placed(paper.under)))
    boxes += paper.boxes(steps=steps, wish=True, code=True)
    boxes.append(Box(paper.margin, paper.margin + paper.head + paper.gap, paper.compass, paper.compass))
    boxes += [paper.below._replace(height=paper.card(steps) * max(1, steps))]
    for one, other in combinations(boxes[:-1], 2):
        assert apart(one, other)
    for box in boxes:
        assert box.y + box.height <= paper.height - paper.margin + 0.01
        assert box.x + box.width <= paper.width - paper.margin + 0.01
    assert paper.compass >= 0.4 * paper.width
    assert paper.below.height >= paper.code + 10 * paper.unit


def place_of(one: Any) -> Box:
    return Box(**one['box'])


def apart(one, other):
    beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
    return beside or one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01


@pytest.mark.parametrize('sheet', SHEETS)
def test_of_more_strengths_than_there_is_room_for_each_quarter_keeps_some(sheet):
    compass, _ = with_strengths(40)
    legend = Legend(compass, PAPERS[sheet], PaperPictures(compass, nothing), DUTCH).placed(0)
    assert len(legend) == MOST
    assert legend[-1]['words'] == f'+{40 - MOST + 1}'
    colours = [one['light'] for one in legend[:-1]]
    assert {colours.count(colour) for colour in set(colours)} <= {5, 6}
    assert len(set(colours)) == 4


def test_what_matters_most_comes_first():
    compass, _ = with_strengths(24)
    last = compass.strengths.on('matter', compass.album)[-1]
    compass.strengths.mark_heart(last.id, heart=True)
    legend = Legend(compass, PAPERS[Sheet.A4], PaperPictures(compass, nothing), DUTCH).placed(0)
    [first] = [one for one in legend if one['heart']]
    assert first['words'] == DUTCH.capital(last.answer.words)
    assert place_of(first).y == 0


@pytest.mark.parametrize('sheet', SHEETS)
@pytest.mark.parametrize('word', ['x' * 80, 'W' * 80, 'م' * 80, '字' * 80, '👩‍👩‍👧' * 16, 'ไ' * 80, 'ที่' * 26])
def test_a_word_of_eighty_letters_stays_in_its_place(monkeypatch, sheet, word):
    be_strict(monkeypatch)
    compass, _ = with_strengths(23)
    compass.strengths.choose('be-yourself', own(word), TODAY)
    page = pdfium.PdfDocument(printed(compass, sheet))[0]
    width, height = page.get_size()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        assert 2 * MM < left <= right < width - 2 * MM
        assert 2 * MM < bottom <= top < height - 2 * MM


@pytest.mark.parametrize('sheet', SHEETS)
def test_a_long_word_alone_is_there_to_its_end(sheet):
    compass, _ = with_strengths(3)
    compass.strengths.choose(
        'matter', own('samen met de buurvrouw boodschappen doen voor de hele straat op zaterdag'), TODAY
    )
    assert 'straat op zaterdag' in words(printed(compass, sheet))


def test_steps_stand_in_letters_of_one_size():
    compass = full()
    for step in compass.steps.items[::2]:
        compass.steps.change(step.id, own('een veel langere stap die meer dan een regel nodig heeft'))
    for sheet in SHEETS:
        pdf = printed(compass, sheet)
        assert len({round(size, 2) for text in ('Bellen', 'Een veel') for size in sizes(pdf, text)}) == 1
