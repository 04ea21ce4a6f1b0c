"""A compass begun at the desk is not lost with the loan, whatever the person answers and however it ends."""

import pytest

from model.access.lock import THINGS_SHOWN
from model.access.refusals import Stranger
from model.access.table import BASIC, may
from model.compass.part import OPEN_PARTS
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, DOG, KNOWN


@pytest.fixture
def noor(house):
    return house.worker()


@pytest.fixture
def tablet(house, noor):
    return house.at_work(noor)


@pytest.fixture
def compass_id(house, access, tablet):
    """Filled in by the person, who did not answer whether the worker may look along, and took no code."""
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    house.fills(tablet, compass_id)
    return compass_id


def taken_back(house, access, noor, tablet, compass_id):
    access.tablet.take_back(tablet, noor)


def goodbye(house, access, noor, tablet, compass_id):
    access.entrance.forget(tablet)


def left_for_a_day(house, access, noor, tablet, compass_id):
    house.wait(hours=13)


def five_wrong_pictures(house, access, noor, tablet, compass_id):
    house.wait(minutes=20)
    for _ in range(5):
        with pytest.raises(Stranger):
            access.lock.open(tablet, DOG)


def account_ended(house, access, noor, tablet, compass_id):
    boss = house.worker('Ina')
    boss.coordinator = True
    access.workers.save(boss)
    access.accounts.switch_off(house.at_work(boss), noor.id)


ENDS = [taken_back, goodbye, left_for_a_day, five_wrong_pictures, account_ended]


@pytest.mark.parametrize('end', ENDS)
def test_the_person_comes_back_on_that_tablet(house, access, noor, tablet, compass_id, end):
    end(house, access, noor, tablet, compass_id)
    with pytest.raises(Stranger):
        house.open(tablet, compass_id)
    assert access.lock.has_older(tablet)
    assert access.lock.open_older(tablet, CAT, KNOWN) == compass_id
    assert house.open(tablet, compass_id).grant.parts == OPEN_PARTS
    key = house.key(tablet, compass_id)
    assert (key.row, may(key, house.now)) == (Row.EVERYONE, BASIC)


def test_a_picture_alone_is_not_enough(house, access, noor, tablet, compass_id):
    access.tablet.take_back(tablet, noor)
    with pytest.raises(Stranger):
        access.lock.open(tablet, CAT)
    assert not access.lock.quick(tablet)
    assert len(access.lock.things(tablet, CAT)) == THINGS_SHOWN


def test_while_the_loan_goes_on_it_opens_with_the_picture_and_nothing_else_is_asked(house, access, tablet, compass_id):
    house.wait(minutes=20)
    assert not access.lock.has_older(tablet)
    assert access.lock.open(tablet, CAT) == compass_id
    assert house.key(tablet, compass_id).row is Row.HANDED_OVER


@pytest.mark.parametrize('answer', [Reach.EVERYTHING, Reach.STEPS])
def test_after_a_yes_the_worker_finds_nothing_to_open_on_the_tablet(house, access, noor, tablet, compass_id, answer):
    access.shares.let(tablet, compass_id, noor.id, answer)
    access.tablet.take_back(tablet, noor)
    assert not access.lock.has_older(tablet)


def test_nor_once_the_code_was_scanned(house, access, noor, tablet, compass_id):
    house.scans(house.code(tablet, compass_id), own=True)
    access.tablet.take_back(tablet, noor)
    assert not access.lock.has_older(tablet)


def test_a_month_later_it_is_gone(house, access, noor, tablet, compass_id):
    access.tablet.take_back(tablet, noor)
    house.wait(days=29)
    assert access.lock.has_older(tablet)
    house.wait(days=2)
    assert not access.lock.has_older(tablet)
