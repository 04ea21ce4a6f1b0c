"""Only the person's side says yes: who may answer what, and what is kept in doubt."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import NotHere, PinAsked, Stranger
from model.access.session import Session
from model.compass.document import NotThere
from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from tests.unit.access.cast import PIN


@pytest.fixture
def phone():
    """The browser on which the compass was begun; see `compass_id`."""
    return Session({})


@pytest.fixture
def compass_id(house, phone):
    """A compass that is on no own device yet."""
    return house.begins(session=phone)[1]


@pytest.fixture
def noor(house, phone, compass_id):
    """A worker who sees everything that is not private."""
    return house.looks_along(phone, compass_id)


@pytest.fixture
def photo(house, noor, compass_id):
    """A photo of the worker, for which the person is asked."""
    return house.photo(house.at_work(noor), compass_id)


@pytest.fixture
def lent(house, noor, compass_id):
    """The worker's tablet, handed over: perhaps to nobody."""
    return house.hands_over(noor, compass_id)


def is_asked(house, compass_id, photo):
    found = house.compass(compass_id).album.find(photo)
    return found is not None and found.is_asked


def reach_of(house, compass_id, worker):
    share = house.compass(compass_id).sharing.of(worker.id)
    return share.reach if share else None


def doubts(house, compass_id):
    return [(one.about, one.lender, one.before) for one in house.compass(compass_id).doubts.items]


# a photo


def test_where_it_is_surely_the_person_a_yes_is_a_yes(house, access, phone, compass_id, photo):
    access.questions.allow(phone, compass_id, photo)
    assert (is_asked(house, compass_id, photo), doubts(house, compass_id)) == (False, [])


def test_on_a_new_phone_it_is_kept_in_doubt(house, access, phone, compass_id, photo):
    new = house.scans(house.code(phone, compass_id), own=True)
    access.questions.allow(new, compass_id, photo)
    assert not is_asked(house, compass_id, photo)
    assert doubts(house, compass_id) == [(photo, None, None)]
    allowed = house.compass(compass_id).album[photo].allowed
    assert allowed is not None
    assert not allowed.own_device


def test_on_the_lenders_tablet_it_is_kept_in_doubt_while_the_person_has_no_phone(
    house, access, compass_id, photo, lent, noor
):
    access.questions.allow(lent, compass_id, photo)
    assert doubts(house, compass_id) == [(photo, noor.id, None)]


def test_on_the_lenders_tablet_it_is_refused_once_the_person_has_a_phone(house, access, phone, compass_id, photo, lent):
    access.devices.make_own(phone, compass_id)
    with pytest.raises(NotHere):
        access.questions.allow(lent, compass_id, photo)
    assert is_asked(house, compass_id, photo)


async def test_with_a_picture_pin_it_asks_for_that_and_then_it_is_sure(house, access, phone, compass_id, photo, lent):
    await house.sets_pin(phone, compass_id)
    with pytest.raises(PinAsked):
        access.questions.allow(lent, compass_id, photo)
    await access.picture_pins.open_private(lent, compass_id, PIN)
    access.questions.allow(lent, compass_id, photo)
    assert (is_asked(house, compass_id, photo), doubts(house, compass_id)) == (False, [])


@pytest.mark.parametrize('answer', ['allow', 'refuse'])
def test_the_tablet_of_a_colleague_answers_nothing_for_a_worker(house, access, phone, compass_id, photo, answer):
    ina = house.worker('Ina')
    access.shares.ask_by_scan(compass_id, ina)
    access.shares.let(phone, compass_id, ina.id, Reach.EVERYTHING)
    tablet = house.at_work(ina)
    access.tablet.hand_over(tablet, compass_id)
    with pytest.raises(NotHere):
        getattr(access.questions, answer)(tablet, compass_id, photo)
    assert waits(house, compass_id) == [photo]


def test_no_worker_and_nobody_who_looks_says_yes(house, access, phone, compass_id, photo, noor):
    looking = house.scans(house.code(phone, compass_id), Comes.LOOK)
    for session in (looking, house.at_work(noor)):
        with pytest.raises(Stranger):
            access.questions.allow(session, compass_id, photo)
        with pytest.raises(Stranger), access.gate.change(session, compass_id) as compass:
            compass.allow(photo, house.now, own_device=True)
    assert is_asked(house, compass_id, photo)


def test_from_any_other_screen_the_gate_refuses_a_yes_that_is_not_sure(house, access, phone, compass_id, photo, lent):
    new = house.scans(house.code(phone, compass_id), own=True)
    for session in (new, lent):
        with pytest.raises(NotHere), access.gate.change(session, compass_id) as compass:
            compass.allow(photo, house.now, own_device=True)
    assert is_asked(house, compass_id, photo)


def test_a_no_takes_it_back_with_its_file(house, access, phone, compass_id, photo, lent):
    access.questions.allow(lent, compass_id, photo)
    access.questions.settle(phone, compass_id, photo, right=False)
    assert house.compass(compass_id).album.find(photo) is None
    assert doubts(house, compass_id) == []


def test_a_yes_leaves_it(house, access, phone, compass_id, photo, lent):
    access.questions.allow(lent, compass_id, photo)
    access.questions.settle(phone, compass_id, photo, right=True)
    assert not is_asked(house, compass_id, photo)
    assert doubts(house, compass_id) == []


def test_nobody_doubts_a_photo_that_was_answered_already(house, access, phone, compass_id, photo):
    access.questions.allow(phone, compass_id, photo)
    new = house.scans(house.code(phone, compass_id), own=True)
    access.questions.allow(new, compass_id, photo)
    assert doubts(house, compass_id) == []


def test_nobody_settles_a_doubt_but_who_is_surely_the_person(house, access, phone, compass_id, photo, lent, noor):
    access.questions.allow(lent, compass_id, photo)
    new = house.scans(house.code(phone, compass_id), own=True)
    for session in (lent, new, house.at_work(noor)):
        with pytest.raises(Stranger):
            access.questions.settle(session, compass_id, photo, right=True)
    assert len(doubts(house, compass_id)) == 1


def test_of_a_photo_that_is_gone_it_says_so(access, phone, compass_id, noor):
    with pytest.raises(NotThere):
        access.questions.allow(phone, compass_id, 'f' * 16)


def waits(house, compass_id):
    return [one.id for one in house.compass(compass_id).album.asked]


def test_a_no_that_is_surely_the_persons_leaves_nothing(house, access, phone, compass_id, photo):
    access.questions.refuse(phone, compass_id, photo)
    assert house.compass(compass_id).album.find(photo) is None
    assert doubts(house, compass_id) == []


@pytest.fixture(params=['a new phone', "the lender's tablet"])
def unsure(request, house, phone, compass_id):
    """Where nobody can be sure that it is the person, and whose tablet that is."""
    if request.param == 'a new phone':
        return house.scans(house.code(phone, compass_id), own=True), None
    return request.getfixturevalue('lent'), request.getfixturevalue('noor').id


def test_elsewhere_a_no_takes_the_photo_out_of_sight_and_is_kept_in_doubt(house, access, compass_id, photo, unsure):
    session, lender = unsure
    access.questions.refuse(session, compass_id, photo)
    [doubt] = house.compass(compass_id).doubts.items
    assert (doubt.about, doubt.lender, doubt.refused) == (photo, lender, True)
    assert waits(house, compass_id) == []
    assert not house.compass(compass_id).album[photo].is_shown


def test_that_no_is_right_and_nothing_of_the_photo_stays(house, access, phone, compass_id, photo, unsure):
    access.questions.refuse(unsure[0], compass_id, photo)
    access.questions.settle(phone, compass_id, photo, right=True)
    assert house.compass(compass_id).album.find(photo) is None
    assert doubts(house, compass_id) == []


def test_that_no_was_somebody_else_and_the_photo_is_asked_about_again(house, access, phone, compass_id, photo, unsure):
    access.questions.refuse(unsure[0], compass_id, photo)
    access.questions.settle(phone, compass_id, photo, right=False)
    assert waits(house, compass_id) == [photo]
    assert doubts(house, compass_id) == []
    access.questions.allow(phone, compass_id, photo)
    assert house.compass(compass_id).album[photo].is_shown


def test_a_no_that_nobody_doubted_in_a_month_is_done(house, access, phone, compass_id, photo, unsure):
    access.questions.refuse(unsure[0], compass_id, photo)
    for days, there in ((29, True), (2, False)):
        house.wait(days=days)
        access.gate.let_go_overdue(compass_id)
        assert (house.compass(compass_id).album.find(photo) is not None) is there
    assert doubts(house, compass_id) == []


# who looks along


def test_on_the_lenders_tablet_more_for_the_lender_is_kept_in_doubt(house, access, phone, compass_id, noor):
    access.shares.let(phone, compass_id, noor.id, Reach.STEPS)
    tablet = house.at_work(noor)
    house.access.shares.let(phone, compass_id, noor.id, Reach.EVERYTHING)
    access.tablet.hand_over(tablet, compass_id)
    access.shares.let(phone, compass_id, noor.id, Reach.EVERYTHING)
    assert doubts(house, compass_id) == []
    access.shares.let(tablet, compass_id, noor.id, Reach.STEPS)
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    assert doubts(house, compass_id) == [(noor.id, noor.id, Reach.STEPS)]
    access.questions.settle(phone, compass_id, noor.id, right=False)
    assert reach_of(house, compass_id, noor) is Reach.STEPS


def test_at_the_desk_the_first_yes_is_kept_in_doubt_and_a_no_takes_it_back(house, access):
    noor = house.worker()
    tablet = house.at_work(noor)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    assert access.desk.waiting(house.at_work(noor)) == [compass_id]
    assert list(access.desk.all(house.at_work(noor))) == []
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    assert doubts(house, compass_id) == [(noor.id, noor.id, Reach.NOTHING)]
    house.fills(tablet, compass_id)
    new = house.scans(house.code(tablet, compass_id), own=True)
    access.devices.let_in(tablet, compass_id, house.key(new, compass_id).id, 'avatar-cat', private=False)
    access.questions.settle(new, compass_id, noor.id, right=False)
    assert reach_of(house, compass_id, noor) is Reach.NOTHING


def test_a_lent_tablet_says_yes_to_nobody_but_its_lender_and_whom_it_was_handed_over_for(
    house, access, phone, compass_id, lent
):
    ina = house.worker('Ina')
    access.shares.ask_by_scan(compass_id, ina)
    with pytest.raises(NotHere):
        access.shares.let(lent, compass_id, ina.id, Reach.STEPS)
    assert reach_of(house, compass_id, ina) is None


def test_it_says_yes_to_a_colleague_when_it_was_handed_over_for_that(house, access, compass_id, noor):
    ina = house.worker('Ina')
    access.shares.ask_by_scan(compass_id, ina)
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id, ina.id)
    access.shares.let(tablet, compass_id, ina.id, Reach.STEPS)
    assert doubts(house, compass_id) == [(ina.id, noor.id, Reach.NOTHING)]


@pytest.mark.parametrize('who', ['new phone', 'everyones', 'looking'])
def test_no_other_device_shares_more(house, access, phone, compass_id, noor, who):
    access.shares.let(phone, compass_id, noor.id, Reach.STEPS)
    code = house.code(phone, compass_id)
    session = house.scans(code, Comes.LOOK if who == 'looking' else Comes.MINE, own=who == 'new phone')
    with pytest.raises(NotHere):
        access.shares.let(session, compass_id, noor.id, Reach.EVERYTHING)
    with pytest.raises(NotHere), access.gate.change(session, compass_id) as compass:
        compass.sharing.let(noor.id, Reach.EVERYTHING, house.now)
    assert reach_of(house, compass_id, noor) is Reach.STEPS


def test_less_is_said_on_any_device_that_may_change_anything(house, access, phone, compass_id, noor):
    new = house.scans(house.code(phone, compass_id), own=True)
    access.shares.let(new, compass_id, noor.id, Reach.STEPS)
    access.shares.let(new, compass_id, noor.id, Reach.NOTHING)
    assert reach_of(house, compass_id, noor) is Reach.NOTHING


def test_no_doubt_that_is_settled_later_gives_more_than_the_person_said_meanwhile(
    house, access, phone, compass_id, noor, lent
):
    access.shares.let(phone, compass_id, noor.id, Reach.STEPS)
    tablet = house.at_work(noor)
    access.shares.let(phone, compass_id, noor.id, Reach.EVERYTHING)
    access.tablet.hand_over(tablet, compass_id)
    access.shares.let(tablet, compass_id, noor.id, Reach.STEPS)
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    access.shares.let(phone, compass_id, noor.id, Reach.NOTHING)
    access.questions.settle(phone, compass_id, noor.id, right=False)
    assert reach_of(house, compass_id, noor) is Reach.NOTHING


def test_an_answer_that_is_surely_the_persons_ends_the_doubt(house, access, phone, compass_id, noor):
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id)
    access.shares.let(tablet, compass_id, noor.id, Reach.STEPS)
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    access.shares.let(phone, compass_id, noor.id, Reach.EVERYTHING)
    assert doubts(house, compass_id) == []


def test_private_parts_are_shared_only_where_they_are_seen_and_it_is_surely_the_person(
    house, access, phone, compass_id, noor, lent
):
    house.writes(phone, compass_id, 'verdriet')
    new = house.scans(house.code(phone, compass_id), own=True)
    for session in (new, lent):
        with pytest.raises(NotHere):
            access.shares.tell(session, compass_id, noor.id, Part.HAPPENED, told=True)
    access.shares.tell(phone, compass_id, noor.id, Part.HAPPENED, told=True)
    assert Part.HAPPENED in house.compass(compass_id).sharing.parts_for(noor.id)
