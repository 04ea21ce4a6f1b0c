"""A real server in a process of its own, on a free port of this machine, with its data in a folder of the test."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import urlopen

from model.settings import origin

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
"""Seconds in which a server comes up or ends, on a machine that may be busy."""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return int(probe.getsockname()[1])


class Nursery:
    """Forks servers off a process that has loaded the program already, and knows how each ended."""

    def __init__(self) -> None:
        command = [sys.executable, '-m', 'tests.nursery']
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=plain_environment(), stdin=pipe, stdout=pipe, start_new_session=True
        )
        atexit.register(self._close)

    @property
    def process_id(self) -> int:
        return self._process.pid

    def starts(
        self,
        environment: dict[str, str],
        log: Path,
        *arguments: str,
        least_cost: bool,
        complaints: Path | None = None,
        budgets: dict[str, int] | None = None,
    ) -> int:
        """The process id of a new server or command; without a file of their own, `complaints` stand in the log."""
        asked: dict[str, Any] = {'log': str(log), 'complaints': str(complaints or log), 'arguments': arguments}
        asked |= {'budgets': budgets or {}}
        pid = self._asks(start=asked | {'environment': environment, 'least_cost': least_cost})
        assert pid is not None
        return pid

    def ended(self, pid: int) -> int | None:
        """How a server ended, as `subprocess` says it; None while it goes on. Asked once more, it is not known."""
        return self._asks(ended=pid)

    def _close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(PATIENCE)

    def _asks(self, **question: Any) -> int | None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(question).encode() + b'\n')
        self._process.stdin.flush()
        answer: int | None = json.loads(self._process.stdout.readline())
        return answer


nursery = cache(Nursery)
"""The one of this process. It ends with it, and its servers with that."""


def plain_environment() -> dict[str, str]:
    """That of this process without settings of ours, and without what the framework takes for a test of its own."""
    ours = {name for name in os.environ if name.startswith('KOMPAS_')} | {'PYTEST_CURRENT_TEST'}
    return {name: value for name, value in os.environ.items() if name not in ours}


class Command:
    """`main.py` with arguments: a process of its own, of which both channels are files."""

    def __init__(self, environment: dict[str, str], folder: Path, *arguments: str) -> None:
        self._said, self._complaints = folder / 'said', folder / 'complaints'
        self._pid = nursery().starts(environment, self._said, *arguments, least_cost=True, complaints=self._complaints)

    def interrupts(self) -> None:
        """As Ctrl-C does it."""
        os.kill(self._pid, signal.SIGINT)

    def ends(self) -> tuple[int, str, str]:
        """How it ended, and what it said on both channels."""
        end = time.monotonic() + PATIENCE
        while (code := nursery().ended(self._pid)) is None:
            assert time.monotonic() < end, 'the command does not end'
            time.sleep(0.005)
        return code, self._said.read_text(encoding='utf-8'), self._complaints.read_text(encoding='utf-8')


_begun: dict[int, 'Server'] = {}


def server_at(url: str) -> 'Server':
    """The server of these tests that was begun at an address, or behind the one it says it has."""
    return _begun[urlsplit(url).port or 0]


def begun() -> set['Server']:
    """The servers of these tests whose log is still there."""
    return {server for server in _begun.values() if server._log.exists()}


class Server:
    """`with Server(folder) as server:` is up when the block begins and gone when it ends."""

    def __init__(
        self, folder: Path, *, full_cost: bool = False, budgets: dict[str, int] | None = None, **settings: str
    ) -> None:
        """`settings` are environment variables without `KOMPAS_`, in lower case; `budgets` are smaller ones, by name.

        Passwords and picture PINs are hashed, and the framework's files pressed, at little cost; at that of the
        program with `full_cost`.
        """
        self.folder = folder
        self.data = folder / 'data'
        self.port = free_port()
        self.url = f'http://localhost:{self.port}'
        self._least_cost = not full_cost
        self._budgets = budgets
        self._settings = {
            'DATA': str(self.data),
            'HOST': '127.0.0.1',
            'PORT': str(self.port),
            'URL': self.url,
            # each of the cast says its own address in X-Forwarded-For, as a proxy on this machine does
            'PROXY': '127.0.0.1',
        } | {name.upper(): value for name, value in settings.items()}
        self._pid = 0

    @property
    def origin(self) -> str:
        """Where its pages stand, as a browser says it."""
        return origin(self._settings['URL'])

    @property
    def log(self) -> str:
        """All the server printed, this time and before."""
        return self._log.read_text(errors='replace')

    @property
    def _log(self) -> Path:
        return self.folder / 'server.log'

    @property
    def is_up(self) -> bool:
        """Whether its process is there."""
        if self._pid and nursery().ended(self._pid) is not None:
            self._pid = 0
        return bool(self._pid)

    @property
    def process_id(self) -> int:
        assert self._pid
        return self._pid

    def start(self) -> Self:
        for url in (self.url, self._settings['URL']):
            _begun[urlsplit(url).port or 0] = self
        self._pid = nursery().starts(self.environment(), self._log, least_cost=self._least_cost, budgets=self._budgets)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self.is_up:
                raise RuntimeError(f'the server ended at once:\n{self.log}')
            try:
                urlopen(f'{self.url}/gezond', timeout=2).close()
            except OSError:
                time.sleep(0.01)
            else:
                return self
        raise RuntimeError(f'the server did not come up:\n{self.log}')

    def stop(self) -> None:
        """As an administrator does it."""
        self._ends_by(signal.SIGTERM)

    def kill(self) -> None:
        """As a power failure does it."""
        self._ends_by(signal.SIGKILL)

    def _ends_by(self, order: signal.Signals) -> None:
        if not self.is_up:
            return
        os.kill(self._pid, order)
        end = time.monotonic() + PATIENCE
        while self.is_up:
            assert time.monotonic() < end, 'the server does not end'
            time.sleep(0.005)

    def environment(self, **settings: str) -> dict[str, str]:
        """What it is started in; `settings` change its own."""
        changed = self._settings | {name.upper(): value for name, value in settings.items()}
        return plain_environment() | {f'KOMPAS_{name}': value for name, value in changed.items()}

    def command(self, *arguments: str, **settings: str) -> Command:
        """`main.py` with arguments, begun beside the server by who runs the machine; `settings` change the server's."""
        return Command(self.environment(**settings), Path(mkdtemp(dir=self.folder)), *arguments)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
