"""A device that came in before types the digits of another in the same hands, and is surely the person's."""

import pytest

from model.access.digits import TRIES
from model.access.entrance import Comes
from model.access.refusals import NotTheseDigits, Stranger
from model.key import Row


def test_they_confirm_once(house, access, own):
    phone, compass_id, code = own
    one, other = house.scans(code, own=True), house.scans(code, own=True)
    digits = access.digits.show(phone, compass_id)
    access.digits.confirm(one, compass_id, f'{digits[:4]} {digits[4:]}')
    assert house.key(one, compass_id).row is Row.CONFIRMED
    with pytest.raises(NotTheseDigits):
        access.digits.confirm(other, compass_id, digits)


def test_what_let_a_device_in_confirms_no_other(house, access, own, enters):
    phone, compass_id, code = own
    new = house.scans(code, own=True)
    digits = access.digits.show(phone, compass_id)
    enters(digits)
    with pytest.raises(NotTheseDigits):
        access.digits.confirm(new, compass_id, digits)


def test_after_five_wrong_ones_or_five_minutes_new_digits_are_needed(house, access, own):
    phone, compass_id, code = own
    new = house.scans(code, own=True)
    digits = access.digits.show(phone, compass_id)
    for number in range(TRIES):
        with pytest.raises(NotTheseDigits):
            access.digits.confirm(new, compass_id, f'{number:07}')
    with pytest.raises(NotTheseDigits):
        access.digits.confirm(new, compass_id, digits)
    digits = access.digits.show(phone, compass_id)
    house.wait(minutes=5)
    with pytest.raises(NotTheseDigits):
        access.digits.confirm(new, compass_id, digits)


def test_those_of_another_compass_confirm_nothing(house, access, own):
    new, (other, other_id) = house.scans(own[2], own=True), house.begins(own=True)
    access.digits.show(own[0], own[1])
    with pytest.raises(NotTheseDigits):
        access.digits.confirm(new, own[1], access.digits.show(other, other_id))


@pytest.mark.parametrize('comes', [Comes.MINE, Comes.LOOK])
def test_no_device_of_others_is_confirmed(house, access, own, comes):
    phone, compass_id, code = own
    other = house.scans(code, comes)
    with pytest.raises(Stranger):
        access.digits.confirm(other, compass_id, access.digits.show(phone, compass_id))
