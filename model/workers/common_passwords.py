"""Passwords that many people think of: a shipped list, and the rules by which people make them longer."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[2] / 'assets' / 'passwords' / 'common.txt'

LENGTH = 15
"""What a piece that is repeated must have by itself."""
KEPT = 4
"""How many letters must be left when the two most common pieces are taken away."""
ABOUT = 4
"""From this length on a name may not be in a password at all; shorter ones are in too many words."""
WALK = 4
"""How many keys in a row are a walk."""
SIGNS = 5
"""How many different letters and digits there must be."""

_ROWS = (
    *('12345678901234567890', 'abcdefghijklmnopqrstuvwxyz'),
    *('qwertyuiop', 'asdfghjkl', 'zxcvbnm'),
    *('azertyuiop', 'qsdfghjklm', 'wxcvbn'),
    *('qwertzuiop', 'yxcvbnm'),
)
_COLUMNS = ('1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', 'qaz', 'wsx', 'edc', 'rfv', 'tgb', 'yhn', 'ujm')
_LOOKS_LIKE = str.maketrans('@4301!$57', 'aaeoiisst')


def is_common(password: str, about: Iterable[str] = ()) -> bool:
    """Whether a password of 15 characters or more (NFKC) is one that many think of, or is made of such ones.

    That is: a piece again and again, one or two pieces of the list or of a keyboard with little else behind,
    or with one of the names `about` in it.
    """
    lower = password.casefold()
    text = _plain(lower)
    names = {name for one in about for name in _names(one)}
    if any(len(name) >= ABOUT and name in text for name in names):
        return True
    if _repeats(lower) or _repeats(text) or len(set(text)) < SIGNS:
        return True
    # as it is, and as its signs look: P@ssw0rd
    views = {text, text.translate(_LOOKS_LIKE), _plain(lower.translate(_LOOKS_LIKE))}
    return any(_is_made_of_common(view, names) for view in views)


def _plain(text: str) -> str:
    """Letters and digits only."""
    return ''.join(character for character in text if character.isalnum())


def _names(about: str) -> Iterator[str]:
    """A name or login, and its parts."""
    normal = unicodedata.normalize('NFKC', about).casefold()
    parts = ''.join(character if character.isalnum() else ' ' for character in normal).split()
    yield from (part for part in [*parts, ''.join(parts)] if len(part) > 2)


def _repeats(text: str) -> bool:
    """Whether it is a short piece again and again, the last time perhaps cut off."""
    # a text that is found in itself, moved over by less than half of it, repeats
    pieces = (length for length in range(1, len(text) // 2 + 1) if text[length:] == text[:-length])
    return next(pieces, LENGTH) < LENGTH


def _is_made_of_common(text: str, names: set[str]) -> bool:
    free = text
    for name in names:
        free = free.replace(name, ' ')
    # walks first and words first: there is a walk in "liberty", and a word in many a walk
    walked = _without_walks(free)
    return _letters(walked) < KEPT or any(_is_two_pieces(view) for view in {free, walked})


def _is_two_pieces(text: str) -> bool:
    """Whether little is left without one or two pieces of the list, each as often as it is there."""
    pieces = _pieces(text)
    for first in pieces:
        rest = text.replace(first, ' ')
        left = _letters(rest)
        if left < KEPT or any(left - rest.count(second) * len(second) < KEPT for second in pieces):
            return True
        if _letters(_without_walks(rest)) < KEPT:
            return True
    return False


def _pieces(text: str) -> set[str]:
    """Every piece of the list that is in the text."""
    words, longest = _words()
    ends = ((start, end) for start in range(len(text)) for end in range(start + 3, min(start + longest, len(text)) + 1))
    return {text[start:end] for start, end in ends if text[start:end] in words}


def _without_walks(text: str) -> str:
    """The text without what a finger walks over a keyboard or the alphabet, and without one letter held down."""
    left, start = [], 0
    while start < len(text):
        end = start + WALK
        while end <= len(text) and _is_walk(text[start:end]):
            end += 1
        length = end - 1 - start
        left.append(text[start] if length < WALK else ' ')
        start += 1 if length < WALK else length
    return ''.join(left)


def _is_walk(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in walk for walk in _walks())


@cache
def _walks() -> tuple[str, ...]:
    rows = [*_ROWS, ''.join(_COLUMNS[:7]), ''.join(_COLUMNS[7:])]
    return tuple(rows + [row[::-1] for row in rows])


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


@cache
def _words() -> tuple[frozenset[str], int]:
    """The shipped list, letters and digits only, and the length of its longest line."""
    words = frozenset(FILE.read_text(encoding='utf-8').split())
    return words, max(map(len, words))
