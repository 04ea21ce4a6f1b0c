"""P17 for the activity: kill -9 while it is written leaves every line whole, and every fact that was acknowledged."""

import random
import subprocess
import sys
import time

from model.storage.files.activity_file import ActivityFile
from tests.server import ROOT
from tests.soak import rounds

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from model.activity import Activity, ActivityKind
from model.storage.files.activity_file import ActivityFile

log, number = ActivityFile(Path(sys.argv[1])), int(sys.argv[2])
while True:
    at = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(minutes=number)
    log.add(Activity(at=at, kind=ActivityKind.SHARED, key=str(number % 5)))
    number += 1
    print(number, flush=True)
"""


def acknowledged(path, number):
    """How many the writer says there are, when it was killed at some moment."""
    command = [sys.executable, '-c', WRITER, str(path), str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        time.sleep(random.uniform(0, 0.2))
        writer.kill()
        return int((first + writer.stdout.read()).splitlines()[-1])


def test_writers_killed_while_writing_lose_no_fact_and_tear_no_line(tmp_path):
    path, number = tmp_path / 'log.jsonl', 0
    for _ in range(rounds(100, 6)):
        least = acknowledged(path, number)
        found = list(ActivityFile(path).backwards())
        number = sum(one.times for one in found)
        assert number in {least, least + 1}
        assert len(found) == len(path.read_bytes().splitlines())
        assert len(found) <= number // 12 + 10
    assert number > 100
