"""What ends, and the lock."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from model.access.refusals import Stranger
from model.access.table import May
from model.catalogue.every_tile import THINGS
from model.key import Row
from tests.page.access.whose.changes import things_of
from tests.page.access.whose.house import browsers, compasses, pictures
from tests.page.access.whose.model import BOAT, CAT, HALF_DAY, HALF_HOUR, OWN, Browser, Device
from tests.page.access.whose.outcomes import Outcomes


class Endings(Outcomes):
    @rule(browser=browsers, compass=compasses, right=pictures)
    def alles_wissen(self, browser: Browser, compass: str, right: bool) -> None:
        device = self.device(browser, compass)
        may = device is not None and May.ERASE in device.may(self.now)
        with self.only_if(compass, may and self._proves(device, compass, right)):
            self.access.erasing.erase(browser.session, compass, self._picture(compass, right))
            self._is_gone(compass)

    @rule(browser=browsers)
    def tot_ziens(self, browser: Browser) -> None:
        self.access.entrance.forget(browser.session)
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            lost = compass not in self.known or not self.known[compass].has_way_back
            if device.row is Row.EVERYONE and lost and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)

    @rule(browser=browsers)
    def a_device_is_put_down(self, browser: Browser) -> None:
        self.access.lock.close(browser.session)
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            if device.row is not Row.LOOKING and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)
        if browser.work and not browser.work.lent:
            long_ago = self.now - timedelta(minutes=6)
            browser.work.seen = min(browser.work.seen, long_ago)
            browser.work = browser.work if self.now - browser.work.made <= HALF_DAY else None

    @rule(browser=browsers, picture=st.sampled_from([BOAT, BOAT, CAT, None]))
    def a_picture_opens_the_lock(self, browser: Browser, picture: str | None) -> None:
        quick = [one for one in self._locked(browser) if self._is_quick(one)]
        mine = [one for one in quick if self.known[one.compass].picture == picture]
        try:
            opened = self.access.lock.open(browser.session, picture)
        except Stranger:
            assert not mine
            for one in quick:
                one.guesses_wrong(self.settings.today())
                if one.row is Row.HANDED_OVER and one.wrong >= 5:
                    self._ends(one)
                    browser.devices = {key: device for key, device in browser.devices.items() if device is not one}
            return
        assert mine
        assert opened == mine[-1].compass
        self._reopens(browser, mine[-1])

    @rule(browser=browsers, minutes=st.sampled_from([1, 16, 31]), times=st.sampled_from([1, 2]))
    def a_device_is_put_down_and_picked_up(self, browser: Browser, minutes: int, times: int) -> None:
        for _ in range(times):
            self.a_device_is_put_down(browser)
            self._turn(timedelta(minutes=minutes))
            self.a_picture_opens_the_lock(browser, BOAT)
            self.what_stands_on_the_compass_opens_the_lock(browser, BOAT, right=True)

    @rule(browser=browsers, picture=st.sampled_from([BOAT, BOAT, CAT, None]), right=pictures)
    def what_stands_on_the_compass_opens_the_lock(self, browser: Browser, picture: str | None, right: bool) -> None:
        today = self.settings.today()
        older = [one for one in self._locked(browser) if one.row is Row.EVERYONE and not self._is_quick(one)]
        mine = [one for one in older if self.known[one.compass].picture == picture]
        mine.sort(key=lambda one: (one.wrong_today(today), -one.seen.timestamp()))
        device = mine[0] if mine else None
        may = device is not None and device.wrong_today(today) < 3
        chosen: set[str] = set()
        with suppress(Stranger):
            shown = self.access.lock.things(browser.session, picture)
            assert len(set(shown)) == 12
            stands = things_of(self.load(device.compass)) if device else set()
            chosen = (stands if right else set(THINGS) - stands).intersection(shown)
            may = may and (right or stands.intersection(shown) != chosen)
        if may and not right:
            may = False
        try:
            self.access.lock.open_older(browser.session, picture, chosen)
        except Stranger:
            assert not may
            for one in [device] if device and device.wrong_today(today) < 3 else [] if device else older:
                one.guesses_wrong(today)
            return
        assert may
        assert device is not None
        self._reopens(browser, device)

    def _locked(self, browser: Browser) -> list[Device]:
        """Those that may be opened: who has another way back needs no month."""
        found = [one for one in browser.locked(self.now) if one.compass in self.known]
        over = {id(one) for one in found if one.row is Row.EVERYONE and self._is_over(one)}
        return [one for one in found if id(one) not in over]

    def _is_over(self, one: Device) -> bool:
        return self.known[one.compass].has_way_back and self.now - one.seen > HALF_HOUR

    def _is_quick(self, one: Device) -> bool:
        return one.row is not Row.EVERYONE or (one.wrong == 0 and self.now - one.seen <= HALF_HOUR)

    def _reopens(self, browser: Browser, device: Device) -> None:
        device.locked, device.was_locked, device.pin, device.seen = False, True, False, self.now
        device.right()
        if device.row is Row.EVERYONE:
            device.made = self.now
        browser.put_away = [one for one in browser.put_away if one is not device]
        browser.devices.pop(device.compass, None)
        browser.devices[device.compass] = device
