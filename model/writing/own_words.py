"""Own words and names: what is kept of what somebody writes, and whether anything of it can be seen."""

import unicodedata

import regex

_BLANKS = '\u2800\ufffc\U00013441\U00013442\U0001d159'
"""Symbols and letters whose drawing is empty, which no property of Unicode tells: the braille cell without dots, what
stands for an object that was left behind, the two hieroglyphs that are room alone, and the note without a head."""

_DRAWN = regex.compile(
    r'[[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Co}\p{Cn}\p{Prepended_Concatenation_Mark}]'
    rf'--[\p{{Default_Ignorable_Code_Point}}\p{{Noncharacter_Code_Point}}{_BLANKS}]]',
    regex.V1,
)
_SEEN = regex.compile(  # a picture of the next Unicode has its place already, and a newer telephone draws it
    r'[[\p{L}\p{N}\p{P}\p{S}\p{Prepended_Concatenation_Mark}\p{Extended_Pictographic}]'
    rf'--[\p{{Default_Ignorable_Code_Point}}{_BLANKS}]]',
    regex.V1,
)
_TAKES_NO_ROOM = regex.compile(r'[[\p{Cf}\p{Default_Ignorable_Code_Point}]--\p{L}]+', regex.V1)
_JOINS_NOTHING = regex.compile(
    # letters with capitals stand apart in every script that has them
    r'(?<=[\p{Cased}--\p{Emoji}][\p{M}\p{Default_Ignorable_Code_Point}]*)[\p{Default_Ignorable_Code_Point}--\p{L}]',
    regex.V1,
)
_LETTER = regex.compile(r'\X')
"""What is one letter to the eye: with its accents, and with what joins it to the next."""


class TooLong(ValueError):
    """What was written does not fit; `limit` is the number of characters that does."""

    def __init__(self, limit: int) -> None:
        super().__init__(f'at most {limit} characters')
        self.limit = limit


def can_be_seen(text: str) -> bool:
    """Whether there is a letter, a digit, a sign or a picture in it: an accent on nothing is none."""
    return _SEEN.search(text) is not None


def tidy(text: str, limit: int) -> str:
    """Returns own words on one line, without what is not seen and joins nothing; empty when nothing can be seen.

    Raises `TooLong` above `limit` characters.
    """
    if len(text) > 10 * limit:  # endless accents would take quadratic time to bring into one form
        raise TooLong(limit)
    tidied = on_one_line(text)
    if not can_be_seen(tidied):
        return ''
    if len(tidied) > limit:
        raise TooLong(limit)
    return tidied


def on_one_line(text: str) -> str:
    """Returns `text` in Unicode's form NFC, one space between words, without what is not seen and joins nothing."""
    kept = _LETTER.sub(lambda found: _kept(found[0]), _JOINS_NOTHING.sub('', text))
    return unicodedata.normalize('NFC', ' '.join(kept.split()))


def _kept(letter: str) -> str:
    """A letter with all that joins it; for one that is not drawn a space, where it takes room."""
    if _DRAWN.search(letter):
        return letter
    return '' if _TAKES_NO_ROOM.fullmatch(letter) else ' '
