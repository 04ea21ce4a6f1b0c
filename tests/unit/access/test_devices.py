"""The devices of a compass: how many there may be, who goes first, and how one comes to be the person's own."""

import pytest

from model.access.compass_keys import MOST_DEVICES
from model.access.entrance import Comes
from model.access.refusals import Full, NotHere, PictureAsked, Stranger, TooManyToday
from model.access.session import Session
from model.access.table import ANNOUNCED, May, may
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, DOG, PIN


@pytest.fixture
def own(house):
    """The phone on which the compass was begun, the compass, and its code."""
    phone, compass_id = house.begins(own=True)
    return phone, compass_id, house.code(phone, compass_id)


@pytest.fixture
def noor(house, access, own):
    """A worker who sees everything that is not private."""
    phone, compass_id, _ = own
    worker = house.worker()
    access.shares.ask_by_scan(compass_id, worker)
    access.shares.let(phone, compass_id, worker.id, Reach.EVERYTHING)
    return worker


def rows(house, compass_id):
    return [key.row for key in house.devices(compass_id)]


# how many


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


# "Van mij"


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


# a yes


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


# seven announced days


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


# what ends


@pytest.mark.parametrize('who', ['unconfirmed', 'everyones', 'looking', 'worker', 'lent'])
def test_only_who_is_surely_the_person_ends_devices_renews_the_code_and_erases(house, access, own, noor, who):
    phone, compass_id, code = own
    work = house.at_work(noor)
    session = {
        'unconfirmed': lambda: house.scans(code, own=True),
        'everyones': lambda: house.scans(code),
        'looking': lambda: house.scans(code, Comes.LOOK),
        'worker': lambda: work,
        'lent': lambda: work,
    }[who]()
    if who == 'lent':
        access.tablet.hand_over(work, compass_id)
    first = house.key(phone, compass_id).id
    for tried in (
        lambda: access.devices.end(session, compass_id, first),
        lambda: access.devices.refuse(session, compass_id, first),
        lambda: access.devices.was_me(session, compass_id, first),
        lambda: access.devices.show_private(session, compass_id, first, private=False),
        lambda: access.sheet.renew(session, compass_id, others_too=False),
        lambda: access.sheet.renew(session, compass_id, others_too=True),
        lambda: access.erasing.erase(session, compass_id, CAT),
        lambda: access.shares.let(session, compass_id, house.worker('Ina').id, Reach.STEPS),
        lambda: access.shares.tell(session, compass_id, noor.id, Part.HAPPENED, told=True),
    ):
        with pytest.raises(Stranger):
            tried()
    assert house.open(phone, compass_id).grant.parts == EVERY_PART


def test_any_device_ends_itself(house, access, own):
    _, compass_id, code = own
    new = house.scans(code, own=True)
    access.devices.end(new, compass_id, house.key(new, compass_id).id)
    with pytest.raises(Stranger):
        house.open(new, compass_id)


def test_nothing_is_changed_by_who_only_looks(house, access, own):
    _, compass_id, code = own
    looking = house.scans(code, Comes.LOOK)
    with pytest.raises(NotHere), access.gate.change(looking, compass_id) as compass:
        compass.call_me('Roos')
    with pytest.raises(NotHere):
        access.gate.end_contact(looking, compass_id, without_step=False)
