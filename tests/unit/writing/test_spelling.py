"""Words are found however somebody writes them."""

import pytest

from model.writing.spelling import folded


@pytest.mark.parametrize(
    ('written', 'compared'),
    [
        ('Zoë', 'zoe'),
        ('zoe\u0308', 'zoe'),
        ('CAFÉ', 'cafe'),
        ('Łukasz', 'lukasz'),
        ('Søren', 'soren'),
        ('Đorđe', 'dorde'),
        ('Ħal', 'hal'),
        ('Şükrü İnce', 'sukru ince'),
        ('ışık', 'isik'),
        ('Ŋura Ŧ', 'ngura t'),
        ('Ɓature Ƙasa', 'bature kasa'),
        ('Þór Æsa', 'thor aesa'),
        ('Œuvre', 'oeuvre'),
        ('Straße', 'strasse'),
        ('STRASSE', 'strasse'),
        ('Ĳsbrand', 'ijsbrand'),
        ('ﬁets', 'fiets'),
        ('Ｓａｍ', 'sam'),
        ('Ольга', 'olga'),
        ('Γιώργος', 'giorgos'),
        ('ሰላም', 'selam'),
        ('हिन्दी', 'hindi'),
    ],
)
def test_letters_are_compared_in_plain_latin(written, compared):
    assert folded(written) == compared


@pytest.mark.parametrize('written', ['ᏣᎳᎩ', 'سعيد', '王明', '한국', 'ไทย', '𞤀𞤣𞤤', '🌻', '🇳🇱'])
def test_a_word_of_any_script_is_compared_by_something(written):
    assert folded(written)
    assert folded(folded(written)) == folded(written)


def test_signs_between_words_are_spaces():
    assert folded("  T-shirt, foto's_van:oma… ") == 't shirt foto s van oma'


@pytest.mark.parametrize('between', ['\u00ad', '\u200d', '\u200c', '\ufe0f', '\u034f'])
def test_what_is_not_seen_in_a_word_does_not_count(between):
    assert folded(f'Sa{between}m') == 'sam'


@pytest.mark.parametrize(
    'written', ['', ' ', '%', '…', '_', '\u3164', '\u2800', '\u0301', '\u200d', '\U0001f3fd', '\ud800']
)
def test_what_has_no_letter_is_no_word(written):
    assert folded(written) == ''
