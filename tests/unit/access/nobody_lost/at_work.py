"""Workers, and what is put down and taken up again."""

from model.access.refusals import Stranger
from model.compass.sharing.sharing import Reach
from tests.unit.access.cast import CAT, DOG, KNOWN
from tests.unit.access.nobody_lost.acts import act, browsers, compasses, workers
from tests.unit.access.nobody_lost.room import Room


class AtWork(Room):
    @act(at=browsers, who=workers)
    def signs_in(self, at: int, who: int) -> None:
        self.sign_in(self.browsers[at], self.workers[who])

    @act(who=workers, which=compasses)
    def hands_over(self, who: int, which: int) -> None:
        browser, worker, compass = self.at_work(who), self.workers[who], self.chosen(which)
        with self.only_if(self.reach(compass, worker) is Reach.EVERYTHING):
            self.access.tablet.hand_over(browser.session, compass)
            browser.hands[compass] = self.hand(browser, compass, lender=worker.id)

    @act(at=browsers)
    def takes_back(self, at: int) -> None:
        browser = self.browsers[at]
        self.only_when(self.access.tablet.is_lent(browser.session))
        self.access.tablet.take_back(browser.session, self.access.tablet.lender(browser.session))
        self.locks_all_of(browser)
        self.loans_end(browser)

    @act(who=workers, which=compasses, lost=(False, True))
    def prints_for_the_person(self, who: int, which: int, lost: bool) -> None:
        browser, worker, compass = self.at_work(who), self.workers[who], self.chosen(which)
        with self.only_if(self.reach(compass, worker) is Reach.EVERYTHING):
            if lost:
                self.access.sheet.replace_lost(browser.session, compass)
                self.known[compass].codes = {}
            self.known[compass].codes[self.house.printed(browser.session, compass)] = worker.id

    # put down, and come back

    @act(at=browsers)
    def is_put_down(self, at: int) -> None:
        browser = self.browsers[at]
        self.access.lock.close(browser.session)
        self.locks_all_of(browser)

    @act(at=browsers)
    def says_goodbye(self, at: int) -> None:
        browser = self.browsers[at]
        self.access.entrance.forget(browser.session)
        self.locks_all_of(browser)
        self.loans_end(browser)

    @act(at=browsers, right=(False, True))
    def taps_a_picture(self, at: int, right: bool) -> None:
        browser = self.locked(at)
        try:
            compass = self.access.lock.open(browser.session, CAT if right else DOG)
        except Stranger:
            self.loans_end(browser, but_of_today=True)
            return
        assert right
        self.opened_again(browser, compass)

    @act(at=browsers, right=(False, True))
    def taps_three_things(self, at: int, right: bool) -> None:
        browser = self.locked(at)
        try:
            things = self.access.lock.things(browser.session, CAT)
            chosen = [one for one in things if one in KNOWN] if right else things[:3]
            compass = self.access.lock.open_older(browser.session, CAT, chosen)
        except Stranger:
            return
        assert set(chosen) == set(KNOWN)
        self.opened_again(browser, compass)
