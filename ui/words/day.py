"""A day further away than a week, said as people say it: "3 december"."""

from datetime import date

from babel.dates import format_skeleton

from model.words import Language


def day_in_words(day: date, say: Language, today: date) -> str:
    """Returns the day and the month in the language of the page, with the year when that is another than today's."""
    return str(format_skeleton('MMMMd', day, locale=say.code)) if day.year == today.year else say.full_date(day)
