"""Persons come, with codes and devices, and say yes."""

from model.access.entrance import Comes
from model.access.refusals import PictureAsked, TooManyToday
from model.access.table import asks_picture
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.unit.access.cast import CAT, DOG, PIN
from tests.unit.access.nobody_lost.acts import COMPASSES, act, browsers, compasses, devices, workers
from tests.unit.access.nobody_lost.model import Browser, Whose
from tests.unit.access.nobody_lost.room import Room


class Persons(Room):
    def begin(self, browser: Browser) -> str:
        _, compass = self.house.begins(CAT, browser.session)
        self.known[compass] = Whose()
        browser.hands[compass] = self.hand(browser, compass, sure=True, private=True)
        return compass

    # persons come

    @act(at=browsers)
    def begins(self, at: int) -> None:
        browser = self.browsers[at]
        self.only_when(len(self.known) < COMPASSES and not self.is_at_work(browser))
        self.begin(browser)

    @act(who=workers, yes=(False, True))
    def begins_at_a_desk(self, who: int, yes: bool) -> None:
        self.only_when(len(self.known) < COMPASSES)
        browser, worker = self.at_work(who), self.workers[who]
        compass = self.access.desk.begin(browser.session, 'nl', self.house.address).id
        self.known[compass] = Whose()
        browser.hands[compass] = self.hand(browser, compass, lender=worker.id)
        self.house.fills(browser.session, compass, CAT)
        self.access.shares.let(browser.session, compass, worker.id, Reach.EVERYTHING if yes else Reach.NOTHING)

    @act(at=browsers, which=compasses, looks=(False, False, True), own=(False, True))
    def scans(self, at: int, which: int, looks: bool, own: bool) -> None:
        outside = [one for one in self.browsers if not self.is_at_work(one)]
        self.only_when(outside)
        browser, compass = outside[at % len(outside)], self.chosen(which, where=lambda one: bool(self.known[one].codes))
        self.only_when(self.known[compass].codes)
        self.scan(browser, compass, looks=looks, own=own)

    def scan(self, browser: Browser, compass: str, *, looks: bool, own: bool) -> None:
        whose = self.known[compass]
        code, printed_by = next(reversed(whose.codes.items()))
        before = browser.session.keys.get(compass)
        try:
            self.house.scans(code, Comes.LOOK if looks else Comes.MINE, browser.session)
        except PictureAsked:
            assert whose.pin
            coming = self.access.entrance.enter_with_picture_pin(browser.session, PIN, self.house.address)
            if not self.came(coming):
                return
        if browser.session.keys[compass] != before:
            pin = whose.pin and not looks
            hand = self.hand(browser, compass, looking=looks, pin=pin, printed_by_worker=bool(printed_by))
            browser.hands[compass] = hand
            if own and self.access.devices.may_be_own(browser.session, compass) and not looks:
                self.make_own(browser, compass)

    @act(at=devices)
    def says_mine(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        with self.only_if(True, never=not self.is_person(hand)):
            self.make_own(browser, compass)

    def make_own(self, browser: Browser, compass: str) -> None:
        hand = browser.hands[compass]
        self.access.devices.make_own(browser.session, compass)
        hand.own, hand.sure = True, hand.sure or hand.pin
        hand.private = hand.private or hand.sure
        hand.announced = None if hand.sure else self.house.now

    @act(at=devices)
    def says_not_mine(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        began = self.house.key(browser.session, compass).began
        asked = asks_picture(self.house.key(browser.session, compass), self.house.now)
        with self.only_if(True, never=not hand.own):
            self.access.devices.make_everyones(browser.session, compass)
            hand.own, hand.vouched = False, None
            hand.sure = hand.private = hand.sure and began and not asked

    @act(at=devices)
    def shows_the_code(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        with self.only_if(not hand.looking):
            self.known[compass].codes[self.house.code(browser.session, compass)] = ''

    # who says yes

    @act(at=devices, other=browsers, right=(False, True, True), private=(False, True))
    def confirms_or_vouches(self, at: int, other: int, right: bool, private: bool) -> None:
        browser, compass, hand = self.device(at, where=self.is_asked)
        others = [one.hands[compass] for one in self.browsers if compass in one.hands and one is not browser]
        waiting = [one for one in others if (key := self.stored(one.key)) and key.symbol]
        self.only_when(others)
        asking = (waiting or others)[other % len(waiting or others)]
        sees, before = self.sees_words(browser, compass), self.stored(asking.key)
        try:
            with self.only_if(True, never=not (self.speaks(hand) or hand.lender) or asking.sure):
                picture = CAT if right else DOG
                self.access.devices.let_in(browser.session, compass, asking.key, picture, private=private)
        except (PictureAsked, TooManyToday):
            return
        key = self.access.keys.get(asking.key, self.house.now)
        if key is None or before is None or key.row is before.row:
            return
        assert right
        if key.row is Row.CONFIRMED:
            assert self.speaks(hand)
            asking.sure, asking.private = True, private and sees
        else:
            assert hand.lender
            asking.vouched, asking.parts = self.house.now, private and sees
