"""What a network or a compass may use in a day."""

import pytest

from model.access import days as module
from model.access.days import DAY, Days
from model.access.limits import MOST_KNOWN, WIDER, network_of
from model.access.refusals import EnoughToday
from model.access.session import Session
from model.budgets import Budget

OFFICE = '192.0.2.1'


class Clock:
    """One to turn by hand."""

    def __init__(self):
        self.now = 5.0  # a machine that has just begun

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(module, 'time', clock)
    return clock


@pytest.fixture
def days(clock):
    return Days()


def is_used_up(days, who, budget=Budget.COMPASSES):
    try:
        days.use(budget, who, 0)
    except EnoughToday:
        return True
    return False


def test_what_is_beyond_a_day_is_refused_and_another_goes_on(days):
    for _ in range(Budget.COMPASSES.most):
        days.use(Budget.COMPASSES, OFFICE)
    with pytest.raises(EnoughToday):
        days.use(Budget.COMPASSES, OFFICE)
    days.use(Budget.COMPASSES, '192.0.2.2')
    days.use(Budget.KEPT, OFFICE)


def test_the_next_day_it_begins_anew(days, clock):
    days.use(Budget.KEPT, OFFICE, 1)
    clock.now += DAY - 1
    days.use(Budget.KEPT, OFFICE, Budget.KEPT.most)
    assert is_used_up(days, OFFICE, Budget.KEPT)
    clock.now += 1
    assert not is_used_up(days, OFFICE, Budget.KEPT)
    days.use(Budget.KEPT, OFFICE, Budget.KEPT.most - 1)
    assert not is_used_up(days, OFFICE, Budget.KEPT)


def test_asking_counts_nothing(days):
    for _ in range(1000):
        days.use(Budget.COMPASSES, OFFICE, 0)
    assert not is_used_up(days, OFFICE)


def test_what_is_refused_is_not_counted(days, clock):
    days.use(Budget.KEPT, OFFICE, Budget.KEPT.most)
    clock.now += DAY / 2
    for _ in range(5):
        with pytest.raises(EnoughToday):
            days.use(Budget.KEPT, OFFICE, 10)
    clock.now += DAY / 2
    assert not is_used_up(days, OFFICE, Budget.KEPT)


def test_networks_of_one_48_have_five_times_as_much_together(days):
    begun = 0
    for number in range(2 * WIDER):
        for _ in range(Budget.COMPASSES.most):
            if not is_used_up(days, network_of(f'2001:db8:1:{number:x}::1')):
                days.use(Budget.COMPASSES, network_of(f'2001:db8:1:{number:x}::1'))
                begun += 1
    assert begun == WIDER * Budget.COMPASSES.most
    days.use(Budget.COMPASSES, network_of('2001:db8:2::1'))


def test_a_flood_of_networks_takes_no_more_room_than_the_most_we_know(days, monkeypatch):
    monkeypatch.setattr(module, 'MOST_KNOWN', 100)
    for number in range(1000):
        days.use(Budget.COMPASSES, str(number))
        assert len(days._used[Budget.COMPASSES]._days) <= 100
    assert MOST_KNOWN > 1000


def test_networks_of_yesterday_are_forgotten(days, clock):
    for number in range(50):
        days.use(Budget.COMPASSES, str(number))
    clock.now += DAY
    days.use(Budget.COMPASSES, OFFICE)
    assert list(days._used[Budget.COMPASSES]._days) == [OFFICE]


# normal use


def test_an_evening_of_sixty_behind_one_address_notices_nothing(days):
    for person in range(60):
        for _ in range(3):
            days.use(Budget.COMPASSES, OFFICE)
        for _ in range(20):  # photos as a camera makes them, of which each is kept as half a megabyte
            days.use(Budget.RECEIVED_OF_ONE, str(person), 5_000_000)
            days.use(Budget.RECEIVED, OFFICE, 5_000_000)
            days.use(Budget.KEPT_OF_ONE, str(person), 500_000)
            days.use(Budget.KEPT, OFFICE, 500_000)


def test_one_compass_cannot_use_up_what_its_network_has(days):
    assert 5 * Budget.RECEIVED_OF_ONE.most < Budget.RECEIVED.most
    assert 5 * Budget.KEPT_OF_ONE.most < Budget.KEPT.most


# at the gate


@pytest.mark.parametrize('budget', [Budget.RECEIVED_OF_ONE, Budget.RECEIVED, Budget.KEPT_OF_ONE, Budget.KEPT])
def test_nothing_is_taken_in_once_a_budget_is_used_up(access, phone, compass_id, house, budget):
    opened = access.gate.admit_upload(phone, compass_id, OFFICE)
    access.gate.take_in(opened, OFFICE, Budget.RECEIVED_OF_ONE.most - 1)
    access.gate.keep(opened, OFFICE, Budget.KEPT_OF_ONE.most - 1)
    access.gate.admit_upload(phone, compass_id, OFFICE)
    of_one = budget in {Budget.RECEIVED_OF_ONE, Budget.KEPT_OF_ONE}
    access.gate._days.use(budget, compass_id if of_one else OFFICE, budget.most)
    with pytest.raises(EnoughToday):
        access.gate.admit_upload(phone, compass_id, OFFICE)
    other, other_id = house.begins()
    access.gate.admit_upload(other, other_id, house.address)


def test_what_comes_in_is_stopped_halfway(access, phone, compass_id):
    opened = access.gate.admit_upload(phone, compass_id, OFFICE)
    for _ in range(10):
        access.gate.take_in(opened, OFFICE, Budget.RECEIVED_OF_ONE.most // 10)
    with pytest.raises(EnoughToday):
        access.gate.take_in(opened, OFFICE, 1)


def test_compasses_of_a_day_are_counted_however_slowly_they_are_begun(access, monkeypatch):
    monkeypatch.setattr(access.entrance._limits, 'hit', lambda *_: True)
    for _ in range(Budget.COMPASSES.most):
        access.entrance.begin(Session({}), 'nl', OFFICE)
    with pytest.raises(EnoughToday):
        access.entrance.begin(Session({}), 'nl', OFFICE)
    access.entrance.begin(Session({}), 'nl', '192.0.2.2')
