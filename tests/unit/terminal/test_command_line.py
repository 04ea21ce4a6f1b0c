"""`python main.py COMMAND` on the side of who asks."""

import socket
import threading
from pathlib import Path

import pytest

from model.access.access import Access
from model.settings import Settings
from model.storage.files.storage import open_files
from tests.unit.secret import SECRET
from ui.terminal import command_client, command_line
from ui.terminal.cannot import CannotDo
from ui.terminal.command_client import ENDED, ask
from ui.terminal.commands import COMMANDS, Command
from ui.terminal.messages import Answer


def never(*_: object) -> Settings:
    raise AssertionError('nothing is opened for this')


def unopened(settings: Settings) -> Access:
    raise AssertionError('nothing is opened for this')


@pytest.mark.parametrize('word', ['--help', '-h', 'help'])
def test_help_lists_the_commands_and_needs_nothing(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    command_line.run([word], never, unopened)
    shown = capsys.readouterr().out.splitlines()
    for name, command in COMMANDS.items():
        assert [line.split() for line in shown if line.split()[0] == name] == [[name, *command.help.split()]]


def test_an_unknown_command_is_told_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ('backpu', '', '--halp', '\n\x1b[2J', 'x' * 5000):
        with pytest.raises(CannotDo) as refused:
            command_line.run([name], never, unopened)
        assert str(refused.value).isprintable()
        assert len(str(refused.value)) < 200
        assert all(known in str(refused.value) for known in COMMANDS)


def test_what_stands_behind_a_command_is_refused() -> None:
    with pytest.raises(CannotDo, match='coordinator takes nothing more'):
        command_line.run(['coordinator', 'now'], never, unopened)


def test_without_a_server_the_command_opens_the_data_and_closes_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, 'two', Command('', lambda access: iter(['one', None, 'two'])))
    settings = Settings(data=folder)
    command_line.run(['two'], lambda: settings, lambda settings: Access.of(open_files(folder, SECRET), settings))
    assert capsys.readouterr().out == 'one\ntwo\n'
    open_files(folder, SECRET).close()


def test_the_data_is_closed_when_the_command_fails_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, 'bad', Command('', lambda access: iter([str(1 // len([]))])))
    settings = Settings(data=folder)
    with pytest.raises(CannotDo, match='ZeroDivisionError'):
        command_line.run(['bad'], lambda: settings, lambda settings: Access.of(open_files(folder, SECRET), settings))
    open_files(folder, SECRET).close()


# what a server may answer


def hears(said: bytes) -> list[str]:
    """What is printed when the server hears the request, says this and goes away. Raises `CannotDo`."""

    def serve(theirs: socket.socket) -> None:
        with theirs:
            assert theirs.recv(4096) == b'{"command":"do"}\n'
            theirs.sendall(said)

    ours, theirs = socket.socketpair()
    serving = threading.Thread(target=serve, args=(theirs,))
    serving.start()
    with ours:
        lines = list(ask(ours, 'do'))
    serving.join()
    return lines


def test_what_the_server_says_is_said() -> None:
    said = [Answer(say='one'), Answer(say=''), Answer(say='█▀ two'), Answer(done=True)]
    assert hears(b''.join(answer.line for answer in said)) == ['one', '', '█▀ two']


def test_nothing_the_server_says_commands_the_terminal() -> None:
    said = [Answer(say='a\x1b[2Jb\rc\nd\u202e'), Answer(done=True)]
    assert hears(b''.join(answer.line for answer in said)) == ['a [2Jb c d ']
    with pytest.raises(CannotDo) as refused:
        hears(Answer(failed='no\n\x1b[2J').line)
    assert str(refused.value) == 'no  [2J'


@pytest.mark.parametrize('said', [b'', Answer(say='begins').line])
def test_a_server_that_ends_halfway_did_not_do_it(said: bytes) -> None:
    with pytest.raises(CannotDo, match=ENDED):
        hears(said)


@pytest.mark.parametrize('said', [b'{"say": "beg', b'HTTP/1.1 400 Bad Request\r\n', b'{"other": 1}\n', b'x' * 9000])
def test_what_is_no_answer_is_not_taken_for_one(said: bytes) -> None:
    with pytest.raises(CannotDo):
        hears(said)


def test_a_server_that_hangs_is_not_waited_for_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_client, 'SILENCE', 0.05)
    ours, theirs = socket.socketpair()
    ours.settimeout(command_client.SILENCE)
    with ours, theirs, pytest.raises(CannotDo, match='said nothing'):
        list(ask(ours, 'do'))


def test_a_server_that_went_away_before_it_was_asked_did_not_do_it() -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    with ours, pytest.raises(CannotDo, match=ENDED):
        list(ask(ours, 'do'))
