"""What comes over a connection ends, or the connection does."""

import gc
from collections.abc import Callable

import pytest
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from tests.unit.http.connection.serving import Serving, speaks
from ui.http.connection.bounds import PIECE, Bounds

Begins = Callable[..., Serving]
HOST = b'Host: x\r\n'
LAST = b'GET /last HTTP/1.1\r\nConnection: close\r\n' + HOST + b'\r\n'
CHUNKED = b'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n' + HOST + b'\r\n'
MOST = Bounds().head
MUCH = [b'x' * 100_000] * 20
"""More than the system takes beside what the server does."""


def get(path: bytes = b'/', *fields: bytes) -> bytes:
    return b'\r\n'.join([b'GET ' + path + b' HTTP/1.1', b'Host: x', *fields, b'', b''])


@pytest.mark.parametrize(
    'begun',
    [b'', b'GET /', b'GET / HTTP/1.1\r\n' + HOST + b'X: ', b'GET / HTTP/1.1\r\n' + HOST, b'\r\n', get() + b'GET /'],
    ids=['method', 'address', 'value', 'name', 'empty lines', 'second request'],
)
def test_a_head_without_end_is_refused_and_kept_by_nobody(serving: Begins, begun: bytes) -> None:
    server = serving()
    filler = [b'\r\n' * 50_000] * 20 if begun == b'\r\n' else MUCH
    answer = server.says(begun, *filler)
    assert answer == b'' or b'HTTP/1.1 4' in answer
    assert not any('x' in path for path in server.asked)


@pytest.mark.parametrize('size', [MOST + PIECE, 100_000])
@pytest.mark.parametrize('where', ['address', 'value'])
def test_a_head_that_is_too_long_is_told_so(serving: Begins, size: int, where: str) -> None:
    long = b'x' * size
    request = get(b'/' + long) if where == 'address' else get(b'/', b'X: ' + long)
    assert serving().says(request).startswith(b'HTTP/1.1 431 ')


def test_a_long_head_is_answered_all_the_same(serving: Begins) -> None:
    half = b'x' * (MOST // 2 - 100)
    server = serving()
    assert server.says(get(b'/' + half, b'X: ' + half, b'Connection: close')).startswith(b'HTTP/1.1 200 ')


def test_after_a_long_head_the_next_may_be_long_too(serving: Begins) -> None:
    long = get(b'/', b'X: ' + b'x' * (MOST - PIECE))
    server = serving()
    assert server.says(long * 5 + LAST).count(b'HTTP/1.1 200 ') == 6


def test_headers_are_counted(serving: Begins) -> None:
    server, most = serving(), Bounds().fields
    fields = [b'X: y'] * (most - 2)  # beside the host, and how it ends
    assert b'%d fields' % most in server.says(get(b'/', b'Connection: close', *fields))
    assert server.says(get(b'/', b'Connection: close', *fields, b'X: y')).startswith(b'HTTP/1.1 431 ')
    assert server.says(get(b'/', *[b'X:'] * 900)).startswith(b'HTTP/1.1 431 ')
    assert len(server.asked) == 1


def test_who_was_refused_is_not_listened_to_without_end(serving: Begins) -> None:
    server = serving()
    with server.connects() as line, pytest.raises(ConnectionError):
        for _ in range(1_000):
            line.sendall(MUCH[0])


@pytest.mark.parametrize(
    'parts',
    [
        [b'1;' + MUCH[0], *MUCH],
        [b'1;a="' + MUCH[0], *MUCH],
        [b'1\r\nx\r\n0\r\nX: ', *MUCH],
        [b'1\r\nx\r\n0\r\n' + b'X: y\r\n' * 20_000],
        [(b'1;' + b'e' * 100 + b'\r\nx\r\n') * 2_000] * 5,
    ],
    ids=['extension', 'quoted extension', 'trailer', 'trailers', 'an extension for each byte'],
)
def test_what_stands_around_a_body_in_chunks_ends(serving: Begins, parts: list[bytes]) -> None:
    server = serving()
    assert b' 200 ' not in server.says(CHUNKED, *parts, b'\r\n0\r\n\r\n')
    assert server.asked == []


def test_a_body_in_small_chunks_is_read(serving: Begins) -> None:
    pieces = b'1;what=ever\r\nx\r\n' * 500 + b'100\r\n' + b'x' * 256 + b'\r\n'
    assert b'756 bytes' in serving().says(CHUNKED, pieces * 1 + b'0\r\n\r\n')


def test_a_trailer_is_no_header(serving: Begins) -> None:
    assert b'3 fields, 1 bytes' in serving().says(CHUNKED, b'1\r\nx\r\n0\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n')


@pytest.mark.parametrize('chunked', [False, True])
def test_a_body_ends_also_where_nobody_reads_it(serving: Begins, chunked: bool) -> None:
    server = serving(Bounds(body=1_000_000))
    head = CHUNKED if chunked else b'POST / HTTP/1.1\r\nContent-Length: 9999999\r\n' + HOST + b'\r\n'
    piece = b'186a0\r\n' + MUCH[0] + b'\r\n' if chunked else MUCH[0]
    assert server.says(head, *[piece] * 50) == b''
    assert server.asked == []


@pytest.mark.parametrize(
    'fields',
    [
        b'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n',
        b'Transfer-Encoding: xchunked\r\n',
        b'Transfer-Encoding: chunked, gzip\r\n',
        b'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
        b'Content-Length: 3\r\nContent-Length: 4\r\n',
        b'Content-Length: +3\r\n',
        b'Content-Length: 99999999999999999999999\r\n',
    ],
)
def test_a_body_of_which_nobody_knows_where_it_ends_is_refused(serving: Begins, fields: bytes) -> None:
    server = serving()
    assert server.says(b'POST / HTTP/1.1\r\n' + HOST + fields + b'\r\n0\r\n\r\n').startswith(b'HTTP/1.1 400 ')
    assert server.asked == []


def test_requests_that_do_not_wait_are_answered_in_turn(serving: Begins) -> None:
    server = serving()
    names = [f'/{number}' for number in range(2_000)]
    answer = server.says(b''.join(get(name.encode()) for name in names) + LAST)
    assert answer.count(b'HTTP/1.1 200 ') == 2_001
    assert server.asked == [*names, '/last']


def test_of_requests_that_do_not_wait_few_are_looked_at(serving: Begins) -> None:
    """Each that was would take a hundred times its bytes."""
    server = serving()
    with server.connects() as line:
        line.sendall(get(b'/held') + get() * 20_000)
        server.later(0)
        assert sum(type(one) is RequestResponseCycle for one in gc.get_objects()) < 5
        server.release()
        assert speaks(line, LAST).count(b'HTTP/1.1 200 ') == 20_002


def test_bodies_and_heads_may_come_together(serving: Begins) -> None:
    post = b'POST /p HTTP/1.1\r\nContent-Length: 5000\r\n' + HOST + b'\r\n' + b'x' * 5_000
    chunks = CHUNKED.replace(b'Connection: close\r\n', b'') + b'2\r\nxx\r\n0\r\n\r\n'
    answer = serving().says((post + get() + chunks) * 30 + LAST)
    assert (answer.count(b' 5000 bytes'), answer.count(b' 2 bytes'), answer.count(b' 0 bytes')) == (30, 30, 31)


def test_a_request_may_come_letter_by_letter(serving: Begins) -> None:
    request = b'POST / HTTP/1.1\r\nContent-Length: 5\r\nConnection: close\r\n' + HOST + b'\r\nhallo'
    assert b'5 bytes' in serving().says(*[bytes([letter]) for letter in request])
