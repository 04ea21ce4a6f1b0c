"""Everyone changes something, or nothing for a while."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from model.access.refusals import Stranger
from model.compass.part import Part
from model.storage.protocols import NoSuchCompass
from tests.page.access.whose.changes import CHANGE, WORDS, turn_word
from tests.page.access.whose.house import browsers, compasses
from tests.page.access.whose.model import PIECES, Browser
from tests.page.access.whose.outcomes import Outcomes


class Changing(Outcomes):
    @rule(browser=browsers, compass=compasses, part=st.sampled_from(list(CHANGE)))
    def a_part_is_changed(self, browser: Browser, compass: str, part: Part) -> None:
        if compass not in self.known:
            return
        before = self.load(compass).model_dump_json()
        may = part in self.parts(browser, compass) and self.may_change(browser, compass)
        try:
            with self.access.gate.change(browser.session, compass) as changed:
                CHANGE[part](changed, self.settings.now())
        except Stranger:
            assert not may
            assert self.load(compass).model_dump_json() == before
            return
        assert may
        self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, part=st.sampled_from(PIECES), number=st.sampled_from([0, 1]))
    def a_private_word_is_written_or_taken_back(self, browser: Browser, compass: str, part: Part, number: int) -> None:
        self.something_private_is_written(browser, compass, part, WORDS[part][number])

    def something_private_is_written(self, browser: Browser, compass: str, part: Part, word: str) -> None:
        browser = self._able(browser, compass)
        may = part in self.parts(browser, compass) and self.may_change(browser, compass)
        with self.only_if(compass, may):
            with self.access.gate.change(browser.session, compass) as changed:
                turn_word(changed, part, word, self.settings.now())
            whose, was_empty = self.known[compass], not self.known[compass].private[part]
            whose.private[part] ^= {word}
            hand = self.access.gate.key(browser.session, compass).id
            whose.hands[part] = {hand} if was_empty else whose.hands[part] | {hand}
            if not whose.private[part]:
                whose.hands[part] = set()
            self._changed(browser, compass)

    @rule()
    def the_server_is_started_anew(self) -> None:
        self.access.close()
        self.open()

    @rule()
    def half_a_minute_in_which_everyone_is_still_here(self) -> None:
        self._turn(timedelta(seconds=25))
        for browser in self.all:
            for compass, device in browser.devices.items():
                with suppress(Stranger):
                    self.access.gate.stay(browser.session, compass)
                    assert device.opens(self.now)
                    device.touch(self.now)
            if browser.worker(self.now):
                self.access.signed_in.stay(browser.session)
                assert browser.work
                self._touches(browser.work)

    @rule(
        gone=st.sampled_from(
            [timedelta(minutes=6), timedelta(minutes=16), timedelta(minutes=31), timedelta(hours=13), timedelta(8)]
        )
    )
    def nobody_touches_anything_for_a_while(self, gone: timedelta) -> None:
        self._turn(gone)

    @rule()
    def a_month_goes_by_and_what_is_lost_is_swept(self) -> None:
        self._turn(timedelta(31))
        for _ in self.access.erasing.sweep():
            pass
        for compass, whose in list(self.known.items()):
            try:
                self.load(compass)
            except NoSuchCompass:
                # only what nobody can open any more, and of which no code was ever shown, printed, scanned or shared
                assert not whose.taken_along
                assert not self._alive(compass)
                self._is_gone(compass)
