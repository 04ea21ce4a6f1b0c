"""Sheets that are made only when every character on them has a drawing."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import typst

from tests.unit.paper.printed import whole
from ui.paper import press_worker, typesetting
from ui.paper.press_worker import FONTS

NO_DRAWING = 'could not be displayed'
"""What typst says of a character that no font draws, when it makes a PDF to be kept for ever."""


class Strict:
    """Makes a PDF as the program does, but of the kind that may hold no box where a letter should be."""

    def __init__(self, fonts, template):
        # such a PDF has a date, which ours do without
        folder = Path(mkdtemp())
        for one in press_worker.TEMPLATES.glob('*.typ'):
            (folder / one.name).write_text(one.read_text(encoding='utf-8').replace('date: none', 'date: auto'))
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        self._compiler = typst.Compiler(str(folder / f'{template}.typ'), font_paths=found)

    def pdf(self, data):
        return self._compiler.compile(format='pdf', sys_inputs={'data': data}, pdf_standards='a-2u', timestamp=0)


strict = cache(Strict)


def be_strict(monkeypatch, fonts=FONTS):
    def pressed(template, data, apart):
        return strict(fonts, template).pdf(whole(data, apart))

    monkeypatch.setattr(typesetting, 'pressed', pressed)
