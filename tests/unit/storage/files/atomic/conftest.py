"""One file, and a folder of somebody to whom rights apply."""

import os
import tempfile
from pathlib import Path

import pytest

from model.storage.files.atomic import AtomicStorage
from model.storage.files.storage import open_files
from tests.unit.secret import SECRET

NOBODY = 65534


@pytest.fixture
def path(tmp_path):
    return tmp_path / 'one.json'


@pytest.fixture
def storage(path):
    return AtomicStorage(path)


@pytest.fixture
def as_ordinary_user():
    """A folder of somebody to whom rights apply; root becomes nobody for a moment."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


@pytest.fixture
def saved(as_ordinary_user, now):
    """The compasses, with one that was saved twice: "eerste", then "tweede"."""
    storage = open_files(as_ordinary_user, SECRET)
    compass = storage.compasses.create(now)
    for nickname in ('eerste', 'tweede'):
        compass.call_me(nickname)
        storage.compasses.save(compass)
    yield storage.compasses, compass, as_ordinary_user / 'compasses' / compass.id
    storage.close()
