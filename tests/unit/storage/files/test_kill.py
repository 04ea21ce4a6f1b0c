"""P17: kill -9 while writing. `python benchmarks/kill.py --rounds 1000` plays the same rounds more often."""

import re
import subprocess
import sys
from pathlib import Path

from tests.soak import rounds

KILL = Path(__file__).parents[4] / 'benchmarks' / 'kill.py'


ROUNDS = rounds(200, 60)


def test_writers_killed_while_writing_lose_nothing_they_acknowledged():
    command = [sys.executable, str(KILL), '--rounds', str(ROUNDS)]
    played = subprocess.run(command, check=False, capture_output=True, text=True, timeout=280)
    found = dict(re.findall(r'^(\S.*?) {2,}(\d+)$', played.stdout, re.MULTILINE))
    assert found.get('rounds') == str(ROUNDS), played.stderr
    assert (found['corrupt'], found['acknowledged changes lost'], found['temporary files left']) == (
        '0',
        '0',
        '0',
    )
    assert int(found['saves acknowledged']) > ROUNDS // 10  # how many there are depends on what else the machine does
    assert int(found['killed while a save was going on']) > ROUNDS // 10
    assert played.returncode == 0
