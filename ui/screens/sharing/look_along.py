""" "Wie kijkt mee?": what each worker may see, in pictures, and who looked when."""

from functools import partial
from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.sharing import Reach, Share
from ui.components.answers.tile import Tile
from ui.components.button import button
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn
from ui.screens.sharing import may_look
from ui.screens.sharing.activity import activity
from ui.screens.sharing.doubts import doubts


def look_along(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Wie kijkt mee?'), key='looks-along', back='delen'):
        with ui.element('div').classes('groups'):
            may_look.waiting(here)
            doubts(here)
            _Workers(here)
            _nobody(here)
            activity(here)


class _Workers:
    """One section a worker; a section stays the same elements, so that none loses the focus."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._sections: dict[str, _Worker] = {}
        self._list = ui.element('div').classes('groups')
        here.live(self._redraw)

    def _redraw(self, seen: Compass) -> None:
        shares = {share.worker: share for share in seen.sharing.shares}
        self._list.set_visibility(bool(shares))
        for gone in self._sections.keys() - shares.keys():
            self._sections.pop(gone).element.delete()
        for worker_id, share in shares.items():
            if worker_id not in self._sections:
                with self._list:
                    self._sections[worker_id] = _Worker(self._here, worker_id)
            self._sections[worker_id].show(share)


class _Worker:
    """What one worker may see. A tap is effective at once on every page they have open."""

    def __init__(self, here: Here, worker_id: str) -> None:
        say = here.say
        self._here = here
        self._id = worker_id
        name = escape(may_look.name_of(here, worker_id))
        with ui.element('section').classes('shared-with') as self.element:
            ui.html(f'{pictogram("worker")}<span dir="auto">{name}</span>', sanitize=False, tag='h2')
            with ui.element('div').classes('reach'):
                self._reach = {
                    reach: Tile(words, drawn(reach), here.tap(partial(self._let, reach)))
                    for reach, words in (
                        (Reach.EVERYTHING, say('Mijn kompas en mijn stappen')),
                        (Reach.STEPS, say('Alleen mijn stappen')),
                        (Reach.NOTHING, say('Niets')),
                    )
                }
            with ui.element('div').classes('tells') as self._tells:
                self._private = {
                    part: Tile(words, drawn(key), here.tap(partial(self._tell, part)), flat=True)
                    for part, key, words in (
                        (Part.HAPPENED, 'what-happened', say('Ook wat er is gebeurd')),
                        (Part.OBSTACLES, 'in-the-way', say('Ook wat het moeilijk maakt')),
                    )
                    # who may not see it cannot share it
                    if part in here.grant.parts and May.SHARE in here.grant.may
                }

    def show(self, share: Share) -> None:
        """Show what this worker may see now."""
        for reach, tile in self._reach.items():
            tile.press(pressed=share.reach is reach)
        for part, tile in self._private.items():
            tile.press(pressed=part in share.private)
        self._tells.set_visibility(bool(self._private) and share.reach is not Reach.NOTHING)

    def _let(self, reach: Reach) -> None:
        self._here.access.shares.let(self._here.session, self._here.id, self._id, reach)

    def _tell(self, part: Part) -> None:
        told = not self._private[part].pressed
        self._here.access.shares.tell(self._here.session, self._here.id, self._id, part, told=told)


def _nobody(here: Here) -> None:
    """What stands there as long as nobody looks along: how somebody could."""
    say = here.say
    first, then = escape(say('Nog niemand kijkt met je mee.')), escape(say('Wil je dat wel? Laat dan je code scannen.'))
    with ui.element('div').classes('nothing-yet') as nobody:
        ui.html(f'{pictogram("looks-along")}<p><b>{first}</b></p><p>{then}</p>', sanitize=False).classes('told')
        button(say('Naar je code'), 'scan', lambda: here.go('delen'))

    def redraw(seen: Compass) -> None:
        nobody.set_visibility(not seen.sharing.shares and not seen.sharing.asks)

    here.live(redraw)
