"""Who asks and who answers."""

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import on_own_device


@pytest.fixture
def person(server: Machine) -> Owner:
    """Someone on a device of their own."""
    return on_own_device(server)


@pytest.fixture
def helper(person: Owner) -> Worker:
    """Someone with the sheet, on a device that is not the person's."""
    return Worker(person)
