"""The socket file on which a running server hears commands: where it is, and who may speak through it."""

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ELOOP
from pathlib import Path

from model.no_links import make_folder, unlinked

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
    folder = _folder(data)
    make_folder(folder)
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
        with _address(_folder(data)) as address:
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


def _folder(data: Path) -> Path:
    """Where the socket file lies. Where the data lies may be said by a link; in it there are none."""
    return data.resolve() / FOLDER


def _make_private(folder: Path) -> None:
    """Close a folder to others, also one that came out of a backup; a link to elsewhere is refused."""
    handle = unlinked(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fchmod(handle, 0o700)
    finally:
        os.close(handle)


@contextmanager
def _address(folder: Path) -> Iterator[str]:
    """The address of the socket file; by way of an open folder when its path is too long for an address."""
    direct = folder / NAME
    if direct.is_symlink():
        raise OSError(ELOOP, os.strerror(ELOOP))
    if len(os.fsencode(direct)) <= LONGEST_PATH:
        yield str(direct)
        return
    handle = unlinked(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f'/proc/self/fd/{handle}/{NAME}'
    finally:
        os.close(handle)
