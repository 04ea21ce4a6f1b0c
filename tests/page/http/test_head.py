"""Who asks for the headers alone is told what a whole answer would carry, and nothing else happens (RFC 9110)."""

import re
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.page.cast.as_read import NO_TLS
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.routes import routes_of_the_program
from tests.page.cast.sending import WEBM, has_sent
from tests.soak import share

NEW_EACH_TIME = {'date', 'set-cookie', 'connection', 'transfer-encoding'}
"""Of one answer, or of how its body travels."""
PRESSED = ['br', 'identity']
"""In a sample each has every other address for one browser, and the rest for the next."""
FRAMEWORK = re.compile('/_nicegui[^"\')\\s]+\\.(?:js|css|woff2)')


@pytest.fixture(scope='module')
def addresses(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every route that can be got."""
    found = routes_of_the_program(tmp_path_factory.mktemp('program'))
    routes = sorted({path for method, path in found if method == 'GET'})
    assert {'/', '/gezond', '/kompas/{compass_id}', '/werk', '/assets/{name:path}'} <= set(routes)
    return routes


def filled_in(route: str, owner: Owner, attachment: str) -> str:
    known = {
        'compass_id': owner.id,
        'attachment_id': attachment,
        'size': 'geluid',
        '_': 'wens',
        'name': 'styles/app.css',
    }
    path = re.sub(r'{(\w+)[^}]*}', lambda found: known.get(found[1], 'onzin'), route)
    return '/plaatje/1F370.svg?v=1' if route == '/plaatje/{name}' else path


def told(answer: httpx.Response) -> dict[str, str]:
    """The headers that say what is there, without what is new each time."""
    told = {name: value for name, value in answer.headers.items() if name not in NEW_EACH_TIME}
    is_live, is_pressed = 'x-nicegui-content' in told, 'content-encoding' in told
    if is_live or is_pressed or told.get('content-type') == 'application/pdf':  # with numbers and a time of its own
        told.pop('content-length', None)
    return {name: re.sub(r"'nonce-[^']*'", 'nonce', value) for name, value in told.items()}


def asked_both_ways(
    someone: Stranger, paths: list[str], pressed: str
) -> Iterator[tuple[str, httpx.Response, httpx.Response]]:
    """Each path with the answers to a GET and a HEAD, as they come over the network: the reader of the cast unpacks."""
    headers = {**someone.http.headers, 'Accept-Encoding': pressed}
    url, cookies = someone.http.base_url, someone.http.cookies
    with httpx.Client(base_url=url, cookies=cookies, headers=headers, verify=NO_TLS) as browser:
        for path in paths:
            browser.get(path)  # which may change what is told after it, as a page that was asked for is remembered
            yield path, browser.get(path), browser.head(path)


@pytest.mark.long
@pytest.mark.parametrize('pressed', PRESSED)
def test_every_address_tells_by_head_what_it_tells_by_get(
    machine: Callable[..., Machine], addresses: list[str], pressed: str
) -> None:
    server = machine().start()
    owner, noor = Owner(server), Colleague(server)
    attachment = has_sent(owner, WEBM, 'stem')
    framework = FRAMEWORK.findall(owner.opens(f'/kompas/{owner.id}').text)[:3]
    paths = [*(filled_in(route, owner, attachment) for route in addresses), *framework, '/onzin', '/kompas/onzin']
    seen = set()
    for number, someone in enumerate((Stranger(server), owner, noor), start=PRESSED.index(pressed)):
        for path, got, asked in asked_both_ways(someone, share(paths, number, len(PRESSED)), pressed):
            assert asked.status_code == got.status_code, path
            assert set(told(asked).items()) ^ set(told(got).items()) == set(), path
            assert asked.content == b'', path
            seen.add(asked.status_code)
    assert {200, 303, 404} <= seen


def test_the_length_is_that_of_the_whole(owner: Owner) -> None:
    attachment = has_sent(owner, WEBM, 'stem')
    for path in (f'/kompas/{owner.id}/bijlage/{attachment}/geluid', '/assets/styles/app.css', '/gezond'):
        asked, got = owner.http.head(path), owner.http.get(path)
        assert asked.headers['content-length'] == got.headers['content-length'], path
        assert int(asked.headers['content-length']) > 0


def test_a_part_is_only_had_by_get(owner: Owner) -> None:
    path = f'/kompas/{owner.id}/bijlage/{has_sent(owner, WEBM, "stem")}/geluid'
    part = {'Range': 'bytes=0-3'}
    assert owner.http.get(path, headers=part).status_code == 206
    asked = owner.http.head(path, headers=part)
    assert (asked.status_code, asked.headers['content-length']) == (200, str(len(WEBM)))


def test_what_a_browser_has_already_is_not_told_again(owner: Owner) -> None:
    path = f'/kompas/{owner.id}/bijlage/{has_sent(owner, WEBM, "stem")}/geluid'
    known = {'If-None-Match': owner.http.head(path).headers['etag']}
    assert owner.http.head(path, headers=known).status_code == owner.http.get(path, headers=known).status_code == 304


def test_asking_makes_nothing_that_getting_did_not(server: Machine, addresses: list[str]) -> None:
    owner = Owner(server)
    attachment = has_sent(owner, WEBM, 'stem')
    paths = [filled_in(route, owner, attachment) for route in addresses]
    for path in paths:
        owner.opens(path)
    before, files = owner.on_disk.bytes, sorted(files_below(server.data))
    for path in paths:
        owner.http.head(path)
        asked, got = Stranger(server).http.head(path), Stranger(server).http.get(path)
        assert asked.cookies.keys() == got.cookies.keys(), path
    assert owner.on_disk.bytes == before
    assert sorted(files_below(server.data)) == files


@pytest.mark.parametrize('path', ['/nieuw', '/k', '/taal', '/weg', '/tot-ziens', '/werk/nieuw'])
def test_what_changes_something_is_not_done_by_asking(owner: Owner, path: str) -> None:
    before = owner.on_disk.bytes
    asked = owner.http.head(path)
    assert asked.status_code == owner.http.get(path).status_code
    assert owner.on_disk.bytes == before
    assert owner.opens(f'/kompas/{owner.id}').status_code == 200
