"""A worker who signs in."""

import pytest

from tests.page.cast.people import Colleague, Machine


@pytest.fixture(scope='module')
def noor(server: Machine) -> Colleague:
    """A worker; whoever signs in as her begins with nothing."""
    return Colleague(server)
