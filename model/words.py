"""The words and dates of one person's language: gettext catalogues, read by Babel, Dutch at the source."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from model.catalogue.every_tile import every_tile
from model.catalogue.questions import QUESTIONS
from model.catalogue.tile import Tile

SOURCE = 'nl'
FOLDER = Path(__file__).parent.parent / 'assets' / 'words'

_Entry = tuple[str | None, str | tuple[str, str]]
"""A context, and Dutch words; or those for one and for more."""


@dataclass(frozen=True)
class Language:
    """Says Dutch source words in one language."""

    code: str
    _said: dict[_Entry, str] = field(repr=False, default_factory=dict)
    _counted: dict[tuple[str, str], tuple[str, ...]] = field(repr=False, default_factory=dict)
    _form: Callable[[int], int] = field(repr=False, default=lambda number: int(number != 1))
    """Which of its forms a language uses for a number."""

    def __call__(self, words: str, context: str | None = None, **values: object) -> str:
        """`words` in this language, `{names}` in it filled with `values`; the Dutch where nothing better is known."""
        said = self._said.get((context, words)) or words
        return said.format(**values) if values else said

    def count(self, one: str, more: str, number: int, **named: str) -> str:
        """`one` or `more` in the form this language has for that number, which is filled in with what is `named`."""
        forms = self._counted.get((one, more))
        said = forms[min(self._form(number), len(forms) - 1)] if forms else one if number == 1 else more
        return said.format(number=number, **named)

    def capital(self, words: str) -> str:
        """`words` with a capital first letter; a Turkish i keeps its dot, and Georgian has none to begin with."""
        first = self.first_letter(words)
        upper = first.title() if len(first) == 1 else first.upper()
        capital = 'İ' if self.code == 'tr' and first == 'i' else upper
        # an ß has no capital of its own
        return capital + words[len(first) :] if len(capital) == len(first) else words

    def first_letter(self, words: str) -> str:
        """The first letter of `words`, empty when there is none: a Dutch ij is one."""
        return words[:2] if self.code == 'nl' and words[:2].lower() == 'ij' else words[:1]

    def tile(self, tile: Tile) -> str:
        """The word under a tile."""
        return self(tile.word, context=tile.key)

    @property
    def name(self) -> str:
        """What the language calls itself: "Nederlands"."""
        return self.capital(str(self._locale.get_display_name(self.code)))

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
        return self.dated(day, today)

    def dated(self, day: date, today: date) -> str:
        """A day with its date: "zaterdag 28 november", in another year "zaterdag 2 januari 2027"."""
        return f'{format_date(day, "EEEE", locale=self._locale)} {self.short_date(day, today)}'

    def short_date(self, day: date, today: date) -> str:
        """A date, with its year only when that is another than today's: "28 november"."""
        return format_date(day, 'd MMMM', locale=self._locale) if day.year == today.year else self.full_date(day)

    def month(self, day: date) -> str:
        """The month of a day, with its year: "november 2026"."""
        return format_skeleton('yMMMM', day, locale=self._locale)

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
    messages = [one for one in catalogue if one.id and not one.fuzzy]
    said: dict[_Entry, str] = {
        (one.context, one.id): one.string
        for one in messages
        if isinstance(one.id, str) and isinstance(one.string, str) and one.string
    }
    counted = {
        (one.id[0], one.id[1]): tuple(one.string)
        for one in messages
        if not isinstance(one.id, str) and isinstance(one.string, list | tuple) and all(one.string)
    }
    return Language(path.stem, said, counted, c2py(catalogue.plural_expr))
