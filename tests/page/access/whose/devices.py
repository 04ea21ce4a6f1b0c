"""Whose a device is."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from model.access.entrance import Comes
from model.access.refusals import PictureAsked
from model.key import Row
from tests.page.access.whose.house import browsers, compasses, workers
from tests.page.access.whose.model import BOAT, CAT, OWN, WEEK, Browser, Device
from tests.page.access.whose.outcomes import Outcomes


class Devices(Outcomes):
    @rule(browser=browsers, compass=compasses, printed=st.booleans())
    def a_phone_of_their_own_is_added(self, browser: Browser, compass: str, printed: bool) -> None:
        """What mostly follows a scan."""
        if compass not in self.known or browser.work:
            return
        if self._scans(browser, compass, self.signed_up[0] if printed else '', Comes.MINE, ''):
            self.van_mij(browser, compass)

    @rule(target=compasses, browser=browsers, picture=st.sampled_from([BOAT, CAT, None]))
    def a_person_begins(self, browser: Browser, picture: str | None) -> Any:
        if browser.worker(self.now) or len(self.known) > 1:
            return multiple()
        return self._begins(browser, picture)

    @rule(browser=browsers, compass=compasses)
    def van_mij(self, browser: Browser, compass: str) -> None:
        device = self.device(browser, compass)
        others = {one.compass for one in browser.devices.values() if not one.is_gone(self.now)}
        others |= {one.compass for one in browser.locked(self.now)}
        with self.only_if(compass, device is not None and device.row is Row.EVERYONE and self._alone(browser, others)):
            self.access.devices.make_own(browser.session, compass)
            assert device is not None
            device.made = self.now
            if device.pin or (device.began and not device.was_locked):
                device.row, device.private = Row.CONFIRMED, True
            else:
                device.row, device.private, device.waits = Row.UNCONFIRMED, False, True
                device.announced = self.now

    @rule(browser=browsers, compass=compasses)
    def niet_van_mij(self, browser: Browser, compass: str) -> None:
        device = self.device(browser, compass)
        with self.only_if(compass, device is not None and device.row in OWN):
            shut = device is not None and device.asks_picture(self.now)
            self.access.devices.make_everyones(browser.session, compass)
            assert device is not None
            device.began = device.began and device.row is Row.CONFIRMED
            device.private = device.began and device.private
            device.was_locked, device.pin, device.shut = device.was_locked or shut, device.pin and not shut, False
            device.row, device.waits, device.made, device.seen = Row.EVERYONE, False, self.now, self.now

    @rule(browser=browsers, compass=compasses, worker=workers, looks=st.booleans(), printed=st.booleans())
    def a_sheet_is_scanned(self, browser: Browser, compass: str, worker: str, looks: bool, printed: bool) -> None:
        if compass not in self.known or browser.worker(self.now):
            return
        lender = browser.lender(self.now)
        comes = Comes.LENT if lender else Comes.LOOK if looks else Comes.MINE
        self._scans(browser, compass, worker if printed else '', comes, lender)

    @rule(browser=browsers, compass=compasses, worker=workers, printed=st.booleans())
    def a_worker_scans_a_sheet(self, browser: Browser, compass: str, worker: str, printed: bool) -> None:
        at_work = browser.worker(self.now)
        if compass not in self.known or not at_work or self.parts(browser, compass):
            return
        if self._scans(browser, compass, worker if printed else '', Comes.LENT, at_work):
            self.access.shares.ask_by_scan(compass, self._worker(at_work))
        self.access.tablet.lend(browser.session)
        self._lends(browser)

    @rule(browser=browsers, compass=compasses)
    def a_page_is_opened(self, browser: Browser, compass: str) -> None:
        """It counts as use, and a device that stood announced for a week is vouched for."""
        device = self.device(browser, compass)
        may = bool(self.parts(browser, compass))
        with self.only_if(compass, may):
            self.access.gate.admit(browser.session, compass, 'address')
            if device is None:
                assert browser.work
                self._touches(browser.work)
                return
            device.touch(self.now)
            self._ripens(device)

    def _ripens(self, device: Device) -> None:
        if device.row is not Row.UNCONFIRMED or device.sheet_by:
            return
        assert device.announced
        used = [one.seen for one in self._alive(device.compass) if one.row is Row.CONFIRMED]
        since = max([device.announced, *used])
        if self.now - since >= WEEK:
            device.row, device.announced, device.waits = Row.VOUCHED, self.now, False
        else:
            device.announced = since

    def _scans(self, browser: Browser, compass: str, printed_by: str, comes: Comes, lender: str) -> bool:
        """Whether they are in: with a picture PIN, a sheet alone opens nothing."""
        whose, held = self.known[compass], self.device(browser, compass)
        token = self.sheet(compass, printed_by)
        sheet = self.access.keys.find(token, self.now)
        assert sheet
        stays = held is not None and held.row is not Row.HANDED_OVER and comes is not Comes.LENT
        stays = stays and ((held is not None and held.row is not Row.LOOKING) or comes is Comes.LOOK)
        try:
            self.access.entrance.enter(browser.session, token, 'address', comes=comes, lender=lender)
        except PictureAsked:
            assert whose.pin
            assert not stays
            return False
        if stays:
            return True
        assert not whose.pin
        replaced = browser.devices.get(compass)
        if replaced and comes is Comes.LOOK and replaced.row is Row.EVERYONE and not replaced.is_gone(self.now):
            replaced.lock()  # who only looks takes nothing away from whose compass lies locked here
            browser.put_away.append(replaced)
        elif replaced:
            self._ends(replaced)
        for device in browser.locked(self.now) if comes is Comes.MINE else []:
            if device.compass == compass:
                self._ends(device)
        row = {Comes.MINE: Row.EVERYONE, Comes.LOOK: Row.LOOKING, Comes.LENT: Row.HANDED_OVER}[comes]
        self._holds(browser, compass, row, lender=lender, sheet_by=sheet.worker)
        whose.taken_along = True
        whose.scanned = whose.scanned or comes is Comes.MINE
        return True

    def _alone(self, browser: Browser, others: set[str]) -> bool:
        """Whether "Van mij" is offered: nobody works here, and there is but one compass."""
        return len(others) == 1 and not (browser.session.worker or browser.session.lent)
