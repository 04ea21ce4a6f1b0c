"""`make demo` shows three filled compasses."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.server import ROOT, free_port


def test_the_demo_opens_three_compasses_that_are_filled(tmp_path: Path) -> None:
    environment = os.environ | {'KOMPAS_PORT': str(free_port()), 'KOMPAS_HOST': '127.0.0.1', 'PYTHONPATH': str(ROOT)}
    environment.pop('PYTEST_CURRENT_TEST', None)
    output = tmp_path / 'output'
    with output.open('wb') as log:
        demo = subprocess.Popen([sys.executable, '-u', '-m', 'tools.demo'], cwd=tmp_path, env=environment, stdout=log)
    try:
        for _ in range(200):
            if 'is ready' in output.read_text():
                break
            time.sleep(0.05)
        said = output.read_text()
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(timeout=20)
    assert len(set(re.findall(r'/k#[\w-]{22}', said))) == 3
    compasses = [path.read_text() for path in (tmp_path / 'build' / 'demo').rglob('compass.json')]
    assert len(compasses) == 3
    assert all('"wish_now": "' in compass and '"actions": [{' in compass for compass in compasses)
