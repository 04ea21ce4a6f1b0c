"""A real server in a process of its own, on a free port of this machine, with its data in a folder of the test."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return int(probe.getsockname()[1])


class Server:
    """`with Server(folder) as server:` is up when the block begins and gone when it ends."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`settings` are environment variables without `KOMPAS_`, in lower case."""
        self.folder = folder
        self.data = folder / 'data'
        self.port = free_port()
        self.url = f'http://localhost:{self.port}'
        self._settings = {
            'DATA': str(self.data),
            'HOST': '127.0.0.1',
            'PORT': str(self.port),
            'URL': self.url,
            # each of the cast says its own address in X-Forwarded-For, as a proxy on this machine does
            'PROXY': '127.0.0.1',
        } | {name.upper(): value for name, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """All the server printed, this time and before."""
        return (self.folder / 'server.log').read_text(errors='replace')

    def start(self) -> Self:
        environment = {name: value for name, value in os.environ.items() if not name.startswith('KOMPAS_')}
        environment |= {f'KOMPAS_{name}': value for name, value in self._settings.items()}
        # the framework would take the test runner for its own user simulation
        environment.pop('PYTEST_CURRENT_TEST', None)
        with (self.folder / 'server.log').open('ab') as log:
            self._process = subprocess.Popen(
                [sys.executable, 'main.py'], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        for _ in range(300):
            if self._process.poll() is not None:
                raise RuntimeError(f'the server ended at once:\n{self.log}')
            try:
                urlopen(f'{self.url}/gezond', timeout=2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise RuntimeError(f'the server did not come up:\n{self.log}')

    def stop(self) -> None:
        """As an administrator does it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)

    def kill(self) -> None:
        """As a power failure does it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=20)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
