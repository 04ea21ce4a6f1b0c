"""When a compass goes: by the person's hand, or because nobody can open it any more."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import NoSuchCompass, PictureAsked, Stranger, TooManyToday
from model.access.table import ANNOUNCED
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, DOG


@pytest.fixture
def swept(house, access):
    """Whether a compass is gone after the sweep."""

    def is_gone(compass_id):
        list(access.erasing.sweep())
        try:
            house.compass(compass_id)
        except NoSuchCompass:
            return True
        return False

    return is_gone


# by the sweep


def test_an_empty_one_goes_after_a_day(house, access, swept):
    compass_id = access.entrance.begin(house.begins()[0], 'nl', house.address).id
    assert not swept(compass_id)
    house.wait(days=1, seconds=1)
    assert swept(compass_id)


def test_one_that_locked_and_whose_code_was_never_out_of_here_goes_after_a_month(house, access, swept):
    session, compass_id = house.begins()
    access.lock.close(session)
    house.wait(days=30)
    assert not swept(compass_id)
    house.wait(seconds=1)
    assert swept(compass_id)


def test_the_month_begins_with_the_last_use(house, access, swept):
    session, compass_id = house.begins()
    access.lock.close(session)
    house.wait(days=29)
    access.lock.open_older(session, CAT, ('father', 'humour', 'work'))
    house.wait(days=29)
    assert not swept(compass_id)


@pytest.mark.parametrize('way', ['shown', 'printed', 'scanned', 'looked at', 'shared'])
def test_one_whose_code_was_out_of_here_stays(house, access, swept, way):
    session, compass_id = house.begins()
    if way == 'shared':
        noor = house.worker()
        access.shares.ask_by_scan(compass_id, noor)
        access.shares.let(session, compass_id, noor.id, Reach.STEPS)
    elif way == 'shown':
        house.code(session, compass_id)
    elif way == 'printed':
        house.printed(session, compass_id)
    else:
        code = access.sheet.address(house.open(session, compass_id)).split('#')[1]
        house.scans(code, Comes.MINE if way == 'scanned' else Comes.LOOK)
    access.entrance.forget(session)
    house.wait(days=400)
    assert not swept(compass_id)


def test_one_on_an_own_device_stays_as_long_as_that_is_remembered(house, swept):
    _, compass_id = house.begins(own=True)
    house.wait(days=365)
    assert not swept(compass_id)
    house.wait(days=1)
    assert swept(compass_id)


def test_one_that_was_begun_at_a_desk_and_shared_with_nobody_goes_after_a_month(house, access, swept):
    noor = house.worker()
    tablet = house.at_work(noor)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    house.fills(tablet, compass_id)
    access.shares.let(tablet, compass_id, noor.id, Reach.NOTHING)
    access.tablet.take_back(tablet, noor)
    house.wait(days=29)
    assert not swept(compass_id)
    house.wait(days=2)
    assert swept(compass_id)


# by the person


def test_it_asks_the_persons_picture_three_tries_a_day(house, access):
    phone, compass_id = house.begins(own=True)
    for _ in range(3):
        with pytest.raises(PictureAsked):
            access.erasing.erase(phone, compass_id, DOG)
    with pytest.raises(TooManyToday):
        access.erasing.erase(phone, compass_id, CAT)
    assert house.compass(compass_id)


def test_everything_is_closed_everywhere_at_once_and_one_day_later_gone(house, access, swept):
    phone, compass_id = house.begins(own=True)
    code = house.code(phone, compass_id)
    other = house.scans(code)
    ended: list[str] = []
    access.keys.ended.connect(ended.append, weak=False)
    their = house.key(other, compass_id).id
    access.erasing.erase(phone, compass_id, CAT)
    assert their in ended
    for session in (phone, other):
        with pytest.raises((Stranger, NoSuchCompass)):
            house.open(session, compass_id)
    with pytest.raises(Stranger):
        house.scans(code)
    house.wait(days=1, seconds=1)
    assert swept(compass_id)
    with pytest.raises(Stranger):
        access.erasing.bring_back(phone, compass_id)


def test_for_a_day_it_can_be_taken_back_on_that_device_alone(house, access):
    phone, compass_id = house.begins(own=True)
    other = house.scans(house.code(phone, compass_id))
    access.erasing.erase(phone, compass_id, CAT)
    house.wait(hours=23)
    with pytest.raises(Stranger):
        access.erasing.bring_back(other, compass_id)
    access.erasing.bring_back(phone, compass_id)
    assert house.open(phone, compass_id).seen.avatar == CAT
    assert [key.row for key in house.devices(compass_id)] == [Row.CONFIRMED]


def test_what_was_brought_back_has_a_code_again_and_no_way_back_but_this_device(house, access):
    tablet, compass_id = house.begins()
    house.scans(house.code(tablet, compass_id))
    access.erasing.erase(tablet, compass_id, CAT)
    access.erasing.bring_back(tablet, compass_id)
    assert not access.entrance.has_way_back(house.open(tablet, compass_id))
    assert house.scans(house.code(tablet, compass_id)).keys


def test_a_vouched_device_may_from_the_day_it_says(house, access):
    phone, compass_id = house.begins(own=True)
    new = house.scans(house.code(phone, compass_id), own=True)
    house.edit(new, compass_id, row=Row.VOUCHED, announced=house.now)
    from_when = access.erasing.may_from(house.open(new, compass_id))
    assert from_when == house.now + ANNOUNCED
    with pytest.raises(Stranger):
        access.erasing.erase(new, compass_id, CAT)
    house.wait(days=ANNOUNCED.days)
    assert access.erasing.may_from(house.open(new, compass_id)) is None
    access.erasing.erase(new, compass_id, CAT)


def test_waiting_does_not_help_an_unconfirmed_device(house, access):
    phone, compass_id = house.begins(own=True)
    new = house.scans(house.code(phone, compass_id), own=True)
    opened = house.open(new, compass_id)
    assert (access.erasing.may_erase(opened), access.erasing.may_from(opened)) == (False, None)
