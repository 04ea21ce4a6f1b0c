""" "Wie keek er?": what happened with a compass, by whom and when, in pictures and words."""

from html import escape
from itertools import groupby

from nicegui import ui

from model.activity import Activity
from model.compass.compass import Compass
from model.key import Device
from ui.components.button import button
from ui.live.here import Here
from ui.plain.page import pictogram
from ui.screens.sharing import may_look
from ui.words.activity import activity_pictogram, activity_words
from ui.words.last_time import last_time

SHOWN_FIRST = 8
"""How many lines are shown before the person asks for more."""
_WORKER_ID = 16
"""Length of the id of a worker; that of a key in an activity is shorter."""


def activity(here: Here) -> None:
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
        lines.set_content(''.join(_line(here, one, devices) for one in told[:shown]))
        further.set_visibility(len(told) > shown)

    with ui.element('section').classes('shared-with'):
        title = f'{pictogram("who-looked")}<span>{escape(say("Wie keek er?"))}</span>'
        ui.html(title, sanitize=False, tag='h2')
        lines = ui.html('', sanitize=False, tag='ol').classes('activity')
        further = button(say('Laat meer zien'), 'plus', here.tap(more))
    here.live(redraw)


def _told(here: Here) -> list[Activity]:
    """The activities; of those that differ by nothing but the time of the day only the latest."""

    def same(one: Activity) -> tuple[object, ...]:
        return one.kind, one.worker, one.key, one.whom, one.at.astimezone(here.access.settings.tz).date()

    return [next(alike) for _, alike in groupby(here.access.shares.activity(here.grant), key=same)]


def _line(here: Here, one: Activity, devices: dict[str, Device]) -> str:
    say = here.say
    key, who = _who(here, one, devices)
    when = last_time(one.at, here.access.settings.now(), say)
    whom = one.whom if len(one.whom) == _WORKER_ID and one.whom != one.worker else ''
    about = f'{say("voor {name}", name=may_look.name_of(here, whom))} · ' if whom else ''
    pictures = pictogram(key) + pictogram(activity_pictogram(one.kind))
    return (
        f'<li>{pictures}<span class="text"><span dir="auto"><b>{escape(who)}</b> '
        f'{escape(activity_words(one.kind, say))}</span><small dir="auto">{escape(about + when)}</small></span></li>'
    )


def _who(here: Here, one: Activity, devices: dict[str, Device]) -> tuple[str, str]:
    """Who did it: a pictogram and a name. Of a device that is gone nobody knows what it looked like."""
    if one.worker:
        return 'worker', may_look.name_of(here, one.worker)
    key = one.key or one.whom
    if not key:
        return 'me', here.say('Iemand')
    if key == here.key.id[:8]:
        return 'this-device', here.say('Dit apparaat')
    return devices.get(key, Device.PHONE), here.say('Een ander apparaat')
