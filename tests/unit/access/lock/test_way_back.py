"""What counts as another way back to a compass, and what does not."""

from model.access.entrance import Comes
from model.compass.sharing.sharing import Reach
from tests.unit.access.cast import CAT


def test_who_has_another_way_back_is_not_waited_for_a_month(house, access):
    session, compass_id = house.begins()
    house.scans(house.code(session, compass_id))
    access.lock.close(session)
    house.wait(minutes=31)
    assert not access.lock.has_older(session)


def test_a_code_that_was_scanned_is_no_way_back_once_there_is_a_new_one(house, access):
    session, compass_id = house.begins()
    house.scans(house.code(session, compass_id))
    access.sheet.renew(session, compass_id, others_too=True)
    access.entrance.forget(session)
    assert access.lock.open(session, CAT) == compass_id


def test_what_is_not_shared_any_more_is_no_way_back(house, access):
    session, compass_id = house.begins()
    noor = house.worker()
    access.shares.ask_by_scan(compass_id, noor)
    access.shares.let(session, compass_id, noor.id, Reach.EVERYTHING)
    access.shares.let(session, compass_id, noor.id, Reach.NOTHING)
    access.entrance.forget(session)
    assert access.lock.open(session, CAT) == compass_id


def test_whoever_looks_where_a_compass_lies_locked_takes_it_from_nobody(house, access):
    session, compass_id = house.begins()
    token = house.code(session, compass_id)
    house.wait(minutes=10)
    house.scans(token, Comes.LOOK, session)
    access.lock.close(session)
    assert access.lock.open(session, CAT) == compass_id
