"""The workers of an installation: each found by what is theirs, and a change nothing until it is saved."""

from datetime import datetime

import pytest
from pydantic import BaseModel

from model.activity import ActivityKind
from model.workers.worker import State, Worker
from model.workers.workers import LoginTaken, NoSuchWorker, PasskeyTaken, Stale
from tests.unit.workers.kept import again

# kept


def test_a_new_worker_is_on_disk_at_once(workers, folder, now):
    worker = workers.create(now, team='West', coordinator=True)
    found = again(folder).get(worker.id)
    assert (found.team, found.coordinator, found.state) == ('West', True, State.INVITED)


def test_what_was_saved_is_there_after_a_restart(noor, folder):
    assert again(folder).all() == [noor]


def test_a_change_that_was_not_saved_changes_nothing(workers, noor):
    got = workers.get(noor.id)
    got.passkeys.clear()
    got.name = 'Somebody else'
    workers.all()[0].keys.append('a')
    workers.by_login('noor').passkeys[0].counter = 9
    assert workers.get(noor.id) == noor


def test_a_change_after_saving_changes_nothing_either(workers, noor):
    noor.passkeys.clear()
    assert [held.id for held in workers.get(noor.id).passkeys] == ['AAAA']


def test_a_copy_shares_nothing_with_what_is_held_that_can_change(workers, noor, now):
    noor.tell(ActivityKind.MADE_RECOVERY, now)
    noor.take_on('a')
    noor.hold_key('b')
    workers.save(noor)
    assert all(value for value in vars(noor).values() if isinstance(value, list)), 'each list has something in it'
    held = changeable_in(workers._held[noor.id])
    assert len(held) == 1 + 5 + 2, 'the worker, their lists, and the passkey and notice in these'
    for copy in (noor, workers.get(noor.id), workers.all()[0], workers.get(noor.id).copied(version=9)):
        assert not held & changeable_in(copy)


def changeable_in(value):
    """The ids of all in it that can change; what is of no kind that is known here fails."""
    if isinstance(value, BaseModel | list):
        within = vars(value).values() if isinstance(value, BaseModel) else value
        return {id(value)}.union(*map(changeable_in, within))
    assert value is None or isinstance(value, str | int | datetime)
    return set()


def test_only_who_is_meant_is_copied(workers, noor, now, monkeypatch):
    workers.create(now, team='East')
    copied, copy = [], Worker.copied

    def told(one):
        copied.append(one.id)
        return copy(one)

    monkeypatch.setattr(Worker, 'copied', told)
    assert [one.id for one in workers.those(lambda one: one.team == 'West')] == copied == [noor.id]


def test_an_id_nobody_has_is_nobody(workers, noor):
    assert [workers.get(one) for one in ('', '0' * 16, '../' + noor.id)] == [None] * 3


def test_workers_come_by_name(workers, noor, now):
    for name in ('zara', 'Anna'):
        worker = workers.create(now)
        worker.accept(name)
        workers.save(worker)
    assert [worker.name for worker in workers.all()] == ['Anna', 'Noor', 'zara']


def test_who_listens_hears_of_a_change_that_is_on_disk(workers, noor, folder):
    heard = []
    listener = lambda worker_id: heard.append((worker_id, again(folder).get(worker_id).team))  # noqa: E731
    workers.changed.connect(listener)
    noor.join('East')
    workers.save(noor)
    assert heard == [(noor.id, 'East')]


# found


@pytest.mark.parametrize('typed', ['noor', 'NOOR', ' Noor '])
def test_a_login_finds_its_worker_however_it_is_typed(workers, noor, typed):
    assert workers.by_login(typed).id == noor.id


@pytest.mark.parametrize('typed', ['', 'noo', 'Noor2', 'n' * 100_000])
def test_no_other_login_does(workers, noor, typed):
    assert workers.by_login(typed) is None


def test_workers_without_a_login_are_not_found_by_an_empty_one(workers, noor, now):
    workers.create(now)
    assert workers.by_login('') is workers.by_passkey('') is None


def test_a_passkey_finds_its_worker_also_after_a_restart(noor, folder):
    assert again(folder).by_passkey('AAAA').id == noor.id
    assert again(folder).by_passkey('aaaa') is None


def test_a_login_and_passkey_that_went_find_nobody(workers, noor):
    noor.accept('Noor', 'nora')
    noor.drop_passkey('AAAA')
    workers.save(noor)
    assert workers.by_login('noor') is workers.by_passkey('AAAA') is None
    assert workers.by_login('nora').id == noor.id


def test_finding_a_worker_looks_at_no_other(workers, noor, now):
    class Dictionary(dict):
        def __iter__(self):
            pytest.fail('a scan')

        values = items = keys = __iter__

    for name in ('_held', '_logins', '_passkeys'):
        setattr(workers, name, Dictionary(getattr(workers, name).copy()))
    assert workers.by_login('noor').id == workers.by_passkey('AAAA').id == workers.get(noor.id).id
    with pytest.raises(pytest.fail.Exception):
        workers.all()


# who has what


def test_two_workers_have_no_login_in_common(workers, noor, now):
    other = workers.create(now)
    other.accept('Another Noor', 'NOOR')
    with pytest.raises(LoginTaken):
        workers.save(other)
    assert workers.get(other.id).login == ''
    assert workers.by_login('noor').id == noor.id


def test_two_workers_have_no_passkey_in_common(workers, noor, now):
    other = workers.create(now)
    other.add_passkey(noor.passkeys[0])
    with pytest.raises(PasskeyTaken):
        workers.save(other)
    assert workers.by_passkey('AAAA').id == noor.id


def test_a_login_that_was_let_go_is_free(workers, noor, now):
    noor.accept('Noor', 'nora')
    workers.save(noor)
    other = workers.create(now)
    other.accept('Another Noor', 'noor')
    workers.save(other)
    assert workers.by_login('noor').id == other.id


def test_an_older_copy_never_replaces_a_newer_one(workers, noor, now):
    older = workers.get(noor.id)
    noor.use_recovery('one')
    workers.save(noor)
    older.join('East')
    with pytest.raises(Stale):
        workers.save(older)
    assert (workers.get(noor.id).recovery, workers.get(noor.id).team) == ([], 'West')


def test_the_copy_that_was_saved_can_be_saved_again(workers, noor):
    for team in ('East', 'South'):
        noor.join(team)
        workers.save(noor)
    assert workers.get(noor.id).team == 'South'


def test_a_change_is_saved_at_its_end(workers, noor):
    with workers.change(noor.id) as worker:
        worker.join('East')
    assert workers.get(noor.id).team == 'East'


def test_a_change_that_goes_wrong_is_not(workers, noor):
    with pytest.raises(RuntimeError, match='halfway'), workers.change(noor.id) as worker:
        worker.join('East')
        raise RuntimeError('halfway')
    assert workers.get(noor.id).team == 'West'


def test_there_is_nothing_to_change_of_nobody(workers):
    with pytest.raises(NoSuchWorker), workers.change('0' * 16):
        pass


# who there is


def test_an_invited_worker_is_not_active_yet(workers, now):
    workers.create(now, coordinator=True)
    assert (workers.any_active, workers.has_coordinator) == (False, False)


def test_an_active_worker_is_no_coordinator(workers, noor):
    assert (workers.any_active, workers.has_coordinator) == (True, False)


def test_a_coordinator_counts_until_disabled(workers, noor, now):
    noor.coordinator = True
    workers.save(noor)
    assert workers.has_coordinator
    noor.disable(now)
    workers.save(noor)
    assert (workers.any_active, workers.has_coordinator) == (False, False)
