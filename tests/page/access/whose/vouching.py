"""Who says yes to a device, and the picture PIN."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from model.access.table import May
from model.key import Row
from tests.page.access.whose.devices import Devices
from tests.page.access.whose.house import browsers, compasses, pictures
from tests.page.access.whose.model import ALL_PRIVATE, OWN, RIGHT, WRONG, Browser, Device, Whose


class Vouching(Devices):
    @rule(browser=browsers, other=browsers, compass=compasses, right=pictures, private=st.booleans())
    def a_device_is_let_in(self, browser: Browser, other: Browser, compass: str, right: bool, private: bool) -> None:
        browser = self._able(browser, compass)
        device, asking = self.device(browser, compass), other.devices.get(compass)
        if asking is None or compass not in self.known:
            return
        may = device is not None and self._may_let_in(device, asking)
        with self.only_if(compass, may and self._proves(device, compass, right)):
            picture = self._picture(compass, right)
            self.access.devices.let_in(browser.session, compass, asking.id, picture, private=private)
            assert device is not None
            device.right()
            shown = self.parts(browser, compass) & ALL_PRIVATE if private else frozenset()
            asking.waits = False
            if device.row in {Row.CONFIRMED, Row.EVERYONE}:
                asking.row, asking.private, asking.announced = Row.CONFIRMED, shown == ALL_PRIVATE, None
            else:  # who was only vouched for cannot make another surer than that
                asking.row, asking.private, asking.announced = Row.VOUCHED, False, self.now
                asking.vouched = shown

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_refused(self, browser: Browser, other: Browser, compass: str) -> None:
        device, asking = self.device(browser, compass), other.devices.get(compass)
        if asking is None:
            return
        with self.only_if(compass, device is not None and self._may_let_in(device, asking)):
            self.access.devices.refuse(browser.session, compass, asking.id)
            self._ends(asking)

    @rule(browser=browsers, other=browsers, compass=compasses, private=st.booleans())
    def another_device_is_shown_what_is_private(
        self, browser: Browser, other: Browser, compass: str, private: bool
    ) -> None:
        browser = self._able(browser, compass)
        device, shown = self.device(browser, compass), other.devices.get(compass)
        if shown is None or shown.is_gone(self.now) or compass not in self.known:
            return
        may = device is not None and May.LET_IN in device.may(self.now) and shown.row in {Row.CONFIRMED, Row.VOUCHED}
        with self.only_if(compass, may and (not private or self.parts(browser, compass) >= ALL_PRIVATE)):
            self.access.devices.show_private(browser.session, compass, shown.id, private=private)
            shown.private, shown.vouched = private, frozenset()

    @rule(browser=browsers, other=browsers, compass=compasses)
    def eight_digits_are_typed(self, browser: Browser, other: Browser, compass: str) -> None:
        device, typed = self.device(browser, compass), self.device(other, compass)
        shows = device is not None and device.row is Row.CONFIRMED
        with self.only_if(compass, shows):
            digits = self.access.digits.show(browser.session, compass)
        if not shows:
            return
        rows = {Row.CONFIRMED, Row.VOUCHED, Row.UNCONFIRMED}
        with self.only_if(compass, typed is not None and typed.row in rows):
            self.access.digits.confirm(other.session, compass, digits)
            assert typed is not None
            if typed.row is Row.CONFIRMED:  # a line that is left sends what stands on it once more
                return
            typed.row, typed.waits, typed.announced = Row.CONFIRMED, False, None

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_shows_what_is_private_again(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        device = self.device(browser, compass)
        may = device is not None and device.row in OWN
        with self.only_if(compass, may and self._proves(device, compass, right)):
            self.access.devices.show_again(browser.session, compass, self._picture(compass, right))
            assert device is not None
            device.right()
            device.shut, device.seen = False, self.now

    @rule(browser=browsers, other=browsers, compass=compasses)
    def a_device_is_ended(self, browser: Browser, other: Browser, compass: str) -> None:
        device, ended = self.device(browser, compass), other.devices.get(compass)
        if ended is None or ended.is_gone(self.now):
            return
        with self.only_if(compass, device is not None and (device is ended or May.END in device.may(self.now))):
            self.access.devices.end(browser.session, compass, ended.id)
            self.known[compass].given_up |= device is ended
            self._ends(ended)

    @rule(browser=browsers, other=browsers, compass=compasses, right=pictures, private=st.booleans())
    def a_new_phone_is_let_in(self, browser: Browser, other: Browser, compass: str, right: bool, private: bool) -> None:
        browser = self._able(browser, compass)
        self.a_phone_of_their_own_is_added(other, compass, printed=False)
        self.a_device_is_let_in(browser, other, compass, right, private)

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_pin_is_set_and_tapped(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        self.a_picture_pin_is_set(browser, compass)
        self.a_picture_pin_is_tapped(browser, compass, right)

    @rule(browser=browsers, compass=compasses)
    def a_picture_pin_is_set(self, browser: Browser, compass: str) -> None:
        browser = self._able(browser, compass)
        with self.only_if(compass, self._may_set_pin(browser, compass)):
            self.loop.run_until_complete(self.access.picture_pins.set(browser.session, compass, RIGHT))
            self.known[compass].pin, self.known[compass].wrong = True, 0
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses)
    def a_picture_pin_is_taken_off(self, browser: Browser, compass: str) -> None:
        with self.only_if(compass, self._may_set_pin(browser, compass)):
            self.access.picture_pins.remove(browser.session, compass)
            self.known[compass].pin, self.known[compass].wrong = False, 0
            self._changed(browser, compass)

    @rule(browser=browsers, compass=compasses, right=pictures)
    def a_picture_pin_is_tapped(self, browser: Browser, compass: str, right: bool) -> None:
        browser = self._able(browser, compass)
        device, whose = self.device(browser, compass), self.known.get(compass, Whose())
        today = self.settings.today()
        if device is None or not device.may(self.now) or not whose.pin or device.wrong_today(today) >= 3:
            may = False
        else:
            device.guesses_wrong(today)
            may = self._weighs(whose, right)
        with self.only_if(compass, may):
            pictures = RIGHT if right else WRONG
            self.loop.run_until_complete(self.access.picture_pins.open_private(browser.session, compass, pictures))
            assert device is not None
            device.pin, device.shut, device.seen = True, False, self.now
            device.right()
            if device.row in OWN:
                device.row, device.private, device.waits, device.announced = Row.CONFIRMED, True, False, None

    def _may_let_in(self, device: Device, asking: Device) -> bool:
        if device is asking or not asking.waits or asking.row is not Row.UNCONFIRMED or asking.is_gone(self.now):
            return False
        may = device.may(self.now)
        return May.LET_IN in may or (May.VOUCH in may and self.now - asking.made <= timedelta(minutes=15))

    def _weighs(self, whose: Whose, right: bool) -> bool:
        today = self.settings.today()
        if whose.wrong_today(today) >= 10:
            return False
        whose.wrong, whose.tried = (0 if right else whose.wrong_today(today) + 1), today
        return right

    def _may_set_pin(self, browser: Browser, compass: str) -> bool:
        device = self.device(browser, compass)
        if device is None or not device.may(self.now) or not self.parts(browser, compass) >= ALL_PRIVATE:
            return False
        if device.row is Row.HANDED_OVER and not device.pin and self._has_confirmed(compass):
            return False
        return not self.known[compass].pin or device.pin or May.PIN in device.may(self.now)
