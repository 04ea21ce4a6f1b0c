"""A day that went by, as people say it."""

from datetime import date, timedelta

from babel.dates import format_date

from model.words import Language

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


def days_ago(day: date, say: Language, today: date) -> str:
    """Today, yesterday, a weekday within the week, "vorige week", else the date, with its year when that is another."""
    if day >= today:
        return say.day(day, today)
    if day == today - A_DAY:
        return say('gisteren')
    if day > today - A_WEEK:
        return format_date(day, 'EEEE', locale=say.code)
    if day > today - 2 * A_WEEK:
        return say('vorige week')
    return say.short_date(day, today)
