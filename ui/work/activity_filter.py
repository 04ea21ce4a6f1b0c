"""Which part of the log is asked for, as an address says it: of whom, of which compass, which days; and its form."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from html import escape
from urllib.parse import urlencode

from model.access.access import Access
from model.activity import About
from model.words import Language
from ui.plain.page import pictogram
from ui.words.days_ago import A_DAY

SHOWN = 200
"""The most lines on a page."""
YEARS = range(2000, 3000)
"""Of what stands in an address; beyond them a day may have no tomorrow."""
CODE_LENGTH = 6
"""Characters of a compass id: enough to tell two lines apart, too few to open anything."""
LONGEST_DAY = 20
"""Characters of what was written as a day and is none."""


@dataclass(frozen=True)
class Asked:
    """Which page, as the address says it; what makes no sense there asks for the newest, of everyone."""

    about: About
    first: date | None
    day: date | None
    before: datetime | None
    typed: tuple[str, str] = ('', '')
    """The first and the last day, as somebody wrote them; kept where they make no sense."""

    def link(self, **more: str) -> str:
        """The address of another page of the same list."""
        asked = {'wie': self.about.worker, 'kompas': self.about.compass}
        asked = {field: value for field, value in asked.items() if value}
        asked |= {'van': self.first.isoformat()} if self.first else {}
        return escape(f'/werk/logboek?{urlencode(asked | more)}')


def asked_for(access: Access, about: About, days: tuple[str, str], until: str, after: str) -> Asked:
    """`days` are the first and the last that are shown; `until` and `after` are what its own links ask for."""
    first, last = map(_date, days)
    if newer_than := _moment(after):
        return Asked(about, first, None, access.record.newer(SHOWN, newer_than, about), days)
    if before := _moment(until):
        return Asked(about, first, None, before, days)
    end = datetime.combine(last + A_DAY, time(), access.settings.tz) if last else None
    return Asked(about, first, last, end, days)


def _moment(written: str) -> datetime | None:
    """A moment with its time zone, None when it is none."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None and moment.year in YEARS else None


def _date(written: str) -> date | None:
    """A day as a browser sends it, or as somebody types it where there is no calendar: 24-11-2026."""
    for form in ('%Y-%m-%d', '%d-%m-%Y'):
        with suppress(ValueError):
            day = datetime.strptime(written.strip(), form).date()
            return day if day.year in YEARS else None
    return None


def sorry_words(asked: Asked, say: Language) -> str:
    """What is wrong with the days, in one sentence; empty when nothing is."""
    if any(written.strip() and _date(written) is None for written in asked.typed):
        return say('Die dag klopt niet. Schrijf hem zo: 24-11-2026.')
    if asked.first and asked.day and asked.first > asked.day:
        return say('De eerste dag komt na de laatste dag. Draai ze om.')
    return ''


def filter_form(access: Access, names: dict[str, str], asked: Asked, say: Language) -> str:
    people = [('', say('Iedereen')), *names.items()]
    options = ''.join(
        f'<option value="{one}"{" selected" if one == asked.about.worker else ""}>{escape(name)}</option>'
        for one, name in people
    )
    today = access.settings.today()
    first, last = (
        _day_field(field, label, _kept(day, written), today)
        for field, label, day, written in (
            ('van', say('Vanaf welke dag?'), asked.first, asked.typed[0]),
            ('dag', say('Tot en met welke dag?'), asked.day, asked.typed[1]),
        )
    )
    return (
        f'<form class="filter" method="get" action="/werk/logboek"><div class="field">{pictogram("worker")}'
        f'<label for="who">{escape(say("Wie?"))}</label><select id="who" name="wie">{options}</select></div>'
        f'{first}{last}{_one_compass(asked, say)}'
        f'<button class="button">{pictogram("search")}<span>{escape(say("Laat zien"))}</span></button>'
        '</form>'
    )


def compass_code(written: str) -> str:
    """The beginning of a compass id, as it stands on a line; empty for anything else."""
    return written if re.fullmatch(f'[0-9a-f]{{{CODE_LENGTH}}}', written) else ''


def _one_compass(asked: Asked, say: Language) -> str:
    """Of which compass this is, in the form too, and the way back to all of them; nothing when it is of all."""
    code = asked.about.compass
    if not code:
        return ''
    everything = replace(asked, about=replace(asked.about, compass=''))
    return (
        f'<p class="one-compass"><input type="hidden" name="kompas" value="{code}"><code>{code}</code>'
        f'<a href="{everything.link()}">{pictogram("back")}<span>{escape(say("Alle kompassen"))}</span></a></p>'
    )


def _kept(day: date | None, written: str) -> str:
    """What stands in the line: the day, or what somebody wrote that is none, so that they can mend it."""
    return day.isoformat() if day else ''.join(one for one in written if one.isprintable())[:LONGEST_DAY]


def _day_field(field: str, label: str, value: str, today: date) -> str:
    """A calendar; what is no day stands in a line of text, as a calendar would not show it."""
    kind = 'date' if not value or _date(value) else 'text'
    return (
        f'<div class="field">{pictogram("this-week")}<label for="{field}">{escape(label)}</label>'
        f'<input id="{field}" type="{kind}" name="{field}" value="{escape(value)}" max="{today.isoformat()}"></div>'
    )
