"""What every screen of one open page works with: its compass, its language, its way around."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from blinker import Signal
from nicegui import Client, ui
from nicegui.logging import log

from model.access.access import Access
from model.access.grant import Grant, Opened
from model.access.refusals import (
    NotHere,
    PinAsked,
    Stranger,
)
from model.compass.compass import Compass
from model.end_mark import MARKED_WHEN_ERASED
from model.key import Key, Kind
from model.words import Language
from ui.http.session import session_of
from ui.live.wipe import wipe_and_cut
from ui.words.sorry import EXPECTED, sorry_words

Redraw = Callable[[Compass], None]
Tap = Callable[[], None]


class Here:
    """One open page of one compass, in one browser tab."""

    def __init__(self, access: Access, client: Client, opened: Opened, say: Language) -> None:
        self.access = access
        """The rooms of the model that a tap may ask."""
        self.opened = opened
        """The compass as it was last saved, to be handed to those rooms; screens look at `look()`."""
        self.id = opened.compass_id
        self.say = say
        """Says Dutch words in the language of this page: gettext."""
        self.walks = False
        """Whether a question of the path was shown on this page: then home is reached on purpose."""
        self.first_picture = False
        """Whether the compass is there already, in plain HTML, until the live one takes its drawing over."""
        self.session = session_of(client.request)
        self._client = client
        self._begun_with = _sight(opened.grant)
        self._redraws: list[Redraw] = []
        self._throughout: list[Redraw] = []
        self._apologise: Callable[[str], None] | None = None
        self._left = False
        self._onward = '/'
        self._page = ''
        self.came_from = ''
        """The sub-page that was open before this one; none when this is the first."""
        # blinker would let go of a bound method, hence the strong references and the goodbye
        access.changed.connect(self._changed, sender=self.id, weak=False)
        access.keys.changed.connect(self._key_changed, sender=self.key.id, weak=False)
        for signal in self._ends():
            signal.connect(self._ended, sender=self.key.id, weak=False)
        access.keys.blanked.connect(self._blanked, sender=self.key.id, weak=False)
        client.on_delete(self._gone)

    @property
    def grant(self) -> Grant:
        """What this browser may see and change; when that becomes something else, the page begins anew."""
        return self.opened.grant

    @property
    def key(self) -> Key:
        """The key this page was opened with."""
        return self.grant.key

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.access.settings.today()

    def look(self) -> Compass:
        """The compass as this browser may see it, as it was last saved; nothing is read."""
        return self.opened.seen

    @contextmanager
    def change(self) -> Iterator[Compass]:
        """The compass to change; see `Gate.change`."""
        with self.access.gate.change(self.session, self.id) as compass:
            yield compass

    # the way around

    def link(self, page: str = '') -> str:
        """The address of a sub-page of this compass."""
        return f'/kompas/{self.id}/{page}'.rstrip('/')

    def go(self, page: str = '') -> None:
        """Go on to a sub-page, without a reload."""
        ui.navigate.to(self.link(page))

    def goes_to(self, page: str) -> None:
        """Go to a page outside this compass, as a link does."""
        self._client.run_javascript(f'location.href = {json.dumps(page)}')

    def replace(self, page: str) -> None:
        """Let the address be another sub-page, with the same screen on it."""
        ui.navigate.history.replace(self.link(page))

    def reload(self) -> None:
        """Begin the page anew, for instance in another language."""
        self._client.run_javascript('location.reload()')

    def leave(self, *, keeps: bool = False) -> None:
        """Leave nothing to see, then cut the line: this browser may no longer look.

        It `keeps` what waits in it, unseen, when the person left by "Snel weg".
        """
        if self._left:
            return
        self._left = True
        self._throughout.clear()
        self._redraws.clear()
        wipe_and_cut(self._client, self._onward, keeps=keeps)

    def leave_for(self, page: str) -> None:
        """Where this page leads when what is done now ends it."""
        self._onward = page

    def forget(self) -> None:
        """This shared device forgets the compass, by way of a form that also clears its cookie."""
        self._client.run_javascript('kompas.leave()')

    def show(self, element: ui.element) -> None:
        """Bring something into view that only just appeared."""
        self._client.run_javascript(f'getHtmlElement({element.id})?.scrollIntoView({{block: "start"}})')

    def celebrate(self) -> None:
        """A finished step is a party."""
        self._client.run_javascript('kompas.celebrate()')

    # a tap, and what follows

    def tap(self, handler: Tap) -> Tap:
        """A handler that answers what goes wrong with one plain sentence, and loses nothing."""

        def guarded() -> None:
            self.sorry('')
            try:
                handler()
            except NotHere:
                self.sorry(self.words_for_not_here())
            except PinAsked:
                self.go('dat-ben-ik')
            except Stranger:
                self.leave()
            except EXPECTED as error:
                self.sorry(self.words_for(error))

        return guarded

    def words_for_not_here(self) -> str:
        """The plain sentence for what the row of this device does not allow."""
        if self.grant.only_looks and not self.grant.is_asked:
            return self.say('Je kijkt even. Veranderen kan hier niet.')
        if not self.grant.is_person:
            return self.say('Dat kan alleen de persoon zelf.')
        return self.say('Dat kan hier niet. Op je eigen telefoon wel.')

    def live(self, redraw: Redraw) -> None:
        """Redraw a part of the screen now, and whenever the compass changes, here or on another device."""
        self._redraws.append(redraw)
        redraw(self.look())

    def live_throughout(self, redraw: Redraw) -> None:
        """The same for what stands around every screen, from the next change on."""
        self._throughout.append(redraw)

    def put_in(self, selector: str, html: str) -> None:
        """Put HTML of our own in what stands around the screens; `selector` finds it."""
        self._client.run_javascript(f'document.querySelector({json.dumps(selector)}).innerHTML = {json.dumps(html)}')

    @contextmanager
    def passing(self) -> Iterator[Callable[[], None]]:
        """What listens in the block belongs to a part of the screen that may go before it; yields how to let it go."""
        before, mine = len(self._redraws), list[Redraw]()
        yield lambda: self._redraws.__setitem__(slice(None), [one for one in self._redraws if one not in mine])
        mine.extend(self._redraws[before:])

    def redraw(self) -> None:
        """Redraw this screen: something became another that no other device knows."""
        for redraw in list(self._redraws):
            redraw(self.look())

    def begin_screen(self, page: str = '') -> None:
        """The screen before is gone, and so is what listened for it; `page` is the sub-page that begins."""
        self.came_from, self._page = self._page, page
        self._redraws.clear()
        self._apologise = None

    def apologise_through(self, show: Callable[[str], None]) -> None:
        """Where this screen shows its plain sentences."""
        self._apologise = show

    def sorry(self, words: str) -> None:
        """Say one plain sentence; empty takes it away."""
        if self._apologise is not None:
            self._apologise(words)

    def words_for(self, error: Exception) -> str:
        """The plain sentence for one of `EXPECTED`."""
        return sorry_words(error, self.say)

    def _changed(self, _: object, compass: Compass | None) -> None:
        try:
            if compass is None:  # erased
                self._leave_erased()
                return
            self.opened = self.access.gate.look_again(self.key, compass)
            if _sight(self.grant) != self._begun_with:
                self.reload()
                return
            with self._client:
                for redraw in [*self._throughout, *self._redraws]:
                    redraw(self.opened.seen)
        except Stranger:
            self.leave()
        except OSError as error:
            log.error('a page could not be read anew: %s', type(error).__name__)  # its words hold a path
        except Exception:
            # another page's trouble must not reach the person who tapped
            log.exception('a page could not redraw')

    def _key_changed(self, _: object, key: Key) -> None:
        """What it may see now is looked at when the compass changes; who changes a key says that it did."""
        self.opened = replace(self.opened, grant=replace(self.grant, key=key))

    def _ends(self) -> tuple[Signal, ...]:
        keys = self.access.keys
        return keys.ended, keys.locked

    def _ended(self, _: object) -> None:
        self.leave()

    def _leave_erased(self) -> None:
        """On to the page that says so, where this browser may know; to another when the compass was erased here."""
        if self._onward == '/' and self.key.kind is Kind.DEVICE and self.key.row in MARKED_WHEN_ERASED:
            self.leave_for(self.link())
        self.leave()

    def _blanked(self, _: object) -> None:
        self.leave(keeps=True)

    def _gone(self) -> None:
        self._throughout.clear()
        self._redraws.clear()
        # without a sender: only then blinker lets go of the receiver itself
        self.access.changed.disconnect(self._changed)
        self.access.keys.changed.disconnect(self._key_changed)
        for signal in self._ends():
            signal.disconnect(self._ended)
        self.access.keys.blanked.disconnect(self._blanked)


def _sight(grant: Grant) -> tuple[object, ...]:
    """What of a grant decides which screens there are and how they look."""
    return grant.parts, grant.may, grant.key.row, grant.key.pin
