"""A template of `assets/poster` with its data, as a PDF: nothing a person wrote is read as markup."""

import json
import re

from model.pictures.pictogram import DRAWN, INK
from model.words import Language
from ui.look.colours import DONE, DONE_LIGHT, QUIET, SHADOW, WHITE
from ui.paper.letters import drawable, has_emoji
from ui.paper.pictures import PaperPictures
from ui.paper.press import pressed

_UNPRINTABLE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_COLOURS = {
    **{'ink': INK, 'white': WHITE, 'quiet': QUIET, 'shadow': SHADOW},
    **{'done': DONE, 'done_light': DONE_LIGHT, 'light': DRAWN.light},
}

Data = dict[str, object]


def typeset(template: str, data: Data, say: Language, *pictures: PaperPictures) -> bytes:
    """A PDF, vector but for its photos, of the template with this name; `pictures` are those its data speaks of.

    The makers of the library are named where pictures of it are. Raises `TooHeavy`.
    """
    printable = {key: _printable(value) for key, value in data.items()}
    has_library = any(some.has_library for some in pictures)
    shows_openmoji = has_library or has_emoji(json.dumps(printable, ensure_ascii=False))
    credit = say('Plaatjes van OpenMoji, openmoji.org (CC BY-SA 4.0)') if shows_openmoji else ''
    printable |= {'language': say.code, 'direction': say.direction, 'colours': _COLOURS, 'credit': credit}
    return pressed(template, json.dumps(printable), [one for some in pictures for one in some.apart])


def _printable(value: object) -> object:
    """Without the characters that XML has no place for, which would stop the whole sheet, and those we cannot draw."""
    if isinstance(value, str):
        return drawable(_UNPRINTABLE.sub('', value))
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, list) else value
