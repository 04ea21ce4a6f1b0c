"""In which team a worker is and whether they coordinate: by a coordinator, and there is always one left."""

import pytest

from model.access.refusals import Stranger
from model.activity import ActivityKind
from model.workers.workers import LastCoordinator


@pytest.fixture
def boss(house, access):
    return a_coordinator(house, access, 'Bea')


def a_coordinator(house, access, name):
    worker = house.worker(name)
    worker.coordinator = True
    access.workers.save(worker)
    return worker


def test_it_is_on_record_who_changed_what_about_whom(house, access, boss):
    noor = house.worker()
    session = house.at_work(boss)
    for _ in range(2):  # the same once more is nothing
        access.accounts.place(session, noor.id, team='Oost', coordinator=True)
    access.accounts.place(session, noor.id, team='Oost', coordinator=False)
    changed = [(one.kind, one.worker, one.whom) for one in access.record.latest(9).activities][:3]
    assert changed == [
        (ActivityKind.UNMADE_COORDINATOR, boss.id, noor.id),
        (ActivityKind.MADE_COORDINATOR, boss.id, noor.id),
        (ActivityKind.MOVED_TEAM, boss.id, noor.id),
    ]


@pytest.mark.parametrize('others', ['none', 'invited', 'stopped', 'no coordinator'])
def test_the_last_coordinator_who_can_sign_in_stays_one(house, access, boss, others):
    session = house.at_work(boss)
    if others == 'invited':
        access.accounts.invite(session, team='', coordinator=True)
    elif others == 'stopped':
        access.accounts.switch_off(session, a_coordinator(house, access, 'Coby').id)
    elif others == 'no coordinator':
        house.worker()
    with pytest.raises(LastCoordinator):
        access.accounts.place(session, boss.id, team='West', coordinator=False)
    worker = access.workers.get(boss.id)
    assert (worker.coordinator, worker.team) == (True, '')


def test_of_two_the_one_who_goes_first_leaves_the_other(house, access, boss):
    coby = a_coordinator(house, access, 'Coby')
    mine, theirs = house.at_work(boss), house.at_work(coby)
    access.accounts.place(mine, coby.id, team='', coordinator=False)
    with pytest.raises(Stranger):
        access.accounts.place(theirs, boss.id, team='', coordinator=False)
    with pytest.raises(LastCoordinator):
        access.accounts.place(mine, boss.id, team='', coordinator=False)


def test_nobody_else_gives_a_role(house, access, boss):
    noor, piet = house.worker(), house.worker('Piet')
    for about in (noor, piet, boss):
        with pytest.raises(Stranger):
            access.accounts.place(house.at_work(noor), about.id, team='', coordinator=True)
    phone, _ = house.begins(own=True)
    with pytest.raises(Stranger):
        access.accounts.place(phone, noor.id, team='', coordinator=True)
