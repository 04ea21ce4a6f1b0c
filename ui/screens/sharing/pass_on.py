"""A worker passes the compass on to a colleague of the same team, when the person says yes."""

from html import escape

from nicegui import ui

from model.access.refusals import Stranger
from model.workers.worker import State, Worker
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn


def pass_on(here: Here) -> None:
    """The screen. Nobody sees anything before the person said yes."""
    say = here.say
    me = here.grant.worker
    if me is None:
        raise Stranger
    with frame(here, say('Wie mag er ook meekijken?'), key='pass-on', back=''):
        told = ui.html('', sanitize=False).classes('told-about').props('role=status')
        with ui.element('div').classes('tiles'):
            found = [_Colleague(here, one, told) for one in colleagues(here, me)]
        if not found:
            words = escape(say('Er is nog geen collega in jouw team.'))
            ui.html(f'{pictogram("team")}<p>{words}</p>', sanitize=False).classes('nothing-yet')


def colleagues(here: Here, me: Worker) -> list[Worker]:
    """Who works in the same team, by name."""
    return here.access.workers.those(lambda one: one.team == me.team and one.state is State.ACTIVE and one.id != me.id)


class _Colleague:
    """One colleague. A tap asks the person; it shows nothing of what the person answers."""

    def __init__(self, here: Here, one: Worker, told: ui.html) -> None:
        self._here = here
        self._one = one
        self._told = told
        self._tile = Tile(one.name, drawn('worker'), self._tap())

    def _tap(self) -> Tap:
        def ask() -> None:
            here, say = self._here, self._here.say
            here.access.shares.pass_on(here.session, here.id, self._one.id)
            self._tile.press(pressed=True)
            nickname = here.look().nickname
            words = say('We vragen het aan {nickname}.', nickname=nickname) if nickname else say('We vragen het eerst.')
            self._told.set_content(
                f'<div class="notice">{pictogram("looks-along")}<p dir="auto">{escape(words)}</p></div>'
            )

        return self._here.tap(ask)
