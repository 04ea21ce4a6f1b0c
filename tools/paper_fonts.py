"""Make the fonts of paper, so that a sheet needs none of the machine it is made on: `python -m tools.fonts`.

Typst reads fonts from folders only, so they lie in `assets/fonts/paper`: our own letter as it is, Noto Sans for other
scripts merged into one font a weight, Chinese, and the emoji of `tools.emoji_font`. Beside them stands what each has
a drawing for, in `characters.txt`. How a script is added stands in `docs/paper.md`.
"""

import shutil
from collections.abc import Iterable, Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import manimgx_fonts
import pylopdf_fonts_zh_cn
from fontpkg_atkinson_hyperlegible import ROOT as ATKINSON
from fontTools import merge, subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools import emoji_font
from tools.paper_scripts import ONE_WEIGHT, SCRIPTS, Blocks

NOTO = Path(manimgx_fonts.__file__).parent
CHINESE = Path(pylopdf_fonts_zh_cn.__file__).parent / 'NotoSansSC-Regular.otf'
LICENCES = {'manimgx-fonts': 'LICENSE-NotoSans.txt', 'pylopdf-fonts-zh-cn': 'LICENSE-NotoSansSC.txt'}
ASCII = set(range(0x20, 0x7F))
WEIGHTS = {'Regular': 400, 'Bold': 700}

Made = list[Path]


def make(folder: Path) -> Made:
    """Write every font of paper, their licences and `characters.txt`; the paths of the fonts."""
    folder.mkdir(parents=True, exist_ok=True)
    emoji = emoji_font.make(folder / 'OpenMoji.ttf')
    made = [*map(_atkinson, WEIGHTS, [folder] * 2), *_noto(folder), _chinese(folder), emoji]
    listed = (f'{path.name}\t{_ranges(TTFont(path).getBestCmap())}\n' for path in made)
    (folder / 'characters.txt').write_text(''.join(listed), encoding='ascii')
    for package, name in LICENCES.items():
        [licence] = [file for file in metadata.files(package) or () if file.name == 'LICENSE']
        shutil.copyfile(licence.locate(), folder / name)
    return made


def _atkinson(style: str, folder: Path) -> Path:
    """Our own letter whole, and with the one capital that Turkish asks for."""
    font = TTFont(ATKINSON / 'files' / f'AtkinsonHyperlegible-{style}.ttf', recalcTimestamp=False)
    letters, glyphs, widths = font.getBestCmap(), font['glyf'], font['hmtx']
    letter, dotted = letters[ord('I')], letters[ord('Ż')]
    [accent] = [part for part in glyphs[dotted].components if part.glyphName != letters[ord('Z')]]
    shift = (widths[letter][0] - widths[letters[ord('Z')]][0]) // 2
    pen = TTGlyphPen(glyphs)
    pen.addComponent(letter, (1, 0, 0, 1, 0, 0))
    pen.addComponent(accent.glyphName, (1, 0, 0, 1, accent.x + shift, accent.y))
    glyphs['Idotaccent'] = pen.glyph()
    widths['Idotaccent'] = widths[letter]
    for table in font['cmap'].tables:
        if table.isUnicode():
            table.cmap[ord('İ')] = 'Idotaccent'
    path = folder / f'AtkinsonHyperlegible-{style}.ttf'
    font.save(path)
    return path


def _noto(folder: Path) -> Made:
    """All scripts of `SCRIPTS` in one font a weight, and those of `ONE_WEIGHT` in one."""
    two = [_merged(SCRIPTS, weight, folder / f'NotoSansPaper-{style}.ttf', style) for style, weight in WEIGHTS.items()]
    return [*two, _merged(ONE_WEIGHT, 550, folder / 'NotoSansIndicPaper-Regular.ttf')]


def _merged(scripts: Blocks, weight: int, path: Path, style: str = 'Regular') -> Path:
    taken = emoji_font.characters() - ASCII  # an emoji is shown in colour, also one that is a sign in another font
    with TemporaryDirectory() as parts:
        files = []
        for script, blocks in scripts.items():
            file = Path(parts) / f'{script or "Latin"}.ttf'
            font = TTFont(NOTO / f'NotoSans{script}[wght].ttf', recalcTimestamp=False)
            font = instancer.instantiateVariableFont(font, {'wght': weight})
            wanted = set(chain(*blocks)) & set(font.getBestCmap()) - taken
            taken |= wanted
            _subset(font, wanted).save(file)
            files.append(str(file))
        merged = merge.Merger(merge.Options(drop_tables=['vhea', 'vmtx', 'STAT', 'DSIG'])).merge(files)
    _name(merged, path.stem.partition('Paper')[0].replace('NotoSans', 'Noto Sans ').strip() + ' Paper', style)
    merged.save(path)
    return path


def _chinese(folder: Path) -> Path:
    """The characters of the two standards that hold the common ones, simplified and traditional, and kana."""
    common = set(chain(_encoded('gb2312', range(0xB0, 0xF8)), _encoded('big5', range(0xA4, 0xC7))))
    marks = set(chain(range(0x3000, 0x3100), range(0xFF01, 0xFF5F)))
    font = _subset(TTFont(CHINESE, recalcTimestamp=False), common | marks, ['ccmp', 'locl'])
    _name(font, 'Noto Sans SC Paper', 'Regular')
    path = folder / 'NotoSansSCPaper-Regular.otf'
    font.save(path)
    return path


def _encoded(standard: str, rows: range) -> Iterator[int]:
    """The characters in these rows of a standard of two bytes."""
    for row in rows:
        for place in range(0x40, 0xFF):
            character = bytes([row, place]).decode(standard, errors='ignore')
            if len(character) == 1 and not character.isascii():
                yield ord(character)


def _subset(font: TTFont, characters: set[int], features: list[str] | None = None) -> TTFont:
    """Only these characters, with what puts their letters together; no other shapes of them."""
    options = subset.Options(hinting=False, name_IDs=['*'], notdef_outline=True)
    options.layout_features = features or options.layout_features
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def _name(font: TTFont, family: str, style: str) -> None:
    """A subset is another font than the one it comes from; a machine that has both must not mix them up."""
    names = {1: family, 2: style, 3: f'{family} {style}', 4: f'{family} {style}'}
    for name, words in (names | {6: f'{family.replace(" ", "")}-{style}'}).items():
        font['name'].setName(words, name, 3, 1, 0x409)
    for name in (16, 17, 21, 22, 25):
        font['name'].removeNames(nameID=name)
    font['OS/2'].usWeightClass = WEIGHTS[style]
    font['head'].macStyle = font['OS/2'].fsSelection = 0
    if style == 'Bold':
        font['head'].macStyle, font['OS/2'].fsSelection = 1, 1 << 5
    else:
        font['OS/2'].fsSelection = 1 << 6


def _ranges(characters: Iterable[int]) -> str:
    """Hexadecimal, as `20-7e a0`."""
    found: list[list[int]] = []
    for one in sorted(characters):
        if found and one == found[-1][1] + 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return ' '.join(f'{first:x}-{last:x}' if last > first else f'{first:x}' for first, last in found)
