"""Plain pages: for everyone, without the framework, and almost for free (P11)."""

import itertools
import re
from collections.abc import Callable, Iterator

import pytest

from model.words import languages
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.soak import rounds

PATHS = ['/', '/k', '/ik-heb-een-kompas', '/tot-ziens', '/geen-verbinding', '/gezond', '/onzin', '/kompas/x']
LANGUAGES = [
    ('', 'nl', 'ltr'),
    ('en', 'en', 'ltr'),
    ('en-GB,nl;q=0.5', 'en', 'ltr'),
    ('de,fr;q=0.9', 'nl', 'ltr'),
    ('en;q=0', 'nl', 'ltr'),
    ('xx;q=zz,,;;', 'nl', 'ltr'),
    ('a' * 5000, 'nl', 'ltr'),
]


@pytest.mark.parametrize('path', PATHS)
def test_a_plain_page_is_small_and_leaves_nothing_with_a_stranger(stranger: Stranger, path: str) -> None:
    answer = stranger.opens(path)
    assert answer.status_code == (404 if path in {'/onzin', '/kompas/x'} else 200)
    assert 'x-nicegui-content' not in answer.headers
    assert 'set-cookie' not in answer.headers
    assert 'nicegui' not in answer.text
    assert len(answer.content) < 30_000


@pytest.mark.parametrize('path', [path for path in PATHS if path != '/gezond'])
def test_a_plain_page_is_a_whole_document_with_one_title(stranger: Stranger, path: str) -> None:
    page = stranger.opens(path).text
    assert page.startswith('<!doctype html><html lang="nl" dir="ltr">')
    assert page.count('<h1') == 1
    assert 'class="pictogram"' in page


def test_health_is_one_word(stranger: Stranger) -> None:
    answer = stranger.opens('/gezond')
    assert (answer.status_code, answer.text) == (200, 'gezond')


@pytest.mark.parametrize(('accepted', 'language', 'direction'), LANGUAGES, ids=lambda value: str(value)[:20])
def test_a_plain_page_speaks_the_language_of_the_browser_if_we_have_it(
    stranger: Stranger, accepted: str, language: str, direction: str
) -> None:
    expected = language if language in languages() else 'nl'
    page = stranger.opens('/', headers={'Accept-Language': accepted}).text
    assert f'<html lang="{expected}" dir="{direction}">' in page


def test_a_language_can_be_chosen_and_is_kept(stranger: Stranger) -> None:
    assert stranger.posts('/taal', taal='nl').status_code == 303
    assert stranger.session == {'language': 'nl'}


@pytest.mark.parametrize('form', [{'taal': 'xx'}, {'taal': '../nl'}, {}, {'taal': ''}, {'iets': 'anders'}])
def test_a_language_we_do_not_have_changes_nothing(stranger: Stranger, form: dict[str, str]) -> None:
    answer = stranger.http.post('/taal', data=form)
    assert 'set-cookie' not in answer.headers
    assert answer.status_code in {303, 400, 404, 422}
    assert 'json' not in answer.headers.get('content-type', '')


def test_an_owner_finds_their_compass_back(owner: Owner, stranger: Stranger) -> None:
    owner.writes('ik', 'Samira')
    page = owner.opens('/ik-heb-een-kompas').text
    assert f'href="/kompas/{owner.id}"' in page
    assert 'Samira' in page
    assert 'Samira' not in stranger.opens('/ik-heb-een-kompas').text


def test_a_compass_begins_empty_with_the_language_of_the_browser(stranger: Stranger) -> None:
    answer = stranger.posts('/nieuw')
    assert answer.status_code == 303
    assert answer.headers['location'].startswith('/van-wie/')
    onward = stranger.posts(answer.headers['location'], wiens='iedereen').headers['location']
    assert onward.endswith('/ik')
    assert stranger.opens(onward).status_code == 200


def test_where_only_workers_begin_there_is_no_way_for_others(machine: Callable[..., Machine]) -> None:
    with machine(open='no') as server:
        stranger = Stranger(server)
        before = set(files_below(server.data))
        page = stranger.opens('/').text
        assert 'Nieuw kompas' not in page
        assert 'Ik heb een kompas' in page
        answer = stranger.posts('/nieuw')
        assert 'set-cookie' not in answer.headers
        assert answer.headers.get('location') == '/'
        assert set(files_below(server.data)) == before


def test_plain_requests_without_end_cost_almost_no_memory(server: Machine, stranger: Stranger) -> None:
    paths = ['/', '/k', '/gezond', '/onzin', '/kompas/0123456789abcdef', '/kompas/x/poster.pdf', '/tot-ziens']
    for path in paths * 10:
        stranger.opens(path)
    before = server.memory
    for number, path in zip(range(rounds(2000, 700)), itertools.cycle(paths), strict=False):
        stranger.opens(f'{path}?{number}' if number % 2 else path)
    assert server.memory - before < 20


@pytest.mark.parametrize('path', ['/nieuw', '/k', '/taal', '/tot-ziens'])
def test_a_huge_form_is_not_taken_in(owner: Owner, path: str) -> None:
    stranger, before = Stranger(owner.server), owner.server.memory

    def flood() -> Iterator[bytes]:
        yield b'sleutel='
        for _ in range(600):
            yield b'a' * 65536

    headers = {'Content-Type': 'application/x-www-form-urlencoded'}
    answer = stranger.http.post(path, content=flood(), headers=headers)
    assert answer.status_code in {303, 400, 413}
    assert owner.server.memory - before < 15


def test_a_public_file_has_one_name_so_that_no_other_is_kept_in_memory(stranger: Stranger) -> None:
    assert stranger.opens('/assets/styles/app.css').status_code == 200
    for name in (
        'fonts%2F..%2Fstyles/app.css',
        '.%2Fstyles/app.css',
        '%2Fstyles/app.css',
        'fonts%2F%2E%2E%2F.%2Fstyles/app.css',
    ):
        assert stranger.opens(f'/assets/{name}').status_code == 404, name


def test_a_file_of_the_framework_is_not_pressed_under_other_names(owner: Owner) -> None:
    path = re.findall(r'/_nicegui/[^"]+/static/nicegui.js', owner.page().text)[0]
    kept = owner.opens(path, headers={'Accept-Encoding': 'br'}).headers
    assert kept['content-encoding'] == 'br'
    other_name = path.replace('/static/', '/static/fonts%2F..%2F')
    answer = owner.opens(other_name, headers={'Accept-Encoding': 'br'}).headers
    # pressed each time, as any page is, and not as what is kept
    assert answer['content-length'] != kept['content-length']
