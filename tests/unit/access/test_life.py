"""Who sees a life domain, and who may show it to a worker: each is a private part of its own."""

import pytest

from model.access.refusals import NotHere, PinAsked, Stranger
from model.compass.answer import Answer
from model.compass.life.places import LifePlace
from model.compass.part import Part
from model.compass.step import Felt
from model.content import content
from model.key import Row
from tests.unit.access.cast import House

DOMAINS = content.read().domains
EVERY_DOMAIN = frozenset(Part.of_domain(domain.key) for domain in DOMAINS)
MONEY, BODY = Part.of_domain('money'), Part.of_domain('body')


@pytest.fixture
def house():
    house = House(DOMAINS)
    yield house
    house.close()


def fills(house, session, compass_id, domain='money', words='sparen'):
    with house.access.gate.change(session, compass_id) as compass:
        compass.life.add(domain, LifePlace.WISH, Answer(words=words))


def domains(house, session, compass_id):
    return house.open(session, compass_id).grant.domains


# seeing


def test_the_persons_own_phone_sees_every_domain(house, phone, compass_id):
    assert domains(house, phone, compass_id) == EVERY_DOMAIN


def test_a_domain_that_is_configured_no_more_is_still_seen(house, phone, compass_id):
    fills(house, phone, compass_id, 'garden')
    assert domains(house, phone, compass_id) == EVERY_DOMAIN | {Part.of_domain('garden')}


def test_a_worker_sees_none_until_one_is_opened(house, phone, compass_id, noor):
    work = house.at_work(noor)
    assert domains(house, work, compass_id) == frozenset()
    house.access.shares.tell(phone, compass_id, noor.id, MONEY, told=True)
    assert domains(house, work, compass_id) == {MONEY}
    house.access.shares.tell(phone, compass_id, noor.id, MONEY, told=False)
    assert domains(house, work, compass_id) == frozenset()


def test_a_tablet_that_was_handed_over_sees_the_domains_that_it_wrote_itself(house, lent, phone, compass_id):
    fills(house, phone, compass_id, 'body')
    assert domains(house, lent, compass_id) == EVERY_DOMAIN - {BODY}
    fills(house, lent, compass_id, 'money')
    assert domains(house, lent, compass_id) == EVERY_DOMAIN - {BODY}
    fills(house, phone, compass_id, 'money', 'minder schulden')
    assert domains(house, lent, compass_id) == EVERY_DOMAIN - {BODY, MONEY}


def test_how_it_goes_is_something_too(house, lent, phone, compass_id):
    with house.access.gate.change(phone, compass_id) as compass:
        compass.life.tell_how_it_goes('body', Felt.BAD)
    assert BODY not in domains(house, lent, compass_id)


def test_nothing_is_changed_in_a_domain_that_is_not_seen(house, lent, phone, compass_id):
    fills(house, phone, compass_id)
    with pytest.raises(Stranger):
        fills(house, lent, compass_id, words='iets van een ander')


def test_a_worker_changes_only_what_was_opened(house, phone, compass_id, noor):
    work = house.at_work(noor)
    house.access.shares.tell(phone, compass_id, noor.id, MONEY, told=True)
    fills(house, work, compass_id)
    with pytest.raises(Stranger):
        fills(house, work, compass_id, 'body')


# showing


def test_all_of_them_are_opened_at_once_on_a_confirmed_device_alone(house, phone, compass_id, noor, lent):
    tell_all = house.access.shares.tell_all_of_life
    with pytest.raises(NotHere):
        tell_all(lent, compass_id, noor.id, told=True)
    tell_all(phone, compass_id, noor.id, told=True)
    assert domains(house, house.at_work(noor), compass_id) == EVERY_DOMAIN
    tell_all(phone, compass_id, noor.id, told=False)
    assert domains(house, house.at_work(noor), compass_id) == frozenset()


def test_a_device_that_was_only_vouched_for_opens_them_one_by_one(house, phone, compass_id, noor):
    house.access.keys.update(house.key(phone, compass_id), row=Row.VOUCHED, private=True)
    with pytest.raises(NotHere):
        house.access.shares.tell_all_of_life(phone, compass_id, noor.id, told=True)
    house.access.shares.tell(phone, compass_id, noor.id, MONEY, told=True)
    assert domains(house, house.at_work(noor), compass_id) == {MONEY}


def test_a_tablet_that_was_handed_over_opens_what_was_written_with_it_and_that_is_announced(
    house, phone, compass_id, noor, lent
):
    fills(house, lent, compass_id)
    house.access.shares.tell(lent, compass_id, noor.id, MONEY, told=True)
    [doubt] = house.open(phone, compass_id).compass.doubts.items
    assert (doubt.about, doubt.lender, doubt.part) == (noor.id, noor.id, MONEY)
    house.access.questions.settle(phone, compass_id, noor.id, right=False, part=MONEY)
    assert domains(house, house.at_work(noor), compass_id) == frozenset()
    assert house.open(phone, compass_id).compass.doubts.items == []


def test_what_the_person_confirms_stays_open(house, phone, compass_id, noor, lent):
    fills(house, lent, compass_id)
    house.access.shares.tell(lent, compass_id, noor.id, MONEY, told=True)
    house.access.questions.settle(phone, compass_id, noor.id, right=True, part=MONEY)
    compass = house.open(phone, compass_id).compass
    assert (MONEY in compass.sharing.parts_for(noor.id), compass.doubts.items) == (True, [])


def test_it_opens_neither_an_empty_domain_nor_one_that_another_hand_wrote(house, phone, compass_id, noor, lent):
    with pytest.raises(NotHere):
        house.access.shares.tell(lent, compass_id, noor.id, MONEY, told=True)
    fills(house, phone, compass_id)
    with pytest.raises(NotHere):
        house.access.shares.tell(lent, compass_id, noor.id, MONEY, told=True)


def test_it_opens_nothing_for_another_worker(house, phone, compass_id, noor, lent):
    mia = house.looks_along(phone, compass_id, 'Mia')
    fills(house, lent, compass_id)
    with pytest.raises(NotHere):
        house.access.shares.tell(lent, compass_id, mia.id, MONEY, told=True)


async def test_with_a_picture_pin_it_asks_for_that(house, phone, compass_id, noor, lent):
    await house.sets_pin(phone, compass_id)
    fills(house, lent, compass_id)
    with pytest.raises(PinAsked):
        house.access.shares.tell(lent, compass_id, noor.id, MONEY, told=True)


def test_nobody_opens_a_domain_for_who_sees_nothing_at_all(house, phone, compass_id):
    mia = house.worker('Mia')
    with pytest.raises(KeyError):
        house.access.shares.tell(phone, compass_id, mia.id, MONEY, told=True)
