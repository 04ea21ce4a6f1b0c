"""The words and dates of one person's language: gettext catalogues, read by Babel, Dutch at the source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from model.catalogue.questions import QUESTIONS, Tile, every_tile

SOURCE = 'nl'
FOLDER = Path(__file__).parent.parent / 'assets' / 'words'

_Entry = tuple[str | None, str]


@dataclass(frozen=True)
class Language:
    """Says Dutch source words in one language."""

    code: str
    _said: dict[_Entry, str] = field(repr=False, default_factory=dict)

    def __call__(self, words: str, context: str | None = None, **values: object) -> str:
        """`words` in this language, `{names}` in it filled with `values`; the Dutch where nothing better is known."""
        said = self._said.get((context, words)) or words
        return said.format(**values) if values else said

    def tile(self, tile: Tile) -> str:
        """The word under a tile."""
        return self(tile.word, context=tile.key)

    @property
    def name(self) -> str:
        """What the language calls itself: "Nederlands"."""
        return str(self._locale.get_display_name(self.code)).capitalize()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as in HTML."""
        return str(self._locale.text_direction)

    def day(self, day: date, today: date) -> str:
        """A day as people say it: today, tomorrow, a weekday within the week, else with its date."""
        distance = (day - today).days
        if distance == 0:
            return self('vandaag', context='today')
        if distance == 1:
            return self('morgen', context='tomorrow')
        if 1 < distance < 7:
            return format_date(day, 'EEEE', locale=self._locale)
        return self.dated(day)

    def dated(self, day: date) -> str:
        """A day with its date, without the year: "zaterdag 28 november"."""
        return format_date(day, 'EEEE d MMMM', locale=self._locale)

    def full_date(self, day: date) -> str:
        """A date with its year: "22 november 2026"."""
        return format_date(day, 'd MMMM y', locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.code)


@cache
def languages() -> dict[str, Language]:
    """Every language we have, Dutch first, by its code."""
    translated = {path.stem: _read(path) for path in sorted(FOLDER.glob('*.po'))}
    return {SOURCE: Language(SOURCE), **translated}


def language(code: str | None) -> Language:
    """The language with this code, Dutch when we do not have it."""
    return languages().get(code or SOURCE) or languages()[SOURCE]


def preferred(accept_language: str) -> Language:
    """The language of a browser's `Accept-Language` header, if we have it, else Dutch."""
    wanted = sorted(_weighted(accept_language), reverse=True)
    code = negotiate_locale([tag.lower() for _, _, tag in wanted], list(languages()), sep='-')
    return language(code)


def messages_of_catalogue() -> Iterator[_Entry]:
    """What `model.catalogue.questions` holds to be said, as (context, words); `make words` collects it."""
    for question in QUESTIONS:
        yield None, question.word
        yield None, question.text
    for tile in every_tile():
        yield tile.key, tile.word


def _weighted(header: str) -> Iterable[tuple[float, int, str]]:
    for place, part in enumerate(header.split(',')[:20]):
        tag, _, quality = part.replace(' ', '').partition(';q=')
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        if tag and weight > 0:
            yield weight, -place, tag


def _read(path: Path) -> Language:
    with path.open('rb') as file:
        catalogue: Catalog = read_po(file, locale=path.stem)
    said = {
        (message.context, str(message.id)): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
    return Language(path.stem, said)
