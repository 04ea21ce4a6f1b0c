"""A long list is told by months, the newest first; a short one needs none."""

from datetime import date, timedelta

import pytest

from model.words import language
from ui.words.months import HANDFUL, by_month

NOVEMBER, LAST_NOVEMBER = date(2026, 11, 29), date(2025, 11, 30)


def told(*days: date, code: str = 'nl') -> dict[str, list[date]]:
    return by_month(days, lambda day: day, language(code))


def test_a_handful_of_one_month_has_no_heading():
    days = [NOVEMBER - timedelta(days=number) for number in range(HANDFUL)]
    assert told(*days) == {'': days}
    assert told(*days, NOVEMBER) == {'November 2026': [*days, NOVEMBER]}
    assert told() == {}


@pytest.mark.parametrize(
    ('code', 'headings'),
    [
        ('nl', ['November 2026', 'Oktober 2026', 'November 2025']),
        ('en', ['November 2026', 'October 2026', 'November 2025']),
    ],
)
def test_the_newest_month_comes_first_and_one_name_in_two_years_is_two_months(code, headings):
    found = told(NOVEMBER, LAST_NOVEMBER, date(2026, 10, 1), code=code)
    assert list(found) == headings
    assert list(found.values()) == [[NOVEMBER], [date(2026, 10, 1)], [LAST_NOVEMBER]]


def test_what_came_later_than_it_was_made_stands_in_its_own_month_once():
    days = [NOVEMBER, date(2026, 10, 3), date(2026, 11, 1)]
    assert told(*days) == {'November 2026': [days[0], days[2]], 'Oktober 2026': [days[1]]}
