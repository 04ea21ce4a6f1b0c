"""What no font has a drawing for is left out and named, and whose pictures are printed is said."""

import pytest

from model.compass.answer import Answer
from tests.unit.paper.printed import ADDRESS, TODAY, codes, everywhere, full, picture, printed, words
from tests.unit.paper.strict import be_strict
from ui.paper import letters
from ui.paper.letters import drawable
from ui.paper.sheet import Sheet

TIBETAN = 'བོད་ཡིག'


@pytest.mark.parametrize('sheet', Sheet)
def test_what_no_font_draws_is_named_and_shown_by_a_picture(monkeypatch, caplog, sheet):
    be_strict(monkeypatch)
    letters._name.cache_clear()
    compass = everywhere(TIBETAN)
    compass.strengths.choose('matter', Answer(words=TIBETAN, sticker='1F370'), TODAY)
    pdf = printed(compass, sheet)
    assert 'TIBETAN LETTER BA (U+0F56)' in caplog.text
    assert TIBETAN not in caplog.text
    read = words(pdf)
    assert 'བ' not in read
    assert '✏' in read
    assert codes(picture(pdf))[0].text == ADDRESS
    caplog.clear()
    printed(compass, sheet)
    assert caplog.text == '', 'once is enough'


@pytest.mark.parametrize(
    ('written', 'shown'),
    [
        ('gewoon', 'gewoon'),
        ('Ame\u0301lie Ụ̀', 'Ame\u0301lie Ụ̀'),
        ('می‌خواهم', 'می‌خواهم'),
        (f'dag {TIBETAN} Sam', 'dag  Sam'),
        ('中\u0308\u0301国', '中国'),
        ('n\u1abe', 'n'),
        ('a\U000e0fffb', 'ab'),
        ('\U0010ffff', ''),
    ],
)
def test_what_is_left_of_words(written, shown):
    assert drawable(written) == shown


@pytest.mark.parametrize(
    'text',
    [
        *('\u0308', 'x\u0308\u0301\u0323', 'م\u0308', '中\u0308', '\u0fff', '\u094d'),
        *('🇽🇽', '🏽', '👩\u200d', '\u20e3', 'a\u20e3', '\ufe0f', '\u0252'),
    ],
)
def test_odd_sequences_leave_no_box(monkeypatch, text):
    be_strict(monkeypatch)
    printed(everywhere(f'{text} {text}x x{text}'))


@pytest.mark.parametrize('sheet', Sheet)
def test_openmoji_is_named_where_its_pictures_are(sheet):
    credit = 'Plaatjes van OpenMoji, openmoji.org (CC BY-SA 4.0)'
    with_emoji, with_picture, with_neither = everywhere('taart 🍰'), full(), full()
    with_picture.wishes.choose(Answer(sticker='1F370'), TODAY)
    assert credit in words(printed(with_emoji, sheet))
    assert credit in words(printed(with_picture, sheet))
    assert credit not in words(printed(with_neither, sheet))
