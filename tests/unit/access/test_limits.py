import time

import pytest
from limits.storage import memory

from model.access import limits as module
from model.access.limits import WIDER, Limit, Limits, network_of, wide_network_of
from model.access.refusals import TooManyTries
from tests.soak import rounds


class Clock:
    """The library's clock, to turn by hand."""

    def __init__(self):
        self.now = time.time()

    def time(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(memory, 'time', clock)
    return clock


@pytest.fixture
def limits():
    return Limits()


def known(limits, limit):
    """How many names a limit remembers."""
    return len(limits._windows[limit].storage.events)


def eventually(is_so):
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def fill(limits, limit, who):
    for _ in range(limit.rate.amount):
        assert limits.hit(limit, who)


# counting


@pytest.mark.parametrize('limit', Limit)
def test_the_try_beyond_a_limit_is_refused_and_the_ones_before_are_not(limits, limit):
    fill(limits, limit, 'a')
    assert not limits.hit(limit, 'a')


@pytest.mark.parametrize('limit', Limit)
def test_another_goes_on_when_one_is_refused(limits, limit):
    fill(limits, limit, 'a')
    assert limits.hit(limit, 'b')


def test_no_two_limits_count_together(limits):
    for limit in Limit:
        fill(limits, limit, 'a')
    assert len(Limit.__members__) == len(list(Limit)) == len({limit.what for limit in Limit})


def test_asking_whether_it_is_full_counts_nothing(limits):
    for _ in range(50):
        assert not limits.is_full(Limit.WRONG_KEYS, 'a')
    assert known(limits, Limit.WRONG_KEYS) == 0
    fill(limits, Limit.WRONG_KEYS, 'a')
    assert limits.is_full(Limit.WRONG_KEYS, 'a')
    assert not limits.is_full(Limit.WRONG_KEYS, 'b')


def test_a_minute_is_any_sixty_seconds(limits, clock):
    for _ in range(10):
        assert limits.hit(Limit.WRONG_KEYS, 'a')
    clock.now += 40
    for _ in range(10):
        assert limits.hit(Limit.WRONG_KEYS, 'a')
    clock.now += 15
    assert not limits.hit(Limit.WRONG_KEYS, 'a')
    clock.now += 6  # the first ten are over a minute ago
    assert [limits.hit(Limit.WRONG_KEYS, 'a') for _ in range(11)] == [True] * 10 + [False]


def test_a_refused_try_does_not_make_the_wait_longer(limits, clock):
    fill(limits, Limit.WRONG_KEYS, 'a')
    for _ in range(59):
        clock.now += 1
        assert not limits.hit(Limit.WRONG_KEYS, 'a')
    clock.now += 2
    assert limits.hit(Limit.WRONG_KEYS, 'a')


def test_an_account_is_open_again_after_fifteen_minutes(limits, clock):
    fill(limits, Limit.WRONG_SIGN_INS, 'a')
    clock.now += 14 * 60
    assert limits.is_full(Limit.WRONG_SIGN_INS, 'a')
    clock.now += 2 * 60
    assert not limits.is_full(Limit.WRONG_SIGN_INS, 'a')


# memory


def test_whoever_does_not_try_any_more_is_forgotten(limits, clock):
    for number in range(1000):
        limits.hit(Limit.WRONG_KEYS, str(number))
    assert known(limits, Limit.WRONG_KEYS) == 1000
    clock.now += 61

    def only_one_is_known():
        limits.hit(Limit.WRONG_KEYS, 'later')
        return known(limits, Limit.WRONG_KEYS) == 1

    eventually(only_one_is_known)  # the library's own thread empties them first


def test_a_million_networks_take_no_more_room_than_the_most_we_know(limits, monkeypatch):
    monkeypatch.setattr(module, 'MOST_KNOWN', 100)
    for number in range(rounds(100_000, 20_000)):
        limits.hit(Limit.STRANGE_PAGES, f'2001:db8:{number:x}::/64')
        assert known(limits, Limit.STRANGE_PAGES) <= 101
    storage = limits._windows[Limit.STRANGE_PAGES].storage
    eventually(lambda: len(storage.locks) <= 101)


def test_a_flood_forgets_the_one_that_tried_longest_ago_first(limits, monkeypatch):
    monkeypatch.setattr(module, 'MOST_KNOWN', 100)
    fill(limits, Limit.WRONG_KEYS, 'busy')
    fill(limits, Limit.WRONG_KEYS, 'quiet')
    for number in range(150):
        limits.hit(Limit.WRONG_KEYS, str(number))
        assert not limits.hit(Limit.WRONG_KEYS, 'busy')
    assert not limits.is_full(Limit.WRONG_KEYS, 'quiet')


def test_a_flood_of_networks_leaves_the_tries_for_an_account(limits, monkeypatch):
    monkeypatch.setattr(module, 'MOST_KNOWN', 10)
    fill(limits, Limit.WRONG_SIGN_INS, 'a')
    for number in range(1000):
        limits.hit(Limit.SIGN_IN, str(number))
    assert limits.is_full(Limit.WRONG_SIGN_INS, 'a')


# networks


@pytest.mark.parametrize(
    ('address', 'network'),
    [
        ('192.0.2.7', '192.0.2.7'),
        ('2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'),
        ('2001:DB8:1:2::', '2001:db8:1:2::/64'),
        ('::1', '::/64'),
        ('::ffff:192.0.2.7', '192.0.2.7'),
        ('::FFFF:C000:0207', '192.0.2.7'),
        ('fe80::1%eth0', 'fe80::/64'),
        ('', ''),
        ('unknown', 'unknown'),
        ('192.0.2.7:80', '192.0.2.7:80'),
        ('x' * 10_000, 'x' * 64),
    ],
)
def test_whom_an_address_counts_for(address, network):
    assert network_of(address) == network


def test_all_addresses_of_one_household_count_as_one(limits):
    for number in range(20):
        assert limits.hit(Limit.WRONG_KEYS, network_of(f'2001:db8:1:2:{number:x}::{number:x}'))
    assert not limits.hit(Limit.WRONG_KEYS, network_of('2001:db8:1:2:ffff::'))
    assert limits.hit(Limit.WRONG_KEYS, network_of('2001:db8:1:3::'))


BY_NETWORK = [limit for limit in Limit if limit.is_by_network]


def test_the_limits_that_count_networks_are_known_by_name():
    assert {limit.name for limit in BY_NETWORK} == {
        'WRONG_KEYS',
        'INVITATIONS',
        'BEGINNINGS',
        'PAGES_OF_NETWORK',
        'STRANGE_PAGES',
        'SIGN_IN',
        'PASSKEYS',
        'PIN',
        'WRONG_DIGITS',
        'NO_DIGITS',
    }


@pytest.mark.parametrize('limit', BY_NETWORK)
def test_a_flood_from_every_corner_of_a_48_is_stopped_and_others_go_on(limits, limit):
    most = WIDER * limit.rate.amount
    hits = [limits.hit(limit, network_of(f'2001:db8:1:{number:x}::1')) for number in range(most + 300)]
    assert hits == [True] * most + [False] * 300
    assert limits.is_full(limit, network_of('2001:db8:1:ffff::1'))
    assert limits.hit(limit, network_of('2001:db8:2:1::1'))
    assert limits.hit(limit, network_of('192.0.2.7'))


def test_a_household_that_is_refused_does_not_fill_the_48_around_it(limits):
    for _ in range(100):
        limits.hit(Limit.SIGN_IN, network_of('2001:db8:1:1::1'))
    assert sum(limits.hit(Limit.SIGN_IN, network_of(f'2001:db8:1:{number:x}::1')) for number in range(2, 99)) == 40


def test_a_48_that_is_full_counts_nothing_for_the_households_in_it(limits, clock):
    for number in range(WIDER * 10):
        limits.hit(Limit.SIGN_IN, network_of(f'2001:db8:1:{number:x}::1'))
    for _ in range(10):
        assert not limits.hit(Limit.SIGN_IN, network_of('2001:db8:1:ffff::1'))
    clock.now += 61
    assert [limits.hit(Limit.SIGN_IN, network_of('2001:db8:1:ffff::1')) for _ in range(11)] == [True] * 10 + [False]


def test_what_is_not_a_network_is_counted_once(limits):
    for limit in set(Limit) - set(BY_NETWORK):
        for number in range(WIDER * limit.rate.amount + 1):
            assert limits.hit(limit, f'2001:db8:1:{number:x}::/64')


def test_a_flood_of_households_does_not_make_us_forget_the_48_around_them(limits, monkeypatch):
    monkeypatch.setattr(module, 'MOST_KNOWN', 10)
    hits = [limits.hit(Limit.WRONG_KEYS, network_of(f'2001:db8:1:{number:x}::1')) for number in range(500)]
    assert sum(hits) == WIDER * Limit.WRONG_KEYS.rate.amount


@pytest.mark.parametrize(
    ('address', 'network'),
    [
        ('192.0.2.7', '192.0.2.7'),
        ('2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'),
        ('::ffff:192.0.2.7', '192.0.2.7'),
        ('unknown', 'unknown'),
        ('zzz/64', 'zzz/64'),
    ],
)
def test_where_an_address_stands_in_line(address, network):
    assert wide_network_of(address) == network


# pages


OFFICE = '192.0.2.1'


def test_pages_of_many_keys_on_one_network_are_too_many_together(limits):
    for number in range(Limit.PAGES_OF_NETWORK.rate.amount):
        limits.count_page(str(number % 10), OFFICE)
    with pytest.raises(TooManyTries):
        limits.count_page('another', OFFICE)
    limits.count_page('another', '192.0.2.2')


def test_what_is_too_much_for_a_key_leaves_its_network_the_rest(limits):
    for _ in range(Limit.PAGES.rate.amount):
        limits.count_page('greedy', OFFICE)
    for _ in range(10 * Limit.PAGES_OF_NETWORK.rate.amount):
        with pytest.raises(TooManyTries):
            limits.count_page('greedy', OFFICE)
    for number in range(Limit.PAGES_OF_NETWORK.rate.amount - Limit.PAGES.rate.amount):
        limits.count_page(str(number % 10), OFFICE)


def test_an_evening_of_sixty_behind_one_address_opens_pages_as_it_likes(limits):
    for person in range(60):
        for _ in range(10):
            limits.count_page(str(person), OFFICE)
