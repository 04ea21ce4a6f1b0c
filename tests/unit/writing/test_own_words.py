"""Own words and names: what can be seen is kept as it was written, and what shows nothing counts as nothing."""

import pytest

from model.compass.answer import WORDS_LENGTH, Answer
from model.workers.worker import Nameless, Passkey, Worker
from model.writing.own_words import TooLong, can_be_seen, tidy

NOTHING = [
    '',
    ' \n ',
    '\u00a0\u2003\u3000',  # spaces of any width
    '\u202e\u2066\u200f\u061c',  # directions
    '\u200b\u2060\ufeff\u00ad',  # where a line may break, and may not
    '\u200d',
    '\u200c\u200d',  # what joins, with nothing to join
    '\ufe0f',
    '\U000e0100',  # another drawing, of nothing
    '\u034f',
    '\u115f\u1160',
    '\u3164',
    '\uffa0',  # letters of Hangul that fill a place
    '\u17b4\u17b5',  # vowels of Khmer that are never drawn
    '\u180b\u180e',
    '\u2061\u2064',  # times and plus, unsaid
    '\U000e0041\U000e0042\U000e007f',  # the letters of a flag, without a flag
    '\u2800\u2800',  # braille without dots
    '\ufffc',
    '\U0001d159',
    '\U0001d173\U0001bca0',
    '\U00013441\U00013430',
    '\u0301',
    ' \u0301 \u20dd',
    '\u3164\u0301',
    '\u093f',  # accents and signs on nothing
    '\ue000\U000f0000\U0010fffd',  # for private use: a box, or another picture on each telephone
    '\u0378\U0003fff0',  # no character
    '\ufdd0\uffff\U0001fffe',
    '\ud800',
    '\x00\x1b\x7f\x85',
    '\ufff9\ufffb',
]
SEEN = [
    'Sam',
    '7',
    '?',
    '…',
    '‘',
    '+',
    '€',
    'ß',
    'é',
    'e\u0301',
    'ı',
    '王',
    '한',
    '\u1112\u1161',
    'ﾊ',
    'ម',
    'ᠮ',
    'ሰ',
    'א',
    'ع',
    '\u0600',  # a number sign of Arabic is drawn, though Unicode calls it a format
    '\u2801',
    '\u25cc\u0301',
    '☺',
    '❤\ufe0f',
    '1\ufe0f\u20e3',
    '👍🏽',
    '🏽',
    '🇳🇱',
    '🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f',
    '👩🏽\u200d🌾',
    '\U0001faff',  # kept free for a picture of tomorrow
]


def escaped(text: str) -> str:
    return text.encode('unicode_escape').decode() or 'empty'


shows_nothing = pytest.mark.parametrize('written', NOTHING, ids=escaped)


# what shows nothing


@shows_nothing
def test_what_shows_nothing_counts_as_nothing(written: str) -> None:
    assert tidy(written, 80) == ''
    assert not can_be_seen(written)


@pytest.mark.parametrize('written', SEEN, ids=escaped)
def test_what_can_be_seen_counts(written: str) -> None:
    assert tidy(written, 80) != ''
    assert can_be_seen(written)


@shows_nothing
def test_nobody_is_called_what_shows_nothing(written: str, now, compass) -> None:
    compass.call_me('Sam')
    compass.call_me(written)
    assert compass.nickname == ''
    with pytest.raises(Nameless):
        Worker(made=now).accept(written)
    with pytest.raises(Nameless):
        Worker(made=now).take_login(written)


@shows_nothing
def test_no_team_and_no_passkey_is_called_what_shows_nothing(written: str, now) -> None:
    worker = Worker(made=now, team='Noord')
    worker.add_passkey(Passkey(id='AAAA', public_key='BBBB', counter=3, site='kompas.example', made=now, name='oud'))
    worker.join(written)
    worker.name_passkey('AAAA', written)
    assert (worker.team, worker.passkeys[0].name) == ('', '')


@shows_nothing
def test_what_shows_nothing_is_no_answer(written: str) -> None:
    assert Answer.own(written) is None


# what is kept


JOINED = [
    'می\u200cخواهم',
    'ه\u200d',
    'क\u094d\u200dष',
    'ක\u0dca\u200dර',
    'മലയാള\u0d4d\u200d',
    'ᠮᠣᠩᠭᠣᠯ\u180b',
    '\u115f\u1161',  # a vowel alone, in the square of a syllable
    '葛\U000e0101',
    '👩🏽\u200d🌾 🏳\ufe0f\u200d🌈 👁\ufe0f\u200d🗨\ufe0f',
    '☎\ufe0e ☎\ufe0f #\ufe0f\u20e3 ℹ\ufe0f Ⓜ\ufe0f 🅰\ufe0f',
    '🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f🇳🇱',
]


@pytest.mark.parametrize('written', JOINED, ids=escaped)
def test_what_joins_letters_and_pictures_is_kept(written: str) -> None:
    assert tidy(written, WORDS_LENGTH) == written


@pytest.mark.parametrize(
    ('written', 'kept'),
    [
        ('taart\u00adbakken', 'taartbakken'),
        ('Sam\u200b\u2060\ufeff', 'Sam'),
        ('S\u200da\ufe0fm\u034f', 'Sam'),
        ('Sam\U000e0041\U000e0042', 'Sam'),
        ('e\u034f\u0301', 'é'),
        ('Sam\u3164Vos', 'Sam Vos'),
        ('\uffa0Sam\u2800', 'Sam'),
        ('⠎⠁⠍\u2800⠧⠕⠎', '⠎⠁⠍ ⠧⠕⠎'),
        ('foto \ufffc', 'foto'),
        ('Sam \ue000 \U0003fff0', 'Sam \ue000 \U0003fff0'),
    ],
    ids=escaped,
)
def test_what_is_not_seen_and_joins_nothing_goes(written: str, kept: str) -> None:
    assert tidy(written, WORDS_LENGTH) == kept


@pytest.mark.parametrize('written', [*JOINED, *SEEN, *NOTHING, 'e\u034f\u0301', 'S\u200da\ufe0fm\u034f'], ids=escaped)
def test_what_was_kept_once_stays_as_it_is(written: str) -> None:
    once = tidy(written, WORDS_LENGTH)
    assert tidy(once, WORDS_LENGTH) == once


@pytest.mark.parametrize(
    ('written', 'kept'),
    [
        ('  taart   bakken ', 'taart bakken'),
        ('taart\nbakken\tmet\r\npapa', 'taart bakken met papa'),
        ('a\x00b\x1b[31mc\x7fd\x85e', 'a b [31mc d e'),
        ('cafe\u0301', 'café'),
        ('👨‍👩‍👧 🏳️‍🌈 👍🏽', '👨‍👩‍👧 🏳️‍🌈 👍🏽'),
        ('أحبّ الموسيقى', 'أحبّ الموسيقى'),
        ('می‌خواهم', 'می‌خواهم'),
        ('\u202eomgekeerd\u202c', 'omgekeerd'),
        ('\u2066\u200fسلام\u2069', 'سلام'),
        ('\u061cسلام', 'سلام'),
        ('\ufeffbegin', 'begin'),
        ('<b>vet</b> & {{x}}', '<b>vet</b> & {{x}}'),
        (' \n\u202e ', ''),
    ],
)
def test_own_words_keep_what_can_be_read_and_nothing_else(written, kept):
    assert tidy(written, WORDS_LENGTH) == kept


def test_own_words_just_fit():
    assert tidy('é' * 80 + '   ', 80) == 'é' * 80


def test_the_limit_counts_characters_after_tidying():
    assert tidy('e\u0301' * 80, 80) == 'é' * 80


@pytest.mark.parametrize('length', [81, 10_000])
def test_too_many_characters_are_refused_with_the_limit(length):
    with pytest.raises(TooLong) as refusal:
        tidy('x' * length, 80)
    assert refusal.value.limit == 80
