"""Whatever comes from outside makes the log grow by one line at most, and a flood of it by a tenth of its bytes."""

import re
import socket
from collections.abc import Callable, Iterator
from time import monotonic

import pytest

from tests.page.cast.nonsense import BINARY, FRAMES, HEADS, event
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.socket import Refused
from tests.patience import eventually
from ui.http.request_log import MOST_SAVED, PER_SECOND, SHARE

HOST = b'Host: 127.0.0.1\r\n'


@pytest.fixture(scope='module')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One that nobody else asked so much that there is no room in its log."""
    with Machine(tmp_path_factory.mktemp('server')) as running:
        yield running


@pytest.fixture
def own(machine: Callable[..., Machine]) -> Machine:
    return machine().start()


def sends(server: Machine, request: bytes) -> None:
    """Put bytes on a connection, and wait until the server ends it or has answered all it will."""
    with socket.create_connection(('127.0.0.1', server.port), 30) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        while line.recv(65536):
            pass


def floods(server: Machine, request: bytes, times: int) -> None:
    """Ask the same so many times in one connection."""
    last = request.replace(b'\r\n', b'\r\nConnection: close\r\n', 1)
    with socket.create_connection(('127.0.0.1', server.port), 30) as line:
        line.sendall(request * (times - 1) + last)
        while line.recv(65536):
            pass


def settled(server: Machine) -> str:
    """The log, once a last word from outside is at its end: lines are written after the answer."""
    words = server.log.count(' OPTIONS ')
    long = b'X: ' + b'y' * 5_000 + b'\r\n'  # long enough to be written for sure
    floods(server, b'OPTIONS / HTTP/1.1\r\n' + long + HOST + b'\r\n', 1)
    eventually(lambda: server.log.count(' OPTIONS ') > words)
    return server.log


def grown(server: Machine, before: str) -> list[str]:
    """The lines that were written since."""
    *lines, _ = settled(server).removeprefix(before).splitlines()
    return lines


def test_a_frame_that_is_none_writes_nothing(owner: Owner) -> None:
    page, before = owner.page('wens'), settled(owner.server)
    for frame in (*FRAMES, *BINARY):
        with owner.socket(page, tab_id='one') as line:
            line.writes(frame)
            assert line.is_cut_within(30), frame
    assert grown(owner.server, before) == []


@pytest.mark.parametrize('arguments', ['{', '[' * 50_000, 'NaN', '1e999', '"\\ud800"', '', 'x' * 1000])
def test_an_event_with_broken_arguments_writes_nothing_and_the_page_goes_on(owner: Owner, arguments: str) -> None:
    page, before = owner.page('wens'), settled(owner.server)
    tile = page.listener('werk')
    with owner.socket(page) as line:
        line.says('event', event(page.client_id, tile) | {'args': [arguments]})
        with owner.on_disk.changes():
            line.triggers(page.client_id, tile.element, tile.id)
    assert grown(owner.server, before) == []


def test_a_request_that_is_none_writes_one_line_at_most(server: Machine) -> None:
    for head in HEADS:
        before = settled(server)
        sends(server, head.replace(b'HOST', HOST))
        lines = grown(server, before)
        assert len(lines) <= 1, head[:50]
        assert all(len(line) < 200 for line in lines), head[:50]


def test_a_flood_of_short_requests_writes_a_tenth_of_its_bytes(own: Machine) -> None:
    request = b'GET /x HTTP/1.1\r\n' + HOST + b'\r\n'
    before = settled(own)
    began = monotonic()
    floods(own, request, 1_000)
    written = '\n'.join(grown(own, before))
    lasted = monotonic() - began
    assert MOST_SAVED < len(written) < MOST_SAVED + 1_001 * len(request) / SHARE + lasted * PER_SECOND + 200
    left_out = re.findall(r', after (\d+) that there was no room for', written)
    assert written.count('\n') + sum(map(int, left_out)) > 900, 'but for those since the last line'


def test_requests_of_a_browser_are_all_written(own: Machine) -> None:
    head = b'GET /x HTTP/1.1\r\nCookie: kompas=' + b'x' * 500 + b'\r\n' + HOST + b'\r\n'
    before = settled(own)
    floods(own, head, 600)
    written = '\n'.join(grown(own, before))
    assert len(re.findall(r' GET - 404 ', written)) >= 600
    assert 'no room' not in written


def test_the_line_of_a_page_still_stands(owner: Owner) -> None:
    page = owner.page('wens')
    with pytest.raises(Refused), owner.socket(page, EIO='3'):
        pass
    tile = page.listener('werk')
    with owner.socket(page) as line, owner.on_disk.changes():
        line.writes('3')
        line.triggers(page.client_id, tile.element, tile.id)
