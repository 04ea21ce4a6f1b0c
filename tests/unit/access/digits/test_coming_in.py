"""A device that was never here comes in with eight digits, as with a sheet: in the same row, and asked about."""

import pytest

from model.access.digits import DIGITS
from model.access.entrance import Comes
from model.access.refusals import NotTheseDigits, PictureAsked, Stranger
from model.access.session import Session
from model.key import Device, Row
from tests.unit.access.cast import CAT, PIN

ADDRESS = '2001:db8:ffff::1'


@pytest.fixture
def digits(access, own):
    return access.digits.show(own[0], own[1])


def no_longer(access, house, digits):
    with pytest.raises(NotTheseDigits):
        access.digits.use(digits, house.address)


def test_they_are_eight_and_others_each_time(access, own):
    shown = {access.digits.show(own[0], own[1]) for _ in range(20)}
    assert {len(one) for one in shown} == {DIGITS}
    assert len(shown) == 20


def test_they_open_the_compass_that_shows_them_and_both_show_one_picture(house, access, own, digits, enters):
    phone, compass_id, _ = own
    new, found = enters(digits, own=True)
    assert found == compass_id
    key = house.key(new, compass_id)
    assert (key.row, key.device, key.sheet_by) == (Row.UNCONFIRMED, Device.PHONE, '')
    assert key.symbol
    assert [(one.id, one.symbol) for one in access.devices.asking(house.open(phone, compass_id))] == [
        (key.id, key.symbol)
    ]
    access.devices.let_in(phone, compass_id, key.id, CAT, private=False)
    assert house.key(new, compass_id).row is Row.CONFIRMED


def test_on_a_device_of_everyone_the_person_is_told_too(house, own, digits, enters):
    new, compass_id = enters(digits)
    assert house.key(new, compass_id).row is Row.EVERYONE
    assert [one.key for one in house.compass(compass_id).arrivals.items] == [house.key(new, compass_id).id]


@pytest.mark.parametrize('written', ['{0} {1}', ' {0}-{1}.', '{0}\n{1}', '\u200e{0}\u00a0{1}'])
def test_what_stands_between_and_around_them_is_no_matter(own, digits, enters, written):
    assert enters(written.format(digits[:4], digits[4:]))[1] == own[1]


def test_digits_of_another_script_are_the_same(own, digits, enters):
    arabic = str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩')
    assert enters(digits.translate(arabic))[1] == own[1]


def test_they_work_once(house, access, digits, enters):
    enters(digits)
    no_longer(access, house, digits)


def test_they_work_for_five_minutes(house, access, own, digits, enters):
    house.wait(minutes=4, seconds=59)
    assert access.digits.work(digits)
    assert enters(digits)[1] == own[1]
    later = access.digits.show(own[0], own[1])
    house.wait(minutes=5)
    assert not access.digits.work(later)
    no_longer(access, house, later)


def test_new_ones_end_those_of_before(house, access, own, digits, enters):
    new = access.digits.show(own[0], own[1])
    no_longer(access, house, digits)
    assert enters(new)[1] == own[1]


def test_those_of_two_compasses_lead_each_to_its_own(house, access, own, digits, enters):
    other, other_id = house.begins(own=True)
    theirs = access.digits.show(other, other_id)
    assert enters(theirs)[1] == other_id
    assert enters(digits)[1] == own[1]


@pytest.mark.parametrize('written', ['', '1234', 'acht cijfers', '123456789', '²²²²²²²²', '0' * 10_000])
def test_what_is_no_eight_digits_opens_nothing(house, access, digits, written):
    no_longer(access, house, written)


def test_after_a_new_code_they_open_nothing(house, access, own, digits):
    access.sheet.renew(own[0], own[1], others_too=False)
    no_longer(access, house, digits)


def test_they_end_with_the_device_that_shows_them(house, access, own, digits):
    access.devices.end(own[0], own[1], house.key(own[0], own[1]).id)
    no_longer(access, house, digits)


def test_they_end_when_that_device_is_the_persons_no_more(house, access, own, digits):
    access.devices.make_everyones(own[0], own[1])
    no_longer(access, house, digits)


def test_a_pass_opens_once(house, access, own, digits):
    token = access.digits.use(digits, house.address)
    access.entrance.enter(Session({}), token, house.address)
    with pytest.raises(Stranger):
        access.entrance.enter(Session({}), token, house.address)


def test_a_pass_is_over_after_five_minutes(house, access, own, digits):
    token = access.digits.use(digits, house.address)
    house.wait(minutes=5)
    with pytest.raises(Stranger):
        access.entrance.enter(Session({}), token, house.address)


async def test_with_a_picture_pin_digits_alone_open_nothing(house, access, own, digits):
    phone, compass_id, code = own
    await house.sets_pin(phone, compass_id)
    new = Session({})
    token = access.digits.use(digits, house.address)
    with pytest.raises(PictureAsked):
        access.entrance.enter(new, token, house.address, comes=Comes.MINE)
    assert not new.keys
    assert code not in str(new.cookie)
    assert await access.entrance.enter_with_picture_pin(new, PIN, house.address) == compass_id
    with pytest.raises(Stranger):
        access.entrance.enter(Session({}), token, house.address)


def test_a_device_that_only_looked_comes_in(house, own, digits, enters):
    looking = house.scans(own[2], Comes.LOOK)
    enters(digits, session=looking)
    assert house.key(looking, own[1]).row is Row.EVERYONE
