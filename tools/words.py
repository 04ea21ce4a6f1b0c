"""Bring the word lists of all languages up to date: `python -m tools.words`.

Collected is what the code says, `say('…')`, and what `model.catalogue.questions` and the life domains that come with
the program hold. Translations stay as they are, words that are no longer said go, and new ones come without a
translation. A language begins as an empty file: `assets/words/pl.po`.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from model.catalogue.domains import messages
from model.content import content
from model.words import FOLDER, messages_of_catalogue

ROOT = Path(__file__).parent.parent
SOURCES = ('ui', 'model')

HEADER = r"""# Krachtkompas
msgid ""
msgstr ""
"Project-Id-Version: Krachtkompas\n"
"Language: {code}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
"""Written anew each time, so without dates and names of people or machines."""

Entry = tuple[str | None, str | tuple[str, str]]
"""A context and Dutch words, or those for one and for more, as in `model.words`."""


def main() -> int:
    """Update every list and print what is left to translate; 1 when there is anything."""
    entries = collect()
    left = {path.stem: untranslated(update(path, entries)) for path in lists(FOLDER)}
    for code, words in left.items():
        print(f'{code}: {len(entries)} messages, {len(words)} untranslated')
    return 1 if any(left.values()) else 0


def collect() -> set[Entry]:
    """Everything that has to be said in every language."""
    files = (path for folder in SOURCES for path in (ROOT / folder).rglob('*.py'))
    said = {entry for path in files for entry in said_in(path.read_text(encoding='utf-8'))}
    return said | set(messages_of_catalogue()) | set(messages(content.read().domains))


def said_in(source: str) -> Iterator[Entry]:
    """What Python source says in words of its own; `say(question.word)` is collected where that word stands."""
    for call in calls_of_say(source):
        words = _literal(call.args[0])
        context = next((_literal(keyword.value) for keyword in call.keywords if keyword.arg == 'context'), None)
        if words:
            yield context, words
    for call in calls_of_count(source):
        one, more = map(_literal, call.args[:2])
        if one and more:
            yield None, (one, more)


def calls_of_say(source: str) -> Iterator[ast.Call]:
    """Every `say(…)` and `….say(…)` that is given something to say."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _name(node.func) == 'say':
            yield node


def calls_of_count(source: str) -> Iterator[ast.Call]:
    """Every `say.count(…)` and `….say.count(…)`."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if (_name(node.func.value), node.func.attr) == ('say', 'count'):
            yield node


def lists(folder: Path) -> list[Path]:
    """The word lists in a folder, one for each language, named by its code."""
    return sorted(folder.glob('*.po'))


def update(path: Path, entries: Iterable[Entry]) -> Catalog:
    """Write the list anew with exactly these entries. Raises `PoFileError` for a file that is damaged."""
    with path.open('rb') as file:
        # without `abort_invalid` a damaged line would take its translations along
        catalogue = read_po(file, locale=path.stem, abort_invalid=True)
    catalogue.update(_template(entries), no_fuzzy_matching=True)
    path.write_bytes(_written(catalogue, path.stem))
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    """The words that will be said in Dutch; a fuzzy translation is a guess, which the app does not use."""
    return [str(one.id) for one in catalogue if one.id and (not _is_complete(one) or one.fuzzy)]


def _is_complete(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string or ['']
    return all(forms)


def _template(entries: Iterable[Entry]) -> Catalog:
    template = Catalog()
    for context, words in entries:
        template.add(words, context=context)
    return template


def _written(catalogue: Catalog, code: str) -> bytes:
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, sort_output=True, ignore_obsolete=True)
    return HEADER.format(code=code).encode() + body.getvalue().rstrip() + b'\n'


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ''


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


if __name__ == '__main__':
    sys.exit(main())
