"""Time goes by, and a device is used."""

from datetime import timedelta

from model.key import Row
from tests.unit.access.nobody_lost.acts import WAITS, act, devices
from tests.unit.access.nobody_lost.room import Room

A_WEEK = timedelta(days=7)


class Waiting(Room):
    @act(at=devices)
    def is_used(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        was = self.house.key(browser.session, compass).row
        self.access.gate.admit(browser.session, compass, self.house.address)
        key = self.house.key(browser.session, compass)
        if key.row is not was:
            assert (was, key.row, hand.printed_by_worker) == (Row.UNCONFIRMED, Row.VOUCHED, False)
            assert hand.announced is not None
            assert self.house.now - hand.announced >= A_WEEK
            hand.vouched = self.house.now
        hand.used = self.house.now

    @act(wait=WAITS)
    def time_goes_by(self, wait: dict[str, int]) -> None:
        self.house.wait(**wait)
        self.after_a_wait()

    @act()
    def the_sweep_comes_by(self) -> None:
        list(self.access.erasing.sweep())
