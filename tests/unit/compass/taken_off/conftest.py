"""A compass in a contact, and one of which something was taken off wherever it stood."""

import pytest

from model.compass.compass import Compass
from tests.unit.compass.cast import FATHER, words
from tests.unit.compass.taken_off.cast import KINDS, OWN, Companions


@pytest.fixture
def in_contact(compass, now) -> Compass:
    compass.begin_contact(now)
    return compass


@pytest.fixture
def taken_off(in_contact, today) -> Compass:
    """A compass of which the secret was taken off wherever it stood."""
    for kind in KINDS:
        kind.add(in_contact, FATHER if isinstance(kind, Companions) else words(1), today)
        kind.add(in_contact, OWN, today)
        kind.take_off(in_contact, OWN, today)
    return in_contact
