"""Words as people type them: how they are compared, and what they may have meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

import regex
from anyascii import anyascii

from model.writing.own_words import can_be_seen, on_one_line

CLOSE = 0.8
"""How alike a misspelt word must be, as `difflib` counts."""

_WORD = regex.compile(r'[\w--\p{Pc}]+|\p{Extended_Pictographic}|\p{Regional_Indicator}{2}', regex.V1)
_SIGN = regex.compile(r'[^a-z0-9]')


def folded(words: str) -> str:
    """Words as they are compared: in plain Latin letters of one size, one space where something else stood.

    Other scripts and emoji are compared as they are said in Latin letters: `Ольга` as `olga`.
    """
    written = words if words.isascii() else unicodedata.normalize('NFKC', on_one_line(words))
    return ' '.join(word for word in map(_plain, _WORD.findall(written)) if word)


def _plain(word: str) -> str:
    """The word in Latin letters; as it is when nobody knows those."""
    return _SIGN.sub('', anyascii(word).casefold()) or (word.casefold() if can_be_seen(word) else '')


def nearest(word: str, vocabulary: Iterable[str]) -> str:
    """The word of the vocabulary most like it that begins with the same letter; itself when none is like it."""
    alike = (known for known in vocabulary if known[0] == word[0])
    return next(iter(get_close_matches(word, alike, 1, CLOSE)), word)
