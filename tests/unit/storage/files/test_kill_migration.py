"""kill -9 while an old data folder is opened. `python benchmarks/kill_migration.py --rounds 1000` plays more rounds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak import rounds

KILL = Path(__file__).parents[4] / 'benchmarks' / 'kill_migration.py'


@pytest.mark.long
def test_a_migration_killed_at_any_step_or_moment_goes_on_at_the_next_start():
    command = [sys.executable, str(KILL), '--rounds', str(rounds(30, 10))]
    played = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    found = {name: int(number) for name, number in re.findall(r'^(\S.*?) {2,}(\d+)$', played.stdout, re.MULTILINE)}
    assert found.get('compasses, visits or files lost') == 0, played.stderr
    assert found['killed at a step'] >= 12  # each of them before another system call
    assert found['killed at a random moment'] > 0  # how many there are depends on what else the machine does
    assert played.returncode == 0
