"""Everything that is installed is pinned, with the hashes of its files on every platform, and from no address."""

import re
import tomllib

import pytest

from tests.server import ROOT
from tools.audit import verdict
from tools.wanted import PINNED, lines_for

TEXT = (ROOT / 'constraints.txt').read_text()
PROJECT = tomllib.loads((ROOT / 'pyproject.toml').read_text())['project']
EXTRAS = PROJECT['optional-dependencies']
PLATFORMS = ('pillow', 'pydantic-core', 'typst', 'av', 'brotli', 'argon2-cffi-bindings')
"""Made for each platform and Python apart."""


def names(lines: list[str]) -> set[str]:
    return {line.partition('==')[0] for line in lines}


def test_every_line_is_a_pin_with_hashes_or_a_remark():
    assert ''.join(match[0] for match in PINNED.finditer(TEXT)) == TEXT
    assert len(re.findall(r'^[a-z]', TEXT, re.MULTILINE)) > 100


def test_no_registry_is_named():
    assert re.findall(r'://|--index|--find-links|--extra|\.org|\.com', TEXT) == []


@pytest.mark.parametrize('name', PLATFORMS)
def test_there_are_hashes_for_more_than_this_platform(name):
    [pin] = [match[0] for match in PINNED.finditer(TEXT) if match['name'] == name]
    assert pin.count('--hash=sha256:') > 4


def test_what_runs_it_is_not_what_tests_it():
    run = names(lines_for(PROJECT['dependencies'], TEXT))
    assert {'nicegui', 'starlette', 'av', 'idna', 'cffi'} <= run
    assert not run & {'pytest', 'playwright', 'ruff', 'uv', 'pip-audit', 'manimgx-fonts'}
    assert {'pytest', 'iniconfig'} <= names(lines_for(EXTRAS['dev'], TEXT))


@pytest.mark.parametrize('asked', [PROJECT['dependencies'], *EXTRAS.values()])
def test_all_that_is_asked_for_is_there_and_fits(asked):
    lines = dict(line.split('==', 1) for line in lines_for(asked, TEXT))
    for one in asked:
        name = re.split(r'[<>=]', one)[0]
        least = re.search(r'>=(\d+)', one)
        assert not least or int(lines[name].split('.')[0]) >= int(least[1]), one


def test_what_is_not_pinned_says_what_to_do():
    with pytest.raises(KeyError, match='make constraints'):
        lines_for(['new-package>=1'], TEXT)


def test_what_needs_what_is_followed_all_the_way():
    pins = ''.join(
        f'{name}==1 \\\n    --hash=sha256:{name}\n    # via {via}\n'
        for name, via in (('a', 'ours (pyproject.toml)'), ('b', 'c'), ('c', 'a, z'), ('z', 'ours (pyproject.toml)'))
    )
    assert names(lines_for(['a>=1'], pins)) == {'a', 'b', 'c'}
    assert names(lines_for(['Z'], pins)) == {'b', 'c', 'z'}


@pytest.mark.parametrize(
    ('ended', 'status', 'words'),
    [
        ((0, '', 'No known vulnerabilities found\n'), 0, 'No known vulnerabilities found'),
        ((1, 'Name Version ID\nx 1 PYSEC-1\n', 'Found 1 known vulnerability'), 1, 'PYSEC-1'),
        ((1, '', 'requests.exceptions.ProxyError: Max retries exceeded with url: /x'), 0, 'Not checked: '),
        ((1, '', 'ERROR: Could not connect to the service'), 0, 'Not checked: '),
        ((1, '', 'error: a file is missing'), 2, 'Not checked: error: a file is missing'),
    ],
)
def test_an_audit_that_could_not_be_made_says_so(ended, status, words):
    said = verdict(*ended)
    assert said[0] == status
    assert words in said[1]
