"""One house in memory for the tests of this room."""

import pytest

from tests.unit.access.cast import House


@pytest.fixture
def house():
    house = House()
    yield house
    house.close()


@pytest.fixture
def access(house):
    return house.access
