"""When a full garbage collection is worth its pause."""

import gc

import pytest

from ui.live.garbage import AT_LEAST_EVERY, FEW, Garbage


@pytest.fixture
def garbage() -> Garbage:
    garbage = Garbage()
    garbage.collect()
    return garbage


def go(garbage: Garbage, pages: int) -> None:
    for _ in range(pages):
        garbage.page_went()


def test_a_few_pages_that_went_are_not_worth_it(garbage: Garbage) -> None:
    go(garbage, FEW - 1)
    assert not garbage.is_worth_it(0, garbage.last)
    go(garbage, 1)
    assert garbage.is_worth_it(0, garbage.last)


@pytest.mark.parametrize(('still_open', 'enough'), [(1000, 250), (400, 100), (100, FEW)])
def test_with_many_open_it_is_a_quarter_of_those(garbage: Garbage, still_open: int, enough: int) -> None:
    go(garbage, enough - 1)
    assert not garbage.is_worth_it(still_open, garbage.last)
    go(garbage, 1)
    assert garbage.is_worth_it(still_open, garbage.last)


def test_it_comes_all_the_same_when_the_last_one_is_long_ago(garbage: Garbage) -> None:
    assert not garbage.is_worth_it(1000, garbage.last + AT_LEAST_EVERY - 1)
    assert garbage.is_worth_it(1000, garbage.last + AT_LEAST_EVERY)


def test_after_one_the_count_begins_anew(garbage: Garbage) -> None:
    go(garbage, FEW)
    garbage.collect()
    assert not garbage.is_worth_it(0, garbage.last)


@pytest.mark.long
def test_it_takes_back_what_points_at_itself(garbage: Garbage) -> None:
    class Page:
        def __init__(self) -> None:
            self.itself = self

    before = sum(type(one) is Page for one in gc.get_objects())
    Page()
    garbage.collect()
    assert sum(type(one) is Page for one in gc.get_objects()) == before == 0
