"""Owners whose sheet needs their pictures."""

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.plain.picture_pin.cast import closes


@pytest.fixture
def closed(owner: Owner) -> Owner:
    closes(owner)
    return owner


@pytest.fixture
def slowly_opened(full_cost_server: Machine) -> Owner:
    """One whose pictures take as long to weigh as the program takes: the test is marked `full_cost`."""
    owner = Owner(full_cost_server)
    closes(owner)
    return owner
