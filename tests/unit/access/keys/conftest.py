"""The keys of an installation: of a sheet, of an own device and of one of everyone."""

import pytest

from model.access.keys import Keys
from model.key import Kind, Row
from model.storage.files.keys import KeyFiles
from tests.unit.access.keys.cast import COMPASS, SECRET


@pytest.fixture
def keys(folder):
    return Keys(KeyFiles(folder / 'keys'), SECRET)


@pytest.fixture
def sheet(keys, now):
    return keys.issue(COMPASS, Kind.SHEET, now)


@pytest.fixture
def own(keys, now):
    return keys.issue(COMPASS, Kind.DEVICE, now, row=Row.CONFIRMED)


@pytest.fixture
def shared(keys, now):
    return keys.issue(COMPASS, Kind.DEVICE, now)
