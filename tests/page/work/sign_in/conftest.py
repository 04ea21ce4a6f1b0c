"""A worker who signs in."""

import pytest

from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine


@pytest.fixture(scope='module')
def noor(server: Machine) -> Colleague:
    """A worker; whoever signs in as her begins with nothing."""
    return Colleague(server)
