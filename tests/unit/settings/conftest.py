"""An environment that says nothing."""

import os

import pytest

from model import settings as module


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch, tmp_path):
    """No `KOMPAS_*` of this machine, and no secret written beside the code."""
    for name in [name for name in os.environ if name.startswith('KOMPAS_')]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, 'lan_address', lambda: '192.168.1.5')
