"""Contacts for what is printed of a story."""

from datetime import timedelta

import pytest

from model.compass.contact import Contact, Visit


@pytest.fixture
def ends(now):
    """Ends a contact so many days ago, with a compass as it is; returns the visit."""

    def end(compass, days_ago=30):
        then = now - timedelta(days=days_ago)
        return Visit.of(compass, Contact(began=then), then, without_step=False)

    return end
