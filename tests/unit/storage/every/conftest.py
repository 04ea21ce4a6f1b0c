"""Every storage, one after another: what holds here holds for each of them."""

import pytest

from model.storage.files.storage import open_files
from model.storage.memory.storage import open_memory
from tests.unit.secret import SECRET


@pytest.fixture(params=['files', 'memory'])
def storage(request, folder):
    storage = open_files(folder, SECRET) if request.param == 'files' else open_memory()
    yield storage
    storage.close()


@pytest.fixture
def compasses(storage):
    return storage.compasses


@pytest.fixture
def saved(compasses, now):
    """A compass with a name."""
    compass = compasses.create(now)
    compass.call_me('Sam')
    compasses.save(compass)
    return compass
