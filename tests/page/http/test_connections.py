"""Nobody who sends without end, or says nothing, keeps anybody else from the server (a network has its number)."""

import os
import resource
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.sending import line_to, new_id, put, small_photo, status_of
from tests.patience import eventually
from tests.server import nursery
from ui.http.connection.bounds import Bounds
from ui.http.connection.descriptors import most_connections

NETWORK = Bounds().of_network
PAGE = b'GET /gezond HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
BODY = b'POST /k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx'
"""One of which the rest may take half a minute."""
MEGABYTE = b'x' * 1_000_000


@pytest.fixture(scope='module')
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A server without a proxy: each connection is of the network it comes from."""
    with Machine(tmp_path_factory.mktemp('server'), proxy='') as running:
        yield running


def connects(server: Machine, source: str = '127.0.0.1') -> socket.socket:
    return socket.create_connection(('127.0.0.1', server.port), 60, source_address=(source, 0))


def gets_a_page(server: Machine, source: str = '127.0.0.1') -> bool:
    with connects(server, source) as line:
        with suppress(ConnectionError):
            line.sendall(PAGE)
            return line.recv(100).startswith(b'HTTP/1.1 200 ')
        return False


def descriptors(server: Machine) -> int:
    return len(os.listdir(f'/proc/{server.process_id}/fd'))  # noqa: PTH208


def most_descriptors(server: Machine) -> int:
    limits = Path(f'/proc/{server.process_id}/limits').read_text()
    return int(next(line for line in limits.splitlines() if line.startswith('Max open files')).split()[3])


@pytest.mark.parametrize(
    'begun',
    [b'GET /', b'GET / HTTP/1.1\r\nHost: localhost\r\nX: ', b'GET / HTTP/1.1\r\nHost: localhost\r\n'],
    ids=['address', 'value', 'name'],
)
def test_fifty_megabytes_of_a_head_are_kept_by_nobody(server: Machine, begun: bytes) -> None:
    assert gets_a_page(server)
    before = server.memory
    with connects(server) as line, suppress(ConnectionError):
        line.sendall(begun)
        for _ in range(50):
            line.sendall(MEGABYTE)
        line.recv(1)
    assert gets_a_page(server)
    assert server.memory - before < 15


def test_hundreds_of_silent_connections_of_a_network_keep_nobody_out(lonely: Machine) -> None:
    assert gets_a_page(lonely)
    before = descriptors(lonely)
    with ExitStack() as stack:
        for number in range(NETWORK + 100):
            line = stack.enter_context(connects(lonely))
            line.sendall([b'', b'GET / HTTP/1.1\r\nX: '][number % 2])
        assert gets_a_page(lonely)
        assert gets_a_page(lonely, '127.0.0.2')
        assert descriptors(lonely) - before <= NETWORK + 20
        assert descriptors(lonely) < most_descriptors(lonely) / 2
    eventually(lambda: descriptors(lonely) < before + 10)


def test_who_waits_for_bodies_of_others_has_a_place_too(lonely: Machine) -> None:
    with ExitStack() as stack:
        for _ in range(NETWORK + 20):
            stack.enter_context(connects(lonely)).sendall(BODY)
        assert gets_a_page(lonely)
        assert gets_a_page(lonely, '127.0.0.2')


def test_behind_a_proxy_its_connections_are_those_of_many(server: Machine) -> None:
    before = descriptors(server)
    with ExitStack() as stack:
        for _ in range(NETWORK + 50):
            stack.enter_context(connects(server)).sendall(BODY)
        eventually(lambda: descriptors(server) - before > NETWORK + 20)
        assert gets_a_page(server)


def test_a_server_takes_as_many_files_as_it_is_let(machine: Callable[..., Machine]) -> None:
    begins_it = nursery().process_id
    before = resource.prlimit(begins_it, resource.RLIMIT_NOFILE)
    resource.prlimit(begins_it, resource.RLIMIT_NOFILE, (900, before[1]))
    try:
        server = machine().start()
    finally:
        resource.prlimit(begins_it, resource.RLIMIT_NOFILE, before)
    assert most_descriptors(server) >= min(before[1], 4_000)
    assert most_connections(most_descriptors(server)) < most_descriptors(server) / 2


@pytest.mark.long
def test_a_head_that_never_ends_is_sent_away_and_a_poll_and_a_page_go_on(owner: Owner) -> None:
    """In the time of the program: ten seconds."""
    page = owner.page('wens')
    tile = page.listener('werk')
    with owner.socket(page, by_polls=True) as polled, owner.socket(other_page(owner)) as line:
        slow = connects(owner.server)
        slow.sendall(b'GET / HTTP/1.1\r\nHost: localhost\r\nX: y')
        assert slow.recv(1) == b''
        with owner.on_disk.changes():
            polled.triggers(page.client_id, tile.element, tile.id)
        polled.hears('update', 'aria-pressed')
        line.settles()


def other_page(owner: Owner) -> Page:
    return owner.page('erbij-horen')


def test_a_photo_that_comes_in_drops_arrives(owner: Owner) -> None:
    photo = small_photo()
    with line_to(owner, put(owner, new_id()), Content_Length=str(len(photo)), Content_Type='image/jpeg') as line:
        for start in range(0, len(photo), 50):
            line.sendall(photo[start : start + 50])
        assert status_of(line) == 200
