from itertools import permutations

import pytest

from model import pin

SECRET, ANOTHER = bytes(range(32)), bytes(32)


def test_twelve_different_pictures_stand_on_the_tiles():
    assert len(set(pin.PICTURES)) == 12


def test_the_program_draws_four_different_ones():
    drawn = [pin.draw() for _ in range(500)]
    assert all(len(set(one)) == 4 and set(one) <= set(pin.PICTURES) for one in drawn)


def test_every_picture_comes_in_every_place():
    drawn = [pin.draw() for _ in range(2000)]
    for place in range(4):
        assert {one[place] for one in drawn} == set(pin.PICTURES)


def test_there_are_11880_of_them():
    assert len(list(permutations(pin.PICTURES, pin.LENGTH))) == 11_880


@pytest.fixture(scope='module')
def kept() -> str:
    return pin.hashed(pin.PICTURES[:4], SECRET)


def test_the_same_pictures_in_the_same_order_are_right(kept):
    assert pin.matches(pin.PICTURES[:4], kept, SECRET)


@pytest.mark.parametrize(
    'pictures',
    [pin.PICTURES[3::-1], pin.PICTURES[1:5], pin.PICTURES[:3], pin.PICTURES[:5], [], [''] * 4],
    ids=['another order', 'another picture', 'one too few', 'one too many', 'none', 'nothing'],
)
def test_anything_else_is_wrong(kept, pictures):
    assert not pin.matches(pictures, kept, SECRET)


def test_who_has_the_data_but_not_the_secret_cannot_even_test_a_guess(kept):
    assert not pin.matches(pin.PICTURES[:4], kept, ANOTHER)


def test_the_hash_is_argon2id_and_another_one_each_time(kept):
    assert kept.startswith('$argon2id$')
    assert pin.hashed(pin.PICTURES[:4], SECRET) != kept


@pytest.mark.parametrize('broken', ['', 'x', '$argon2id$v=19$m=1$broken'])
def test_a_broken_hash_opens_nothing(broken):
    assert not pin.matches(pin.PICTURES[:4], broken, SECRET)


def test_five_wrong_tries_lock_it():
    assert not pin.Pin(hash='', wrong=4).is_locked
    assert pin.Pin(hash='', wrong=5).is_locked
