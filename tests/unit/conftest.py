"""The cast of the unit tests: one moment, one folder, one storage, one compass."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.step import Step
from model.storage.files.storage import open_files
from tests.unit.secret import SECRET


@pytest.fixture
def now() -> datetime:
    """A Sunday morning in Amsterdam."""
    return datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo('Europe/Amsterdam'))


@pytest.fixture
def today(now) -> date:
    return now.date()


@pytest.fixture
def yesterday(today) -> date:
    return today - timedelta(days=1)


@pytest.fixture
def tomorrow(today) -> date:
    return today + timedelta(days=1)


@pytest.fixture
def folder(tmp_path) -> Path:
    """The data folder of `storage`."""
    return tmp_path / 'data'


@pytest.fixture
def storage(folder):
    """In files."""
    storage = open_files(folder, SECRET)
    yield storage
    storage.close()


@pytest.fixture
def compass(now) -> Compass:
    """An empty compass that is not stored."""
    return Compass(made=now)


@pytest.fixture
def step(compass, today) -> Step:
    """One on `compass`, outside any contact."""
    return compass.steps.start(Answer(tile='walk'), today)
