"""A day further away than a week, said as people say it: "3 december"."""

from datetime import date

from babel.dates import format_skeleton

from model.words import Language


def day_in_words(day: date, say: Language) -> str:
    """Returns the day and the month in the language of the page."""
    return str(format_skeleton('MMMMd', day, locale=say.code))
