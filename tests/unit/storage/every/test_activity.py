from datetime import timedelta

import pytest

from model.activity import Activity, ActivityKind


@pytest.fixture
def log(storage):
    return storage.activity


@pytest.fixture
def did(now, saved):
    """Makes an activity with the compass that was saved, so many minutes later."""

    def did(minutes=0, **more):
        at = now + timedelta(minutes=minutes)
        return Activity(**{'at': at, 'kind': ActivityKind.SAW, 'compass': saved.id} | more)

    return did


def test_at_first_there_is_no_activity(log, saved, today):
    assert log.latest(today, 10) == log.latest_of(saved.id, 10) == []


def test_an_activity_comes_back_as_it_was(log, did, today):
    one = did(kind=ActivityKind.SHARED, worker='00000000000000aa', key='12345678', whom='00000000000000bb')
    log.add(one)
    assert log.latest(today, 10) == [one]


@pytest.mark.parametrize('kind', ActivityKind)
def test_every_kind_comes_back(log, did, today, kind):
    log.add(did(kind=kind))
    assert log.latest(today, 1)[0].kind is kind


def test_the_latest_come_first_and_no_more_than_asked(log, did, saved, today):
    for number in range(10):
        log.add(did(number))
    for latest in (lambda most: log.latest(today, most), lambda most: log.latest_of(saved.id, most)):
        assert latest(3) == [did(9), did(8), did(7)]
        assert len(latest(100)) == 10
        assert latest(0) == []


def test_with_a_compass_stands_only_what_was_done_with_it(storage, log, did, saved, now, today):
    other = storage.compasses.create(now)
    log.add(did())
    log.add(did(1, compass=other.id))
    log.add(did(2, compass=''))
    assert log.latest_of(saved.id, 10) == [did()]
    assert len(log.latest(today, 10)) == 3


def test_each_month_has_its_own(log, did, now, today):
    month_ago = now - timedelta(days=30)
    log.add(did(at=month_ago))
    log.add(did())
    assert [one.at for one in log.latest(today, 10)] == [now]
    assert [one.at for one in log.latest(month_ago.date(), 10)] == [month_ago]


def test_what_was_done_with_a_compass_that_is_gone_stands_in_its_month(storage, log, did, saved, today):
    storage.compasses.erase(saved.id)
    log.add(did(kind=ActivityKind.ERASED))
    log.add(did(compass='0' * 16))
    assert len(log.latest(today, 10)) == 2
