"""`python main.py COMMAND` beside a running server, and without one: a real server, and a real second process."""

import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from model.storage.files.lock import FolderLock
from tests.page.cast.people.colleague import INVITATION, Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.patience import eventually
from tests.server import ROOT, Command, plain_environment
from ui.terminal import socket_file
from ui.terminal.cannot import NO_RIGHT, CannotDo
from ui.terminal.command_client import ENDED, ask, connect
from ui.terminal.messages import Answer, Request

Make = Callable[..., Machine]
NOBODY = 65534


def invites(server: Machine) -> str:
    """The link that `coordinator` prints, asked as a command asks it."""
    connection = connect(server.data)
    assert connection
    with connection:
        return link_in('\n'.join(ask(connection, 'coordinator')))


def invites_by_command(server: Machine) -> str:
    """The link that the command `coordinator` prints."""
    said, complaints = ended(server.command('coordinator'), code=0)
    assert complaints == ''
    return link_in(said)


def in_a_terminal(server: Machine) -> str:
    """What `python main.py coordinator` prints, typed in a terminal."""
    command, environment = [sys.executable, 'main.py', 'coordinator'], server.environment()
    asked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding='utf-8', check=True)
    assert asked.stderr == ''
    return asked.stdout


def link_in(said: str) -> str:
    """The link of an invitation, with a QR code, among what a command said."""
    assert '7 days' in said
    assert '▀' in said
    links = INVITATION.findall(said)
    assert len(links) == 1, said
    return str(links[0])


def ended(command: Command, *, code: int) -> tuple[str, str]:
    """What a command said, on both channels."""
    ended_with, said, complaints = command.ends()
    assert ended_with == code, complaints
    return said, complaints


def refused(command: Command, *words: str) -> str:
    """The one line of a command that cannot be done."""
    _, complaints = ended(command, code=2)
    return refusal(complaints, *words)


def refusal(complaints: str, *words: str) -> str:
    assert complaints.startswith('Krachtkompas cannot do this: ')
    assert complaints.count('\n') == 1, complaints
    assert [word for word in words if word not in complaints] == []
    return complaints


def refused_as_nobody(server: Machine, *words: str) -> None:
    """`main.py coordinator` by another user; it has loaded the program as root, where the checkout is root's alone."""
    become = f'os.chdir({str(server.folder)!r}); os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})'
    command = [sys.executable, '-c', f'import main, os; {become}; main.do(["coordinator"])']
    environment = plain_environment() | {'KOMPAS_DATA': server.data.name}
    asked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding='utf-8', check=False)
    assert asked.returncode == 2, asked.stderr
    refusal(asked.stderr, *words)


def socket_of(server: Machine) -> Path:
    return server.data / socket_file.FOLDER / socket_file.NAME


def says(server: Machine, line: bytes) -> socket.socket:
    """A connection to the server on which this was said."""
    connection = socket_file.connect(server.data, 20)
    assert connection
    connection.sendall(line)
    return connection


def joins(server: Machine, link: str, name: str) -> Colleague:
    """Whoever opened the invitation, and is a coordinator."""
    joined = Colleague.invited(server, link, name)
    assert joined.opens('/werk/team').status_code == 200
    return joined


def logbook(coby: Colleague) -> list[str]:
    """What is to be read on each line, the newest first."""
    found = re.findall('<li>(.*?)</li>', coby.opens('/werk/logboek').text, re.DOTALL)
    return [' '.join(re.sub('<[^>]*>', ' ', one).split()) for one in found]


# beside a running server


def test_who_runs_the_machine_invites_a_coordinator_while_the_server_runs(server: Machine) -> None:
    coby = coordinator_of(server)
    link = link_in(in_a_terminal(server))
    assert link.startswith(server.url)
    assert 'wie de computer onderhoudt nodigde iemand uit' in logbook(coby)[0]
    joins(server, link, 'Corrie')
    assert coby.is_in
    assert Stranger(server).posts('/werk/uitnodiging', sleutel=link.partition('#')[2]).status_code == 404


def test_each_invitation_is_one_of_its_own(server: Machine) -> None:
    first, second = invites(server), invites(server)
    joins(server, second, 'Corinne')
    joins(server, first, 'Corien')


def test_the_server_needs_no_setting_of_who_asks_but_the_data(server: Machine) -> None:
    asked = server.command('coordinator', url='https://elders.example', secret='x' * 40, port='1', open='no')
    said, _ = ended(asked, code=0)
    joins(server, INVITATION.findall(said)[0], 'Cornelia')


def test_the_socket_file_is_of_the_server_alone_and_goes_with_it(machine: Make) -> None:
    server = machine()
    with server:
        assert stat.S_ISSOCK(socket_of(server).stat().st_mode)
        assert stat.S_IMODE(socket_of(server).stat().st_mode) == 0o600
        assert stat.S_IMODE(socket_of(server).parent.stat().st_mode) == 0o700
    assert list(socket_of(server).parent.iterdir()) == []


def test_a_server_in_a_deep_folder_hears_commands_too(machine: Make, tmp_path: Path) -> None:
    folder = tmp_path / ('deep' * 30)
    folder.mkdir()
    with machine(folder) as server:
        assert len(str(socket_of(server))) > 108
        joins(server, invites_by_command(server), 'Cor')
    assert not socket_of(server).exists()


@pytest.fixture
def begun(machine: Make) -> Iterator[Machine]:
    """A server of this test's own."""
    with machine() as server:
        yield server


def test_a_killed_server_stands_in_nobodys_way(begun: Machine) -> None:
    coordinator_of(begun)
    begun.kill()
    assert socket_of(begun).exists()
    without = invites_by_command(begun)
    assert socket_of(begun).exists()
    begun.start()
    joins(begun, without, 'Cora')
    joins(begun, invites(begun), 'Corrie')


# without a server


def test_without_a_server_the_command_takes_the_data_itself(begun: Machine) -> None:
    coby = coordinator_of(begun)
    begun.stop()
    before = set(files_below(begun.data))
    link = invites_by_command(begun)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in set(files_below(begun.data)) - before)
    begun.start()
    joins(begun, link, 'Cora')
    assert 'wie de computer onderhoudt nodigde iemand uit over: Cora' in '\n'.join(logbook(coby))


# when it cannot be


@pytest.mark.long
def test_a_command_without_a_right_to_the_socket_gets_one_line(begun: Machine) -> None:
    if os.geteuid() == socket_file.ROOT:
        for folder in (begun.folder, begun.data):  # so that only the folder of the socket is in the way
            folder.chmod(0o755)
        refused_as_nobody(begun, NO_RIGHT)
    else:
        socket_of(begun).parent.chmod(0)
        refused(begun.command('coordinator'), NO_RIGHT)
        socket_of(begun).parent.chmod(0o700)
    assert 'Traceback' not in begun.log


def test_another_user_is_refused_where_somebody_opened_the_modes(begun: Machine) -> None:
    """The process at the other end is looked at too; who is not root sees that in the unit tests."""
    socket_of(begun).parent.chmod(0o777)
    socket_of(begun).chmod(0o777)
    become = f'os.setgroups([]); os.setuid({NOBODY})' if os.geteuid() == socket_file.ROOT else 'pass'
    ask = (
        f's = socket.socket(socket.AF_UNIX); s.connect("{socket_file.NAME}"); s.sendall({Request(command="-").line!r})'
    )
    command = [sys.executable, '-c', f'import os, socket; {become}; {ask}; print(s.recv(4096).decode())']
    answer = subprocess.check_output(command, cwd=socket_of(begun).parent, timeout=30)
    failed = Answer.read(answer[:-1]).failed
    assert failed == NO_RIGHT if os.geteuid() == socket_file.ROOT else 'no command' in failed


def test_a_server_that_starts_or_ends_just_now_is_one_line(tmp_path: Path, machine: Make) -> None:
    server = machine()
    server.data.mkdir()
    (tmp_path / 'kompas.secret').write_text('x' * 40)
    (tmp_path / 'kompas.secret').chmod(0o600)
    lock = FolderLock(server.data)
    # what a killed server left changes nothing
    socket_file.bind(server.data).close()
    refused(server.command('coordinator'), 'try again in a moment')
    lock.release()


@contextmanager
def met(server: Machine) -> Iterator[tuple[Command, socket.socket]]:
    """A command that asks, and the line to it: instead of a server it meets whoever wrote this."""
    server.data.mkdir()
    with socket_file.bind(server.data) as listening:
        listening.listen()
        asking = server.command('coordinator')
        line, _ = listening.accept()
        with line:
            yield asking, line


def test_a_server_that_ends_halfway_is_one_line(machine: Make) -> None:
    with met(machine()) as (asking, line):
        assert Request.read(line.recv(4096)).command == 'coordinator'
        line.sendall(Answer(say='begun').line)
    assert ENDED in refused(asking)


def test_a_command_that_is_broken_off_by_hand_ends_quietly(machine: Make) -> None:
    with met(machine()) as (asking, line):
        assert Request.read(line.recv(4096)).command == 'coordinator'  # from now on it listens
        asking.interrupts()
        assert ended(asking, code=130) == ('', '')


def test_a_terminal_without_blocks_gets_the_link(server: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('PYTHONIOENCODING', 'ascii')
    assert INVITATION.search(in_a_terminal(server))


def test_a_server_without_its_socket_file_serves_people(machine: Make) -> None:
    server = machine()
    server.data.mkdir()
    (server.data / socket_file.FOLDER).write_text('in the way')
    with server:
        Owner(server).taps('wens', 'werk')
        assert 'commands beside the server do not work' in server.log
        with pytest.raises(CannotDo, match='cannot be reached'):
            connect(server.data)


# bad input on the socket

NONSENSE = [
    b'',
    b'\n',
    b'{',
    b'{"command": "coordi',
    b'[]\n',
    b'{"command": 1}\n',
    b'{"command": "koffie"}\n',
    b'{"command": "coordinator", "as": "root"}\n',
    b'\xff\x00\xfe\n',
    b'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    b'[' * 4000 + b'\n',
    b'x' * 200_000,
]


def tries_to_say(server: Machine, line: bytes) -> socket.socket:
    """As `says`, by who may be hung up on halfway."""
    connection = socket_file.connect(server.data, 20)
    assert connection
    try:
        connection.sendall(line)
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        pass
    return connection


@pytest.mark.parametrize('line', NONSENSE, ids=lambda line: repr(line[:24]))
def test_nonsense_is_answered_with_why_and_harms_nothing(server: Machine, line: bytes) -> None:
    invited = len(list((server.data / 'workers').iterdir()))
    before = len(server.log)
    tries_to_say(server, line).close()  # and nobody waits for the answer
    with tries_to_say(server, line) as connection, connection.makefile('rb') as received:
        assert Answer.read(received.readline()).failed
        assert received.read() == b''
    assert len(list((server.data / 'workers').iterdir())) == invited
    assert 'Traceback' not in server.log[before:]
    assert 'exception' not in server.log[before:]
    with says(server, Request(command='koffie').line) as connection:
        assert Answer.read(connection.recv(4096)).failed


def test_who_hangs_up_once_asked_harms_nothing(server: Machine) -> None:
    owner, before = Owner(server), len(server.log)
    invited = len(list((server.data / 'workers').glob('*')))
    for _ in range(20):
        says(server, Request(command='coordinator').line).close()
    owner.taps('wens', 'werk')
    # whether it was heard before it hung up is not told; the server goes on either way
    joins(server, invites(server), 'Cornelis')
    assert len(list((server.data / 'workers').glob('*'))) > invited
    assert 'Traceback' not in server.log[before:]


def test_many_who_say_nothing_keep_nobody_waiting(server: Machine) -> None:
    silent = [says(server, b'') for _ in range(90)]
    invites(server)
    Owner(server).taps('wens', 'werk')
    for one in silent:
        one.close()


def test_nothing_of_the_socket_counts_as_left_over_or_as_a_compass(begun: Machine) -> None:
    owner = Owner(begun)
    begun.kill()
    begun.start()
    assert owner.page('wens').text
    eventually(lambda: stat.S_ISSOCK(socket_of(begun).stat().st_mode))
    assert sorted(path.name for path in begun.data.iterdir()) == [
        '.lock',
        '.server',
        'compasses',
        'keys',
        'log',
        'workers',
    ]
