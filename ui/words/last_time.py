"""When something last happened, in words: today with the time, and less exact the longer it is ago."""

from datetime import datetime

from babel.dates import format_time

from model.words import Language
from ui.words.days_ago import days_ago


def last_time(at: datetime, now: datetime, say: Language) -> str:
    """ "vandaag 14:20", "gisteren", "dinsdag", "3 november"; both moments carry a time zone, that of `now` counts."""
    here = at.astimezone(now.tzinfo)
    day = days_ago(here.date(), say, now.date())
    return f'{day} {format_time(here, "short", locale=say.code)}' if here.date() == now.date() else day
