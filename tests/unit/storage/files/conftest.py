"""What is special to files."""

import pytest

from model.compass.answer import Answer
from model.storage.files.document import FILE


@pytest.fixture
def compasses(storage):
    return storage.compasses


@pytest.fixture
def saved(compasses, now, today):
    compass = compasses.create(now)
    compass.strengths.choose('belong', Answer(tile='father'), today)
    compasses.save(compass)
    return compass


@pytest.fixture
def home(folder, saved):
    """The folder of `saved`."""
    return folder / 'compasses' / saved.id


@pytest.fixture
def path(home):
    """The document of `saved`."""
    return home / FILE
