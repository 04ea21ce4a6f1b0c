from datetime import date, timedelta

import pytest

from model.compass.when import PartOfDay, When, next_weekday


@pytest.mark.parametrize(
    ('weekday', 'expected'),
    [
        (0, date(2026, 11, 23)),
        (1, date(2026, 11, 24)),
        (2, date(2026, 11, 25)),
        (3, date(2026, 11, 26)),
        (4, date(2026, 11, 27)),
        (5, date(2026, 11, 28)),
        (6, date(2026, 11, 29)),
    ],
)
def test_a_weekday_is_the_next_one_after_today(weekday, expected, today):
    assert next_weekday(weekday, today) == expected


def test_the_name_of_today_means_in_a_week_on_every_day(today):
    for day in (today + timedelta(days=n) for n in range(7)):
        assert next_weekday(day.weekday(), day) == day + timedelta(days=7)


def test_a_weekday_crosses_the_end_of_the_year():
    assert next_weekday(4, date(2026, 12, 31)) == date(2027, 1, 1)


def test_moments_sort_by_day_then_part_of_day_and_later_comes_last(today):
    tomorrow = today + timedelta(days=1)
    in_order = [
        When(day=today, part=PartOfDay.MORNING),
        When(day=today, part=PartOfDay.AFTERNOON),
        When(day=today, part=PartOfDay.EVENING),
        When(day=today),
        When(day=tomorrow, part=PartOfDay.MORNING),
        When(part=PartOfDay.MORNING),
        When(),
    ]
    mixed = in_order[::-1]
    assert sorted(mixed, key=lambda when: when.sort_key) == in_order


def test_an_unknown_part_of_the_day_is_refused():
    with pytest.raises(ValueError, match='night'):
        When(part='night')


def test_a_moment_cannot_be_changed_in_place(today):
    with pytest.raises(ValueError, match='frozen'):
        When(day=today).day = None  # type: ignore[misc]
