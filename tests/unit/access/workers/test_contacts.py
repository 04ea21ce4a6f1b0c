"""When a worker and the person sat together: also when nobody said that a contact began."""

import pytest

from model.compass.answer import Answer
from model.compass.sharing.sharing import Reach


@pytest.fixture
def sam(house):
    return house.begins(own=True)


def share_of(house, compass_id, worker):
    share = house.compass(compass_id).sharing.of(worker.id)
    assert share is not None
    return share


def visitors(house, access, session, compass_id):
    return [visit.worker for visit in access.gate.visits(house.open(session, compass_id))]


def test_a_compass_begun_at_the_desk_is_a_contact_with_that_worker(house, access):
    noor = house.worker()
    tablet = house.at_work(noor)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    began = house.now
    house.fills(tablet, compass_id)
    access.shares.let(tablet, compass_id, noor.id, Reach.EVERYTHING)
    assert house.compass(compass_id).contact.worker == noor.id
    assert share_of(house, compass_id, noor).together == began
    access.gate.end_contact(tablet, compass_id, without_step=True)
    assert visitors(house, access, tablet, compass_id) == [noor.id]


def test_a_yes_of_days_later_remembers_that_first_contact(house, access):
    noor = house.worker()
    tablet = house.at_work(noor)
    compass_id = access.desk.begin(tablet, 'nl', house.address).id
    began = house.now
    house.fills(tablet, compass_id)
    access.gate.end_contact(tablet, compass_id, without_step=True)
    phone = house.scans(house.code(tablet, compass_id), own=True)
    house.edit(phone, compass_id, row='confirmed')
    house.wait(days=3)
    access.shares.let(phone, compass_id, noor.id, Reach.STEPS)
    assert share_of(house, compass_id, noor).together == began


def test_who_gives_the_tablet_to_the_person_sits_beside_them(house, access, sam):
    phone, compass_id = sam
    noor = house.looks_along(phone, compass_id)
    assert share_of(house, compass_id, noor).together is None
    house.wait(days=1)
    house.hands_over(noor, compass_id)
    assert share_of(house, compass_id, noor).together == house.now
    assert house.compass(compass_id).contact.worker == noor.id


def test_what_a_worker_rounds_off_was_a_contact_with_them(house, access, sam):
    phone, compass_id = sam
    noor = house.looks_along(phone, compass_id)
    access.gate.end_contact(phone, compass_id, without_step=True)
    house.wait(days=1)
    at_work = house.at_work(noor)
    with access.gate.change(at_work, compass_id) as compass:
        compass.steps.start(Answer(tile='walk'), house.now.date())
    began = house.now
    house.wait(minutes=4)
    access.gate.end_contact(at_work, compass_id, without_step=False)
    assert share_of(house, compass_id, noor).together == began
    assert visitors(house, access, phone, compass_id) == [None, noor.id]


def test_what_a_colleague_began_stays_theirs_whoever_rounds_it_off(house, access, sam):
    phone, compass_id = sam
    noor, piet = (house.looks_along(phone, compass_id, name) for name in ('Noor', 'Piet'))
    access.desk.begin_together(house.at_work(noor), compass_id)
    access.gate.end_contact(house.at_work(piet), compass_id, without_step=False)
    assert share_of(house, compass_id, piet).together is None
    assert visitors(house, access, phone, compass_id)[-1] == noor.id
