"""What a process that shut itself in can still do."""

import sys

import pytest

from model.processes.shut_in import CPU_SECONDS, LARGEST_FILE, MEMORY, NICENESS
from model.processes.start import piped

SAYS = """
import os, resource
from model.processes.shut_in import shut_in
before = os.nice(0)
shut_in(writes={writes})
names = ('AS', 'CPU', 'CORE', 'FSIZE', 'NOFILE')
print(os.nice(0) - before, *(resource.getrlimit(getattr(resource, f'RLIMIT_{{name}}'))[1] for name in names))
"""


def limits(*, writes: bool) -> list[int]:
    """How much further back in line it stands, and what it may have of memory, time, core, file and files."""
    with piped(sys.executable, '-c', SAYS.format(writes=writes)) as worker:
        return [int(number) for number in worker.communicate()[0].split()]


def test_what_writes_opens_nothing_more():
    assert limits(writes=True) == [NICENESS, MEMORY, CPU_SECONDS, 0, LARGEST_FILE, 0]


def test_what_reads_writes_no_file():
    *most, files = limits(writes=False)
    assert most == [NICENESS, MEMORY, CPU_SECONDS, 0, 0]
    assert files > 0


OPENS, CONNECTS = "os.open('/dev/null', os.O_RDONLY)", 'socket.socket()'
WRITES = "os.write(os.memfd_create('one'), b'x')"


@pytest.mark.parametrize(
    ('writes', 'tried', 'can'),
    [(True, OPENS, False), (True, CONNECTS, False), (False, WRITES, False), (False, OPENS, True)],
)
def test_what_it_tries_after_that(writes, tried, can):
    text = f'import os, socket; from model.processes.shut_in import shut_in; shut_in(writes={writes}); {tried}'
    with piped(sys.executable, '-c', text) as worker:
        worker.communicate()
    assert (worker.returncode == 0) is can
