"""What is put down or said goodbye to is locked, and nothing is lost."""

from itertools import cycle, islice

import pytest

from model.access.entrance import Comes
from model.access.held import MOST_HELD
from model.access.refusals import Locked
from model.access.session import Session
from model.compass.part import OPEN_PARTS
from tests.unit.access.cast import CAT, DOG
from tests.unit.access.lock.cast import PICTURES, opens


def test_a_shared_device_locks_after_five_minutes_and_opens_with_the_picture(house, access):
    session, compass_id = house.begins(CAT)
    house.wait(minutes=6)
    with pytest.raises(Locked):
        house.open(session, compass_id)
    assert access.lock.open(session, CAT) == compass_id
    assert opens(house, session, compass_id)


def test_an_own_phone_never_locks(house, access):
    session, compass_id = house.begins(own=True)
    assert not access.lock.close(session)
    house.wait(days=300)
    assert opens(house, session, compass_id)


def test_a_locked_key_leaves_the_cookie_and_lies_under_one_handle(house, access):
    session = Session({})
    for picture in PICTURES[:4]:
        house.begins(picture, session)
    assert access.lock.close(session)
    assert session.keys == {}
    assert len(session.locked) == 22
    assert len(access.lock.quick(session)) == 4


def test_what_was_opened_again_shows_nothing_private_and_may_no_more_than_an_unconfirmed_device(house, access):
    session, compass_id = house.begins()
    house.writes(session, compass_id, 'verdriet')
    access.lock.close(session)
    access.lock.open(session, CAT)
    grant = house.open(session, compass_id).grant
    assert grant.parts == OPEN_PARTS
    assert house.key(session, compass_id).was_locked


def test_who_only_looked_comes_back_with_the_sheet_alone(house, access):
    owner, compass_id = house.begins()
    looking = house.scans(house.code(owner, compass_id), Comes.LOOK)
    assert not access.lock.close(looking)
    assert (looking.keys, looking.locked) == ({}, '')


def test_goodbye_takes_away_what_has_another_way_back(house, access):
    owner, compass_id = house.begins()
    house.scans(house.code(owner, compass_id))
    access.entrance.forget(owner)
    assert (owner.keys, owner.locked) == ({}, '')


def test_goodbye_without_a_way_back_locks(house, access):
    session, compass_id = house.begins()
    access.entrance.forget(session)
    assert access.lock.open(session, CAT) == compass_id


def test_a_worker_who_signs_in_where_somebody_forgot_goodbye_sees_nothing_and_loses_nothing(house, access):
    session, compass_id = house.begins()
    house.at_work(house.worker(), session)
    assert not opens(house, session, compass_id)
    access.signed_in.stop(session)
    assert access.lock.open(session, CAT) == compass_id


def test_a_browser_that_begins_too_many_locks_the_oldest_and_loses_none(house, access):
    session = Session({})
    begun = [house.begins(picture, session)[1] for picture in islice(cycle(PICTURES), MOST_HELD + 3)]
    assert len(session.keys) == MOST_HELD
    assert {compass.id for compass in access.lock.quick(session)} == set(begun[:3])


def test_a_compass_of_ones_own_is_never_pushed_out_by_others(house):
    session, mine = house.begins(own=True)
    for _ in range(MOST_HELD + 3):
        house.begins(DOG, session)
    house.wait(days=60)
    assert opens(house, session, mine)
