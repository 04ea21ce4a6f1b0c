"""Emoji that were pasted in a search, among its words, and the pictures of the library that they are.

Which that is says `assets/library/emoji.txt`, made by `tools.library`; it is read when it is first asked for.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import regex

from model.pictures.skin import bare

EMOJI = Path(__file__).parents[2] / 'assets' / 'library' / 'emoji.txt'

_LETTER = regex.compile(r'\X')
_PICTURE = regex.compile(r'[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]')
_JOINER = '\u200d'


def apart(words: str) -> tuple[list[str], str]:
    """Returns the emoji in `words`, each with its skin colour and all that is joined to it, and the other words."""
    letters = _LETTER.findall(words)
    emoji = [letter for letter in letters if _PICTURE.search(letter) or picture_of(letter)]
    return emoji, ''.join(' ' if letter in emoji else letter for letter in letters)


def picture_of(emoji: str) -> str | None:
    """The code of the picture of an emoji, or of what it begins with when it is joined from several; None for none."""
    return _pictures().get(_bare_code(emoji)) or _pictures().get(_bare_code(emoji.partition(_JOINER)[0]))


def _bare_code(emoji: str) -> str:
    return bare('-'.join(f'{ord(sign):04X}' for sign in emoji))


@cache
def _pictures() -> Mapping[str, str]:
    """Codes of pictures by what is left of an emoji without its skin colour, and whether it asks for any colour."""
    lines = EMOJI.read_text(encoding='ascii').splitlines()
    return dict(line.split('\t') for line in lines)
