"""Whatever changes something comes from a page of ours, whichever way it comes (B7; P9)."""

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk, files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.routes import routes_of_the_program
from tests.soak import share

ID = '0123456789abcdef'
LOOKING = {'GET', 'HEAD', 'OPTIONS', 'MOUNT'}
HTTPS = 'https://kompas.example'
WAYS = 4
"""In a sample a route is asked a quarter of all that is not ours, and the next one another quarter."""


@pytest.fixture(scope='module')
def changes(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Every route that may change something, with its parameters filled in; and some that are none."""
    found = routes_of_the_program(tmp_path_factory.mktemp('program'))
    routes = [(method, path) for method, path in found if method not in LOOKING]
    assert ('POST', '/nieuw') in routes and ('PUT', '/kompas/{compass_id}/bijlage/{attachment_id}') in routes
    nowhere = [(method, '/') for method in ('POST', 'PUT', 'PATCH', 'DELETE', 'TRACE')]
    framework = [('POST', '/_nicegui_ws/socket.io/?EIO=4&transport=polling')]
    return [*routes, *nowhere, *framework]


def foreign(ours: str) -> list[list[str]]:
    """The `Origin` of a page that is not ours, as many as there are; none is none at all."""
    parts = urlsplit(ours)
    other_scheme = ours.replace('https', 'http') if parts.scheme == 'https' else ours.replace('http', 'https')
    named = f'{parts.scheme}://{parts.hostname}'
    return [
        [''],
        ['null'],
        ['https://evil.example'],
        [f'{named}:1'],
        [other_scheme],
        [ours.upper()],
        [ours.replace(named, f'{named}.')],
        [ours.replace(named, f'{named}.evil.example')],
        [ours.replace('://', '://evil@')],
        [f'{ours}/'],
        [f'{ours} {ours}'],
        [f'{ours},{ours}'],
        [ours, ours],
        [ours, 'https://evil.example'],
        ['https://evil.example', ours],
        ['null', ours],
    ]


def asks(someone: Stranger, method: str, path: str, origins: list[str], **more: str) -> httpx.Response:
    address = path.format_map(_Filled()) if '{' in path else path
    headers = [('X-Kompas', '1'), *(('Origin', one) for one in origins), *more.items()]
    return someone.http.request(method, address, headers=headers, data={'wie': 'x'} if method == 'POST' else None)


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ID


@pytest.mark.parametrize('url', ['', HTTPS])
def test_nothing_is_changed_by_a_page_that_is_not_ours(
    machine: Callable[..., Machine], changes: list[tuple[str, str]], url: str
) -> None:
    with machine(**({'url': url} if url else {})) as server:
        owner = Owner(server)
        before = set(files_below(server.data))
        for number, (method, path) in enumerate(changes):
            for origins in share(foreign(server.origin), number, WAYS):
                answer = asks(owner, method, path, origins)
                assert answer.status_code == 403, (method, path, origins)
                assert 'set-cookie' not in answer.headers, (method, path, origins)
        assert set(files_below(server.data)) == before


@pytest.mark.parametrize('said', ['cross-site', 'same-site', 'none', 'nonsense', ''])
def test_what_a_browser_says_of_the_site_counts_beside_a_true_origin(
    owner: Owner, changes: list[tuple[str, str]], said: str
) -> None:
    for method, path in changes:
        answer = asks(owner, method, path, [owner.server.origin], **{'Sec-Fetch-Site': said})
        assert answer.status_code == 403, (method, path)


@pytest.mark.parametrize('more', [{}, {'Sec-Fetch-Site': 'same-origin'}], ids=['an old browser', 'a new one'])
def test_a_page_of_ours_is_heard_with_fetch_metadata_and_without(owner: Owner, more: dict[str, str]) -> None:
    answer = asks(Stranger(owner.server), 'POST', '/nieuw', [owner.server.origin], **more)
    assert answer.status_code == 303


def test_over_https_only_the_address_of_the_installation_is_ours(machine: Callable[..., Machine]) -> None:
    with machine(url=HTTPS) as server:
        for ours in (f'http://localhost:{server.port}', f'http://127.0.0.1:{server.port}'):
            assert asks(Stranger(server), 'POST', '/nieuw', [ours]).status_code == 403
        assert asks(Stranger(server), 'POST', '/nieuw', [HTTPS]).status_code == 303


# no answer takes a key away that it did not know of


def merged(one: Stranger, answer: httpx.Response) -> None:
    """Let a browser have the cookies of an answer that was not asked for with its own."""
    for cookie in answer.cookies.jar:
        one.http.cookies.jar.set_cookie(cookie)


def test_an_answer_to_a_request_without_cookies_takes_no_key_away(owner: Owner, server: Machine) -> None:
    newer = Owner(server)
    for cookie in newer.http.cookies.jar:
        owner.http.cookies.jar.set_cookie(cookie)
    for _ in range(2):
        assert owner.opens(f'/kompas/{owner.id}').status_code == 200
        assert owner.opens(f'/kompas/{newer.id}').status_code == 200


def test_an_answer_that_was_on_its_way_takes_no_later_key_away(owner: Owner) -> None:
    late = Stranger(owner.server, Cookie=owner.cookie).posts('/taal', taal='en')
    second = owner.posts('/nieuw').headers['location'].split('/')[2]
    OnDisk(owner.server, second).finish_path()
    merged(owner, late)
    for compass_id in (owner.id, second):
        assert owner.opens(f'/kompas/{compass_id}').status_code == 200


def test_a_key_that_was_given_back_is_not_found_again(owner: Owner) -> None:
    cookies = owner.cookie
    owner.posts('/tot-ziens')
    assert not owner.opens(f'/kompas/{owner.id}').is_success
    assert [one.name for one in owner.http.cookies.jar] == ['kompas'], 'the handle of what is locked'
    assert not Stranger(owner.server, Cookie=cookies).opens(f'/kompas/{owner.id}').is_success
