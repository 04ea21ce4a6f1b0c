"""Draw the pictograms on sheets, to look at them: large, small, grey, and numbered without words."""

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

import typst
from fontpkg_atkinson_hyperlegible import ROOT as FONT

PICTOGRAMS = Path('assets/pictograms')
BUILD = Path('build')

PAGE = """
#set page(width: auto, height: auto, margin: 10pt, fill: rgb("#FBF6EC"))
#set text(font: "Atkinson Hyperlegible", size: 9pt, fill: rgb("#22304A"))
#let cell(svg, size, caption) = box(fill: white, radius: 6pt, inset: 5pt, align(center, stack(
  spacing: 5pt, image(bytes(svg), format: "svg", width: size * 1pt), text(caption),
)))
"""


@dataclass(frozen=True)
class Sheet:
    """One picture of many pictograms; `size` in points, `dots` for each inch (72: a point is a pixel)."""

    name: str
    size: int = 96
    columns: int = 10
    dots: int = 110
    grey: bool = False
    words: bool = True


SHEETS = (
    Sheet('pictograms-96'),
    Sheet('pictograms-32', size=32, columns=12, dots=72),
    Sheet('pictograms-grey', grey=True),
    Sheet('pictograms-no-words', words=False),
)


def main() -> None:
    """Write the sheets and the key of the numbers into `build`; print their paths."""
    keys = _asked_for()
    BUILD.mkdir(exist_ok=True)
    for sheet in SHEETS:
        path = BUILD / f'{sheet.name}.png'
        path.write_bytes(draw(sheet, keys))
        print(path)
    path = BUILD / 'pictograms-key.txt'
    path.write_text(''.join(f'{number}\t{key}\n' for number, key in enumerate(keys, 1)))
    print(path)


def draw(sheet: Sheet, keys: list[str]) -> bytes:
    """The sheet with these pictograms, in this order, as PNG."""
    cells = ',\n'.join(_cell(sheet, key, number) for number, key in enumerate(keys, 1))
    columns = min(sheet.columns, len(keys))
    source = f'{PAGE}#grid(columns: {columns}, gutter: 6pt, align: center,\n{cells})'
    # the names of typst's arguments: ppi is dots for each inch
    return typst.compile(source.encode(), format='png', ppi=sheet.dots, font_paths=[FONT / 'files'])


def _cell(sheet: Sheet, key: str, number: int) -> str:
    svg = (PICTOGRAMS / f'{key}.svg').read_text()
    drawing = json.dumps(_grey(svg) if sheet.grey else svg)
    caption = json.dumps(key if sheet.words else str(number))
    return f'cell({drawing}, {sheet.size}, {caption})'


def _grey(svg: str) -> str:
    return re.sub(r'#([0-9A-Fa-f]{6})\b', lambda colour: _grey_of(colour[1]), svg)


def _grey_of(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour)
    return '#' + f'{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}' * 3


def _asked_for() -> list[str]:
    known = sorted(path.stem for path in PICTOGRAMS.glob('*.svg'))
    parser = argparse.ArgumentParser(prog='python -m tools.contact_sheet', description=__doc__)
    parser.add_argument('keys', nargs='*', metavar='key', help='only these, in this order (default: all)')
    asked: list[str] = parser.parse_args().keys or known
    if unknown := set(asked) - set(known):
        parser.error(f'no such pictogram: {", ".join(sorted(unknown))}')
    if not asked:
        parser.error(f'no pictograms in {PICTOGRAMS}')
    return asked


if __name__ == '__main__':
    main()
