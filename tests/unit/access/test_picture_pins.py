"""The picture PIN: where it may be set, what it opens, and how often it may be wrong."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import Locked, NotHere, PictureAsked, Stranger
from model.access.session import Session
from model.compass.part import EVERY_PART, OPEN_PARTS
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, PIN, WRONG_PIN


@pytest.fixture
def sam(house):
    """A shared tablet on which somebody without a phone began, and their compass."""
    return house.begins()


@pytest.fixture
def tablet(sam):
    return sam[0]


@pytest.fixture
def compass_id(sam):
    return sam[1]


@pytest.fixture
def code(house, tablet, compass_id):
    return house.code(tablet, compass_id)


@pytest.fixture
def noor(house, tablet, compass_id):
    return house.looks_along(tablet, compass_id)


def may_set(house, session, compass_id):
    return house.access.picture_pins.may_set(house.open(session, compass_id))


# where it is set


def test_it_can_be_set_wherever_all_private_words_can_be_seen(house, tablet, compass_id, code, noor):
    lent = house.hands_over(noor, compass_id)
    assert may_set(house, tablet, compass_id)
    assert may_set(house, lent, compass_id)
    assert not may_set(house, house.scans(code, own=True), compass_id)
    house.writes(tablet, compass_id, 'verdriet')
    assert may_set(house, tablet, compass_id)
    assert not may_set(house, lent, compass_id)


async def test_no_worker_and_nobody_who_only_looks_sets_it(house, access, tablet, compass_id, code, noor):
    for session in (house.scans(code, Comes.LOOK), house.at_work(noor)):
        with pytest.raises(Stranger):
            await access.picture_pins.set(session, compass_id, PIN)
    assert not house.compass(compass_id).picture_pin.is_set


async def test_once_it_is_set_it_is_changed_where_it_was_tapped_or_it_is_surely_the_person(
    house, access, tablet, compass_id, noor
):
    await house.sets_pin(tablet, compass_id)
    lent = house.hands_over(noor, compass_id)
    assert may_set(house, tablet, compass_id)
    assert not may_set(house, lent, compass_id)
    await access.picture_pins.open_private(lent, compass_id, PIN)
    assert may_set(house, lent, compass_id)
    access.picture_pins.remove(lent, compass_id)
    assert not house.compass(compass_id).picture_pin.is_set


async def test_a_tablet_handed_to_nobody_sets_none_while_the_person_has_a_phone(
    house, access, tablet, compass_id, noor
):
    """With one of their own choice the lender would answer for the person, and open what is private."""
    access.devices.make_own(tablet, compass_id)
    lent = house.hands_over(noor, compass_id)
    assert not may_set(house, lent, compass_id)
    with pytest.raises(Stranger):
        await access.picture_pins.set(lent, compass_id, PIN)


# what it opens


@pytest.mark.parametrize('row', ['unconfirmed', 'everyones', 'lent', 'was locked'])
async def test_it_opens_what_is_private_on_every_row_of_the_person(house, access, tablet, compass_id, code, noor, row):
    session = {
        'unconfirmed': lambda: house.scans(code, own=True),
        'everyones': lambda: house.scans(code),
        'lent': lambda: house.hands_over(noor, compass_id),
        'was locked': lambda: tablet,
    }[row]()
    await house.sets_pin(tablet, compass_id)
    house.writes(tablet, compass_id, 'verdriet')
    if row == 'was locked':
        access.lock.close(tablet)
        access.lock.open(tablet, CAT)
    assert house.open(session, compass_id).grant.parts < EVERY_PART
    await access.picture_pins.open_private(session, compass_id, PIN)
    assert house.open(session, compass_id).grant.parts == EVERY_PART
    assert access.picture_pins.may_open(house.open(session, compass_id)) is False


async def test_it_confirms_a_device_of_ones_own_and_no_other(house, access, tablet, compass_id, code):
    own, shared = house.scans(code, own=True), house.scans(code)
    await house.sets_pin(tablet, compass_id)
    for session in (own, shared):
        await access.picture_pins.open_private(session, compass_id, PIN)
    assert [house.key(one, compass_id).row for one in (own, shared)] == [Row.CONFIRMED, Row.EVERYONE]


async def test_until_the_next_lock(house, access, tablet, compass_id, code):
    shared = house.scans(code)
    await house.sets_pin(tablet, compass_id)
    await access.picture_pins.open_private(shared, compass_id, PIN)
    access.lock.close(shared)
    access.entrance.held(shared)
    assert access.lock.open(shared, CAT) == compass_id
    assert house.open(shared, compass_id).grant.parts == OPEN_PARTS


async def test_who_only_looks_and_a_worker_open_nothing_with_it(house, access, tablet, compass_id, code, noor):
    looking = house.scans(code, Comes.LOOK)
    await house.sets_pin(tablet, compass_id)
    for session in (looking, house.at_work(noor)):
        with pytest.raises(Stranger):
            await access.picture_pins.open_private(session, compass_id, PIN)


async def test_with_it_a_sheet_alone_opens_nothing_not_even_to_look(house, tablet, compass_id, code):
    await house.sets_pin(tablet, compass_id)
    for comes in (Comes.MINE, Comes.LOOK, Comes.LENT):
        newcomer = Session({})
        with pytest.raises(PictureAsked):
            house.scans(code, comes, newcomer)
        assert newcomer.keys == {}


@pytest.mark.parametrize(('comes', 'row'), [(Comes.MINE, Row.EVERYONE), (Comes.LOOK, Row.LOOKING)])
async def test_with_both_one_comes_in_as_one_said(house, access, tablet, compass_id, code, comes, row):
    await house.sets_pin(tablet, compass_id)
    newcomer = Session({})
    with pytest.raises(PictureAsked):
        house.scans(code, comes, newcomer)
    assert await access.entrance.enter_with_picture_pin(newcomer, PIN, house.address) == compass_id
    key = house.key(newcomer, compass_id)
    assert (key.row, key.pin) == (row, comes is Comes.MINE)


async def test_three_months_without_a_phone_and_two_workers(house, access, tablet, compass_id, noor):
    await house.sets_pin(tablet, compass_id)
    house.writes(tablet, compass_id, 'verdriet')
    ina = house.worker('Ina')
    access.shares.ask_by_scan(compass_id, ina)
    access.shares.let(tablet, compass_id, ina.id, Reach.EVERYTHING)
    access.entrance.forget(tablet)
    for worker in (noor, ina, noor, ina):
        house.wait(days=23)
        lent = house.hands_over(worker, compass_id)
        photo = house.photo(house.at_work(worker), compass_id)
        await access.picture_pins.open_private(lent, compass_id, PIN)
        assert house.open(lent, compass_id).seen.happened.items
        access.questions.allow(lent, compass_id, photo)
        access.tablet.take_back(lent, worker)
    assert house.compass(compass_id).doubts.items == []


# how often it may be wrong


async def wrongly(house, session, compass_id):
    with pytest.raises(PictureAsked):
        await house.access.picture_pins.open_private(session, compass_id, WRONG_PIN)


async def test_three_times_a_day_on_one_device(house, access, tablet, compass_id, code):
    shared, other = house.scans(code), house.scans(code)
    await house.sets_pin(tablet, compass_id)
    for _ in range(3):
        await wrongly(house, shared, compass_id)
    with pytest.raises(Locked):
        await access.picture_pins.open_private(shared, compass_id, PIN)
    await access.picture_pins.open_private(other, compass_id, PIN)
    house.wait(days=1)
    with pytest.raises(Locked):  # everyone's device locked meanwhile
        await access.picture_pins.open_private(shared, compass_id, PIN)


async def test_ten_times_a_day_in_all_however_many_devices(house, access, tablet, compass_id, code):
    phones = [house.scans(code, own=True) for _ in range(5)]
    await house.sets_pin(tablet, compass_id)
    for phone in phones[:3]:
        for _ in range(3):
            await wrongly(house, phone, compass_id)
    with pytest.raises(Locked):  # the tenth says so
        await access.picture_pins.open_private(phones[3], compass_id, WRONG_PIN)
    with pytest.raises(Locked):
        await access.picture_pins.open_private(phones[4], compass_id, PIN)
    house.wait(days=1)
    await access.picture_pins.open_private(phones[0], compass_id, PIN)


async def test_a_restart_gives_no_try_back(house, access, tablet, compass_id, code):
    phone = house.scans(code, own=True)
    await house.sets_pin(tablet, compass_id)
    await wrongly(house, phone, compass_id)
    assert house.compass(compass_id).picture_pin.wrong == 1
    assert (house.key(phone, compass_id).tries, house.key(phone, compass_id).tried) == (1, house.now.date())


async def test_at_the_door_three_times_in_one_browser(house, access, tablet, compass_id, code):
    await house.sets_pin(tablet, compass_id)
    newcomer = Session({})
    with pytest.raises(PictureAsked):
        house.scans(code, session=newcomer)
    for _ in range(3):
        with pytest.raises(PictureAsked):
            await access.entrance.enter_with_picture_pin(newcomer, WRONG_PIN, house.address)
    with pytest.raises(Locked):
        await access.entrance.enter_with_picture_pin(newcomer, PIN, house.address)


async def test_nothing_but_the_next_day_or_the_person_opens_it_again(house, access, tablet, compass_id, code, noor):
    phones = [house.scans(code, own=True) for _ in range(4)]
    await house.sets_pin(tablet, compass_id)
    for phone in phones[:3]:
        for _ in range(3):
            await wrongly(house, phone, compass_id)
    with pytest.raises(Locked):
        await access.picture_pins.open_private(phones[3], compass_id, WRONG_PIN)
    lent = house.hands_over(noor, compass_id)
    for session in (lent, house.at_work(noor), phones[0]):
        with pytest.raises((Stranger, NotHere)):
            access.picture_pins.remove(session, compass_id)
        with pytest.raises((Stranger, NotHere)):
            await access.picture_pins.set(session, compass_id, WRONG_PIN)
    await access.picture_pins.set(tablet, compass_id, PIN)
    await access.picture_pins.open_private(phones[3], compass_id, PIN)
