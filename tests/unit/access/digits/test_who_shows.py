"""Only a device that is surely the person's shows digits."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import Stranger
from model.key import Row


def shows(house, access, session, compass_id):
    try:
        may = house.open(session, compass_id).grant.is_sure
    except Stranger:  # it opens nothing at all
        may = False
    if may:
        assert access.digits.show(session, compass_id)
    else:
        with pytest.raises(Stranger):
            access.digits.show(session, compass_id)
    return may


@pytest.mark.parametrize('row', list(Row))
def test_a_confirmed_device_and_no_other(house, access, own, row):
    phone, compass_id, _ = own
    house.edit(phone, compass_id, row=row)
    assert shows(house, access, phone, compass_id) is (row is Row.CONFIRMED)


@pytest.mark.parametrize('comes', [Comes.MINE, Comes.LOOK])
def test_no_device_that_came_in_by_a_sheet(house, access, own, comes):
    assert not shows(house, access, house.scans(own[2], comes), own[1])


def test_no_worker_and_no_tablet_that_was_handed_over(house, access, own):
    worker = house.looks_along(own[0], own[1])
    with pytest.raises(Stranger):
        access.digits.show(house.at_work(worker), own[1])
    assert not shows(house, access, house.hands_over(worker, own[1]), own[1])


def test_no_stranger(house, access, own):
    other, _ = house.begins(own=True)
    with pytest.raises(Stranger):
        access.digits.show(other, own[1])
