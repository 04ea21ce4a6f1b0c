"""Long words break where their language breaks them, and nowhere else."""

import pytest

from model.words import language
from ui.words.hyphens import SOFT_HYPHEN, breakable, breakable_page, parts_of, soft

NL, EN = language('nl'), language('en')


@pytest.mark.parametrize(
    ('word', 'code', 'parts'),
    [
        ('vrijwilligerswerk', 'nl', ('vrij', 'wil', 'li', 'gers', 'werk')),
        ('boodschappen', 'nl', ('bood', 'schap', 'pen')),
        ('volunteering', 'en', ('volun', 'teer', 'ing')),
        ('muziek', 'nl', ('muziek',)),
        # a Dutch word on an English screen
        ('arbeidsongeschiktheid', 'en', ('arbeids', 'on', 'ge', 'schikt', 'heid')),
        ('vrijwilligerswerk', 'ti', ('vrijwilligerswerk',)),
        ('', 'nl', ('',)),
    ],
)
def test_a_word_breaks_where_its_language_breaks_it(word, code, parts):
    assert parts_of(word, code) == parts
    assert ''.join(parts_of(word, code)) == word


@pytest.mark.parametrize(
    'words', ['Oma Fien', 'https://kompas.example', '12345678901', '🎸🎸🎸🎸🎸🎸🎸🎸🎸', 'a b c d']
)
def test_what_need_not_break_stays_as_it_is(words):
    assert soft(words, NL).replace(SOFT_HYPHEN, '') == words
    if 'kompas' not in words:
        assert soft(words, NL) == words


def test_every_long_word_of_a_sentence_may_break():
    assert soft('Doe je vrijwilligerswerk?', NL) == f'Doe je {SOFT_HYPHEN.join(parts_of("vrijwilligerswerk", "nl"))}?'


def test_as_html_it_is_text():
    assert breakable('<b>vrijwilligers</b> & meer', NL).replace(SOFT_HYPHEN, '') == (
        '&lt;b&gt;vrijwilligers&lt;/b&gt; &amp; meer'
    )


def test_no_part_is_shorter_than_three_letters_at_either_end():
    for word in ('begeleider', 'ontspanning', 'universiteit', 'opa-en-omadag'):
        parts = parts_of(word, 'nl')
        assert min(len(parts[0]), len(parts[-1])) >= 3


def test_on_a_page_what_is_read_may_break_and_what_is_copied_or_run_stays_as_it_is():
    word, broken = 'vrijwilligerswerk', SOFT_HYPHEN.join(parts_of('vrijwilligerswerk', 'nl'))
    page = '<p title="{0}">{1} &amp; meer</p><code>{0}</code><textarea id="a">{0}</textarea><b>https://a/{0}</b>{1}'
    assert breakable_page(page.format(word, word), NL) == page.format(word, broken)
    script = f'<script>const {word} = "<p>{word}";</script>'
    assert breakable_page(script, NL) == script
