"""The phone of somebody with a compass, and others that come."""

import pytest

from model.access.entrance import Comes
from model.access.session import Session
from model.key import Device


@pytest.fixture
def own(house):
    """The phone on which the compass was begun, the compass, and its code."""
    phone, compass_id = house.begins(own=True)
    return phone, compass_id, house.code(phone, compass_id)


@pytest.fixture
def enters(house, access):
    """Somebody types digits on a device that was never here."""

    def enter(digits, address=None, session=None, *, own=False):
        session = Session({}) if session is None else session
        token = access.digits.use(digits, address or house.address)
        found = access.entrance.enter(session, token, house.address, comes=Comes.MINE, device=Device.PHONE)
        if own:
            access.devices.make_own(session, found)
        return session, found

    return enter
