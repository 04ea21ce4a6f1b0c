import pytest

from model.workers.worker import Worker


@pytest.fixture
def workers(storage):
    return storage.workers


@pytest.fixture
def noor(now):
    noor = Worker(made=now, coordinator=True)
    noor.accept('Noor', 'noor')
    return noor


def test_in_a_new_storage_there_are_no_workers(workers):
    opened = workers.open_all()
    assert (opened.workers, opened.restored, opened.unopened) == ([], [], [])


@pytest.mark.parametrize('for_good', [True, False])
def test_workers_come_back_as_they_were_saved(workers, noor, now, for_good):
    other = Worker(made=now)
    for one in (noor, other):
        workers.save(one, for_good=for_good)
    opened = workers.open_all()
    assert {one.id: one for one in opened.workers} == {noor.id: noor, other.id: other}
    assert (opened.restored, opened.unopened) == ([], [])


def test_a_worker_takes_the_place_of_the_one_before(workers, noor):
    for team in ('West', 'Oost'):
        noor.join(team)
        workers.save(noor)
    assert [one.team for one in workers.open_all().workers] == ['Oost']


def test_what_is_changed_afterwards_changes_nothing_that_is_stored(workers, noor):
    workers.save(noor)
    noor.keys.append('a')
    workers.open_all().workers[0].keys.append('b')
    assert workers.open_all().workers[0].keys == []
