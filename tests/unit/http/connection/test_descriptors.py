"""As many files as may be, and half of them left for what is no connection."""

import resource
import subprocess
import sys

import pytest

from tests.server import ROOT
from ui.http.connection.descriptors import MOST, backlog, most_connections


@pytest.mark.parametrize('files', [64, 256, 1_024, 4_096, 16_384, 1_000_000])
def test_at_most_half_of_the_files_are_connections(files):
    assert 10 < most_connections(files) < files / 2
    assert most_connections(files) <= MOST
    assert most_connections(files) + backlog(files) < files - 20


def test_sixty_people_have_room_where_nobody_set_anything():
    assert most_connections(1_024) > 60 * 6


def raised(soft: int, hard: int) -> list[int]:
    """What a process says it has, and has, that begins with these limits."""
    program = 'import resource; from ui.http.connection.descriptors import raise_limit; '
    program += 'print(raise_limit(), *resource.getrlimit(resource.RLIMIT_NOFILE))'

    def begin() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    said = subprocess.run([sys.executable, '-c', program], cwd=ROOT, preexec_fn=begin, capture_output=True, check=True)
    return [int(number) for number in said.stdout.split()]


def test_a_server_takes_what_it_may_have():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert hard == resource.RLIM_INFINITY or hard >= 2_000
    assert raised(500, 2_000) == [2_000, 2_000, 2_000]
    assert raised(2_000, 2_000) == [2_000, 2_000, 2_000]
