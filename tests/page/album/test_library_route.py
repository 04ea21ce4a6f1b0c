"""The pictures of the library: for everyone, and nothing but what is there."""

import time

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.patience import within

pytestmark = pytest.mark.usefixtures('nothing_in_the_log')


@pytest.mark.parametrize('code', ['1F370', '1F62E-200D-1F4A8'])
def test_a_picture_of_the_library_is_there_for_everyone(stranger: Stranger, code: str) -> None:
    answer = stranger.opens(f'/plaatje/{code}.svg?v=1')
    assert (answer.status_code, answer.headers['content-type']) == (200, 'image/svg+xml')
    assert answer.headers['cache-control'] == 'public, max-age=31536000, immutable'
    assert "default-src 'none'" in answer.headers['content-security-policy']
    assert 'set-cookie' not in answer.headers
    assert 'immutable' not in stranger.opens(f'/plaatje/{code}.svg').headers['cache-control']


@pytest.mark.parametrize(
    'name',
    [
        'FFFFF.svg',
        '1f370.svg',
        '1F370.png',
        '1F370.svg.svg',
        '.svg',
        '%2e%2e%2f1F370.svg',
        '..%2f..%2f..%2f..%2fetc%2fpasswd',
        '%00',
        '1F370%00.svg',
        '1F370%0a.svg',
        'nl.tsv',
        'LICENSE.txt',
        'a' * 30_000,
        '-'.join(['1F370'] * 5000),
    ],
    ids=lambda name: name[:20],
)
def test_a_picture_the_library_does_not_have_is_not_there_and_costs_nothing(stranger: Stranger, name: str) -> None:
    stranger.opens('/plaatje/1F370.svg')
    began = time.monotonic()
    answers = [stranger.opens(f'/plaatje/{name}') for _ in range(20)]
    assert time.monotonic() - began < within(2)
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].headers['cache-control'] == 'no-store'
    assert b'<svg' not in answers[0].content[:20]


def test_asking_for_pictures_that_are_not_there_takes_no_memory(stranger: Stranger, server: Machine) -> None:
    stranger.opens('/plaatje/1F370.svg')
    before = server.memory
    for number in range(300):
        stranger.opens(f'/plaatje/{number}{"A" * 2000}.svg')
    assert server.memory - before < 4


@pytest.mark.parametrize(
    'words',
    ['qx ' * 30, 'z' * 100_000, '\u0345' * 50_000, '(' * 60, 5, None, ['x'], {'a': 1}, '\x00', '<script>'],
    ids=repr,
)
def test_a_search_for_nonsense_holds_nobody_up(owner: Owner, words: object) -> None:
    page = owner.page('plaatjes/album')
    search = next(one for one in page.listeners if one.type == 'input')
    owner.opens('/gezond')
    with owner.socket(page) as line:
        began = time.monotonic()
        line.triggers(page.client_id, search.element, search.id, words)
        line.triggers(page.client_id, search.element, search.id, 'taart')
        line.hears('update', '1F370', seconds=30)
        assert time.monotonic() - began < within(2)


@pytest.mark.parametrize(
    'code',
    ['', 'FFFFF', '1f370', '../1F370', '1F370.svg', 5, None, ['1F370'], {'a': 'b'}, '1F370"onload="x', 'A' * 99_999],
    ids=lambda code: repr(code)[:20],
)
def test_a_picture_that_is_not_there_is_stuck_nowhere(owner: Owner, code: object) -> None:
    page = owner.page('plaatjes/condition.belong')
    tile = next(one for one in page.listeners if one.type == 'click' and 'OpenMoji' not in one.words and one.element)
    grid = next(one for one in page.listeners if one.type == 'click' and one.element == tile.element)
    before = owner.on_disk.bytes
    with owner.socket(page) as line:
        line.triggers(page.client_id, grid.element, grid.id, code)
        line.settles()
    assert owner.on_disk.bytes == before
