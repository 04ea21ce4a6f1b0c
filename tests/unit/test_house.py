"""The rules of the house that a reader of one file cannot see."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / 'model'
FILES = sorted(MODEL.rglob('*.py'))
WIDGETS_AND_HTTP = {'nicegui', 'fastapi', 'starlette', 'uvicorn', 'httpx', 'socketio', 'ui', 'main'}


def imported(source):
    """The top names of every import in some source, also those inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split('.')[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield '.' if node.level else node.module.split('.')[0]


def test_imports_are_found_wherever_they_stand():
    source = 'import a.b, c as d\nfrom e.f import g\ndef h():\n    from ui import i\n    from ..j import k\n'
    assert set(imported(source)) == {'a', 'c', 'e', 'ui', '.'}


def test_there_is_a_model_to_look_at():
    assert {'compass.py', 'keys.py', 'atomic.py', 'compasses.py'} <= {path.name for path in FILES}


@pytest.mark.parametrize('path', FILES, ids=lambda path: path.name)
def test_the_model_knows_no_widgets_and_no_http(path):
    assert not WIDGETS_AND_HTTP & set(imported(path.read_text(encoding='utf-8')))


def test_only_the_files_of_storage_know_tinydb():
    knowing = {path for path in FILES if 'tinydb' in imported(path.read_text(encoding='utf-8'))}
    assert knowing and {path.parent for path in knowing} == {MODEL / 'storage' / 'files'}


def past_the_gate(source):
    """Uses of what the gate keeps for its own rooms: its store, and loading a compass whoever asks."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in {'store', 'load'}:
            owner = node.value
            if (isinstance(owner, ast.Name) and owner.id == 'gate') or (
                isinstance(owner, ast.Attribute) and owner.attr in {'gate', '_gate'}
            ):
                yield node.lineno


def test_a_way_past_the_gate_is_found():
    assert set(past_the_gate('gate.store.save(x)\nhere.gate.load(y)\nself._gate.store\nkompas.load()')) == {1, 2, 3}


@pytest.mark.parametrize('path', sorted((ROOT / 'ui').rglob('*.py')), ids=lambda path: path.name)
def test_nothing_but_the_gate_and_its_rooms_reaches_the_store(path):
    assert not list(past_the_gate(path.read_text(encoding='utf-8')))
