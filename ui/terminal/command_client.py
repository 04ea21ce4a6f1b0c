"""Asking a command of the running server."""

import socket
from collections.abc import Iterator
from pathlib import Path

from ui.terminal import socket_file
from ui.terminal.cannot import NO_RIGHT, CannotDo
from ui.terminal.messages import LONGEST, Answer, Request

SILENCE = 60.0
"""Seconds in which a server that works says something."""
ENDED = 'the server ended before this was done'


def connect(data: Path) -> socket.socket | None:
    """A connection with the server on a data folder; None when none runs. Raises `CannotDo`."""
    try:
        return socket_file.connect(data, SILENCE)
    except PermissionError:
        raise CannotDo(NO_RIGHT) from None
    except OSError as error:
        raise CannotDo(f'the running server cannot be reached: {error.strerror or error}') from None


def ask(connection: socket.socket, command: str) -> Iterator[str]:
    """The lines the server says, until it is done. Raises `CannotDo`."""
    try:
        connection.sendall(Request(command=command).line)
        with connection.makefile('rb') as received:
            while line := received.readline(LONGEST):
                answer = Answer.read(line)
                if answer.failed:
                    raise CannotDo(_printable(answer.failed))
                if answer.done:
                    return
                yield _printable(answer.say)
    except TimeoutError:
        raise CannotDo(f'the running server said nothing for {SILENCE:.0f} seconds') from None
    except ConnectionError:
        raise CannotDo(ENDED) from None
    raise CannotDo(ENDED)


def _printable(line: str) -> str:
    """Without what would command the terminal of who asked, root perhaps."""
    return ''.join(letter if letter.isprintable() else ' ' for letter in line)
