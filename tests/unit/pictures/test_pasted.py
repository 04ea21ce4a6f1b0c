"""An emoji that is pasted in the search of the library finds its picture."""

import pytest

from model.pictures import library
from model.pictures.library import is_known, name, search
from model.pictures.pasted import EMOJI
from model.pictures.skin import TONES, bare, toned
from tools.library import PRIVATE

FARMER = '👨\u200d🌾'


def spelt(code: str) -> str:
    return ''.join(chr(int(sign, 16)) for sign in code.split('-'))


def codes() -> list[str]:
    """All pictures but those that OpenMoji gave a place of its own: no keyboard has them."""
    lines = (library.FOLDER / 'nl.tsv').read_text(encoding='utf-8').splitlines()
    listed = [line.partition('\t')[0] for line in lines]
    return [code for code in listed if not PRIVATE.match(code)]


def test_every_picture_is_found_by_its_emoji_alone():
    assert [code for code in codes() if search(spelt(code), 'nl') != [code]] == []


def test_every_picture_is_found_by_its_emoji_in_each_skin_colour():
    pairs = {(code, toned(code, tone)) for code in codes() for tone in TONES}
    coloured = {(code, other) for code, other in pairs if other != code}
    assert len(coloured) > 1_000
    assert [other for code, other in coloured if search(spelt(other), 'nl') != [code]] == []


def test_every_picture_is_found_without_asking_for_colour():
    asking = [code for code in codes() if 'FE0F' in code.split('-')]
    assert len(asking) > 50
    assert [code for code in asking if search(spelt(code).replace('\ufe0f', ''), 'nl') != [code]] == []
    plain = [code for code in codes() if '-' not in code]
    assert [code for code in plain if search(spelt(code) + '\ufe0f', 'nl') != [code]] == []


@pytest.mark.parametrize(
    ('pasted', 'picture'),
    [
        ('🍰', 'cake'),
        ('❤', 'rood hart'),
        ('❤\ufe0f', 'rood hart'),
        ('☎\ufe0e', 'telefoon'),
        ('👍🏽', 'duim omhoog'),
        ('🇳🇱', 'Nederland'),
        ('🏴\u200d☠\ufe0f', 'piratenvlag'),
        (FARMER, 'boer'),  # drawn as 🧑‍🌾 is
        ('👨🏽\u200d🌾', 'boer'),
        ('🏃🏿\u200d♂\ufe0f\u200d➡\ufe0f', 'rennende man'),  # facing the other way
        ('👨🏻\u200d🤝\u200d👨🏼', 'mannen hand in hand'),
        ('🧑🏻\u200d❤\ufe0f\u200d💋\u200d🧑🏼', 'kus'),  # two people, in a colour each
        ('🍰\u200d🪐', 'cake'),  # joined to something new
    ],
)
def test_an_emoji_finds_its_picture_however_it_is_written(pasted, picture):
    for language in ('nl', 'en', 'xx'):
        assert [name(code, 'nl') for code in search(pasted, language)] == [picture]


def test_an_emoji_among_words_comes_before_what_the_words_find():
    for written in ('taart 🐕', '🐕taart', 'ta\u00adart 🐕\ufe0f'):
        assert search(written, 'nl') == ['1F415', *search('taart', 'nl')]
    assert search('🐕 🍰 🐕', 'nl') == ['1F415', '1F370']


@pytest.mark.parametrize('pasted', ['🔫', '🖕🏽', '👯\u200d♂\ufe0f', '1\ufe0f\u20e3', '©', '🇳', '\U0001faff'])
def test_an_emoji_that_has_no_picture_finds_nothing(pasted):
    assert search(pasted, 'nl') == []


def test_every_emoji_of_the_list_is_bare_and_finds_a_picture_that_is_there():
    listed = [line.split('\t') for line in EMOJI.read_text(encoding='ascii').splitlines()]
    assert [emoji for emoji, code in listed if bare(emoji) != emoji or not is_known(code)] == []
    assert len({emoji for emoji, _ in listed}) == len(listed)
    assert {code for _, code in listed} == set(codes())
