"""The pictograms of an organisation: SVG files that lie beside its file, as plain as ours.

They are placed in pages and in larger drawings, in the colours of the place: so nothing but shapes, and nothing that
asks another file or runs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from model.content.faults import Fault, Faults
from model.content.reader import KEY_FORM, is_key, short
from model.content.text_files import text_of
from model.pictures.pictogram import DRAWN, GRID, INK

MOST_BYTES = 20_000
"""Of one drawing; ours have 5 kB at most."""

ROOT = {
    'xmlns': 'http://www.w3.org/2000/svg',
    'viewBox': f'0 0 {GRID} {GRID}',
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
}
SHAPES = frozenset({'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'})
COLOURS = (INK, DRAWN.tint, DRAWN.light, DRAWN.accent, '#FFFFFF', 'none')
NUMBERS = re.compile(r'[-+.,\s\deE]+')
ATTRIBUTES = {
    **dict.fromkeys(('fill', 'stroke'), re.compile('|'.join(COLOURS))),
    **dict.fromkeys(('cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2'), NUMBERS),
    **dict.fromkeys(('points', 'stroke-width'), NUMBERS),
    'd': re.compile(r'[-+.,\s\deEMmLlHhVvCcSsQqTtAaZz]+'),
    'stroke-linejoin': re.compile('round|miter|bevel'),
    'stroke-linecap': re.compile('round|butt|square'),
}
"""What a shape may say, and in what form."""

BEGIN = 'Begin the file with <svg {}>.'.format(' '.join(f'{name}="{value}"' for name, value in ROOT.items()))
PLAIN = f'Draw it with {", ".join(sorted(SHAPES))} directly inside svg, and nothing else.'
PAINT = f'Give each shape a fill, and use for fill and stroke only {", ".join(COLOURS)}, in capitals.'


def drawings_in(folder: Path, ours: frozenset[str]) -> tuple[dict[str, str], list[Fault]]:
    """Returns each drawing of the folder by its key, and all that is wrong; `ours` are keys that are taken."""
    drawings, wrong = dict[str, str](), list[Fault]()
    for path in sorted(folder.glob('*.svg')):
        faults = Faults(path)
        drawings[path.stem] = _drawing(faults, ours)
        wrong += faults.found
    return drawings, wrong


def _drawing(faults: Faults, ours: frozenset[str]) -> str:
    if not is_key(faults.file.stem):
        faults.add(None, 'its name is no key', KEY_FORM)
    if faults.file.stem in ours:
        faults.add(None, 'there is a pictogram of this name already', 'Give it another name.')
    text = text_of(faults, MOST_BYTES)
    if text is not None and not text.strip():
        faults.add(None, 'is empty', BEGIN)
    elif text and not _refuse_signs(text, faults):
        _Drawing(faults).check(text.rstrip())
    return (text or '').strip()


def _refuse_signs(text: str, faults: Faults) -> bool:
    """Whether there is anything that could hide from who looks at elements and colours."""
    found = re.search(r'<[!?]|&', text)
    if found:
        line = text[: found.start()].count('\n') + 1
        what = f'there is "{found[0]}": a comment, a declaration or an entity'
        faults.add(line, what, 'Take it out: nothing but svg and shapes.')
    return found is not None


@dataclass
class _Drawing:
    """Looks at a drawing, element after element."""

    faults: Faults
    open: list[str] = field(default_factory=list)
    shapes: int = 0
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def check(self, text: str) -> None:
        """Add all that is wrong with it."""
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begins
        self.parser.EndElementHandler = lambda _: self.open.pop()
        self.parser.CharacterDataHandler = self._says
        try:
            self.parser.Parse(text, True)  # noqa: FBT003  the parser knows no name for it
        except expat.ExpatError as error:
            cure = 'Open it in a browser, which shows where, or save it again as plain SVG.'
            self.faults.add(error.lineno, f'this is no XML: {expat.ErrorString(error.code)}', cure)
        if not self.faults.found and not self.shapes:
            self._refuse('nothing is drawn', PLAIN)
        if not self.faults.found and not text.endswith('</svg>'):
            self._refuse('it does not end with </svg>', 'End the file with it.')

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        if not self.open:
            if name != 'svg' or attributes != ROOT:
                self._refuse('it is not on our grid', BEGIN)
        elif self.open[-1] in SHAPES or (self.open[-1] == 'svg' and name not in SHAPES):
            self._refuse(f'there is <{name}> in it', PLAIN)
        elif self.open[-1] == 'svg':  # what is inside something that was refused goes with it
            self.shapes += 1
            for what, cure in _wrong(name, attributes):
                self._refuse(what, cure)
        self.open.append(name)

    def _says(self, text: str) -> None:
        if text.strip() and self.open[-1] in SHAPES | {'svg'}:
            self._refuse('there are words in it', PLAIN)

    def _refuse(self, what: str, cure: str) -> None:
        self.faults.add(self.parser.CurrentLineNumber, what, cure)


def _wrong(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    if 'fill' not in attributes:
        yield f'<{name}> has no fill', PAINT
    for attribute, value in attributes.items():
        form = ATTRIBUTES.get(attribute)
        if form is None:
            yield f'<{name}> has the attribute {attribute}', f'Take it out. There may be {", ".join(ATTRIBUTES)}.'
        elif not form.fullmatch(value):
            cure = PAINT if attribute in {'fill', 'stroke'} else 'Write plain numbers, without units.'
            yield f'<{name}> has the {attribute} "{short(value)}"', cure
