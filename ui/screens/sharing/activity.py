""" "Wie keek er?": what happened with a compass, by whom and when, in pictures and words."""

from html import escape
from itertools import groupby

from nicegui import ui

from model.access.keys import Device
from model.activity import Fact
from model.compass.compass import Compass
from ui.components.button import button
from ui.live.here import Here
from ui.plain.page import pictogram
from ui.screens.sharing import may_look
from ui.words.activity import deed_words
from ui.words.last_time import last_time

SHOWN_FIRST = 8
"""How many facts are shown before the person asks for more."""
_WORKER_ID = 16
"""Length of the id of a worker; that of a key in a fact is shorter."""


def facts(here: Here) -> None:
    """The list, the newest first; the same by the same one day after day stands there once a day."""
    say = here.say
    shown = SHOWN_FIRST

    def more() -> None:
        nonlocal shown
        shown = len(_told(here))
        redraw(here.look())

    def redraw(_: Compass) -> None:
        told = _told(here)
        devices = {key.id[:8]: key.device for key in here.access.devices.keys(here.opened)}
        lines.set_content(''.join(_line(here, fact, devices) for fact in told[:shown]))
        further.set_visibility(len(told) > shown)

    with ui.element('section').classes('shared-with'):
        title = f'{pictogram("who-looked")}<span>{escape(say("Wie keek er?"))}</span>'
        ui.html(title, sanitize=False, tag='h2')
        lines = ui.html('', sanitize=False, tag='ol').classes('facts')
        further = button(say('Laat meer zien'), 'plus', here.tap(more))
    here.live(redraw)


def _told(here: Here) -> list[Fact]:
    """The facts; of those that differ by nothing but the time of the day only the latest."""

    def same(fact: Fact) -> tuple[object, ...]:
        return fact.did, fact.worker, fact.key, fact.whom, fact.at.astimezone(here.access.settings.tz).date()

    return [next(alike) for _, alike in groupby(here.access.shares.activity(here.grant), key=same)]


def _line(here: Here, fact: Fact, devices: dict[str, Device]) -> str:
    say = here.say
    key, who = _who(here, fact, devices)
    when = last_time(fact.at, here.access.settings.now(), say)
    whom = fact.whom if len(fact.whom) == _WORKER_ID and fact.whom != fact.worker else ''
    about = f'{say("voor {name}", name=may_look.name_of(here, whom))} · ' if whom else ''
    return (
        f'<li>{pictogram(key)}{pictogram(fact.did)}<span class="text"><span dir="auto"><b>{escape(who)}</b> '
        f'{escape(deed_words(fact.did, say))}</span><small dir="auto">{escape(about + when)}</small></span></li>'
    )


def _who(here: Here, fact: Fact, devices: dict[str, Device]) -> tuple[str, str]:
    """Who did it: a pictogram and a name. Of a device that is gone nobody knows what it looked like."""
    if fact.worker:
        return 'worker', may_look.name_of(here, fact.worker)
    key = fact.key or fact.whom
    if not key:
        return 'me', here.say('Iemand')
    if key == here.key.id[:8]:
        return 'this-device', here.say('Dit apparaat')
    return devices.get(key, Device.PHONE), here.say('Een ander apparaat')
