"""A day with a part of it, in one breath: "morgenochtend", "vanavond", "zaterdagmiddag 5 december"."""

from datetime import date, timedelta

from babel.dates import format_date

from model.compass.when import PartOfDay
from model.words import Language

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


def day_part(day: date, part: PartOfDay, say: Language, today: date) -> str:
    """A part of a day, as people say it; of one that went by with its date."""
    if day == today:
        return _today(part, say)
    if day == today + A_DAY:
        return _joined(say('morgen', context='tomorrow'), part, say)
    return _weekday(day, part, say) if today < day < today + A_WEEK else dated_part(day, part, say, today)


def dated_part(day: date, part: PartOfDay, say: Language, today: date) -> str:
    """A part of a day with the date: "zaterdagmiddag 28 november"."""
    return say('{weekday} {date}', weekday=_weekday(day, part, say), date=say.short_date(day, today))


def dated_when(day: date, part: PartOfDay | None, say: Language, today: date) -> str:
    """A day with its date, and the part of it where there is one; it stays true for who reads it later."""
    return dated_part(day, part, say, today) if part else say.dated(day, today)


def only_part(part: PartOfDay, say: Language) -> str:
    """A part of a day that nobody named."""
    return {
        PartOfDay.MORNING: say("'s ochtends"),
        PartOfDay.AFTERNOON: say("'s middags"),
        PartOfDay.EVENING: say("'s avonds"),
    }[part]


def _weekday(day: date, part: PartOfDay, say: Language) -> str:
    return _joined(format_date(day, 'EEEE', locale=say.code), part, say)


def _today(part: PartOfDay, say: Language) -> str:
    return {
        PartOfDay.MORNING: say('vanochtend'),
        PartOfDay.AFTERNOON: say('vanmiddag'),
        PartOfDay.EVENING: say('vanavond'),
    }[part]


def _joined(day: str, part: PartOfDay, say: Language) -> str:
    """A message of its own for each part: Dutch makes one word of them, others two, some the other way round."""
    return {
        PartOfDay.MORNING: say('{day}ochtend', day=day),
        PartOfDay.AFTERNOON: say('{day}middag', day=day),
        PartOfDay.EVENING: say('{day}avond', day=day),
    }[part]
