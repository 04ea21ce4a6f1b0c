"""A server of which the process can be looked at."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.server import Server


class Machine(Server):
    """A server of which the process can be looked at."""

    @property
    def memory(self) -> float:
        """What it holds, in MB."""
        status = Path(f'/proc/{self.process_id}/status').read_text()
        found = re.search(r'VmRSS:\s+(\d+) kB', status)
        assert found
        return int(found[1]) / 1024

    @contextmanager
    def halted(self, name: str) -> Iterator[None]:
        """Processes that it started, with this in their command, stand still as long as this lasts."""
        found = [int(path.parent.name) for path in Path('/proc').glob('[0-9]*/stat') if self._started(path, name)]
        for pid in found:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in found:
                with suppress(ProcessLookupError):  # it was ended meanwhile
                    os.kill(pid, signal.SIGCONT)

    def _started(self, stat: Path, name: str) -> bool:
        with suppress(FileNotFoundError, ProcessLookupError):  # some end while one looks
            parent = int(stat.read_text().rpartition(')')[2].split()[1])
            return parent == self.process_id and name in stat.with_name('cmdline').read_text()
        return False
