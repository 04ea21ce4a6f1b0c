""" "Van mij": how a device comes to be the person's own, and is taken back."""

import pytest

from model.access.refusals import PictureAsked, Stranger
from model.access.session import Session
from model.access.table import May
from model.compass.part import EVERY_PART, OPEN_PARTS
from model.key import Row
from tests.unit.access.cast import CAT, DOG, PIN


def test_where_it_was_begun_it_is_confirmed_at_once(house, own):
    phone, compass_id, _ = own
    assert house.key(phone, compass_id).row is Row.CONFIRMED
    assert house.open(phone, compass_id).grant.parts == EVERY_PART


def test_after_a_sheet_it_waits_for_a_yes_and_is_announced(house, own):
    _, compass_id, code = own
    key = house.key(house.scans(code, own=True), compass_id)
    assert (key.row, bool(key.symbol), key.announced) == (Row.UNCONFIRMED, True, house.now)
    assert [one.key for one in house.compass(compass_id).arrivals.items] == [key.id]


def test_where_it_locked_once_it_waits_too(house, access):
    tablet, compass_id = house.begins()
    access.lock.close(tablet)
    access.lock.open(tablet, CAT)
    access.devices.make_own(tablet, compass_id)
    assert house.key(tablet, compass_id).row is Row.UNCONFIRMED


async def test_with_the_picture_pin_it_is_confirmed(house, access, own):
    phone, compass_id, code = own
    await house.sets_pin(phone, compass_id)
    new = Session({})
    with pytest.raises(PictureAsked):
        house.scans(code, session=new)
    await access.entrance.enter_with_picture_pin(new, PIN, house.address)
    access.devices.make_own(new, compass_id)
    assert house.key(new, compass_id).row is Row.CONFIRMED


def test_it_is_not_offered_where_somebody_else_has_a_compass_a_worker_is_or_it_is_everyones(house, access, own):
    _, compass_id, code = own
    other, _ = house.begins(DOG)
    everyones, work = Session({}), house.at_work(house.worker())
    everyones.everyones = True
    for session in (other, everyones, work):
        house.scans(code, session=session)
        assert not access.devices.may_be_own(session, compass_id)
        with pytest.raises(Stranger):
            access.devices.make_own(session, compass_id)


def test_it_can_be_taken_back(house, access, own):
    phone, compass_id, _ = own
    access.devices.make_everyones(phone, compass_id)
    assert house.key(phone, compass_id).row is Row.EVERYONE
    house.wait(minutes=6)
    with pytest.raises(Stranger):
        house.open(phone, compass_id)


def test_a_phone_that_lay_there_for_long_does_not_lock_at_once_by_taking_it_back(house, access, own):
    phone, compass_id, _ = own
    house.wait(days=40)
    access.devices.make_everyones(phone, compass_id)
    assert house.open(phone, compass_id)


def test_whoever_picks_it_up_gets_around_no_picture_by_taking_it_back(house, access, own):
    phone, compass_id, _ = own
    house.writes(phone, compass_id, 'verdriet')
    house.wait(minutes=40)
    assert house.open(phone, compass_id).grant.parts == OPEN_PARTS
    access.devices.make_everyones(phone, compass_id)
    grant = house.open(phone, compass_id).grant
    assert (grant.parts, May.SHARE in grant.may) == (OPEN_PARTS, False)
    access.devices.make_own(phone, compass_id)
    assert house.open(phone, compass_id).grant.parts == OPEN_PARTS


def test_whose_phone_was_never_confirmed_gains_nothing_by_taking_it_back(house, access, own):
    _, compass_id, code = own
    phone = house.scans(code, own=True)
    access.devices.make_everyones(phone, compass_id)
    grant = house.open(phone, compass_id).grant
    assert (grant.parts, May.SHARE in grant.may) == (OPEN_PARTS, False)
    access.devices.make_own(phone, compass_id)
    assert house.key(phone, compass_id).row is Row.UNCONFIRMED
