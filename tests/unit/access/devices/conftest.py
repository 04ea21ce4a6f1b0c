"""A phone on which a compass was begun, and a worker who looks along."""

import pytest

from model.compass.sharing.sharing import Reach


@pytest.fixture
def own(house):
    """The phone on which the compass was begun, the compass, and its code."""
    phone, compass_id = house.begins(own=True)
    return phone, compass_id, house.code(phone, compass_id)


@pytest.fixture
def noor(house, access, own):
    """A worker who sees everything that is not private."""
    phone, compass_id, _ = own
    worker = house.worker()
    access.shares.ask_by_scan(compass_id, worker)
    access.shares.let(phone, compass_id, worker.id, Reach.EVERYTHING)
    return worker
