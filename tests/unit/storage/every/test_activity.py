from datetime import datetime, timedelta

import pytest

from model.activity import SAME_ACTIVITY, About, Activity, ActivityKind
from model.storage import protocols
from model.storage.protocols import MOST_PASSING

NOOR, SANNE = '00000000000000aa', '00000000000000bb'
A_MINUTE = timedelta(minutes=1)
LASTING = [kind for kind in ActivityKind if kind.lasts]
GUESSES = [kind for kind in ActivityKind if kind.is_a_guess]
PASSING = [kind for kind in ActivityKind if not kind.lasts]


@pytest.fixture
def log(storage):
    return storage.activity


@pytest.fixture
def did(now, saved):
    """Makes an activity with the compass that was saved, so many minutes later, by another each time."""

    def did(minutes=0, **more):
        at = now + timedelta(minutes=minutes)
        key = f'{minutes % 2**32:08x}'
        return Activity(**{'at': at, 'kind': ActivityKind.SAW, 'compass': saved.id, 'key': key} | more)

    return did


@pytest.fixture
def of(log, saved):
    """All that is kept with a compass, the newest first."""

    def of(most=100_000, **more):
        return log.latest_of(saved.id, most, **more).activities

    return of


@pytest.fixture
def everyone(log):
    """All that is kept of everyone."""

    def everyone(most=100_000, **more):
        return log.latest(most, **more).activities

    return everyone


def test_at_first_there_is_no_activity(of, everyone):
    assert everyone() == of() == []


def test_an_activity_comes_back_as_it_was(log, did, everyone, of):
    one = did(kind=ActivityKind.SHARED, worker=NOOR, key='12345678', whom=SANNE)
    log.add(one)
    assert everyone() == of() == [one]


@pytest.mark.parametrize('kind', ActivityKind)
def test_every_kind_comes_back(log, did, of, kind):
    log.add(did(kind=kind))
    assert of()[0].kind is kind


def test_the_latest_come_first_and_no_more_than_asked(log, did, everyone, of):
    for number in range(10):
        log.add(did(number))
    for latest in (everyone, of):
        assert latest(3) == [did(9), did(8), did(7)]
        assert len(latest(100)) == 10
        assert latest(0) == []


def test_what_lasts_and_what_does_not_stand_in_one_order(log, did, of):
    for number in range(10):
        log.add(did(number, kind=ActivityKind.ENTERED if number % 3 else ActivityKind.SAW))
    assert [one.at for one in of()] == [did(number).at for number in reversed(range(10))]


def test_with_a_compass_stands_only_what_was_done_with_it(storage, log, did, of, everyone, now):
    other = storage.compasses.create(now)
    log.add(did())
    log.add(did(1, compass=other.id))
    log.add(did(2, compass=''))
    assert of() == [did()]
    assert len(everyone()) == 3


def test_what_was_done_with_a_compass_that_is_gone_stands_in_its_month(storage, log, did, saved, everyone):
    storage.compasses.erase(saved.id)
    log.add(did(kind=ActivityKind.ERASED))
    log.add(did(compass='0' * 16))
    assert len(everyone()) == 2


# the same once more


@pytest.mark.parametrize('kind', ActivityKind)
def test_the_same_by_the_same_within_an_hour_is_one_that_counts(log, did, everyone, of, kind):
    for minutes in range(0, 60, 5):
        log.add(did(minutes, kind=kind, key='12345678'))
    (one,) = of()
    assert everyone() == [one]
    assert (one.at, one.until, one.times) == (did().at, did(55).at, 12)


@pytest.mark.parametrize('kind', [kind for kind in ActivityKind if not kind.is_a_guess])
def test_after_an_hour_it_is_another(log, did, of, kind):
    for minutes in (0, 30, 60):
        log.add(did(minutes, kind=kind, key='12345678'))
    assert [(one.at, one.last) for one in of()] == [(did(60).at, did(60).at), (did().at, did(30).at)]


@pytest.mark.parametrize('kind', GUESSES)
def test_all_wrong_tries_of_a_day_are_one_line_and_those_of_the_next_another(log, did, of, kind, now):
    midnight = now.replace(hour=0, minute=0)
    for day in range(2):
        for hour in range(24):
            log.add(did(kind=kind, key='', at=midnight + timedelta(days=day, hours=hour)))
    assert [(one.times, one.at.day, one.last.hour) for one in of()] == [(24, now.day + 1, 23), (24, now.day, 23)]


@pytest.mark.parametrize(
    'more', [{'key': '87654321'}, {'whom': SANNE}, {'kind': ActivityKind.CLOSED}, {'worker': NOOR}, {'compass': ''}]
)
def test_what_differs_is_not_the_same(log, did, everyone, more):
    one = {'kind': ActivityKind.TOLD, 'key': '12345678'}
    log.add(did(**one))
    log.add(did(1, **(one | more)))
    log.add(did(2, **one))
    assert [one.times for one in everyone()] == [1, 2]


def test_a_worker_is_the_same_one_in_every_browser(log, did, of):
    for minutes in range(3):
        log.add(did(minutes, worker=NOOR))
    assert [one.times for one in of()] == [3]


def test_seventy_taps_push_no_fact_out_of_sight(log, did, of):
    log.add(did(kind=ActivityKind.ENTERED, whom='12345678'))
    for tap in range(70):
        kind = ActivityKind.SHARED if tap % 2 else ActivityKind.UNSHARED
        log.add(did(at=did(1).at + timedelta(seconds=10 * tap), kind=kind, key='87654321', whom=NOOR))
        log.add(did(at=did(1).at + timedelta(seconds=10 * tap + 1), kind=ActivityKind.CHANGED, key='87654321'))
    assert [one.kind for one in of()][-1] is ActivityKind.ENTERED
    assert len(of()) == 4


def test_a_clock_that_is_set_back_begins_another(log, did, of):
    log.add(did(kind=ActivityKind.TOLD, key=''))
    log.add(did(-5, kind=ActivityKind.TOLD, key=''))
    assert [one.times for one in of()] == [1, 1]


# how long


def test_what_lasts_stays_however_much_is_seen_and_changed(log, did, of):
    for number, kind in enumerate(LASTING):
        log.add(did(number, kind=kind))
    for number in range(3 * MOST_PASSING):
        log.add(did(100 + number, kind=PASSING[number % len(PASSING)]))
    kept = of()
    assert [one.kind for one in reversed(kept) if one.kind.lasts] == LASTING
    passing = [one for one in kept if not one.kind.lasts]
    assert MOST_PASSING // 2 <= len(passing) <= MOST_PASSING
    assert [one.at for one in passing] == [did(100 + 3 * MOST_PASSING - 1 - back).at for back in range(len(passing))]


def test_months_that_are_too_old_go_and_what_stands_with_a_compass_stays(log, did, of, everyone, now):
    ages = [timedelta(days=days) for days in (90, 60, 30, 0)]
    for age in ages:
        log.add(did(kind=ActivityKind.ENTERED, at=now - age))
    log.forget_before((now - timedelta(days=60)).date().replace(day=1))
    assert [one.at for one in everyone()] == [now - age for age in reversed(ages[1:])]
    assert len(of()) == 4
    log.add(did(1))
    assert len(everyone()) == 4


# pages


def pages(page_before):
    """All pages, from the newest to the oldest."""
    before = None
    while True:
        page = page_before(before)
        yield page.activities
        if page.older is None:
            return
        before = page.older


@pytest.mark.parametrize('size', [1, 3, 7, 40, 41])
def test_pages_follow_each_other_and_miss_nothing(log, did, saved, of, size):
    for number in range(40):
        log.add(did(number, kind=ActivityKind.ENTERED if number % 3 else ActivityKind.SAW))
    found = list(pages(lambda before: log.latest_of(saved.id, size, before=before)))
    assert [one for page in found for one in page] == of()
    assert all(len(page) == size for page in found[:-1])
    assert found[-1]


def test_pages_of_everyone_go_on_over_the_months(log, did, now, everyone):
    moments = [now - timedelta(days=9 * number) for number in range(30)]
    for moment in reversed(moments):
        log.add(did(at=moment))
    found = list(pages(lambda before: log.latest(4, before=before)))
    assert [one.at for page in found for one in page] == moments == [one.at for one in everyone()]


def test_what_began_at_one_moment_is_never_on_two_pages(log, did, now, saved):
    for number in range(12):
        log.add(did(number, at=now + (number // 4) * A_MINUTE))
    found = list(pages(lambda before: log.latest_of(saved.id, 2, before=before)))
    assert [len(page) for page in found] == [4, 4, 4]


def test_what_is_added_meanwhile_moves_no_older_page(log, did, saved):
    for number in range(20):
        log.add(did(number))
    first = log.latest_of(saved.id, 5)
    log.add(did(30))
    assert next(one.at for one in log.latest_of(saved.id, 5, before=first.older).activities) == did(14).at


def test_from_each_page_there_is_a_way_to_the_newer_one(log, did, now, everyone):
    for number in reversed(range(30)):
        log.add(did(number, at=now - timedelta(days=9 * number)))
    found = list(pages(lambda before: log.latest(4, before=before)))
    page, back = found[-1], [found[-1]]
    while before := log.newer(4, page[0].at):
        page = log.latest(4, before=before).activities
        back.append(page)
    assert [one.at for page in back[1:] for one in page[::-1]] == [one.at for one in reversed(everyone())][2:-4]
    assert log.newer(4, everyone()[3].at) is None
    assert log.newer(4, now + A_MINUTE) is None


def test_of_one_worker_there_is_what_they_did_and_what_is_about_them(log, did, now, everyone):
    log.add(did(0, worker=NOOR, kind=ActivityKind.SIGNED_IN))
    log.add(did(1, worker=SANNE))
    log.add(did(2, worker=SANNE, whom=NOOR, kind=ActivityKind.INVITED))
    log.add(did(3))
    assert [one.at for one in everyone(about=About(worker=NOOR))] == [did(2).at, did(0).at]
    assert log.newer(1, did(0).at - A_MINUTE, about=About(worker=NOOR)) == did(2).at
    assert log.newer(1, did(0).at, about=About(worker=NOOR)) is None


def test_of_one_compass_there_is_what_was_done_with_it_whoever_did_it(log, did, everyone):
    log.add(did(0, compass='a' * 16, worker=NOOR))
    log.add(did(1, compass='a' * 8 + 'b' * 8))
    log.add(did(2, compass='b' * 16))
    log.add(did(3, compass='', worker=NOOR, kind=ActivityKind.SIGNED_IN))
    assert [one.at for one in everyone(about=About(compass='a' * 6))] == [did(1).at, did(0).at]
    assert [one.at for one in everyone(about=About(compass='a' * 9))] == [did(0).at]
    assert [one.at for one in everyone(about=About(worker=NOOR, compass='b'))] == []
    assert log.newer(1, did(0).at - A_MINUTE, about=About(compass='a')) == did(1).at


def test_for_a_page_of_one_worker_no_more_is_read_than_a_page_may_cost(log, did, monkeypatch):
    monkeypatch.setattr(protocols, 'MOST_READ', 10)
    log.add(did(0, worker=NOOR))
    for number in range(1, 35):
        log.add(did(number))
    found = list(pages(lambda before: log.latest(5, before=before, about=About(worker=NOOR))))
    assert [len(page) for page in found] == [0, 0, 0, 1]


@pytest.mark.parametrize('year', [2000, 2999])
def test_long_ago_and_far_ahead_are_moments_too(log, did, saved, year, of, everyone):
    log.add(did())
    moment = datetime.fromisoformat(f'{year}-01-01T00:00:00+14:00')
    there = [did()] if year == 2999 else []
    assert of(before=moment) == everyone(before=moment) == there
    assert log.newer(1, moment) is None


def test_an_hour_is_what_people_mean_by_the_same():
    assert timedelta(hours=1) == SAME_ACTIVITY


def test_seeing_and_changing_pass_and_all_else_lasts():
    assert PASSING == [ActivityKind.SAW, ActivityKind.CHANGED]
    assert set(GUESSES) <= set(LASTING)
