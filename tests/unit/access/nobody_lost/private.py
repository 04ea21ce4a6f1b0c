"""What is private, what is shared, and what ends."""

import asyncio

from model.access.refusals import PictureAsked, PinAsked, Stranger, TooManyToday
from model.compass.sharing.sharing import NobodyAsked, Reach
from tests.unit.access.cast import CAT, DOG, PIN, WRONG_PIN
from tests.unit.access.nobody_lost.acts import act, browsers, devices, workers
from tests.unit.access.nobody_lost.room import Room


class Private(Room):
    @act(at=devices)
    def writes_a_private_word(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        whose = self.known[compass]
        words = f'woord {len(whose.words)}'
        self.only_when(len(whose.words) < 10)
        with self.only_if(self.sees_words(browser, compass)):
            self.house.writes(browser.session, compass, words)
            whose.words.append(hand.key)

    @act(at=devices)
    def sets_a_pin(self, at: int) -> None:
        browser, compass, hand = self.device(at)
        with self.only_if(True, never=hand.looking or (self.known[compass].pin and not self.is_sure_here(hand))):
            asyncio.run(self.house.sets_pin(browser.session, compass))
            self.known[compass].pin = True

    @act(at=devices, right=(False, True))
    def taps_the_pin(self, at: int, right: bool) -> None:
        browser, compass, hand = self.device(at)
        opening = self.access.picture_pins.open_private(browser.session, compass, PIN if right else WRONG_PIN)
        try:
            asyncio.run(opening)
        except (Stranger, PictureAsked):
            return
        assert right and self.known[compass].pin and not hand.looking
        hand.pin = True
        if hand.own:
            hand.sure = hand.private = True

    @act(at=devices, who=workers, reach=[Reach.EVERYTHING, *Reach])
    def shares(self, at: int, who: int, reach: Reach) -> None:
        browser, compass, hand = self.device(at)
        worker = self.workers[who]
        before = self.reach(compass, worker)
        self.access.shares.ask_by_scan(compass, worker)
        raises = reach.is_more_than(before)
        lent = hand.lender == worker.id and (hand.pin or not (self.known[compass].pin or self.has_own(compass)))
        try:
            with self.only_if(True, never=hand.looking or (raises and not (self.speaks(hand) or lent))):
                self.access.shares.let(browser.session, compass, worker.id, reach)
        except (PinAsked, NobodyAsked):
            return
        for one in self.browsers:  # what was lent to see more than the steps ends
            lost = one.hands.get(compass)
            if lost and lost.lender == worker.id and self.access.keys.get(lost.key, self.house.now) is None:
                del one.hands[compass]

    # what ends

    @act(at=devices, others_too=(False, True))
    def makes_a_new_code(self, at: int, others_too: bool) -> None:
        browser, compass, hand = self.device(at)
        with self.only_if(True, never=not self.may_end(hand)):
            self.access.sheet.renew(browser.session, compass, others_too=others_too)
            self.known[compass].codes = {}
            for one in self.browsers:
                if others_too and one is not browser:
                    one.hands.pop(compass, None)

    @act(at=devices, other=browsers)
    def ends_a_device(self, at: int, other: int) -> None:
        browser, compass, hand = self.device(at)
        others = [one for one in self.browsers if compass in one.hands and one is not browser]
        self.only_when(others)
        ended = others[other % len(others)].hands
        with self.only_if(True, never=not self.may_end(hand)):
            self.access.devices.end(browser.session, compass, ended[compass].key)
            del ended[compass]

    @act(at=devices, right=(False, True))
    def erases(self, at: int, right: bool) -> None:
        browser, compass, hand = self.device(at)
        try:
            with self.only_if(True, never=not self.may_end(hand)):
                self.access.erasing.erase(browser.session, compass, CAT if right else DOG)
        except (PictureAsked, TooManyToday):
            return
        if self.is_erased(compass):
            assert right
            self.known[compass].gone = True
