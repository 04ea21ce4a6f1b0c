"""A script that stands in the page itself, with all that it imports: there also when no file can be fetched."""

import posixpath
import re
from functools import cache

from ui.look.static_files import public_file

_IMPORT = re.compile(r"^import ([^;]+?) from '(\.[^']+)';$", re.MULTILINE)
_EXPORT = re.compile(r'^export (default )?((?:async )?function\*?|class|const) (\w+)', re.MULTILINE)
_LEFT_OVER = re.compile(r'^(?:import|export)\b|\bimport[.(]|</script', re.MULTILINE)


@cache
def inlined(name: str) -> str:
    """A script element for the body of a live page: `live/safety.js`, say, and what it imports, each once.

    Raises `ValueError` for a script that says more than this understands.
    """
    bodies = '\n'.join(_body(one) for one in _in_order(name))
    return f"<script>(() => {{\n'use strict';\n{bodies}\n}})();</script>"


def _in_order(name: str) -> tuple[str, ...]:
    """The scripts that have to run, what is imported before who imports it."""
    found: dict[str, None] = {}
    for there in _IMPORT.finditer(_source(name)):
        found |= dict.fromkeys(_in_order(_beside(name, there[2])))
    return (*found, name)


def _body(name: str) -> str:
    """One script as a function that is called at once, so that its names are its own; what it exports has a name."""
    exported = [f'default: {one[3]}' if one[1] else one[3] for one in _EXPORT.finditer(_source(name))]
    source = _EXPORT.sub(r'\2 \3', _IMPORT.sub(lambda one: _taken(name, one), _source(name)))
    if left := _LEFT_OVER.search(source):
        raise ValueError(f'{name} cannot stand in a page: {left[0]}')
    lines = '\n'.join(line for line in source.splitlines() if line.strip())
    return f'const {_named(name)} = (() => {{\n{lines}\nreturn {{ {", ".join(exported)} }};\n}})();'


def _taken(name: str, imported: re.Match[str]) -> str:
    what = imported[1].replace(' as ', ': ') if imported[1].startswith('{') else f'{{ default: {imported[1]} }}'
    return f'const {what} = {_named(_beside(name, imported[2]))};'


def _source(name: str) -> str:
    return public_file(f'scripts/{name}').content.decode()


def _beside(name: str, there: str) -> str:
    return posixpath.normpath(f'{posixpath.dirname(name)}/{there}')


def _named(name: str) -> str:
    return re.sub(r'\W', '_', name.removesuffix('.js'))
