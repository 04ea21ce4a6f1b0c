"""What follows from what is done, in the model: who holds what, and what ended."""

from datetime import datetime, timedelta
from typing import Any

from model.key import Row
from model.workers.worker import Worker
from tests.page.access.whose.changes import ring
from tests.page.access.whose.house import House
from tests.page.access.whose.model import BOAT, CAT, LAG, OWN, AtWork, Browser, Device, Whose


class Outcomes(House):
    def _able(self, browser: Browser, compass: str, *, at_work: bool = False) -> Browser:
        """Mostly another browser that opens this compass, as a person or a worker: most tries would only be refused."""
        if self.steps % 4 == 0 or (bool(self.parts(browser, compass)) and (compass in browser.devices) is not at_work):
            return browser
        able = [one for one in self.all if self.parts(one, compass) and (compass in one.devices) is not at_work]
        return able[self.steps % len(able)] if able else browser

    def _turn(self, gone: timedelta) -> None:
        self.settings.moment.append(gone)

    def _worker(self, worker: str) -> Worker:
        found = self.access.workers.get(worker)
        assert found
        return found

    def _begins(self, browser: Browser, picture: str | None) -> str:
        compass = self.access.entrance.begin(browser.session, 'nl', 'address').id
        self.known[compass] = Whose()
        self._holds(browser, compass, Row.EVERYONE, began=True, private=True)
        with self.access.gate.change(browser.session, compass) as begun:
            begun.choose_avatar(picture)
            ring(begun, self.now)
        self.known[compass].picture = picture
        return compass

    def _holds(self, browser: Browser, compass: str, row: Row, **more: Any) -> Device:
        key = self.access.keys.find(browser.session.keys[compass], self.now)
        assert key
        device = Device(key.id, compass, row, made=self.now, seen=self.now, **more)
        browser.devices.pop(compass, None)
        browser.devices[compass] = device
        return device

    def _picture(self, compass: str, right: bool) -> str | None:
        mine = self.known[compass].picture if compass in self.known else None
        return mine if right else next(one for one in (BOAT, CAT) if one != mine)

    def _proves(self, device: Device | None, compass: str, right: bool) -> bool:
        """Whether a tap on a picture proves that it is the person; a wrong one is counted."""
        today = self.settings.today()
        if device is None or compass not in self.known or device.wrong_today(today) >= 3:
            return False
        if not right:
            device.guesses_wrong(today)
        return right

    def _has_confirmed(self, compass: str) -> bool:
        return any(one.row is Row.CONFIRMED for one in self._alive(compass))

    def _every(self, compass: str) -> list[Device]:
        """All devices of a compass, locked or not."""
        return [one for browser in self.all for one in self._of(browser) if one.compass == compass]

    def _alive(self, compass: str) -> list[Device]:
        return [one for one in self._every(compass) if not one.is_gone(self.now)]

    def _of(self, browser: Browser) -> list[Device]:
        return [*browser.devices.values(), *browser.put_away]

    def _ends(self, device: Device) -> None:
        """Its key is gone; the cookie may not know that yet, and opens nothing with it."""
        device.row, device.seen = Row.LOOKING, datetime.min.replace(tzinfo=self.now.tzinfo)
        device.made = device.seen
        device.compass = ''
        for browser in self.all:
            browser.put_away = [one for one in browser.put_away if one is not device]

    def _is_gone(self, compass: str) -> None:
        del self.known[compass]

    def _changed(self, browser: Browser, compass: str) -> None:
        device = browser.devices.get(compass)
        if device is not None:
            device.touch(self.now)
        elif browser.work:
            self._touches(browser.work)

    def _touches(self, work: AtWork) -> None:
        if self.now - work.seen >= LAG:
            work.seen = self.now

    def _lends(self, browser: Browser) -> None:
        assert browser.work
        browser.work.lent = True

    def _signs_in(self, browser: Browser, worker: str) -> None:
        """What others left open on it is locked, and a loan is over."""
        for compass, device in list(browser.devices.items()):
            if device.row in OWN and not device.is_gone(self.now):
                continue
            del browser.devices[compass]
            if device.row is Row.EVERYONE and not device.is_gone(self.now):
                device.lock()
                browser.put_away.append(device)
        browser.put_away = [one for one in browser.put_away if one.row is not Row.HANDED_OVER]
        browser.work = AtWork(worker, seen=self.now, made=self.now)
