"""The log of requests tells how the server does, and of nobody that they were here (P6)."""

import re
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.routes import routes_of_the_program
from tests.page.cast.sending import has_sent
from tests.patience import eventually
from tests.soak import share

LINE = re.compile(r'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ([A-Z]+) (\S+) (\d{3}) \d+ ms')
SECRETS = ['diepgeheim', 'Zw4rtB0ek', '203.0.113.77', 'Geheimbrowser', 'naam=Fatima']
SAID = {'User-Agent': 'Geheimbrowser', 'Referer': 'http://localhost/diepgeheim', 'X-Forwarded-For': '203.0.113.77'}
NOT_LOGGED = ('/assets/', '/_nicegui', '/gezond')


@pytest.fixture(scope='session')
def routes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Every route of the program, as it is written there, with its methods."""
    found: dict[str, set[str]] = {}
    for method, path in routes_of_the_program(tmp_path_factory.mktemp('routes')):
        if method != 'MOUNT':
            found.setdefault(path, set()).add(method)
    return found


METHODS = ('GET', 'HEAD', 'POST', 'PUT', 'DELETE')


@pytest.fixture(scope='module')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One that nobody else asked so much that there is no room in its log."""
    with Machine(tmp_path_factory.mktemp('server')) as running:
        yield running


@pytest.fixture
def own(machine: Callable[..., Machine]) -> Machine:
    return machine().start()


def logged(server: Machine) -> list[tuple[str, str, str]]:
    """Method, route and status of each line so far."""
    return LINE.findall(server.log)


def asks(someone: Stranger, method: str, path: str) -> httpx.Response:
    """A request with a secret wherever there is room for one."""
    query = {'sleutel': 'Zw4rtB0ek', 'naam': 'Fatima', 'bij': 'diepgeheim'}
    form = {'sleutel': 'Zw4rtB0ek', 'woorden': 'diepgeheim'}
    return someone.http.request(method, path, params=query, data=form, headers=SAID)


def filled_in(route: str, compass_id: str, attachment_id: str) -> str:
    """An address of this route, with the ids of someone who is there and secrets for the rest."""
    known = {'{compass_id}': compass_id, '{attachment_id}': attachment_id}
    return re.sub(r'{[^}]*}', lambda found: known.get(found[0], 'diepgeheim'), route)


def test_each_request_is_one_line_with_its_route_and_no_more(own: Machine) -> None:
    owner = Owner(own)
    owner.opens(f'/kompas/{owner.id}/wens')
    owner.opens('/onzin')
    lines = [
        ('POST', '/nieuw', '303'),
        ('GET', '/kompas/{compass_id}/{_:path}', '200'),
        ('GET', '-', '404'),
    ]
    eventually(lambda: logged(own) == lines)


def test_public_files_and_the_question_whether_we_are_well_are_not_logged(own: Machine) -> None:
    stranger = Stranger(own)
    for path in ('/gezond', '/assets/styles/app.css', '/assets/diepgeheim', '/_nicegui/diepgeheim', '/k'):
        stranger.opens(path)
    eventually(lambda: logged(own) == [('GET', '/k', '200')])


def test_no_kind_of_request_leaves_a_secret_in_the_log(own: Machine, routes: dict[str, set[str]]) -> None:
    owner, stranger = Owner(own), Stranger(own)
    token = owner.on_disk.sheet_token
    attachment = has_sent(owner)
    Stranger(own).enters(token)
    asked = 0
    for turn, someone in enumerate((stranger, owner)):
        # last what ends the keys of a browser
        for number, route in enumerate(sorted(routes, key=lambda path: 'POST' in routes[path])):
            for method in share(METHODS, number + turn, 2):  # in a sample each is asked by one of the two
                asks(someone, method, filled_in(route, owner.id, attachment))
                asked += not route.startswith(NOT_LOGGED)
    eventually(lambda: len(logged(own)) == asked + 4, f'{asked + 4} requests, {len(logged(own))} lines')
    assert {route for _, route, _ in logged(own)} <= {*routes, '-'}
    hidden = {owner.id, token, attachment, *owner.on_disk.document['keys'], owner.address, *SECRETS}
    hidden |= {str(owner.http.cookies.get('kompas'))}
    assert [secret for secret in hidden if secret in own.log] == []


@pytest.mark.parametrize(
    'path',
    [
        '/Zw4rtB0ek',
        '/k/Zw4rtB0ek',
        '/kompas/Zw4rtB0ek',
        '/kompas/diepgeheim/bijlage/Zw4rtB0ek/tegel',
        '/../Zw4rtB0ek',
        '//Zw4rtB0ek/diepgeheim',
        '/%5A%77Zw4rtB0ek%0d%0aGET',
        '/kompas/%2e%2e/Zw4rtB0ek%0a2026-01-01 diepgeheim',
        '/nieuw?Zw4rtB0ek',
        '/k;Zw4rtB0ek',
    ],
)
def test_an_address_of_nobody_is_not_repeated(server: Machine, path: str) -> None:
    before = len(server.log)
    for method in ('GET', 'POST'):
        asks(Stranger(server), method, path)
    eventually(lambda: len(LINE.findall(server.log[before:])) == 2)
    assert [secret for secret in SECRETS if secret in server.log[before:]] == []


def test_a_body_that_is_too_large_and_a_request_that_is_none_are_not_repeated(server: Machine) -> None:
    before = len(server.log)
    stranger = Stranger(server)
    assert stranger.posts('/nieuw', sleutel='diepgeheim' * 10_000).status_code == 413
    stranger.http.request('GET', '/k', headers={'Content-Type': 'diepgeheim', 'Accept-Language': 'diepgeheim'})
    stranger.http.request('DIEPGEHEIM', '/')
    eventually(lambda: ('POST', '-', '413') in LINE.findall(server.log[before:]))
    assert 'diepgeheim' not in server.log[before:].lower()


def test_a_disk_that_fails_is_told_without_whose_compass_it_was(own: Machine) -> None:
    owner = Owner(own)
    owner.on_disk.file.unlink()
    owner.on_disk.file.mkdir()  # reading it is an error of the operating system
    assert owner.opens(f'/kompas/{owner.id}').status_code == 503
    eventually(lambda: logged(own)[-1:] == [('GET', '/kompas/{compass_id}', '503')])
    assert 'Is a directory' in own.log
    assert owner.id not in own.log


def test_the_log_can_be_switched_off(machine: Callable[..., Machine]) -> None:
    server = machine(log='no').start()
    Stranger(server).opens('/k')
    server.stop()
    assert logged(server) == []


def test_the_server_itself_logs_no_requests_beside_it(own: Machine) -> None:
    """Nothing else stands in the log but the greeting."""
    greeting = own.log
    Owner(own).page('wens')
    eventually(lambda: len(logged(own)) == 2)
    rest = [line for line in own.log[len(greeting) :].splitlines() if not LINE.fullmatch(line)]
    assert not [line for line in rest if 'HTTP' in line or 'GET' in line or '127.0.0.1' in line]
