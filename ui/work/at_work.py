"""What the desk of a worker works with while it is open: who is at work, and what changes meanwhile."""

from collections.abc import Callable
from datetime import date

from nicegui import Client, ui
from nicegui.logging import log

from model.access.access import Access
from model.access.refusals import Stranger
from model.compass.compass import Compass
from model.key import Key
from model.words import Language
from ui.http.session import session_of
from ui.live.here import Tap
from ui.live.wipe import wipe_and_cut
from ui.words.sorry import EXPECTED

Redraw = Callable[[str | None, Compass | None], None]
"""Draws the compass with this id anew as it is now, None when it is gone; without an id, all of them."""


class AtWork:
    """One open desk of one worker, in one browser tab; what `Here` is for a compass."""

    def __init__(self, access: Access, client: Client, say: Language) -> None:
        """Raises `Stranger` when no worker is signed in here."""
        self.access = access
        self.say = say
        self.session = session_of(client.request)
        self.key: Key = access.signed_in.key(self.session)
        self.worker = access.signed_in.worker(self.session)
        self._client = client
        self._redraw: Redraw | None = None
        self._apologise: Callable[[str], None] | None = None
        self._left = False
        # blinker would let go of a bound method, hence the strong references and the goodbye
        access.changed.connect(self._compass_changed, weak=False)
        access.workers.changed.connect(self._worker_changed, sender=self.worker.id, weak=False)
        for signal in (access.keys.ended, access.keys.locked):
            signal.connect(self._ended, sender=self.key.id, weak=False)
        client.on_delete(self._gone)

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.access.settings.today()

    def go(self, compass_id: str, page: str = '') -> None:
        """Go to a compass, or to a sub-page of it."""
        ui.navigate.to(f'/kompas/{compass_id}/{page}'.rstrip('/'))

    def leave(self) -> None:
        """Leave nothing to see, then cut the line: nobody is at work here any more."""
        if self._left:
            return
        self._left = True
        self._redraw = None
        wipe_and_cut(self._client)

    # a tap, and what follows

    def tap(self, handler: Tap) -> Tap:
        """A handler that answers what goes wrong with one plain sentence.

        A compass that was taken away meanwhile leaves the desk; a worker who is one no more leaves it too.
        """

        def guarded() -> None:
            self.sorry('')
            try:
                self.access.signed_in.key(self.session)
                handler()
            except Stranger:
                self._look_again(None)
            except EXPECTED as error:
                log.error('could not do what was tapped at the desk: %s', type(error).__name__)
                self.sorry(self.say('Dat lukt nu niet. Probeer het zo nog eens.'))

        return guarded

    def live(self, redraw: Redraw) -> None:
        """Redraw one compass of the desk, or with None all of it: now, and whenever it changes anywhere."""
        redraw(None, None)
        self._redraw = redraw

    def apologise_through(self, show: Callable[[str], None]) -> None:
        """Where the desk shows its plain sentences."""
        self._apologise = show

    def sorry(self, words: str) -> None:
        """Say one plain sentence; empty takes it away."""
        if self._apologise is not None:
            self._apologise(words)

    def _compass_changed(self, compass_id: str, compass: Compass | None) -> None:
        if compass_id in self.worker.compasses:
            self._look_again(compass_id, compass)

    def _worker_changed(self, _: object) -> None:
        self._look_again(None)

    def _look_again(self, compass_id: str | None, compass: Compass | None = None) -> None:
        """Redraw as the worker may see it now; leave when there is nobody at work here any more."""
        try:
            self.worker = self.access.signed_in.worker(self.session)
            if self._redraw is not None:
                with self._client:
                    self._redraw(compass_id, compass)
        except Stranger:
            self.leave()
        except OSError as error:
            log.error('a desk could not be read anew: %s', type(error).__name__)  # its words hold a path
        except Exception:
            # the trouble of this page must not reach the person who tapped
            log.exception('a desk could not redraw')

    def _ended(self, _: object) -> None:
        self.leave()

    def _gone(self) -> None:
        self._redraw = None
        # without a sender: only then blinker lets go of the receiver itself
        self.access.changed.disconnect(self._compass_changed)
        self.access.workers.changed.disconnect(self._worker_changed)
        for signal in (self.access.keys.ended, self.access.keys.locked):
            signal.disconnect(self._ended)
