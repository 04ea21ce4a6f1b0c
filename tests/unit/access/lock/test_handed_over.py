"""The lock of a tablet that was handed over."""

import pytest

from model.access.refusals import Stranger
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, DOG
from tests.unit.access.lock.cast import opens


@pytest.fixture
def lent(house, access):
    """A tablet in the hands of the person, the compass, and the worker."""
    owner, compass_id = house.begins()
    noor = house.worker()
    access.shares.ask_by_scan(compass_id, noor)
    access.shares.let(owner, compass_id, noor.id, Reach.EVERYTHING)
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id)
    return tablet, compass_id, noor


def test_fourteen_silent_minutes_lock_no_tablet_that_was_handed_over(house, lent):
    tablet, compass_id, _ = lent
    house.wait(minutes=14)
    assert opens(house, tablet, compass_id)
    house.wait(minutes=2)
    assert not opens(house, tablet, compass_id)


def test_it_opens_with_the_picture_however_long_ago(house, access, lent):
    tablet, compass_id, _ = lent
    house.wait(hours=5)
    assert access.lock.open(tablet, CAT) == compass_id


def test_after_five_wrong_pictures_the_loan_ends_and_the_worker_takes_it_back(house, access, lent):
    tablet, _, noor = lent
    access.lock.close(tablet)
    for _ in range(4):
        with pytest.raises(Stranger):
            access.lock.open(tablet, DOG)
    assert len(access.lock.quick(tablet)) == 1
    with pytest.raises(Stranger):
        access.lock.open(tablet, DOG)
    assert access.lock.quick(tablet) == []
    access.tablet.take_back(tablet, noor)
    assert access.signed_in.is_here(tablet)


def test_when_the_worker_takes_it_back_nothing_of_the_loan_opens(house, access, lent):
    tablet, compass_id, noor = lent
    access.lock.close(tablet)
    access.tablet.take_back(tablet, noor)
    assert access.lock.quick(tablet) == []
    assert [key.row for key in house.devices(compass_id)] == [Row.EVERYONE]


def test_it_ends_after_half_a_day_however_busy(house, access, lent):
    tablet, compass_id, _ = lent
    house.use(tablet, compass_id, hours=11, minutes=56)
    assert opens(house, tablet, compass_id)
    house.wait(minutes=5)
    assert not opens(house, tablet, compass_id)
    with pytest.raises(Stranger):
        access.lock.open(tablet, CAT)
