"""Who looks along, and the sheet."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from model.access.table import May
from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.page.access.whose.house import browsers, compasses, workers
from tests.page.access.whose.model import MONEY, PARTS_OF, PIECES, Browser, Device, Whose
from tests.page.access.whose.outcomes import Outcomes


class LookingAlong(Outcomes):
    @rule(browser=browsers, compass=compasses, worker=workers, reach=st.sampled_from(Reach))
    def a_person_shares(self, browser: Browser, compass: str, worker: str, reach: Reach) -> None:
        if compass not in self.known:
            return
        whose, device = self.known[compass], self.device(browser, compass)
        self.access.shares.ask_by_scan(compass, self._worker(worker))
        before, may = whose.reach(worker), device is not None and bool(device.may(self.now))
        more = not PARTS_OF[reach] <= PARTS_OF[before]
        sure = device is not None and May.SHARE in device.may(self.now)
        if more and not sure:
            may = device is not None and self._may_answer_on_lent(device, worker)
        with self.only_if(compass, may):
            self.access.shares.let(browser.session, compass, worker, reach)
            assert device is not None
            if sure:
                whose.doubts.pop(worker, None)
            elif more and not device.pin:
                whose.doubts.setdefault(worker, before)
            self._lets(compass, worker, reach, device)
            device.touch(self.now)

    @rule(browser=browsers, compass=compasses, worker=workers, right=st.booleans())
    def klopt_dit(self, browser: Browser, compass: str, worker: str, right: bool) -> None:
        browser = self._able(browser, compass)
        if compass not in self.known:
            return
        whose, device = self.known[compass], self.device(browser, compass)
        with self.only_if(compass, device is not None and May.SHARE in device.may(self.now)):
            self.access.questions.settle(browser.session, compass, worker, right=right)
            assert device is not None
            before = whose.doubts.pop(worker, None)
            if before is not None and not right:
                if not PARTS_OF[whose.reach(worker)] <= PARTS_OF[before]:
                    whose.let(worker, before)
                self._ends_loans(compass, worker, device)
            device.touch(self.now)

    @rule(browser=browsers, compass=compasses, worker=workers, part=st.sampled_from(PIECES), told=st.booleans())
    def a_person_tells(self, browser: Browser, compass: str, worker: str, part: Part, told: bool) -> None:
        browser = self._able(browser, compass)
        device, whose = self.device(browser, compass), self.known.get(compass, Whose())
        if whose.reach(worker) is Reach.NOTHING:
            return
        needed = {May.SHARE} if told else {May.LOWER}
        sure = device is not None and needed <= device.may(self.now)
        may = sure or (device is not None and told and self._may_tell_on_lent(device, worker, part))
        with self.only_if(compass, may and (not told or part in self.parts(browser, compass))):
            self.access.shares.tell(browser.session, compass, worker, part, told=told)
            assert device is not None
            whose.tell(worker, part, told=told)
            if part == MONEY:
                whose.shown.discard(worker) if sure or device.pin else whose.shown.add(worker)
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, worker=workers, told=st.booleans())
    def a_person_tells_all_of_life(self, browser: Browser, compass: str, worker: str, told: bool) -> None:
        browser = self._able(browser, compass)
        device, whose = self.device(browser, compass), self.known.get(compass, Whose())
        if whose.reach(worker) is Reach.NOTHING:
            return
        needed = {May.SHARE} if told else {May.LOWER}
        may = device is not None and needed <= device.may(self.now)
        sees = MONEY in self.parts(browser, compass)
        may_show = device is not None and device.row is Row.CONFIRMED and sees
        with self.only_if(compass, may and (not told or may_show)):
            self.access.shares.tell_all_of_life(browser.session, compass, worker, told=told)
            if sees:
                whose.tell(worker, MONEY, told=told)
                whose.shown.discard(worker)
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, worker=workers, right=st.booleans())
    def klopt_dit_van_geld(self, browser: Browser, compass: str, worker: str, right: bool) -> None:
        browser = self._able(browser, compass)
        if compass not in self.known:
            return
        whose, device = self.known[compass], self.device(browser, compass)
        with self.only_if(compass, device is not None and May.SHARE in device.may(self.now)):
            self.access.questions.settle(browser.session, compass, worker, right=right, part=MONEY)
            assert device is not None
            if worker in whose.shown and not right and worker in whose.shares:
                whose.tell(worker, MONEY, told=False)
            whose.shown.discard(worker)
            device.touch(self.now)

    @rule(browser=browsers, compass=compasses, worker=workers)
    def a_worker_passes_on(self, browser: Browser, compass: str, worker: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        may = browser.worker(self.now) and compass not in browser.devices and self.parts(browser, compass)
        with self.only_if(compass, bool(may) and worker not in self.off):
            self.access.shares.pass_on(browser.session, compass, worker)

    @rule(browser=browsers, compass=compasses, others=st.booleans())
    def a_new_code_is_made(self, browser: Browser, compass: str, others: bool) -> None:
        browser = self._able(browser, compass)
        device = self.device(browser, compass)
        needed = {May.RENEW, May.END} if others else {May.RENEW}
        with self.only_if(compass, device is not None and needed <= device.may(self.now)):
            before = self.sheet(compass)
            self.access.sheet.renew(browser.session, compass, others_too=others)
            self._old_sheets_are_dead(compass, before)
            if others:
                for one in [one for one in self._every(compass) if one is not device]:
                    self._ends(one)

    @rule(browser=browsers, compass=compasses)
    def a_worker_prints(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        worker = browser.worker(self.now)
        if not worker or compass in browser.devices or compass not in self.known:
            return
        with self.only_if(compass, Part.RING in self.parts(browser, compass)):
            opened = self.access.gate.open(browser.session, compass)
            self.printed[compass, worker] = self.access.sheet.printed_address(opened).partition('#')[2]
            self.access.sheet.shown(opened)
            self.known[compass].taken_along = True

    @rule(browser=browsers, compass=compasses)
    def blad_kwijt(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass, at_work=True)
        at_work = bool(browser.worker(self.now)) and compass not in browser.devices
        with self.only_if(compass, at_work and Part.RING in self.parts(browser, compass)):
            before = self.sheet(compass)
            self.access.sheet.replace_lost(browser.session, compass)
            self._old_sheets_are_dead(compass, before)

    def _may_answer_on_lent(self, device: Device, worker: str) -> bool:
        if device.row is not Row.HANDED_OVER or worker not in {device.lender, device.about}:
            return False
        return device.pin or not (self.known[device.compass].pin or self._has_confirmed(device.compass))

    def _may_tell_on_lent(self, device: Device, worker: str, part: Part) -> bool:
        """Only the life domain, of which every word was written with this tablet, and to who lent it."""
        whose = self.known[device.compass]
        if device.row is not Row.HANDED_OVER or worker != device.lender or part != MONEY:
            return False
        return whose.hands[part] == {device.id} and (device.pin or not whose.pin)

    def _lets(self, compass: str, worker: str, reach: Reach, device: Device) -> None:
        whose = self.known[compass]
        whose.let(worker, reach)
        if reach is not Reach.NOTHING:
            whose.taken_along = True
        if reach is not Reach.EVERYTHING:
            self._ends_loans(compass, worker, device)

    def _ends_loans(self, compass: str, worker: str, but: Device) -> None:
        for one in self._every(compass):
            if one.row is Row.HANDED_OVER and one.lender == worker and one is not but:
                self._ends(one)

    def _old_sheets_are_dead(self, compass: str, before: str) -> None:
        tokens = [before, *(token for (of, _), token in self.printed.items() if of == compass)]
        assert [token for token in tokens if self.access.keys.find(token, self.now)] == []
