"""The list of everyone with an account or an invitation, by team, and what a coordinator can do about each."""

from html import escape
from itertools import groupby

from model.access.access import Access
from model.access.session import Session
from model.words import Language
from model.workers.worker import State, Worker
from ui.plain.page import pictogram
from ui.words.called import called
from ui.words.days_ago import days_ago
from ui.work.field import go_button
from ui.work.team.invite import TEAM, Asked, form, team_field
from ui.work.team.taking_over import taking_over

_SIGNS = {State.INVITED: 'invitation', State.ACTIVE: 'worker', State.DISABLED: 'switched-off'}


def team_list(access: Access, session: Session, say: Language, asked: Asked | None) -> str:
    """The body of the page, as HTML; `asked` is an invitation that could not be made as it stood. Raises `Stranger`."""
    me = access.signed_in.coordinator(session)
    everyone = sorted(access.workers.all(), key=lambda one: (not one.team, one.team.casefold(), one.team))
    teams = sorted({one.team for one in everyone if one.team}, key=str.casefold)
    groups = ''.join(
        f'<section><h2 dir="auto">{escape(team or say("Zonder team"))}</h2>'
        f'<ul>{"".join(_colleague(access, session, one, me, say) for one in colleagues)}</ul></section>'
        for team, colleagues in groupby(everyone, key=lambda one: one.team)
    )
    offered = ''.join(f'<option value="{escape(team)}"></option>' for team in teams)
    return f'<datalist id="teams">{offered}</datalist><div class="team">{form(me, say, asked)}{groups}</div>'


def _colleague(access: Access, session: Session, one: Worker, me: Worker, say: Language) -> str:
    sign = 'coordinator' if one.coordinator and one.state is State.ACTIVE else _SIGNS[one.state]
    name = called(one, say)
    role = f' <small>{escape(say("coördinator"))}</small>' if one.coordinator else ''
    mine = f' <span class="me">{escape(say("dit ben jij"))}</span>' if one.id == me.id else ''
    who = (
        f'{pictogram(sign)}<span class="who"><span><b dir="auto">{escape(name)}</b>{role}{mine}</span>'
        f'<small>{escape(_state(access, one, say))}</small></span>'
    )
    if one.id == me.id:
        own = _own_team(me, say) + _own_role(access, me, say)
        return f'<li class="colleague"><details><summary>{who}</summary>{own}</details></li>'
    more = taking_over(access, session, one, say) if one.state is State.DISABLED else _place(one, say)
    return f'<li class="colleague"><details><summary>{who}</summary>{_ways(one, name, say)}{more}</details></li>'


def _own_team(me: Worker, say: Language) -> str:
    return (
        f'<form method="post" action="/werk/team/mijn">{team_field("my-team", me.team, say("Mijn team"))}'
        f'<button class="button go">{pictogram("done")}<span>{escape(say("Bewaar"))}</span></button></form>'
    )


def _own_role(access: Access, me: Worker, say: Language) -> str:
    """A coordinator may stop being one, but the last one does not."""
    if access.workers.is_last_coordinator(me.id):
        return ''
    question = say("Weet je het zeker? Je kunt dan geen collega's meer uitnodigen en het logboek niet meer lezen.")
    way = (
        f'<form method="post" action="{TEAM}/indeling"><input type="hidden" name="wie" value="{me.id}">'
        f'<input type="hidden" name="team" value="{escape(me.team)}">'
        f'<button class="button">{pictogram("yes")}<span>{escape(say("Ja, ik stop"))}</span></button></form>'
    )
    return f'<div class="doings">{_sure("worker", say("Ik stop als coördinator"), question, way)}</div>'


def _place(one: Worker, say: Language) -> str:
    """In which team a colleague is, and whether they coordinate."""
    words, them = escape(say('Coördinator')), escape(say("mag collega's uitnodigen en het logboek lezen"))
    return (
        f'<form class="team-and-role" method="post" action="{TEAM}/indeling">'
        f'<input type="hidden" name="wie" value="{one.id}">'
        f'{team_field(f"team-{one.id}", one.team, say("Welk team?"))}'
        f'<label class="own-device">{pictogram("coordinator")}<span>{words}<small>{them}</small></span>'
        f'<input type="checkbox" name="coordinator" value="ja"{" checked" if one.coordinator else ""}></label>'
        f'{go_button(say("Bewaar"), "done")}</form>'
    )


def _state(access: Access, one: Worker, say: Language) -> str:
    """What a coordinator needs to know: no more than the day somebody was last here."""
    now = access.settings.now()
    if one.state is State.DISABLED and one.disabled_on:
        return say('gestopt: {day}', day=days_ago(one.disabled_on.date(), say, now.date()))
    if one.state is State.INVITED:
        keys = (access.keys.get(key_id, now) for key_id in one.keys)
        invited = next((key.made.date() for key in keys if key), None)
        if invited is None:
            return say('de uitnodiging werkt niet meer')
        return say('uitgenodigd: {day}', day=days_ago(invited, say, now.date()))
    if one.seen is None:
        return say('nog niet ingelogd')
    return say('laatst ingelogd: {day}', day=days_ago(one.seen.date(), say, now.date()))


def _ways(one: Worker, name: str, say: Language) -> str:
    if one.state is State.DISABLED:
        return f'<div class="doings">{_post("aan", one, "switched-on", say("Geef weer toegang"))}</div>'
    off = say('Weet je het zeker? {name} kan dan niet meer inloggen.', name=name)
    again = _post('opnieuw', one, 'invitation', say('Nieuwe uitnodiging'))
    if one.state is State.ACTIVE:
        lost = say('Weet je het zeker? {name} kan dan alleen nog met de nieuwe uitnodiging inloggen.', name=name)
        again = _sure('invitation', say('Nieuwe uitnodiging'), lost, _post('opnieuw', one, 'yes', say('Ja, nodig uit')))
    stop = _sure('switched-off', say('Stop de toegang'), off, _post('uit', one, 'switched-off', say('Ja, stop')))
    return f'<div class="doings">{again}{stop}</div>'


def _sure(key: str, words: str, question: str, way: str) -> str:
    """A first tap asks; the second one does not lie under the finger of the first."""
    return (
        f'<details class="sure"><summary class="button">{pictogram(key)}<span>{escape(words)}</span></summary>'
        f'<p dir="auto">{escape(question)}</p>{way}</details>'
    )


def _post(way: str, one: Worker, key: str, words: str) -> str:
    return (
        f'<form method="post" action="/werk/team/{way}"><button class="button" name="wie" value="{one.id}">'
        f'{pictogram(key)}<span>{escape(words)}</span></button></form>'
    )
