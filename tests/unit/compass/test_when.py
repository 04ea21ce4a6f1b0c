from datetime import date, time, timedelta

import pytest

from model.compass.when import HOURS, PartOfDay, When, next_weekday


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


def test_of_a_day_that_went_by_only_the_part_of_it_holds_still(today):
    yesterday = When(day=today - timedelta(days=1), part=PartOfDay.MORNING, hour=time(9))
    assert yesterday.still(today) == When(part=PartOfDay.MORNING)
    for ahead in (yesterday.on(today), yesterday.on(today + timedelta(days=1)), When(later=True), When()):
        assert ahead.still(today) == ahead


def test_moments_sort_by_day_then_part_of_day_then_hour_and_later_comes_last(today):
    tomorrow = today + timedelta(days=1)
    in_order = [
        When(day=today, part=PartOfDay.MORNING, hour=time(9)),
        When(day=today, part=PartOfDay.MORNING, hour=time(9, 30)),
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


@pytest.mark.parametrize(
    ('hour', 'part'),
    [
        (time(7), PartOfDay.MORNING),
        (time(11, 30), PartOfDay.MORNING),
        (time(12), PartOfDay.AFTERNOON),
        (time(17, 30), PartOfDay.AFTERNOON),
        (time(18), PartOfDay.EVENING),
        (time(21, 30), PartOfDay.EVENING),
    ],
)
def test_each_hour_is_in_one_part_of_the_day(hour, part):
    assert hour in HOURS
    assert PartOfDay.of(hour) is part
    assert When().at(hour) == When(part=part, hour=hour)


def test_another_day_keeps_the_part_and_the_hour(today, tomorrow):
    when = When(day=today).at(time(10))
    assert when.on(tomorrow) == When(day=tomorrow, part=PartOfDay.MORNING, hour=time(10))
    assert when.on(None, later=True) == When(later=True, part=PartOfDay.MORNING, hour=time(10))


def test_an_hour_is_let_go_by_a_part_of_the_day_it_is_not_in(today):
    when = When(day=today).at(time(10))
    assert when.in_part(PartOfDay.MORNING) == when
    assert when.in_part(PartOfDay.EVENING) == When(day=today, part=PartOfDay.EVENING)
    assert when.in_part(None) == When(day=today)


def test_without_an_hour_the_part_of_the_day_stays(today):
    assert When(day=today).at(time(10)).at(None) == When(day=today, part=PartOfDay.MORNING)


@pytest.mark.parametrize('part', [None, PartOfDay.EVENING])
def test_an_hour_outside_its_part_of_the_day_is_refused(part):
    with pytest.raises(ValueError, match='the hour is not in this part of the day'):
        When(part=part, hour=time(10))


def test_an_hour_takes_no_room_where_there_is_none(today):
    assert 'hour' not in When(day=today).model_dump_json()
    when = When(day=today).at(time(10, 30))
    assert When.model_validate_json(when.model_dump_json()) == when
