"""The hand that draws, with an empty sheet before it."""

import pytest

from tests.browser.cast.made.drawings import sits_down
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.person import Person


@pytest.fixture
def hand(owner: Person) -> Hand:
    """The owner's, with an empty sheet for the album before it."""
    owner.begins()
    return sits_down(owner)
