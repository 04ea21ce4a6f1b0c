"""Sets a sheet: a lay-out of `assets/poster` and what is printed on it become a PDF."""

import json
import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import typst

from ui.paper.letters import FONTS, drawable

Data = dict[str, object]

_LAY_OUTS = Path(__file__).parents[2] / 'assets' / 'poster'
_ONE_AT_A_TIME = Lock()
_UNPRINTABLE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


def typeset(lay_out: str, data: Data) -> bytes:
    """Returns a PDF of a lay-out, by its name. What is printed goes in as data, so that nothing is read as markup."""
    with _ONE_AT_A_TIME:
        return cast(bytes, _compiler(lay_out).compile(format='pdf', sys_inputs={'data': json.dumps(data)}))


def printable(data: Data) -> Data:
    """Returns the data without the characters that XML has no place for, and those that we cannot draw."""
    return {key: _printable(value) for key, value in data.items()}


@cache
def _compiler(lay_out: str) -> typst.Compiler:
    """Kept, because finding the fonts takes longer than a sheet; two threads may not use it at once.

    It has our own fonts and no others, so that a sheet is the same wherever it is made.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(_LAY_OUTS / f'{lay_out}.typ'), font_paths=fonts)


def _printable(value: object) -> object:
    if isinstance(value, str):
        return drawable(_UNPRINTABLE.sub('', value))
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, list) else value
