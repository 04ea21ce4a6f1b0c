"""How many devices there may be, and who goes first."""

import pytest

from model.access.compass_keys import MOST_DEVICES
from model.access.entrance import Comes
from model.access.refusals import Full, Stranger
from model.access.session import Session
from model.key import Row


def rows(house, compass_id):
    return [key.row for key in house.devices(compass_id)]


def test_of_800_devices_of_one_sheet_20_are_left_and_the_persons_own_among_them(house, own):
    phone, compass_id, code = own
    for _ in range(800):
        house.scans(code, Comes.LOOK)
    assert len(house.devices(compass_id)) == MOST_DEVICES
    assert house.open(phone, compass_id).grant.may
    assert len(house.compass(compass_id).arrivals.items) <= MOST_DEVICES


def test_who_looks_and_everyones_devices_go_first_the_longest_unused_before_others(house, own):
    _, compass_id, code = own
    phones = [house.scans(code, own=True) for _ in range(MOST_DEVICES - 4)]
    for comes in (Comes.MINE, Comes.LOOK, Comes.MINE):
        house.wait(seconds=1)
        house.scans(code, comes)
    for gone in (1, 2, 3):
        house.wait(seconds=1)
        house.scans(code, own=True)
        assert sum(row in {Row.EVERYONE, Row.LOOKING} for row in rows(house, compass_id)) == 3 - gone
    house.wait(seconds=1)
    house.scans(code, own=True)
    with pytest.raises(Stranger):
        house.open(phones[0], compass_id)
    assert all(house.open(phone, compass_id) for phone in phones[1:])


def test_when_all_are_surely_the_persons_a_newcomer_gets_a_sentence(house, own):
    _, compass_id, code = own
    for _ in range(MOST_DEVICES - 1):
        house.edit(house.scans(code, own=True), compass_id, row=Row.CONFIRMED)
    newcomer = Session({})
    with pytest.raises(Full):
        house.scans(code, session=newcomer)
    assert newcomer.keys == {}
    assert len(house.devices(compass_id)) == MOST_DEVICES


def test_a_device_that_is_the_only_way_to_a_compass_makes_room_for_nobody(house, own):
    tablet, compass_id = house.begins()
    code = house.code(tablet, compass_id)
    for _ in range(MOST_DEVICES + 5):
        house.scans(code, Comes.LOOK)
    assert house.open(tablet, compass_id)
