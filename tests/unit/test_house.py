"""The walls of the house, which a reader of one file cannot see. Each rule fails when it finds nothing to look at."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.server import ROOT

MOST_FILES = 20
"""Code files in one folder; drawings and words may be many."""
WIDGETS_AND_HTTP = ('nicegui', 'fastapi', 'starlette', 'uvicorn', 'httpx', 'socketio', 'engineio')
NOT_OURS = {'.venv', '.git', '.nicegui', 'build', 'data', '__pycache__'}


@cache
def files(folder: str, pattern: str = '*.py') -> tuple[Path, ...]:
    """Every file of ours below a folder; there must be some."""
    found = (path for path in (ROOT / folder).rglob(pattern) if not NOT_OURS & set(path.relative_to(ROOT).parts))
    files = tuple(sorted(found))
    assert files, f'nothing to look at in {folder}'
    return files


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding='utf-8'))


def imported(source: ast.Module) -> Iterator[str]:
    """The full name of everything imported: at the top, inside functions, and for type hints alone."""
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = '.' * node.level + (node.module or '')
            yield from (f'{package}.{alias.name}' for alias in node.names)


def is_below(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f'{package}.') for package in packages)


def trespassers(folder: str, *forbidden: str) -> list[str]:
    """Who below a folder imports something of the packages that may not be known there."""
    return [
        f'{path.relative_to(ROOT)} imports {name}'
        for path in files(folder)
        for name in imported(tree(path))
        if is_below(name, *forbidden)
    ]


# the storeys


def test_imports_are_found_wherever_they_stand():
    source = 'import a.b, c as d\nfrom e.f import g\ndef h():\n    from ui import i\n    from ..j import k\n'
    assert set(imported(ast.parse(source))) == {'a.b', 'c', 'e.f.g', 'ui.i', '..j.k'}


def test_the_model_knows_no_screens_no_widgets_and_no_http():
    assert trespassers('model', 'ui', 'main', *WIDGETS_AND_HTTP) == []


def test_screens_reach_what_is_kept_through_access_alone():
    assert trespassers('ui', 'model.storage') == []


def test_what_is_true_knows_nothing_of_who_may_do_what():
    below = [room.name for room in (ROOT / 'model').iterdir() if room.is_dir() and room.name in ROOMS_BELOW_ACCESS]
    assert len(below) == len(ROOMS_BELOW_ACCESS)
    assert [one for room in below for one in trespassers(f'model/{room}', 'model.access')] == []


ROOMS_BELOW_ACCESS = (
    'compass',
    'catalogue',
    'content',
    'media',
    'pictures',
    'processes',
    'workers',
    'writing',
    'storage',
)


def test_a_compass_knows_nothing_of_where_it_is_kept():
    for room in ('compass', 'catalogue', 'content', 'media', 'pictures'):
        assert trespassers(f'model/{room}', 'model.storage') == []


def test_only_the_files_of_storage_know_tinydb():
    knowing = {path for path in files('.') if any(is_below(name, 'tinydb') for name in imported(tree(path)))}
    inside = ROOT / 'model' / 'storage' / 'files'
    assert any(inside in path.parents for path in knowing)
    assert [
        path for path in knowing if inside not in path.parents and 'tests' not in path.relative_to(ROOT).parts
    ] == []


def test_who_may_do_what_knows_only_what_any_storage_offers():
    names = {name for path in files('model/access') for name in imported(tree(path)) if is_below(name, 'model.storage')}
    assert names
    assert [name for name in names if not is_below(name, 'model.storage.protocols')] == []


def test_one_storage_knows_nothing_of_another():
    assert trespassers('model/storage/files', 'model.storage.memory') == []
    assert trespassers('model/storage/memory', 'model.storage.files') == []


def whole_compasses(source: ast.Module) -> Iterator[int]:
    """Lines that look at all of an opened compass, instead of what its browser may see."""
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute) and node.attr == 'compass':
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ''
            if name == 'opened':
                yield node.lineno


def test_a_look_at_a_whole_compass_is_found():
    source = 'opened.compass\nhere.opened.compass\nopened.seen\nchanged.compass\nself.opened.compass.wishes\n'
    assert list(whole_compasses(ast.parse(source))) == [1, 2, 5]


def test_screens_look_at_what_this_browser_may_see():
    assert [f'{path.name}:{line}' for path in files('ui') for line in whole_compasses(tree(path))] == []


# no circles


def module_of(path: Path) -> str:
    return '.'.join(path.relative_to(ROOT).with_suffix('').parts).removesuffix('.__init__')


def arrows() -> dict[str, set[str]]:
    """What each module of ours imports of ours."""
    ours = {module_of(path): path for folder in ('model', 'ui') for path in files(folder)}
    ours['main'] = ROOT / 'main.py'
    found: dict[str, set[str]] = {}
    for module, path in ours.items():
        names = {name if name in ours else name.rpartition('.')[0] for name in imported(tree(path))}
        found[module] = {name for name in names if name in ours and name != module}
    assert sum(map(len, found.values())) > len(found)
    return found


def circle(arrows: dict[str, set[str]]) -> list[str]:
    """Modules that import each other round and round; empty when there are none."""
    left = dict(arrows)
    while outermost := [one for one in left if not left[one] & left.keys()]:
        for one in outermost:
            del left[one]
    way = [min(left)] if left else []
    while way and way.count(way[-1]) < 2:
        way.append(min(left[way[-1]] & left.keys()))
    return way[way.index(way[-1]) :] if way else []


def test_a_circle_is_found():
    assert circle({'a': {'b'}, 'b': {'c'}, 'c': {'b'}, 'd': set()}) == ['b', 'c', 'b']
    assert circle({'a': {'b', 'c'}, 'b': {'c'}, 'c': set()}) == []


def test_nothing_imports_in_a_circle():
    assert circle(arrows()) == []


# rooms

ROOMS = sorted({path.parent for folder in ('model', 'ui') for path in files(folder)})


@pytest.mark.parametrize('room', ROOMS, ids=lambda room: room.relative_to(ROOT).as_posix())
def test_a_room_says_at_the_door_what_it_is_for(room):
    source = tree(room / '__init__.py')
    assert len(source.body) == 1
    sentence = ast.get_docstring(source) or ''
    assert sentence.endswith('.')
    assert '\n' not in sentence


def test_no_room_is_a_hall():
    code = [*files('.', '*.py'), *files('assets', '*.js')]
    counts: dict[Path, int] = {}
    for path in code:
        counts[path.parent] = counts.get(path.parent, 0) + 1
    assert [f'{folder.relative_to(ROOT)}: {count}' for folder, count in counts.items() if count > MOST_FILES] == []


def test_there_is_no_room_for_whatever_is_left():
    names = {part for path in files('.') for part in path.relative_to(ROOT).with_suffix('').parts}
    assert 'compass' in names
    assert names & {'utils', 'util', 'helpers', 'common', 'misc', 'manager'} == set()


# tests


def test_no_test_imports_another():
    tests = [path for path in files('tests') if path.name.startswith('test_')]
    taken = [
        f'{path.relative_to(ROOT)} imports {name}'
        for path in tests
        for name in imported(tree(path))
        if any(part.startswith('test_') for part in name.split('.'))
    ]
    assert taken == []
