""" "Wie keek er?": what happened with a compass, by whom and when, in pictures and words."""

from datetime import datetime
from html import escape
from itertools import groupby

from nicegui import ui

from model.activity import Activity
from model.compass.compass import Compass
from model.key import Device, Key
from ui.components.button import button
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.sharing import may_look
from ui.words.activity import activity_pictogram, told_the_person
from ui.words.device import another, you_here
from ui.words.last_time import last_time

_WORKER_ID = 16
"""Length of the id of a worker; that of a key in an activity is shorter."""


def activity(here: Here) -> None:
    """The list, the newest first, page by page."""
    say = here.say
    with ui.element('section').classes('shared-with'):
        title = f'{pictogram("who-looked")}<span>{escape(say("Wie keek er?"))}</span>'
        ui.html(title, sanitize=False, tag='h2')
        _Pages(here)


class _Pages:
    """One page of the list at a time; on the newest appears what happens meanwhile."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._ends: list[datetime | None] = [None]
        """Before when this page ends, and each that is newer."""
        self._next: datetime | None = None
        say = here.say
        self._lines = ui.html('', sanitize=False, tag='ol').classes('activity')
        with ui.element('div').classes('row pages'):
            self._newer = button(say('Nieuwer'), 'back', here.tap(self._to_newer))
            self._older = button(say('Ouder'), 'next', here.tap(self._to_older), last=True)
        here.live(self._redraw)

    def _redraw(self, _: Compass) -> None:
        here = self._here
        page = here.access.shares.activity(here.grant, self._ends[-1])
        keys = {key.id[:8]: key for key in here.access.devices.keys(here.opened)}
        self._lines.set_content(''.join(_line(here, one, keys) for one in _told(here, page.activities)))
        self._next = page.older
        self._older.set_visibility(self._next is not None)
        self._newer.set_visibility(len(self._ends) > 1)

    def _to_older(self) -> None:
        if self._next is not None:
            self._ends.append(self._next)
            self._redraw(self._here.look())

    def _to_newer(self) -> None:
        if len(self._ends) > 1:
            self._ends.pop()
            self._redraw(self._here.look())


def _told(here: Here, page: list[Activity]) -> list[Activity]:
    """A page; of seeing and changing, by the same one after another on one day, only the latest."""

    def same(one: Activity) -> tuple[object, ...]:
        day = one.last.astimezone(here.access.settings.tz).date()
        return (one.what, one.at) if one.kind.lasts else (one.what, day)

    newest_first = sorted(page, key=lambda one: one.last, reverse=True)
    return [next(alike) for _, alike in groupby(newest_first, key=same)]


def _line(here: Here, one: Activity, keys: dict[str, Key]) -> str:
    say = here.say
    picture, who = _who(here, one, keys)
    when = last_time(one.last, here.access.settings.now(), say)
    often = f' · {say("{number} keer", number=one.times)}' if one.kind.lasts and one.times > 1 else ''
    whom = one.whom if len(one.whom) == _WORKER_ID and one.whom != one.worker else ''
    about = f'{say("voor {name}", name=may_look.name_of(here, whom))} · ' if whom else ''
    notes = escape(about + when + often)
    pictures = pictogram(picture) + pictogram(activity_pictogram(one.kind))
    return (
        f'<li>{pictures}<span class="text"><span dir="auto"><b>{escape(who)}</b> '
        f'{escape(told_the_person(one.kind, say))}</span><small dir="auto">{notes}</small></span></li>'
    )


def _who(here: Here, one: Activity, keys: dict[str, Key]) -> tuple[str, str]:
    """Who did it: a pictogram and a name. Of a device that is gone nobody knows what it looked like."""
    if one.worker:
        return 'worker', may_look.name_of(here, one.worker)
    begins = one.key or (one.whom if len(one.whom) != _WORKER_ID else '')
    if not begins:
        return 'me', here.say('Iemand')
    if begins == here.key.id[:8]:
        return 'this-device', you_here(here.key.device, here.say)
    key = keys.get(begins)
    if key is None:
        return Device.PHONE, another(None, here.say)
    if key.is_lent:
        return key.device, here.say('De tablet van {name}', name=may_look.name_of(here, key.worker))
    return key.device, another(key.device, here.say)
