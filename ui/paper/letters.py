"""Which characters our fonts of paper have a drawing for, so that no sheet shows a box where a letter should be.

A sheet is set with the fonts in `assets/fonts/paper` alone; `tools.paper_fonts` makes them, and `characters.txt`.
"""

import logging
import re
import unicodedata
from collections.abc import Iterator, Set
from functools import cache
from typing import TypeVar, cast

from pydantic import BaseModel

from model.compass.answer import Answer
from model.compass.compass import Compass
from ui.paper.press_worker import FONTS

log = logging.getLogger(__name__)

WRITTEN = '\N{PENCIL}\ufe0f'
"""The picture of own words that cannot be printed, where there is no other."""
_NOT_PLAIN = re.compile('[ -~]?[^\x00-\x7f]+')
"""What is not ASCII, with the letter before it, which an accent may belong to."""
JOINS = {0x200C, 0x200D, 0xFE0E, 0xFE0F}
"""What joins characters and keeps them apart: never seen itself."""

Value = TypeVar('Value')
AnyCompass = TypeVar('AnyCompass', bound=Compass)


def with_words_that_print(compass: AnyCompass) -> AnyCompass:
    """A copy in which all own words can be printed: without what has no drawing, or shown by their picture alone."""
    return _cleaned(compass).model_copy(update={'nickname': _words(compass.nickname)})


def drawable(text: str) -> str:
    """`text` without the characters that none of our fonts draws; those are named in the log, each once."""
    if text.isascii():
        return text
    return _NOT_PLAIN.sub(lambda found: ''.join(_drawn(found[0])), text)


def has_emoji(text: str) -> bool:
    """Whether any character of `text` is a drawing of OpenMoji."""
    return any(_fonts(ord(character)) == {_emoji_font()} for character in set(text) if not character.isascii())


def _drawn(words: str) -> Iterator[str]:
    fonts: Set[int] = frozenset()
    for character in words:
        code = ord(character)
        added = unicodedata.category(character).startswith('M')
        if code in JOINS and fonts:
            yield character
        # an accent is drawn by the font that draws its letter, or not at all
        elif added and fonts & _fonts(code):
            fonts = fonts & _fonts(code)
            yield character
        elif _fonts(code) and not added:
            fonts = _fonts(code)
            yield character
        else:
            fonts = fonts if added else frozenset()
            _name(character)


@cache
def _fonts(code: int) -> frozenset[int]:
    """Which of the fonts draw a character."""
    return frozenset(place for place, characters in enumerate(_characters()) if code in characters)


@cache
def _lines() -> list[str]:
    return (FONTS / 'characters.txt').read_text(encoding='ascii').splitlines()


@cache
def _emoji_font() -> int:
    return next(place for place, line in enumerate(_lines()) if line.startswith('OpenMoji'))


@cache
def _characters() -> list[frozenset[int]]:
    """What each font draws."""
    return [frozenset(code for spelt in line.split()[1:] for code in _range(spelt)) for line in _lines()]


def _range(spelt: str) -> range:
    first, _, last = spelt.partition('-')
    return range(int(first, 16), int(last or first, 16) + 1)


@cache
def _name(character: str) -> None:
    """One character alone says nothing of the words it stood in."""
    if unicodedata.category(character) not in {'Cc', 'Cf', 'Cs', 'Zl', 'Zp'}:
        name = unicodedata.name(character, 'unknown character')
        log.warning('no drawing on paper for %s (U+%04X): see docs/paper.md', name, ord(character))


def _cleaned(value: Value) -> Value:
    """A copy of a document, or of what stands in one, with each of its answers as it can be printed."""
    cleaned: object = value
    if isinstance(value, Answer):
        cleaned = _printable(value)
    elif isinstance(value, BaseModel):
        cleaned = value.model_copy(update=_cleaned(value.__dict__))
    elif isinstance(value, dict):
        cleaned = {name: _cleaned(one) for name, one in value.items()}
    elif isinstance(value, list):
        cleaned = [_cleaned(one) for one in value]
    return cast(Value, cleaned)


def _printable(answer: Answer) -> Answer:
    words = _words(answer.words)
    if words == answer.words:
        return answer
    nothing = not (words or answer.tile or answer.sticker or answer.attachments)
    return answer.model_copy(update={'words': WRITTEN if nothing else words})


def _words(words: str) -> str:
    """What prints of own words, on one line as they were."""
    return ' '.join(drawable(words).split())
