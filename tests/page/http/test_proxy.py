"""Behind a proxy: whose address counts, and everything that works over https as it does over http."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Stranger
from tests.page.cast.socket import Refused, Socket
from tests.page.cast.socket import socket as websocket
from tests.page.cast.tls_proxy import certificate, proxy

WRONG = 'A' * 22


def guesses(server: Machine, times: int, **headers: str) -> list[int]:
    """What the server says to wrong keys from one browser."""
    guesser = Stranger(server, **headers)
    return [guesser.enters(WRONG).status_code for _ in range(times)]


def each_its_own_address(server: Machine) -> list[int]:
    """What it says to 25 guesses of which each says another address."""
    return [status for _ in range(25) for status in guesses(server, 1)]


# whose address counts


def test_without_a_proxy_nobody_is_believed_about_their_address(machine: Callable[..., Machine]) -> None:
    server = machine(proxy='').start()
    assert each_its_own_address(server) == [404] * 20 + [429] * 5


def test_a_proxy_that_is_not_the_one_we_named_is_not_believed(machine: Callable[..., Machine]) -> None:
    server = machine(proxy='192.0.2.1,2001:db8::/32').start()
    assert each_its_own_address(server) == [404] * 20 + [429] * 5


@pytest.mark.parametrize('named', ['127.0.0.1', '127.0.0.0/8', '192.0.2.1, 127.0.0.1'])
def test_the_proxy_we_named_is_believed(machine: Callable[..., Machine], named: str) -> None:
    server = machine(proxy=named).start()
    assert each_its_own_address(server) == [404] * 25


def test_what_a_client_says_itself_is_not_believed_behind_a_proxy(server: Machine) -> None:
    """A proxy writes the address it sees behind whatever was there."""
    chains = [f'203.0.113.{number}, 198.18.0.1' for number in range(25)]
    statuses = [status for chain in chains for status in guesses(server, 1, **{'X-Forwarded-For': chain})]
    assert statuses == [404] * 20 + [429] * 5


def test_one_household_counts_as_one_and_its_neighbours_go_on(server: Machine) -> None:
    home = [f'2001:db8:1:2::{number:x}' for number in range(25)]
    statuses = [status for address in home for status in guesses(server, 1, **{'X-Forwarded-For': address})]
    assert statuses == [404] * 20 + [429] * 5
    assert guesses(server, 1, **{'X-Forwarded-For': '2001:db8:1:3::1'}) == [404]


@pytest.mark.parametrize('address', ['', 'unknown', 'x' * 5000, '1.2.3.4,', '"><script>', '[', '\xff'])
def test_an_address_that_is_none_breaks_nothing(server: Machine, address: str) -> None:
    headers = {b'X-Forwarded-For': address.encode('latin1'), b'Origin': server.origin.encode()}
    answer = httpx.post(f'{server.url}/k', data={'sleutel': WRONG}, headers=headers, trust_env=False)
    assert answer.status_code in {404, 429}


def test_a_setting_that_is_no_address_stops_the_start(machine: Callable[..., Machine]) -> None:
    with pytest.raises(RuntimeError, match='Krachtkompas cannot start: KOMPAS_PROXY: '):
        machine(proxy='proxy.example').start()


# over https


@dataclass
class Https:
    """A server behind a proxy, and how a browser that trusts its certificate comes to it."""

    server: Machine
    url: str
    trust: ssl.SSLContext

    def browser(self) -> httpx.Client:
        # not from the address of the proxy itself: who sits there is believed
        transport = httpx.HTTPTransport(verify=self.trust, local_address='127.0.0.2')
        headers = {'Origin': self.server.origin}
        return httpx.Client(base_url=self.url, transport=transport, headers=headers, timeout=60)

    def line(self, page: Page, browser: httpx.Client, origin: str | None) -> AbstractContextManager[Socket]:
        """A line to a live page."""
        cookie = '; '.join(f'{one.name}={one.value}' for one in browser.cookies.jar)
        return websocket(self.url, page.client_id, origin=origin, cookie=cookie, trust=self.trust)


@pytest.fixture
def https(machine: Callable[..., Machine], tmp_path: Path) -> Iterator[Https]:
    file = certificate(tmp_path)
    listener = socket.create_server(('127.0.0.1', 0))
    url = f'https://localhost:{listener.getsockname()[1]}'
    server = machine(url=url)
    trust = ssl.create_default_context(cafile=str(file))
    with proxy(listener, file, server.port):
        server.start()
        yield Https(server, url, trust)


def begins(https: Https) -> tuple[httpx.Client, str]:
    """A browser that made a compass, and the id of that."""
    browser = https.browser()
    answer = browser.post('/nieuw', headers={'Origin': https.url, 'Sec-Fetch-Site': 'same-origin'})
    assert answer.status_code == 303, answer.text
    return browser, answer.headers['location'].split('/')[2]


def test_over_https_the_cookie_is_bound_to_this_host_and_to_https(https: Https) -> None:
    answer = https.browser().post('/nieuw')
    name, _, rest = answer.headers['set-cookie'].partition('=')
    assert name == '__Host-kompas'
    flags = {flag.strip().lower() for flag in rest.split(';')[1:]}
    assert {'secure', 'httponly', 'path=/', 'samesite=lax'} <= flags
    assert not any(flag.startswith('domain') for flag in flags)


def test_over_https_a_tap_travels_through_the_proxy_to_disk(https: Https) -> None:
    browser, compass_id = begins(https)
    page = Page(browser.get(f'/kompas/{compass_id}/wens'))
    tile = page.listener('werk')
    on_disk = OnDisk(https.server, compass_id)
    with https.line(page, browser, https.url) as line, on_disk.changes():
        line.triggers(page.client_id, tile.element, tile.id)
    assert on_disk.document['wishes']['items']


def test_over_https_only_pages_of_that_address_open_a_line(https: Https) -> None:
    browser, compass_id = begins(https)
    page = Page(browser.get(f'/kompas/{compass_id}/wens'))
    for origin in ('https://evil.example', https.url.replace('https', 'http'), None):
        with pytest.raises(Refused), https.line(page, browser, origin):
            pass


def test_over_https_the_address_of_the_client_comes_through(https: Https) -> None:
    """Everyone here has one address: the proxy's own word counts, not the browser's."""
    statuses = [
        https.browser().post('/k', data={'sleutel': WRONG}, headers={'X-Forwarded-For': f'203.0.113.{number}'})
        for number in range(22)
    ]
    assert [answer.status_code for answer in statuses] == [404] * 20 + [429] * 2
    assert guesses(https.server, 1, **{'X-Forwarded-For': '203.0.113.9'}) == [404]


def test_over_https_no_answer_leads_back_to_http(https: Https) -> None:
    browser, compass_id = begins(https)
    for path in ('/', '/k', f'/kompas/{compass_id}', f'/kompas/{compass_id}/delen', '/tot-ziens/'):
        answer = browser.get(path)
        said = answer.text.replace('http://www.w3.org/', '') + answer.headers.get('location', '')
        assert 'http://' not in said, path
