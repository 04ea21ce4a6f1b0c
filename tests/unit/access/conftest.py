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


@pytest.fixture
def sam(house):
    """The person's phone and their compass."""
    return house.begins(own=True)


@pytest.fixture
def compass_id(sam):
    return sam[1]


@pytest.fixture
def phone(sam):
    return sam[0]


@pytest.fixture
def noor(house, phone, compass_id):
    return house.looks_along(phone, compass_id)


@pytest.fixture
def lent(house, noor, compass_id):
    return house.hands_over(noor, compass_id)
