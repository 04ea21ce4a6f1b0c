"""Who did what with which compass and when, for the coordinator, and never what is in it. A plain page."""

from datetime import date, datetime, time, timedelta
from html import escape
from itertools import groupby

from fastapi import Request
from fastapi.responses import HTMLResponse
from nicegui import app

from model.access.access import Access
from model.access.table import rules_of
from model.activity import About, Activity, ActivityKind
from model.words import Language
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.words.activity import activity_pictogram, activity_words
from ui.words.called import called
from ui.words.days_ago import A_DAY
from ui.work.activity_filter import CODE_LENGTH, SHOWN, Asked, asked_for, compass_code, filter_form, sorry_words
from ui.work.page import sorry_line, work_page
from ui.work.team.coordinator import coordinator


def register(access: Access) -> None:
    """The routes."""

    @app.get('/werk/logboek')
    async def activity(
        request: Request, wie: str = '', kompas: str = '', van: str = '', dag: str = '', tot: str = '', na: str = ''
    ) -> HTMLResponse:
        coordinator(access, request)
        say = language_of(request)
        names = {one.id: called(one, say) for one in access.workers.all()}
        about = About(worker=wie if wie in names else '', compass=compass_code(kompas))
        asked = asked_for(access, about, (van, dag), tot, na)
        return _page(access, say, names, asked, rules_of(access.signed_in.key(session_of(request))).idle)


def _page(access: Access, say: Language, names: dict[str, str], asked: Asked, idle: timedelta | None) -> HTMLResponse:
    def day_of(one: Activity) -> date:
        return one.at.astimezone(access.settings.tz).date()

    since = datetime.combine(asked.first, time(), access.settings.tz) if asked.first else None
    page = access.record.latest(SHOWN, asked.before, asked.about, since)
    days = ''.join(
        f'<section><h2>{escape(_day(day, say, access.settings.today()))}</h2>'
        f'<ol>{"".join(_line(access, one, names, say) for one in of_day)}</ol></section>'
        for day, of_day in groupby(page.activities, key=day_of)
    )
    nothing = f'<p class="nobody">{escape(say("Hier staat niets."))}</p>'
    newest = page.activities[0].at if page.activities else asked.before
    ways = _ways(say, asked, newest if asked.before else None, page.older)
    sorry = sorry_words(asked, say)
    above = filter_form(access, names, asked, say) + (sorry_line(sorry) if sorry else '')
    body = f'<div class="team activity">{above}{days or nothing}{ways}</div>'
    return work_page(say, say('Logboek'), 'logbook', body, back='/werk', idle=idle)


def _ways(say: Language, asked: Asked, newest: datetime | None, older: datetime | None) -> str:
    """To the pages beside this one; `newest` is when its first line began, when there is a newer page."""
    ways = ''
    if newest:
        link = asked.link(na=newest.isoformat())
        ways += f'<a class="button" href="{link}">{pictogram("back")}<span>{escape(say("Nieuwer"))}</span></a>'
    if older:
        link = asked.link(tot=older.isoformat())
        ways += f'<a class="button" href="{link}"><span>{escape(say("Ouder"))}</span>{pictogram("next")}</a>'
    return f'<nav class="row pages" aria-label="{escape(say("Bladeren"))}">{ways}</nav>' if ways else ''


def _line(access: Access, one: Activity, names: dict[str, str], say: Language) -> str:
    at = one.at.astimezone(access.settings.tz)
    who = names.get(one.worker, '') if one.worker else _nobody_known(one, say)
    whom = names.get(one.whom, '') if one.whom != one.worker else ''
    notes = [say('over: {name}', name=whom)] if whom else []
    notes += _again(access, one, say)
    about = f'<small dir="auto">{escape(" · ".join(notes))}</small>' if notes else ''
    code = _code(one.compass[:CODE_LENGTH], say) if one.compass else ''
    picture = pictogram(activity_pictogram(one.kind))
    return (
        f'<li><time datetime="{at.isoformat(timespec="minutes")}">{at:%H:%M}</time>{picture}'
        f'<span class="who"><span><b dir="auto">{escape(who)}</b> {escape(activity_words(one.kind, say))}</span>'
        f'{about}</span>{code}</li>'
    )


def _code(code: str, say: Language) -> str:
    words = escape(say('Alles van dit kompas'))
    return f'<a href="/werk/logboek?kompas={code}" title="{words}"><code>{code}</code></a>'


def _again(access: Access, one: Activity, say: Language) -> list[str]:
    """How often it was done and until when, when that was more than once."""
    if one.until is None:
        return []
    until = f'{one.until.astimezone(access.settings.tz):%H:%M}'
    if one.kind.lasts:
        return [say('{number} keer, tot {time}', number=one.times, time=until)]
    return [say('tot {time}', time=until)]


def _nobody_known(one: Activity, say: Language) -> str:
    """Who did it, when that was no worker: only who runs the machine invites without being one."""
    return (
        say('wie de computer onderhoudt')
        if one.kind is ActivityKind.INVITED
        else say('de persoon zelf of iemand met de code')
    )


def _day(day: date, say: Language, today: date) -> str:
    if day == today - A_DAY:
        return say('gisteren')
    return say.day(day, today) if day >= today else say.dated(day, today)
