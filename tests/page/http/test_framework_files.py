"""The framework's files are pressed once, beside serving, and kept; whoever asks first may go away in the middle."""

import re
import socket
import struct
import time
from collections.abc import Callable

import httpx
import nicegui
import pytest

from tests.page.cast.as_read import NO_TLS
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.patience import eventually, within
from tests.server import ROOT

ROUNDS = 20
PATIENCE = 60
"""Seconds: the largest file takes a few to press when the machine is busy."""


@pytest.fixture
def fresh(machine: Callable[..., Machine]) -> Machine:
    """A server that has sent nothing yet."""
    return machine(full_cost=True).start()


def files_of(server: Machine) -> list[str]:
    return sorted(set(re.findall(r'/_nicegui/[^"]+\.js', Owner(server).page().text)))


def asks_and_goes_away(server: Machine, path: str) -> None:
    with socket.create_connection(('127.0.0.1', server.port)) as line:
        line.sendall(f'GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n'.encode())
        # a reset, as of a browser that leaves the page
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))


def got(server: Machine, path: str, encoding: str) -> httpx.Response:
    """A file over a connection of its own."""
    headers = {'Accept-Encoding': encoding}
    return httpx.get(server.url + path, headers=headers, timeout=PATIENCE, verify=NO_TLS)


def length(server: Machine, path: str, encoding: str) -> int:
    headers = {'Accept-Encoding': encoding}
    with httpx.stream('GET', server.url + path, headers=headers, timeout=PATIENCE, verify=NO_TLS) as answer:
        return sum(len(part) for part in answer.iter_raw())


def test_a_file_whose_first_reader_went_away_is_whole_for_the_next(fresh):
    for path in [path for path in files_of(fresh) if 'components' in path]:
        for _ in range(ROUNDS):
            asks_and_goes_away(fresh, path)
        pressed = got(fresh, path, 'br')
        assert pressed.headers['content-encoding'] == 'br'
        assert pressed.content == got(fresh, path, 'identity').content != b''


def test_a_file_is_pressed_smaller_than_the_framework_zips_it(fresh):
    largest = next(path for path in files_of(fresh) if 'vue' in path)
    assert length(fresh, largest, 'br') < length(fresh, largest, 'gzip') < length(fresh, largest, 'identity')


def test_the_first_visitor_does_not_wait_for_the_press(fresh: Machine) -> None:
    owner = Owner(fresh)
    files = files_of(fresh)
    began = time.monotonic()
    with httpx.Client(base_url=fresh.url, headers={'Accept-Encoding': 'br'}, timeout=PATIENCE) as browser:
        for path in files:
            assert raw(browser, path)
    assert owner.opens('/gezond').status_code == 200
    assert time.monotonic() - began < within(2)


def test_who_comes_later_gets_a_file_smaller(fresh: Machine) -> None:
    path = next(path for path in files_of(fresh) if 'vue' in path)  # a small one may be pressed before it is read
    quick = length(fresh, path, 'br')
    eventually(lambda: length(fresh, path, 'br') < quick, seconds=within(PATIENCE))
    again = got(fresh, path, 'br')
    assert again.content == got(fresh, path, 'identity').content


def raw(browser: httpx.Client, path: str) -> bytes:
    with browser.stream('GET', path) as answer:
        return b''.join(answer.iter_raw())


@pytest.mark.parametrize('path', ['/favicon.ico', f'/_nicegui/{nicegui.__version__}/static/favicon.ico'])
@pytest.mark.parametrize('takes', ['gzip, br', 'br', 'gzip', 'identity'])
def test_an_icon_is_whole_as_often_as_it_is_asked_for(server: Machine, path: str, takes: str) -> None:
    log = server.log
    whole = got(server, path, 'identity').content
    answers = [got(server, path, takes) for _ in range(3)]
    for answer in answers:
        assert (answer.status_code, answer.content) == (200, whole)
        assert len(answer.headers.get_list('vary')) <= 1
        assert int(answer.headers['content-length']) > 0
    assert 'Traceback' not in server.log.removeprefix(log)


def test_live_pages_carry_our_own_icon(owner: Owner) -> None:
    icons = re.findall(r'<link href="([^"]+)" rel="shortcut icon"', owner.page().text)
    assert icons == ['/favicon.ico']
    assert owner.opens(icons[0]).content == (ROOT / 'assets' / 'icons' / 'favicon.png').read_bytes()
