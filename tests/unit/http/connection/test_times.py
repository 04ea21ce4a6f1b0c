"""Who is silent where something should come is sent away; who waits for us is not."""

import socket
import time
from collections.abc import Callable

import pytest
from websockets.sync.client import connect

from tests.unit.http.connection.serving import LONG, Serving, eventually, is_ended, speaks
from ui.http.connection.bounds import Bounds
from ui.http.connection.crowd import Phase

Begins = Callable[..., Serving]
HOST = b'Host: x\r\n\r\n'
BOUNDS = Bounds(head_within=1_000, body_silence=3_000, body_rate=100, taken_within=12_000)
"""So long that it does not matter how long a test takes: it says itself how much later it is."""
FORM = b'POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: 900000\r\n' + HOST


@pytest.mark.parametrize(
    'said',
    [b'', b'G', b'GET / HTTP/1.1\r\nX: ', b'GET / HTTP/1.1\r\nX: y\r\n', b'\r\n'],
    ids=['nothing', 'method', 'value', 'header', 'empty line'],
)
def test_a_head_is_whole_in_time(serving: Begins, said: bytes) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(said)
        eventually(lambda: server.count == 1)
        server.later(500)
        assert server.count == 1
        server.later(1_001)
        assert is_ended(line)
    assert server.count == 0


@pytest.mark.parametrize('said', [b'', b'\r\n', b'GET / HT'])
def test_so_is_the_next_one(serving: Begins, said: bytes) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(b'GET / HTTP/1.1\r\n' + HOST)
        assert line.recv(1_000)
        line.sendall(said)
        server.later(1_500)
        assert is_ended(line)


def test_a_head_that_was_refused_is_no_way_to_stay(serving: Begins) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(b'GET /' + b'x' * 100_000)
        assert line.recv(1_000).startswith(b'HTTP/1.1 431 ')
        server.later(1_001)
        assert server.count == 0


def test_a_body_is_not_silent_for_long(serving: Begins) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(FORM + b'x' * 500_000)
        eventually(lambda: server.phases[Phase.BRINGS] == 1)
        server.later(2_000)
        assert server.count == 1
        server.later(3_001)
        assert is_ended(line)
    assert server.asked == []


def test_a_body_that_trickles_ends_in_time(serving: Begins) -> None:
    """Its time grows with what has come."""
    server = serving(Bounds(body_silence=3_000, body_rate=0.001))
    with server.connects() as line:
        line.sendall(FORM + b'x')
        eventually(lambda: server.phases[Phase.BRINGS] == 1)
        server.later(2_000)
        line.sendall(b'x')
        time.sleep(0.05)
        server.later(2_500)
        assert server.count == 1
    # the silence alone would end neither
    server = serving(Bounds(body_silence=0.2, body_rate=1_000))
    with server.connects() as line:
        with pytest.raises(ConnectionError):
            line.sendall(FORM)
            for _ in range(1_000):
                line.sendall(b'x')
                time.sleep(0.02)
                server.later(0)
    assert server.asked == []


def test_a_body_that_is_slow_but_steady_arrives(serving: Begins) -> None:
    server = serving(Bounds(body_silence=30, body_rate=10_000))
    with server.connects() as line:
        line.sendall(FORM + b'x' * 600_000)
        eventually(lambda: server.phases[Phase.BRINGS] == 1)
        for _ in range(15):
            line.sendall(b'x' * 20_000)
            server.later(20)
        assert b'900000 bytes' in speaks(line)


def test_what_nobody_reads_has_no_more_time(serving: Begins) -> None:
    """An answer that comes before the end of a body does not make it anything else."""
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(FORM.replace(b'POST /', b'POST /early').replace(b'Connection: close\r\n', b''))
        assert line.recv(1_000).startswith(b'HTTP/1.1 200 ')
        line.sendall(b'x' * 1_000)
        eventually(lambda: server.phases[Phase.BRINGS] == 1)
        server.later(3_001)
        assert is_ended(line)


def test_an_answer_that_is_held_takes_as_long_as_it_takes(serving: Begins) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        line.sendall(b'GET /held HTTP/1.1\r\nConnection: close\r\n' + HOST)
        eventually(lambda: server.phases[Phase.BUSY] == 1)
        server.later(1_000_000)
        server.release()
        assert speaks(line).startswith(b'HTTP/1.1 200 ')


def test_a_websocket_may_be_silent(serving: Begins) -> None:
    server = serving(BOUNDS)
    with connect(f'ws://127.0.0.1:{server.port}/', proxy=None) as line:
        server.later(1_000_000)
        line.send('hallo')
        assert line.recv() == 'hallo'
        assert server.count == 1
    eventually(lambda: server.count == 0)


def test_messages_that_are_never_whole_are_let_go_when_they_are_too_much(serving: Begins) -> None:
    server = serving(Bounds(kept=1_200_000))
    address = f'ws://127.0.0.1:{server.port}/'
    with connect(address, proxy=None) as small, connect(address, proxy=None) as large:
        for line, size in ((small, 600_000), (large, 900_000)):
            line.socket.sendall(b'\x81\xff' + (990_000).to_bytes(8, 'big') + bytes(4) + b'x' * size)
        eventually(lambda: sum(one.kept for one in server.everyone.members) == 1_500_000)
        server.later(0)
        assert [one.kept for one in server.everyone.members] == [600_000]
        small.socket.shutdown(socket.SHUT_RDWR)


def asks_for_much(line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1_000_000)
    line.sendall(b'GET /long HTTP/1.1\r\nConnection: close\r\n' + HOST)


def test_an_answer_that_nobody_takes_is_dropped(serving: Begins) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        asks_for_much(line)
        eventually(lambda: server.asked == ['/long'])
        server.later(0)
        server.later(11_000)
        assert server.count == 1
        server.later(13_000)
        assert server.count == 0
        assert len(speaks(line)) < len(LONG)


def test_an_answer_that_is_taken_slowly_arrives(serving: Begins) -> None:
    server = serving(BOUNDS)
    with server.connects() as line:
        asks_for_much(line)
        eventually(lambda: server.asked == ['/long'])
        took = 0
        for times in range(4):
            while took < (times + 1) * 6_000_000:
                took += len(line.recv(1_000_000))
            server.later(times * 10_000)
        assert took + len(speaks(line)) > len(LONG)


def test_those_who_take_nothing_are_let_go_when_they_keep_too_much(serving: Begins) -> None:
    server = serving(Bounds(kept=len(LONG)))
    with server.connects() as first, server.connects() as second:
        for line, count in ((first, 1), (second, 2)):
            asks_for_much(line)
            eventually(lambda count=count: len(server.asked) == count)  # type: ignore[misc]
            server.later(0.001 * count)
        assert len(speaks(first)) < len(LONG)
        assert len(speaks(second)) > len(LONG)
