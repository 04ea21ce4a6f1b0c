"""`make demo` shows three filled compasses."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.step import Felt
from tests.patience import eventually
from tests.server import ROOT, free_port


def documents(folder: Path) -> list[dict[str, Any]]:
    """The compasses as they lie on disk."""
    files = (folder / 'build' / 'demo').rglob('compass.json')
    return [json.loads(path.read_text())['compass']['1'] for path in files]


@pytest.mark.long
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
    compasses = [Compass.model_validate(row) for row in documents(tmp_path)]
    assert len(compasses) == 3
    assert all(compass.wishes.now and compass.steps.items for compass in compasses)
    lives = [compass.life for compass in compasses]
    assert sum(bool(life.domains) for life in lives) == 2
    filled = [domain for life in lives for domain in life.domains.values()]
    assert {domain.felt for domain in filled} == set(Felt)
    assert all(any(domain.at(place).items for domain in filled) for place in LifePlace)
    assert any(one.on_compass for domain in filled for one in domain.answers)
    assert any(life.to_talk_about for life in lives)
