"""Seven announced days in which nobody objects."""

from model.compass.part import OPEN_PARTS
from model.key import Row


def uses(house, session, compass_id, days=0):
    house.wait(days=days)
    house.access.gate.admit(session, compass_id, house.address)
    return house.key(session, compass_id).row


def test_seven_days_in_which_nobody_objects_vouch_for_an_own_device(house, own):
    _, compass_id, code = own
    new = house.scans(code, own=True)
    assert uses(house, new, compass_id, days=6) is Row.UNCONFIRMED
    assert uses(house, new, compass_id, days=1) is Row.VOUCHED
    assert house.open(new, compass_id).grant.parts == OPEN_PARTS


def test_they_do_not_run_while_a_confirmed_device_is_in_use(house, own):
    phone, compass_id, code = own
    new = house.scans(code, own=True)
    for _ in range(6):
        uses(house, phone, compass_id, days=5)
        assert uses(house, new, compass_id) is Row.UNCONFIRMED
    assert uses(house, new, compass_id, days=6) is Row.UNCONFIRMED
    assert uses(house, new, compass_id, days=1) is Row.VOUCHED


def test_they_never_run_for_a_sheet_that_a_worker_printed(house, own, noor):
    _, compass_id, _ = own
    printed = house.printed(house.at_work(noor), compass_id)
    thief = house.scans(printed, own=True)
    assert house.key(thief, compass_id).sheet_by == noor.id
    for _ in range(10):
        assert uses(house, thief, compass_id, days=30) is Row.UNCONFIRMED


def test_the_sheet_of_a_worker_is_another_than_that_of_the_person_and_says_whose_it_is(house, own, noor):
    phone, compass_id, code = own
    printed = house.printed(house.at_work(noor), compass_id)
    assert printed not in {code, house.printed(phone, compass_id)}
    house.scans(printed, own=True)
    assert [one.sheet_by for one in house.compass(compass_id).arrivals.items] == [noor.id]
