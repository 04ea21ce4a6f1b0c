"""Someone who sends photos, drawings and voices."""

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.sending import (
    on_own_device,
)


@pytest.fixture
def person(server: Machine) -> Owner:
    """Someone on a device of their own."""
    return on_own_device(server)
