"""The socket file on which a running server hears commands: where it is, and who may speak through it."""

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = '.server'
NAME = 'commands.sock'
LONGEST_PATH = 100
"""Bytes of a path that every system takes as the address of a socket; Linux takes 107, macOS 103."""

ROOT = 0


def bind(data: Path) -> socket.socket:
    """A new socket file in a data folder, in the place of what a killed server left. Raises `OSError`.

    Only for who has the lock of the data folder. Nobody is heard before the caller listens, and the modes are right
    by then: 0700 for the folder, 0600 for the file.
    """
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    _make_private(folder)
    remove(data)
    bound = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _address(folder) as address:
            bound.bind(address)
        (folder / NAME).chmod(0o600)
    except OSError:
        bound.close()
        raise
    return bound


def remove(data: Path) -> None:
    """Take the socket file away; only for who has the lock of the data folder. Raises `OSError`."""
    (data / FOLDER / NAME).unlink(missing_ok=True)


def connect(data: Path, seconds: float) -> socket.socket | None:
    """A connection that waits so long for each answer; None when no server runs on the data folder.

    Raises `PermissionError` when this user has no right to it, `OSError` when it cannot be reached.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(seconds)
    try:
        with _address(data / FOLDER) as address:
            connection.connect(address)
    except (FileNotFoundError, ConnectionRefusedError):
        connection.close()
        return None
    except OSError:
        connection.close()
        raise
    return connection


def user_behind(connection: socket.socket) -> int | None:
    """The user id of the process at the other end; None on a system that does not tell."""
    if not hasattr(socket, 'SO_PEERCRED'):
        return None
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize('iII'))
    return int(struct.unpack('iII', told)[1])


def may_command(user: int | None) -> bool:
    """Whether this user may command the server: its own user, and root. The modes of the files guard it before this."""
    return user in {None, ROOT, os.geteuid()}


def _make_private(folder: Path) -> None:
    """Close a folder to others, also one that came out of a backup; a link to elsewhere is refused."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        os.fchmod(handle, 0o700)
    finally:
        os.close(handle)


@contextmanager
def _address(folder: Path) -> Iterator[str]:
    """The address of the socket file; by way of an open folder when its path is too long for an address."""
    direct = folder / NAME
    if len(os.fsencode(direct)) <= LONGEST_PATH:
        yield str(direct)
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f'/proc/self/fd/{handle}/{NAME}'
    finally:
        os.close(handle)
