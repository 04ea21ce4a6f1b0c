"""Where a language breaks its words: hyphenation dictionaries by pyphen, soft hyphens for the browser."""

import re
from functools import lru_cache
from html import escape

import pyphen

from model.words import SOURCE, Language

SHORTEST = 8
"""Words with fewer letters never have to be broken."""
LONGEST = 8
"""A part with more letters finds no room on a phone."""
SOFT_HYPHEN = '\u00ad'

_WORD = re.compile(rf'[^\W\d_]{{{SHORTEST},}}')

_TAG_OR_TEXT = re.compile(r'<(code|script|style|textarea|title)\b.*?</\1>|<[^>]*>|(?P<text>[^<]+)', re.DOTALL)


@lru_cache(maxsize=4096)
def parts_of(word: str, code: str) -> tuple[str, ...]:
    """A word in the parts between which the language breaks it; in one where it is short or the language unknown.

    A part that is still too long for a phone is broken as Dutch does: on an English screen people write Dutch too.
    """
    if len(word) < SHORTEST or (dictionary := _dictionary(code)) is None:
        return (word,)
    parts = dictionary.inserted(word, SOFT_HYPHEN).split(SOFT_HYPHEN)
    if code != SOURCE:
        parts = [one for part in parts for one in (parts_of(part, SOURCE) if len(part) > LONGEST else (part,))]
    return tuple(parts)


def soft(words: str, say: Language) -> str:
    """The same words with a soft hyphen wherever a long one may break; they show only at the end of a line."""
    return _WORD.sub(lambda found: SOFT_HYPHEN.join(parts_of(found[0], say.code)), words)


def breakable(words: str, say: Language) -> str:
    """Words as HTML, that break on a narrow screen where the language breaks them."""
    return escape(soft(words, say))


def breakable_page(html: str, say: Language) -> str:
    """The same for all that is to be read in HTML, but for codes and addresses, which are copied as they stand."""

    def breaking(found: re.Match[str]) -> str:
        is_read = found['text'] and '://' not in found['text']
        return soft(found[0], say) if is_read else found[0]

    return _TAG_OR_TEXT.sub(breaking, html)


@lru_cache
def _dictionary(code: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(code)
    # three letters at least on either side: "be-" at the end of a line tells a slow reader nothing
    return pyphen.Pyphen(lang=name, left=3, right=3) if name else None
