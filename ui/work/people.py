"""The people on a desk: their tiles, in order, searched by name."""

from contextlib import suppress
from datetime import date
from html import escape

from nicegui import events, ui

from model.access.refusals import Stranger
from model.compass.compass import Compass
from model.compass.sharing.sharing import Share
from model.words import Language
from model.writing.spelling import folded
from ui.look.picture import mark
from ui.plain.page import pictogram
from ui.work.at_work import AtWork
from ui.work.person_tile import PersonTile, next_step
from ui.work.waiting import WaitingPeople

LONGEST_SEARCH = 60
_WRITTEN = '(event) => emit(event.target.value)'

OnDesk = tuple[Compass, Share]


class People:
    """The tiles. Their order is made when the desk opens: after that nothing jumps away under a finger."""

    def __init__(self, at_work: AtWork, search: ui.html) -> None:
        self._at_work = at_work
        self._tiles: dict[str, PersonTile] = {}
        self._is_open = False
        self._wanted = ''
        self._search = search
        self._waiting = WaitingPeople(at_work)
        self._grid = ui.element('div').classes('people')
        self._nobody = ui.html('', sanitize=False).props('role=status').classes('nobody')
        self._how = ui.html(_how(at_work.say), sanitize=False).classes('empty-desk')
        search.on('input', self._written, throttle=0.2, js_handler=_WRITTEN)
        search.on('submit', js_handler='(event) => event.preventDefault()')

    def redraw(self, compass_id: str | None, compass: Compass | None) -> None:
        """Show one person as they are now, or without an id everyone; who may not be seen any more is gone."""
        desk, worker = self._at_work.access.desk, self._at_work.worker
        found: dict[str, OnDesk] = {}
        if compass_id is None:
            found = {one.id: (one, share) for one, share in desk.all(self._at_work.session)}
        elif compass is not None:
            with suppress(Stranger):
                found = {compass_id: desk.one(worker, compass)}
        looked_for = self._tiles.keys() if compass_id is None else {compass_id}
        for gone in looked_for - found.keys():
            self._drop(gone)
        for one, share in in_order(list(found.values()), self._at_work.today):
            self._show(one, share)
        self._is_open = True
        self._waiting.redraw()
        self._filter()

    def _show(self, compass: Compass, share: Share) -> None:
        if compass.id not in self._tiles:
            with self._grid:
                self._tiles[compass.id] = PersonTile(self._at_work, compass.id)
            if self._is_open:  # who comes later is seen first
                self._tiles[compass.id].element.move(target_index=0)
        self._tiles[compass.id].show(compass, share)

    def _drop(self, compass_id: str) -> None:
        if compass_id in self._tiles:
            self._tiles.pop(compass_id).element.delete()

    def _written(self, event: events.GenericEventArguments) -> None:
        self._wanted = folded(str(event.args or '')[:LONGEST_SEARCH])
        self._filter()

    def _filter(self) -> None:
        """Show whose names have all words that were written, each at the beginning of one of theirs."""
        wanted = self._wanted.split()
        found = 0
        for tile in self._tiles.values():
            has = all(f' {one}' in f' {tile.names}' for one in wanted)
            found += has
            tile.element.set_visibility(has)
        words = self._at_work.say('Niemand gevonden. Probeer een andere naam.')
        nobody = f'{pictogram("search")}<p>{escape(words)}</p>' if self._tiles and not found else ''
        if nobody != self._nobody.content:
            self._nobody.set_content(nobody)
        self._search.set_visibility(bool(self._tiles))
        self._how.set_visibility(not self._tiles)


def in_order(people: list[OnDesk], today: date) -> list[OnDesk]:
    """Who the worker saw today first, then whose next step is soonest; else as they came to the desk."""

    def urgency(one: OnDesk) -> tuple[bool, date]:
        compass, share = one
        step = next_step(compass, today)
        # a day that went by is no failure, and presses no more than today does
        day = max(step.when.day, today) if step and step.when and step.when.day else date.max
        return share.together is None or share.together.date() != today, day

    return sorted(people, key=urgency)


def search_line(say: Language) -> ui.html:
    """Where a name is written; it is never drawn anew, so what is half written stays."""
    label = escape(say('Zoek iemand'))
    return ui.html(
        f'{mark("search")}<input name="search" type="search" dir="auto" autocomplete="off" enterkeyhint="search" '
        f'maxlength="{LONGEST_SEARCH}" aria-label="{label}" placeholder="{label}">',
        sanitize=False,
        tag='form',
    ).classes('own')


def _how(say: Language) -> str:
    """What stands there before the first person does."""
    steps = ''.join(
        f'<li>{pictogram(key)}<span>{escape(words)}</span></li>'
        for key, words in (
            ('plus', say('Begin samen een nieuw kompas.')),
            ('scan', say('Of scan de code van iemand.')),
            ('yes', say('Zegt diegene ja? Dan vind je die hier.')),
        )
    )
    title = escape(say('Hier staan straks de mensen met wie je samenwerkt.'))
    return f'<div class="big-pictogram">{pictogram("looks-along")}</div><h2>{title}</h2><ol class="how">{steps}</ol>'
