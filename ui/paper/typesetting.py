"""A template of `assets/poster` with its data, as a PDF: nothing a person wrote is read as markup."""

import json
import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import typst

from model.pictures.pictogram import DRAWN, INK
from model.words import Language
from ui.look.colours import DONE, DONE_LIGHT, QUIET, SHADOW, WHITE
from ui.paper.letters import FONTS, drawable, has_emoji

TEMPLATES = Path(__file__).parents[2] / 'assets' / 'poster'
_ONE_AT_A_TIME = Lock()
_UNPRINTABLE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_COLOURS = {
    **{'ink': INK, 'white': WHITE, 'quiet': QUIET, 'shadow': SHADOW},
    **{'done': DONE, 'done_light': DONE_LIGHT, 'light': DRAWN.light},
}

Data = dict[str, object]


def typeset(template: str, data: Data, say: Language, *, has_library: bool) -> bytes:
    """A PDF, vector but for its photos, of the template with this name.

    `has_library`: whether pictures of the library are on it, whose makers are named then.
    """
    printable = {key: _printable(value) for key, value in data.items()}
    shows_openmoji = has_library or has_emoji(json.dumps(printable, ensure_ascii=False))
    credit = say('Plaatjes van OpenMoji, openmoji.org (CC BY-SA 4.0)') if shows_openmoji else ''
    printable |= {'language': say.code, 'direction': say.direction, 'colours': _COLOURS, 'credit': credit}
    inputs = {'data': json.dumps(printable)}
    with _ONE_AT_A_TIME:
        return cast(bytes, _compiler(template).compile(format='pdf', sys_inputs=inputs))


@cache
def _compiler(template: str) -> typst.Compiler:
    """Kept, because finding the fonts takes longer than a sheet; two threads may not use it at once."""
    return typst.Compiler(str(TEMPLATES / f'{template}.typ'), font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    """Our own and no others, so that a sheet is the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _printable(value: object) -> object:
    """Without the characters that XML has no place for, which would stop the whole sheet, and those we cannot draw."""
    if isinstance(value, str):
        return drawable(_UNPRINTABLE.sub('', value))
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, list) else value
