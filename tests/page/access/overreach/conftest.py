"""A worker who wants more than what was shared."""

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.overreaching import Tablet, handed_over
from tests.page.cast.people.colleague import Colleague


@pytest.fixture
def page_of_noor(noor: Colleague, sam: Guest) -> Tablet:
    return Tablet(noor, sam.id)


@pytest.fixture
def tablet(noor: Colleague, sam: Guest) -> Tablet:
    return handed_over(noor, sam.id)
