"""A worker left: a colleague is asked to take over, and nobody sees anything before the person said yes."""

import pytest

from model.access.refusals import NotHere, PinAsked, Stranger
from model.activity import ActivityKind
from model.compass.part import EVERY_PART, Part
from model.compass.sharing.sharing import Reach
from model.key import Row
from model.workers.worker import State, Worker
from tests.unit.access.cast import PIN


@pytest.fixture
def boss(house, access):
    worker = house.worker('Bea')
    worker.coordinator = True
    access.workers.save(worker)
    return worker


@pytest.fixture
def noor(house):
    return house.worker('Noor')


@pytest.fixture
def piet(house):
    return house.worker('Piet')


def begun_with(house, access, worker):
    """A compass that a person began on the tablet of a worker, and no device of their own."""
    tablet = house.at_work(worker)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    house.fills(tablet, compass_id)
    with access.gate.change(tablet, compass_id) as compass:
        compass.call_me('Sam')
    access.shares.let(tablet, compass_id, worker.id, Reach.EVERYTHING)
    return compass_id


@pytest.fixture
def compass_id(house, access, noor):
    return begun_with(house, access, noor)


@pytest.fixture
def at_desk(house, boss):
    return house.at_work(boss)


@pytest.fixture
def asked(house, access, at_desk, noor, piet, compass_id):
    """Noor left, and Piet is asked; his browser."""
    access.accounts.switch_off(at_desk, noor.id)
    access.taking_over.ask(at_desk, noor.id, piet.id)
    return house.at_work(piet)


@pytest.fixture
def lent(access, asked, compass_id):
    """His tablet, in the hands of the person for that question."""
    access.taking_over.hand_over(asked, compass_id)
    return asked


# the coordinator


def test_a_coordinator_is_told_how_many_people_that_leaves(house, access, at_desk, noor, piet, compass_id):
    begun_with(house, access, noor)
    access.accounts.switch_off(at_desk, noor.id)
    assert (access.taking_over.left(at_desk, noor.id).people, access.taking_over.left(at_desk, noor.id).asked) == (
        2,
        {},
    )
    access.taking_over.ask(at_desk, noor.id, piet.id)
    assert access.taking_over.left(at_desk, noor.id).asked == {piet.id: 2}


def test_to_be_asked_twice_is_to_be_asked_once(house, access, asked, at_desk, noor, piet, compass_id):
    before, log = house.compass(compass_id).model_dump(), access.record.latest(99).activities
    access.taking_over.ask(at_desk, noor.id, piet.id)
    assert house.compass(compass_id).model_dump() == before
    assert access.record.latest(99).activities == log


def test_who_is_asked_later_is_asked_instead(house, access, lent, at_desk, noor, piet, compass_id):
    sanne = house.worker('Sanne')
    access.taking_over.ask(at_desk, noor.id, sanne.id)
    assert [ask.worker for ask in house.compass(compass_id).sharing.asks] == [sanne.id]
    assert access.taking_over.waiting(house.at_work(piet)) == []
    with pytest.raises(Stranger):
        house.open(lent, compass_id)


@pytest.mark.parametrize('who', ['nobody', 'stopped', 'another team', 'herself', 'the one who left', 'invited'])
def test_nobody_else_is_asked(house, access, at_desk, boss, noor, piet, compass_id, who):
    access.accounts.switch_off(at_desk, noor.id)
    one = {'herself': boss.id, 'the one who left': noor.id, 'nobody': '0' * 16}.get(who, piet.id)
    if who == 'stopped':
        access.accounts.switch_off(at_desk, piet.id)
    if who == 'invited':
        access.accounts.invite_again(at_desk, piet.id)
    if who == 'another team':
        with access.workers.change(piet.id) as changed:
            changed.join('West')
    before = house.compass(compass_id).model_dump()
    with pytest.raises(Stranger):
        access.taking_over.ask(at_desk, noor.id, one)
    assert house.compass(compass_id).model_dump() == before


def test_nobody_takes_over_from_who_is_still_there(house, access, at_desk, noor, piet, compass_id):
    for ask in (access.taking_over.left, access.taking_over.colleagues):
        with pytest.raises(Stranger):
            ask(at_desk, noor.id)
    with pytest.raises(Stranger):
        access.taking_over.ask(at_desk, noor.id, piet.id)
    assert house.compass(compass_id).sharing.asks == []


def test_only_a_coordinator_asks(access, asked, noor, piet, compass_id):
    for act in (access.taking_over.left, access.taking_over.colleagues):
        with pytest.raises(Stranger):
            act(asked, noor.id)
    with pytest.raises(Stranger):
        access.taking_over.ask(asked, noor.id, piet.id)


def test_who_comes_back_has_their_people_and_nobody_is_asked_any_more(
    house, access, lent, at_desk, noor, piet, compass_id
):
    access.taking_over.withdraw(at_desk, noor.id)
    access.accounts.switch_on(at_desk, noor.id)
    assert house.compass(compass_id).sharing.asks == []
    assert access.taking_over.waiting(house.at_work(piet)) == []
    with pytest.raises(Stranger):
        house.open(lent, compass_id)
    assert [compass.id for compass, _ in access.desk.all(house.at_work(noor))] == [compass_id]


# the colleague


def test_before_the_yes_a_picture_and_a_name_is_all_that_is_seen(house, access, asked, noor, compass_id):
    [one] = access.taking_over.waiting(asked)
    assert (one.compass, one.avatar, one.nickname, one.leaver) == (compass_id, 'avatar-cat', 'Sam', noor.id)
    assert list(access.desk.all(asked)) == []
    assert access.desk.waiting(asked) == []
    with pytest.raises(Stranger):
        house.open(asked, compass_id)
    with pytest.raises(Stranger):
        access.desk.begin_together(asked, compass_id)
    with pytest.raises(Stranger):
        access.tablet.hand_over(asked, compass_id)


def test_a_tablet_for_that_question_shows_nothing_of_the_compass(house, access, lent, piet, compass_id):
    opened = house.open(lent, compass_id)
    assert (opened.grant.key.row, opened.grant.parts) == (Row.ASKED, frozenset())
    assert (opened.seen.nickname, opened.seen.strengths.items, opened.seen.wishes.items) == ('Sam', [], [])
    assert [ask.worker for ask in opened.seen.sharing.asks] == [piet.id]
    assert opened.seen.sharing.shares == [], 'nor who looks along'
    assert (opened.seen.keys, opened.seen.doubts.items) == ([], [])


def test_on_it_nothing_can_be_done_but_answer(house, access, lent, noor, compass_id):
    before = house.compass(compass_id).model_dump()
    for act in (
        lambda: access.gate.change(lent, compass_id).__enter__(),
        lambda: access.gate.end_contact(lent, compass_id, without_step=True),
        lambda: access.shares.let(lent, compass_id, noor.id, Reach.NOTHING),
        lambda: access.shares.let(lent, compass_id, noor.id, Reach.STEPS),
        lambda: access.shares.let_nobody(lent, compass_id),
        lambda: access.shares.tell_all_of_life(lent, compass_id, noor.id, told=False),
        lambda: access.sheet.address(house.open(lent, compass_id)),
        lambda: access.erasing.erase(lent, compass_id, 'avatar-cat'),
    ):
        with pytest.raises((Stranger, NotHere)):
            act()
    assert house.compass(compass_id).model_dump() == before


@pytest.mark.parametrize('reach', [Reach.EVERYTHING, Reach.STEPS])
def test_a_yes_on_it_counts_in_doubt_and_ends_the_question(house, access, lent, noor, piet, compass_id, reach):
    access.shares.let(lent, compass_id, piet.id, reach)
    sharing = house.compass(compass_id).sharing
    assert sharing.parts_for(piet.id) == ({Part.RING, Part.STEPS} if reach is Reach.EVERYTHING else {Part.STEPS})
    assert sharing.parts_for(noor.id) == frozenset(), 'who left sees nothing any more, also when they come back'
    assert sharing.of(piet.id).together == house.now
    assert [doubt.lender for doubt in house.compass(compass_id).doubts.items if doubt.about == piet.id] == [piet.id]
    with pytest.raises(Stranger):
        house.open(lent, compass_id)
    at_work = house.at_work(piet)
    assert [compass.id for compass, _ in access.desk.all(at_work)] == [compass_id]
    assert access.taking_over.waiting(at_work) == []


def test_a_no_ends_it_and_stays_a_no(house, access, lent, at_desk, noor, piet, compass_id):
    access.shares.let(lent, compass_id, piet.id, Reach.NOTHING)
    access.taking_over.ask(at_desk, noor.id, piet.id)
    assert house.compass(compass_id).sharing.asks == []
    at_work = house.at_work(piet)
    assert access.taking_over.waiting(at_work) == []
    for act in (access.taking_over.hand_over, house.open):
        with pytest.raises(Stranger):
            act(at_work, compass_id)
    assert access.taking_over.left(at_desk, noor.id).people == 1, 'another colleague may be asked'


def test_the_person_answers_on_a_phone_of_their_own_and_the_tablet_is_over(house, access, noor, piet, at_desk):
    phone, compass_id = house.begins(own=True)
    access.shares.ask_by_scan(compass_id, noor)
    access.shares.let(phone, compass_id, noor.id, Reach.EVERYTHING)
    access.accounts.switch_off(at_desk, noor.id)
    access.taking_over.ask(at_desk, noor.id, piet.id)
    tablet = house.at_work(piet)
    access.taking_over.hand_over(tablet, compass_id)
    with pytest.raises(NotHere):  # they have a phone that is surely theirs: nobody else says yes
        access.shares.let(tablet, compass_id, piet.id, Reach.EVERYTHING)
    assert house.open(phone, compass_id).grant.parts == EVERY_PART
    access.shares.let(phone, compass_id, piet.id, Reach.EVERYTHING)
    assert house.compass(compass_id).doubts.items == []
    with pytest.raises(Stranger):
        house.open(tablet, compass_id)


async def test_with_a_picture_pin_the_tablet_asks_it_first(house, access, noor, piet, at_desk):
    tablet = house.at_work(noor)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    house.fills(tablet, compass_id)
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    await house.sets_pin(tablet, compass_id)
    access.accounts.switch_off(at_desk, noor.id)
    access.taking_over.ask(at_desk, noor.id, piet.id)
    asked = house.at_work(piet)
    access.taking_over.hand_over(asked, compass_id)
    with pytest.raises(PinAsked):
        access.shares.let(asked, compass_id, piet.id, Reach.STEPS)
    await access.picture_pins.open_private(asked, compass_id, PIN)
    assert house.open(asked, compass_id).grant.parts == frozenset(), 'it opens nothing here'
    access.shares.let(asked, compass_id, piet.id, Reach.STEPS)
    assert [doubt.about for doubt in house.compass(compass_id).doubts.items] == [noor.id]


@pytest.mark.parametrize('who', ['not asked', 'stopped', 'elsewhere'])
def test_no_other_colleague_hands_a_tablet_over(house, access, at_desk, asked, piet, compass_id, who):
    session = house.at_work(house.worker('Sanne')) if who == 'not asked' else asked
    if who == 'stopped':
        access.accounts.switch_off(at_desk, piet.id)
    with pytest.raises(Stranger):
        access.taking_over.hand_over(session, '0' * 16 if who == 'elsewhere' else compass_id)
    assert all(key.row is not Row.ASKED for key in house.devices(compass_id))


def test_when_the_colleague_is_stopped_too_their_tablet_is_over(house, access, at_desk, lent, piet, compass_id):
    access.accounts.switch_off(at_desk, piet.id)
    assert access.workers.get(piet.id).state is State.DISABLED
    with pytest.raises(Stranger):
        house.open(lent, compass_id)


def test_all_of_it_is_in_the_log_of_the_person(access, lent, boss, piet, compass_id, house):
    access.shares.let(lent, compass_id, piet.id, Reach.STEPS)
    log = [(one.kind, one.worker, one.whom) for one in access.record.of(compass_id, 99).activities]
    assert (ActivityKind.ASKED_TO_TAKE_OVER, boss.id, piet.id) in log
    assert (ActivityKind.HANDED_OVER, piet.id, '') in log
    assert (ActivityKind.SHARED_STEPS, '', piet.id) in log


def test_asking_who_may_take_over_takes_no_copy_of_another_team(house, access, at_desk, noor, piet, monkeypatch):
    """The page of the team asks it for each who left: what costs more with everyone there, costs that many times."""
    copied, copy = [], Worker.copied
    elsewhere = house.worker('Wies')
    elsewhere.join('Elsewhere')
    access.workers.save(elsewhere)
    access.accounts.switch_off(at_desk, noor.id)

    def told(one, **more):
        copied.append(one.id)
        return copy(one, **more)

    monkeypatch.setattr(Worker, 'copied', told)
    assert [one.id for one in access.taking_over.colleagues(at_desk, noor.id)] == [piet.id]
    assert piet.id in copied
    assert elsewhere.id not in copied
