"""Workers, their tablets, and a coordinator."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from model.access.refusals import Stranger
from model.compass.part import Part
from model.key import Row
from tests.page.access.whose.changes import ring
from tests.page.access.whose.house import browsers, compasses, workers
from tests.page.access.whose.model import HALF_DAY, Browser, Whose
from tests.page.access.whose.outcomes import Outcomes


class Work(Outcomes):
    @rule(browser=browsers, worker=workers)
    def a_worker_signs_in(self, browser: Browser, worker: str) -> None:
        if worker in self.off:
            return
        self.access.signed_in.start(browser.session, self._worker(worker))
        self._signs_in(browser, worker)

    @rule(browser=browsers)
    def a_worker_signs_out(self, browser: Browser) -> None:
        self.access.signed_in.stop(browser.session)
        browser.work = None

    @rule(target=compasses, browser=browsers)
    def a_worker_begins(self, browser: Browser) -> Any:
        worker = browser.worker(self.now)
        if not worker or len(self.known) > 1:
            return multiple()
        compass = self.access.desk.begin(browser.session, 'nl', 'address').id
        self.known[compass] = Whose(given_up=True)
        self._holds(browser, compass, Row.HANDED_OVER, lender=worker, about=worker)
        self._lends(browser)
        with self.access.gate.change(browser.session, compass) as begun:
            ring(begun, self.now)  # what nobody entered anything in is swept after a day
        return compass

    @rule(browser=browsers, compass=compasses, about=st.booleans(), worker=workers)
    def a_worker_hands_the_tablet_over(self, browser: Browser, compass: str, about: bool, worker: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        at_work = browser.worker(self.now)
        asked = worker if about else ''
        may = bool(at_work) and compass not in browser.devices and Part.RING in self.parts(browser, compass)
        with self.only_if(compass, may):
            self.access.tablet.hand_over(browser.session, compass, asked)
            self._holds(browser, compass, Row.HANDED_OVER, lender=at_work, about=asked)
            self._lends(browser)

    @rule(browser=browsers)
    def the_tablet_is_taken_back(self, browser: Browser) -> None:
        lender = browser.lender(self.now)
        if not lender:
            return
        assert browser.work
        began = browser.work.made
        self.access.tablet.take_back(browser.session, self._worker(lender))
        self._signs_in(browser, lender)
        browser.work.made = began  # the twelve hours go on

    @rule(browser=browsers)
    def a_worker_takes_up_again_what_was_left_alone(self, browser: Browser) -> None:
        try:
            key = self.access.signed_in.paused(browser.session)
        except Stranger:
            assert not self._is_paused(browser)
            return
        assert self._is_paused(browser)
        assert browser.work
        began = browser.work.made
        self.access.signed_in.take_up(browser.session, key, in_full=False)
        self._signs_in(browser, browser.work.worker)
        browser.work.made = began

    def _is_paused(self, browser: Browser) -> bool:
        work = browser.work
        alive = work is not None and not work.lent and self.now - work.made <= HALF_DAY
        return alive and work is not None and work.is_idle(self.now)

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_off(self, browser: Browser, worker: str) -> None:
        may = browser.worker(self.now) == self.signed_up[0] != worker
        try:
            self.access.accounts.switch_off(browser.session, worker)
        except Stranger:
            assert not may
            return
        assert may
        self.off.add(worker)
        for other in self.all:
            other.work = None if other.work and other.work.worker == worker else other.work
            for device in [*other.devices.values(), *other.put_away]:
                if device.lender == worker:
                    self._ends(device)

    @rule(browser=browsers, worker=workers)
    def a_coordinator_switches_on(self, browser: Browser, worker: str) -> None:
        if browser.worker(self.now) == self.signed_up[0] != worker:
            self.access.accounts.switch_on(browser.session, worker)
            self.off.discard(worker)
