"""Own words are printed as they are, inside the margins, however long."""

import re
from datetime import timedelta

import pypdfium2 as pdfium
import pytest

from tests.unit.paper.printed import ADDRESS, MM, TODAY, codes, full, own, picture, printed, words
from ui.paper.sheet import Sheet

HOSTILE = (
    '#panic()',
    '*a* _b_ $x^2$ `c`',
    '</svg><script>',
    '"\\"\\u{41}\'',
    '😀👩‍👩‍👧',
    'مرحبا بالعالم',
    '@label <label> // /* weg',
    'W' * 80,
    'x' * 80,
    '\uffff\ufffe',
    '{name} %s',
)


def letters(text):
    return re.sub(r'[\s\u200b-\u200f\ufffe\uffff]', '', text)


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('text', HOSTILE)
def test_own_words_are_printed_as_they_are_and_never_read_as_markup(text, sheet):
    compass = full()
    compass.nickname = text[:40]
    strength = compass.strengths.add('be-yourself', own(text), TODAY)
    compass.strengths.mark_heart(strength.id, heart=True)
    compass.wishes.choose(own(text), TODAY)
    compass.steps.change(compass.steps.items[0].id, own(text))
    compass.steps.choose_companion(compass.steps.items[0].id, own(text), TODAY)
    compass.happened.tell(own(text))
    pdf = printed(compass, sheet, everything=True)
    assert codes(picture(pdf))[0].text == ADDRESS
    if text.isascii() and len(text) < 30:
        assert letters(words(pdf)).count(letters(text)) >= 4


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('text', ['W' * 80, 'lange woorden ' * 5 + 'samen', 'م' * 80])
def test_words_stay_inside_the_margins_and_off_the_rings(text, sheet):
    compass = full()
    compass.nickname = text[:40]
    compass.wishes.choose(own(text), TODAY)
    for step in compass.steps.items:
        compass.steps.change(step.id, own(text))
        compass.steps.choose_companion(step.id, own(text), TODAY)
        compass.steps.choose_help(step.id, own(text[:40]))
        compass.steps.choose_day(step.id, TODAY + timedelta(days=24))
    page = pdfium.PdfDocument(printed(compass, sheet))[0]
    width, height = page.get_size()
    margin = 2 * MM
    text_page = page.get_textpage()
    for place in range(text_page.count_chars()):
        left, bottom, right, top = text_page.get_charbox(place)
        assert margin < left <= right < width - margin
        assert margin < bottom <= top < height - margin
        if sheet is Sheet.A4 and top < 90 * MM:
            assert right < 112 * MM or left > 128 * MM


@pytest.mark.parametrize('sheet', Sheet)
def test_a_very_long_name_leaves_the_day_on_the_sheet(sheet):
    compass = full()
    step = compass.steps.items[0].id
    compass.steps.change(step, own('lange woorden ' * 5 + 'samen'))
    compass.steps.choose_companion(step, own('M' * 80), TODAY)
    assert 'zaterdagmiddag 28 november' in words(printed(compass, sheet))
