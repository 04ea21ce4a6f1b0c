"""Make the fonts of screen and paper anew: `python -m tools.fonts`.

Those of the screen are Atkinson Hyperlegible, only the characters we need, as woff2; those of paper: `paper_fonts`.
"""

import shutil
from pathlib import Path

from fontpkg_atkinson_hyperlegible import ROOT
from fontTools import subset

from tools import paper_fonts

OUT = Path('assets/fonts')
STYLES = ('Regular', 'Bold')
CHARACTERS = (
    range(0x0020, 0x007F),  # latin
    range(0x00A0, 0x0180),  # its supplement, and latin extended-A
    range(0x0218, 0x021C),  # Romanian
    (0x0307,),  # the loose dot: the font has no Turkish İ, a browser builds it from I and this
    range(0x2010, 0x2050),  # dashes, quotes, bullet, ellipsis
    (0x20AC, 0x2122, 0x2212),  # € ™ −
)
"""What is asked for; the font has no arrows and no check mark."""

LAYOUT = ('kern', 'mark', 'mkmk', 'ccmp', 'locl')


def main() -> None:
    """Write the fonts and their licences into `assets/fonts`; print each with its size."""
    OUT.mkdir(parents=True, exist_ok=True)
    made = [make(style) for style in STYLES] + paper_fonts.make(OUT / 'paper')
    for path in made:
        print(f'{path} {path.stat().st_size / 1000:.1f} kB')
    print(shutil.copyfile(ROOT / 'LICENSE', OUT / 'LICENSE.txt'))


def make(style: str) -> Path:
    """One style for the screen as a subset; the path of its file."""
    options = subset.Options(flavor='woff2', layout_features=list(LAYOUT), name_IDs=['*'], hinting=False)
    font = subset.load_font(ROOT / 'files' / f'AtkinsonHyperlegible-{style}.ttf', options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for block in CHARACTERS for code in block])
    subsetter.subset(font)
    path = OUT / f'AtkinsonHyperlegible-{style}.woff2'
    subset.save_font(font, path, options)
    return path


if __name__ == '__main__':
    main()
