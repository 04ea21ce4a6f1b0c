from itertools import permutations

import pytest
from argon2 import extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from model.compass.sharing import picture_pin

pytestmark = pytest.mark.full_cost

SECRET, ANOTHER = bytes(range(32)), bytes(32)


def test_twelve_different_pictures_stand_on_the_tiles():
    assert len(set(picture_pin.PICTURES)) == 12


def test_the_program_draws_four_different_ones():
    drawn = [picture_pin.draw() for _ in range(500)]
    assert all(len(set(one)) == 4 and set(one) <= set(picture_pin.PICTURES) for one in drawn)


def test_every_picture_comes_in_every_place():
    drawn = [picture_pin.draw() for _ in range(2000)]
    for place in range(4):
        assert {one[place] for one in drawn} == set(picture_pin.PICTURES)


def test_there_are_11880_of_them():
    assert len(list(permutations(picture_pin.PICTURES, picture_pin.LENGTH))) == 11_880


@pytest.fixture(scope='module')
def kept() -> str:
    return picture_pin.hashed(picture_pin.PICTURES[:4], SECRET)


def test_the_same_pictures_in_the_same_order_are_right(kept):
    assert picture_pin.matches(picture_pin.PICTURES[:4], kept, SECRET)


@pytest.mark.parametrize(
    'pictures',
    [
        picture_pin.PICTURES[3::-1],
        picture_pin.PICTURES[1:5],
        picture_pin.PICTURES[:3],
        picture_pin.PICTURES[:5],
        [],
        [''] * 4,
    ],
    ids=['another order', 'another picture', 'one too few', 'one too many', 'none', 'nothing'],
)
def test_anything_else_is_wrong(kept, pictures):
    assert not picture_pin.matches(pictures, kept, SECRET)


def test_who_has_the_data_but_not_the_secret_cannot_even_test_a_guess(kept):
    assert not picture_pin.matches(picture_pin.PICTURES[:4], kept, ANOTHER)


def test_the_hash_is_argon2id_and_another_one_each_time(kept):
    assert kept.startswith('$argon2id$')
    assert extract_parameters(kept) == RFC_9106_LOW_MEMORY
    assert picture_pin.hashed(picture_pin.PICTURES[:4], SECRET) != kept


@pytest.mark.parametrize('broken', ['', 'x', '$argon2id$v=19$m=1$broken'])
def test_a_broken_hash_opens_nothing(broken):
    assert not picture_pin.matches(picture_pin.PICTURES[:4], broken, SECRET)


def tried(times, day):
    pin = picture_pin.PicturePin(hash='x')
    for _ in range(times):
        pin.count_try(day)
    return pin


def test_ten_tries_lock_it_for_the_rest_of_the_day(today, tomorrow):
    assert not tried(9, today).is_locked(today)
    assert tried(10, today).is_locked(today)
    assert not tried(10, today).is_locked(tomorrow)


def test_tomorrow_they_are_counted_anew(today, tomorrow):
    pin = tried(10, today)
    pin.count_try(tomorrow)
    assert (pin.wrong, pin.is_locked(tomorrow)) == (1, False)


def test_who_was_right_gets_all_tries_back(today):
    pin = tried(9, today)
    pin.forgive()
    pin.count_try(today)
    assert not pin.is_locked(today)


def test_without_pictures_nothing_is_locked(today):
    pin = tried(10, today)
    pin.take_off()
    assert not pin.is_locked(today)
