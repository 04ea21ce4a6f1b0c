"""What a request may bring: little, and everything beyond it is refused before it is here."""

import socket
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

from model.media import photos
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.sending import sends
from tests.unit.media.photo_files import encoded, flag

MOST = 64 * 1024
EVERYWHERE = [
    ('POST', '/k'),
    ('POST', '/nieuw'),
    ('POST', '/onzin'),
    ('PUT', '/onzin'),
    ('PUT', '/kompas/0123/bijlage/4567/tegel'),
    ('POST', '/kompas/0123/bijlage/4567'),
    ('PATCH', '/kompas/0123'),
    ('DELETE', '/'),
    ('GET', '/'),
]


def speaks(server: Machine, *said: bytes) -> bytes:
    """Everything the server answers to these bytes, until it ends the line or says no more for a while."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname or '', address.port or 0), timeout=60) as line:
        heard = b''
        try:
            for part in said:
                line.sendall(part)
            while more := line.recv(65536):
                heard += more
        except ConnectionError:
            pass
        return heard


def head(method: str, path: str, *headers: str) -> bytes:
    return '\r\n'.join([f'{method} {path} HTTP/1.1', 'Host: localhost', *headers, '', '']).encode()


@pytest.mark.parametrize(('method', 'path'), EVERYWHERE)
def test_a_body_that_says_it_is_large_is_refused_before_it_comes(server: Machine, method: str, path: str) -> None:
    answer = speaks(server, head(method, path, f'Content-Length: {MOST + 1}'))
    assert answer.startswith(b'HTTP/1.1 413 ')
    assert b'connection: close' in answer


@pytest.mark.parametrize(('method', 'path'), EVERYWHERE)
def test_a_body_that_comes_in_pieces_is_cut_off(server: Machine, method: str, path: str) -> None:
    """It never ends: the answer comes all the same."""
    piece = b'1000\r\n' + b'x' * 4096 + b'\r\n'
    answer = speaks(server, head(method, path, 'Transfer-Encoding: chunked') + piece * 16 + b'1\r\nx\r\n')
    assert answer.startswith(b'HTTP/1.1 413 ')


def test_who_brought_too_much_is_told_so_in_one_plain_sentence(stranger: Stranger) -> None:
    answer = stranger.posts('/nieuw', {'Accept-Language': 'en'}, sleutel='x' * MOST)
    assert answer.status_code == 413
    assert '<h1>This is too big. Choose something else.</h1>' in answer.text
    assert answer.headers['cache-control'] == 'no-store'
    assert "default-src 'self'; object-src 'none'" in answer.headers['content-security-policy']


def test_nothing_was_done_with_what_is_too_large(stranger: Stranger) -> None:
    compasses = stranger.server.data / 'compasses'
    before = sorted(compasses.iterdir())
    assert stranger.posts('/nieuw', sleutel='x' * MOST).status_code == 413
    assert sorted(compasses.iterdir()) == before


def test_the_largest_body_that_may_come_is_let_in(stranger: Stranger) -> None:
    assert stranger.posts('/nieuw', x='x' * (MOST - len('x='))).status_code == 303
    assert stranger.posts('/nieuw', x='x' * (MOST - len('x=') + 1)).status_code == 413


def test_what_comes_in_pieces_is_put_together(owner: Owner, stranger: Stranger) -> None:
    def slowly() -> Iterator[bytes]:
        for letter in f'sleutel={owner.on_disk.sheet_token}':
            yield letter.encode()

    form = {'Content-Type': 'application/x-www-form-urlencoded'}
    answer = stranger.http.post('/k', content=slowly(), headers=form)
    assert answer.headers['location'] == f'/kompas/{owner.id}'


def test_a_photo_may_be_larger(owner: Owner) -> None:
    photo = encoded(flag((900, 600)), 'PNG') + bytes(MOST)
    assert sends(owner, photo).status_code == 200


def test_a_photo_has_caps_of_its_own(owner: Owner) -> None:
    assert sends(owner, b'x' * (photos.MOST_BYTES + 1)).status_code == 413


def test_who_goes_away_halfway_is_not_waited_for_and_leaves_no_word_in_the_log(
    machine: Callable[..., Machine],
) -> None:
    with machine() as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname or '', address.port or 0)) as line:
            line.sendall(head('POST', '/k', 'Content-Length: 1000') + b'sleutel=')
        assert Stranger(server).opens('/gezond').status_code == 200
        server.stop()
        assert 'Traceback' not in server.log


# the line of a live page


def test_a_message_of_ten_megabytes_ends_only_its_own_line(owner: Owner, other: Owner) -> None:
    page, theirs = owner.page('wens'), other.page('wens')
    tile = theirs.listener('werk')
    memory = owner.server.memory
    with other.socket(theirs) as line:
        with owner.socket(page) as large:
            large.writes('x' * 10_000_000)
            assert large.is_cut_within(5)
        with other.on_disk.changes():
            line.triggers(theirs.client_id, tile.element, tile.id)
    assert owner.server.memory - memory < 40
    owner.taps('wens', 'werk')


def test_a_message_that_is_just_too_large_ends_its_line_too(owner: Owner) -> None:
    with owner.socket(owner.page('wens')) as line:
        line.writes('x' * 1_000_001)
        assert line.is_cut_within(5)
