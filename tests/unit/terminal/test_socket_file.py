"""The socket file of commands: whose it is, and where it may lie."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.terminal.socket_file import FOLDER, NAME, ROOT, bind, connect, may_command, remove, user_behind


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    folder = tmp_path / 'data'
    folder.mkdir()
    return folder


@pytest.fixture
def open_umask() -> Iterator[None]:
    """As a shell that lets everybody write in what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def talks(data: Path, listening: socket.socket) -> bool:
    """Whether what is said by who connects arrives at `listening`."""
    listening.listen()
    connection = connect(data, 5)
    assert connection
    met, _ = listening.accept()
    with connection, met:
        connection.sendall(b'hello')
        return met.recv(9) == b'hello'


def test_folder_and_file_are_of_their_owner_alone(data: Path, open_umask: None) -> None:
    with bind(data):
        assert mode(data / FOLDER) == 0o700
        assert mode(data / FOLDER / NAME) == 0o600


def test_a_folder_that_was_open_to_others_is_closed(data: Path) -> None:
    (data / FOLDER).mkdir()
    (data / FOLDER).chmod(0o777)
    with bind(data):
        assert mode(data / FOLDER) == 0o700


def test_nobody_is_heard_before_the_server_listens(data: Path) -> None:
    with bind(data):
        assert connect(data, 5) is None


def test_what_a_killed_server_left_is_replaced(data: Path) -> None:
    bind(data).close()
    assert connect(data, 5) is None
    with bind(data) as listening:
        assert talks(data, listening)


def test_without_a_socket_file_no_server_runs(data: Path) -> None:
    assert connect(data, 5) is None
    with bind(data) as listening:
        listening.listen()
        remove(data)
        assert connect(data, 5) is None
    remove(data)


@pytest.mark.parametrize('length', range(85, 125, 3))
def test_a_path_of_any_length_will_do(tmp_path: Path, length: int) -> None:
    data = tmp_path / ('x' * max(1, length - len(str(tmp_path)) - len(f'//{FOLDER}/{NAME}')))
    data.mkdir()
    with bind(data) as listening:
        assert talks(data, listening)
    assert [one for one in map(opened, Path('/proc/self/fd').iterdir()) if one.startswith(str(data))] == []


def opened(descriptor: Path) -> str:
    """What an open file descriptor leads to; of one that was closed meanwhile, nothing."""
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:
        return ''


def test_a_link_to_elsewhere_is_no_folder_of_ours(data: Path, tmp_path: Path) -> None:
    (tmp_path / 'elsewhere').mkdir(mode=0o755)
    (data / FOLDER).symlink_to(tmp_path / 'elsewhere')
    with pytest.raises(OSError):
        bind(data)
    assert mode(tmp_path / 'elsewhere') == 0o755
    assert list((tmp_path / 'elsewhere').iterdir()) == []


def test_something_else_in_its_place_is_left_alone(data: Path) -> None:
    (data / FOLDER / NAME).mkdir(parents=True)
    with pytest.raises(OSError):
        bind(data)
    assert (data / FOLDER / NAME).is_dir()


def test_the_system_tells_who_is_at_the_other_end() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert user_behind(ours) == os.geteuid()


def test_the_own_user_and_root_may_command_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, 'geteuid', lambda: 1234)
    assert [user for user in (ROOT, 1, 1233, 1234, 1235, 65534, 2**32 - 1) if may_command(user)] == [ROOT, 1234]


def test_where_the_system_does_not_tell_the_modes_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, 'SO_PEERCRED')
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert user_behind(ours) is None
    assert may_command(None)
