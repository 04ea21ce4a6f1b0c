"""Who guesses is soon shut out, and learns nothing; everybody else goes on."""

import pytest

from model.access.refusals import NotTheseDigits, TooManyDigits

MINE, OTHER = '203.0.113.7', '203.0.113.8'
MOST = 10


def guesses(access, times, address=MINE):
    for number in range(times):
        with pytest.raises(NotTheseDigits):
            access.digits.use(f'{number:04}', address)


def test_after_ten_wrong_ones_in_a_minute_not_even_right_ones_are_taken_for_an_hour(access, own):
    guesses(access, MOST)
    digits = access.digits.show(own[0], own[1])
    for _ in range(3):
        with pytest.raises(TooManyDigits):
            access.digits.use(digits, MINE)
    assert access.digits.work(digits), 'right ones that were refused are not used up'


def test_another_network_goes_on(access, own):
    guesses(access, MOST)
    assert access.digits.use(access.digits.show(own[0], own[1]), OTHER)


def test_nine_wrong_ones_shut_nobody_out_and_right_ones_count_for_nothing(access, own):
    guesses(access, MOST - 1)
    for _ in range(20):
        assert access.digits.use(access.digits.show(own[0], own[1]), MINE)
    guesses(access, 1)
    with pytest.raises(TooManyDigits):
        access.digits.use('1', MINE)


def test_after_an_hour_they_are_taken_again(access, own, monkeypatch):
    moment = [1_000_000.0]
    monkeypatch.setattr('time.time', lambda: moment[0])
    guesses(access, MOST)
    digits = access.digits.show(own[0], own[1])
    moment[0] += 3_599
    with pytest.raises(TooManyDigits):
        access.digits.use(digits, MINE)
    moment[0] += 2
    assert access.digits.use(digits, MINE)


def test_ten_in_more_than_a_minute_shut_nobody_out(access, own, monkeypatch):
    moment = [1_000_000.0]
    monkeypatch.setattr('time.time', lambda: moment[0])
    for _ in range(MOST * 2):
        guesses(access, 1)
        moment[0] += 7
    assert access.digits.use(access.digits.show(own[0], own[1]), MINE)


def test_a_household_with_many_addresses_is_one_network(access, own):
    for number in range(MOST):
        guesses(access, 1, f'2001:db8:1:1::{number}')
    with pytest.raises(TooManyDigits):
        access.digits.use(access.digits.show(own[0], own[1]), '2001:db8:1:1::ffff')


def test_used_too_old_and_wrong_are_one(house, access, own):
    used = access.digits.show(own[0], own[1])
    access.digits.use(used, OTHER)
    old = access.digits.show(own[0], own[1])
    house.wait(minutes=6)
    told = set()
    for digits in (used, old, '12345678', 'niets'):
        with pytest.raises(NotTheseDigits) as raised:
            access.digits.use(digits, MINE)
        told.add((type(raised.value), str(raised.value)))
    assert len(told) == 1


def test_in_memory_they_cannot_be_read(access, own):
    digits = access.digits.show(own[0], own[1])
    held = repr([vars(one) for one in vars(access.digits)['_shown'].values()])
    assert digits not in held
