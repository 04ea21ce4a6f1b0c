"""P17: kill -9 while writing. `python benchmarks/kill.py --rounds 1000` plays the same rounds more often."""

import re
import subprocess
import sys
from pathlib import Path

KILL = Path(__file__).parents[3] / 'benchmarks' / 'kill.py'


def test_two_hundred_writers_killed_while_writing_lose_nothing_they_acknowledged():
    command = [sys.executable, KILL, '--rounds', '200']
    played = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    found = dict(re.findall(r'^(\S.*?) {2,}(\d+)$', played.stdout, re.MULTILINE))
    assert found.get('rounds') == '200', played.stderr
    assert (found['corrupt'], found['acknowledged changes lost'], found['temporary files left']) == (
        '0',
        '0',
        '0',
    )
    assert int(found['saves acknowledged']) > 20  # how many there are depends on what else the machine does
    assert int(found['killed while a save was going on']) > 20
    assert played.returncode == 0
