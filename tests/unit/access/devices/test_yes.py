"""A yes or a no on a device that is confirmed."""

import pytest

from model.access.refusals import PictureAsked, Stranger, TooManyToday
from model.access.table import ANNOUNCED, May, may
from model.compass.part import Part
from model.key import Row
from tests.unit.access.cast import CAT, DOG


@pytest.mark.parametrize('private', [True, False])
def test_a_yes_on_a_confirmed_device_confirms(house, access, own, private):
    phone, compass_id, code = own
    new = house.scans(code, own=True)
    (asking,) = access.devices.asking(house.open(phone, compass_id))
    access.devices.let_in(phone, compass_id, asking.id, CAT, private=private)
    key = house.key(new, compass_id)
    assert (key.row, key.symbol, key.private) == (Row.CONFIRMED, '', private)
    assert house.compass(compass_id).arrivals.items == []


def test_who_says_yes_shows_the_persons_picture_three_tries_a_day(house, access, own):
    phone, compass_id, code = own
    key = house.key(house.scans(code, own=True), compass_id)
    for _ in range(3):
        with pytest.raises(PictureAsked):
            access.devices.let_in(phone, compass_id, key.id, DOG, private=False)
    with pytest.raises(TooManyToday):
        access.devices.let_in(phone, compass_id, key.id, CAT, private=False)
    house.wait(days=1)
    access.devices.let_in(phone, compass_id, key.id, CAT, private=False)


def test_an_unconfirmed_device_says_yes_to_nobody(house, access, own):
    _, compass_id, code = own
    one, other = house.scans(code, own=True), house.scans(code, own=True)
    assert access.devices.asking(house.open(one, compass_id)) == []
    with pytest.raises(Stranger):
        access.devices.let_in(one, compass_id, house.key(other, compass_id).id, CAT, private=True)


def test_a_tablet_that_was_handed_over_vouches_at_the_scan_for_what_it_sees_itself(house, access, own, noor):
    phone, compass_id, code = own
    house.writes(phone, compass_id, 'verdriet', Part.HAPPENED)
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id)
    new = house.scans(code, own=True)
    access.devices.let_in(tablet, compass_id, house.key(new, compass_id).id, CAT, private=True)
    key = house.key(new, compass_id)
    assert (key.row, key.vouched_parts) == (Row.VOUCHED, [Part.LIFE, Part.NUMBERS, Part.OBSTACLES])
    assert Part.HAPPENED not in house.open(new, compass_id).grant.parts
    assert not may(key, house.now) & {May.END, May.RENEW, May.ERASE}
    assert may(key, house.now + ANNOUNCED) >= {May.END, May.RENEW, May.ERASE}


def test_a_quarter_of_an_hour_after_the_scan_it_does_not(house, access, own, noor):
    _, compass_id, code = own
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id)
    new = house.scans(code, own=True)
    house.use(tablet, compass_id, minutes=16)
    with pytest.raises(Stranger):
        access.devices.let_in(tablet, compass_id, house.key(new, compass_id).id, CAT, private=True)


def test_a_no_ends_it(house, access, own):
    phone, compass_id, code = own
    new = house.scans(code, own=True)
    access.devices.refuse(phone, compass_id, house.key(new, compass_id).id)
    with pytest.raises(Stranger):
        house.open(new, compass_id)
    assert house.compass(compass_id).arrivals.items == []
