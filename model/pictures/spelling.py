"""Words as people type them: how they are compared, and what they may have meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

CLOSE = 0.8
"""How alike a misspelt word must be, as `difflib` counts."""


def folded(words: str) -> str:
    """Words as they are compared: no capitals, no accents, one space where something else than a letter stood."""
    plain = unicodedata.normalize('NFKD', words.casefold())
    return ' '.join(re.findall(r'\w+', ''.join(sign for sign in plain if not unicodedata.combining(sign))))


def nearest(word: str, vocabulary: Iterable[str]) -> str:
    """The word of the vocabulary most like it that begins with the same letter; itself when none is like it."""
    alike = (known for known in vocabulary if known[0] == word[0])
    return next(iter(get_close_matches(word, alike, 1, CLOSE)), word)
