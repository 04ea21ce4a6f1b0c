"""Who did what with which compass and when, for the coordinator, and never what is in it. A plain page."""

from datetime import date, timedelta
from html import escape
from itertools import groupby

from fastapi import Request
from fastapi.responses import HTMLResponse
from nicegui import app

from model.access.access import Access
from model.access.table import rules_of
from model.activity import Activity, ActivityKind
from model.words import Language
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.words.activity import activity_pictogram, activity_words
from ui.words.days_ago import A_DAY
from ui.work.page import work_page
from ui.work.team import coordinator

SHOWN = 200
"""The most lines on the page."""
MOST_READ = 20_000
"""How far back we look for those of one worker."""
CODE_LENGTH = 6
"""Characters of a compass id: enough to tell two lines apart, too few to open anything."""


def register(access: Access) -> None:
    """The routes."""

    @app.get('/werk/logboek')
    async def activity(request: Request, wie: str = '') -> HTMLResponse:
        coordinator(access, request)
        say = language_of(request)
        names = {one.id: one.name or say('Nieuwe collega') for one in access.workers.all()}
        chosen = wie if wie in names else ''
        found = access.record.latest(MOST_READ if chosen else SHOWN)
        shown = [one for one in found if chosen in {'', one.worker, one.whom}][:SHOWN]
        return _page(access, say, names, chosen, shown, rules_of(access.signed_in.key(session_of(request))).idle)


def _page(
    access: Access, say: Language, names: dict[str, str], chosen: str, shown: list[Activity], idle: timedelta | None
) -> HTMLResponse:
    def day_of(one: Activity) -> date:
        return one.at.astimezone(access.settings.tz).date()

    days = ''.join(
        f'<section><h2>{escape(_day(day, say, access.settings.today()))}</h2>'
        f'<ol>{"".join(_line(access, one, names, say) for one in of_day)}</ol></section>'
        for day, of_day in groupby(shown, key=day_of)
    )
    nothing = f'<p class="nobody">{escape(say("Er is nog niets gebeurd deze maand."))}</p>'
    body = f'<div class="team activity">{_filter(names, chosen, say)}{days or nothing}</div>'
    return work_page(say, say('Logboek'), 'logbook', body, back='/werk', idle=idle)


def _filter(names: dict[str, str], chosen: str, say: Language) -> str:
    people = [('', say('Iedereen')), *names.items()]
    options = ''.join(
        f'<option value="{one}"{" selected" if one == chosen else ""}>{escape(name)}</option>' for one, name in people
    )
    return (
        f'<form class="filter" method="get" action="/werk/logboek"><div class="field">{pictogram("worker")}'
        f'<label for="who">{escape(say("Wie?"))}</label><select id="who" name="wie">{options}</select></div>'
        f'<button class="button">{pictogram("search")}<span>{escape(say("Toon"))}</span></button></form>'
    )


def _line(access: Access, one: Activity, names: dict[str, str], say: Language) -> str:
    at = one.at.astimezone(access.settings.tz)
    who = names.get(one.worker, '') if one.worker else _nobody_known(one, say)
    whom = names.get(one.whom, '') if one.whom != one.worker else ''
    about = f'<small dir="auto">{escape(say("het gaat over {name}", name=whom))}</small>' if whom else ''
    code = f'<code title="{escape(say("Kompas"))}">{one.compass[:CODE_LENGTH]}</code>' if one.compass else ''
    picture = pictogram(activity_pictogram(one.kind))
    return (
        f'<li><time datetime="{at.isoformat(timespec="minutes")}">{at:%H:%M}</time>{picture}'
        f'<span class="who"><span><b dir="auto">{escape(who)}</b> {escape(activity_words(one.kind, say))}</span>'
        f'{about}</span>{code}</li>'
    )


def _nobody_known(one: Activity, say: Language) -> str:
    """Who did it, when that was no worker: only who runs the machine invites without being one."""
    return say('wie de server beheert') if one.kind is ActivityKind.INVITED else say('iemand met een sleutel')


def _day(day: date, say: Language, today: date) -> str:
    if day == today - A_DAY:
        return say('gisteren')
    return say.day(day, today) if day >= today else say.dated(day)
