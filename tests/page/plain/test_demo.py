"""`make demo` shows three filled compasses."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from tests.page.cast.people import eventually
from tests.server import ROOT, free_port


def test_the_demo_opens_three_compasses_that_are_filled(tmp_path: Path) -> None:
    environment = os.environ | {'KOMPAS_PORT': str(free_port()), 'KOMPAS_HOST': '127.0.0.1', 'PYTHONPATH': str(ROOT)}
    environment.pop('PYTEST_CURRENT_TEST', None)
    output = tmp_path / 'output'
    with output.open('wb') as log:
        demo = subprocess.Popen([sys.executable, '-u', '-m', 'tools.demo'], cwd=tmp_path, env=environment, stdout=log)
    try:
        eventually(lambda: 'is ready' in output.read_text(), 'the demo is not there', seconds=120)
        said = output.read_text()
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(timeout=60)
    assert len(set(re.findall(r'/k#[\w-]{22}', said))) == 3
    compasses = [path.read_text() for path in (tmp_path / 'build' / 'demo').rglob('compass.json')]
    assert len(compasses) == 3
    assert all('"now": "' in compass and '"steps": {"items": [{' in compass for compass in compasses)
