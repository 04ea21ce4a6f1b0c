"""A house with browsers in it, what is so there, and what the model says of it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from hypothesis.stateful import RuleBasedStateMachine

from model.access.refusals import NoSuchCompass, PictureAsked, Stranger
from model.access.table import ANNOUNCED
from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from model.key import Key, Row
from model.workers.worker import Worker
from tests.unit.access.cast import House
from tests.unit.access.nobody_lost.acts import BROWSERS, NotNow
from tests.unit.access.nobody_lost.model import Browser, Hand, Whose


class Room(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.access = self.house.access
        self.browsers = [Browser() for _ in range(BROWSERS)]
        self.known: dict[str, Whose] = {}
        self.workers: list[Worker] = []
        self.steps = 0

    def teardown(self) -> None:
        self.house.close()

    # the model

    def is_person(self, hand: Hand) -> bool:
        return not hand.looking and not hand.lender

    def speaks(self, hand: Hand) -> bool:
        """Whether it stands for the person where more is said."""
        return hand.sure or (hand.vouched is not None and hand.own)

    def is_sure_here(self, hand: Hand) -> bool:
        return self.speaks(hand) or hand.pin

    def may_end(self, hand: Hand) -> bool:
        """Whether it may end devices, make a new code and erase."""
        waited = hand.vouched is not None and hand.own and self.house.now - hand.vouched >= ANNOUNCED
        return hand.sure or waited

    def has_own(self, compass: str) -> bool:
        """Whether a living device is surely the person's own."""
        return any(key.row is Row.CONFIRMED for key in self.house.devices(compass))

    def locks_all_of(self, browser: Browser) -> None:
        """Whoever comes back to what is not their own may be anybody."""
        for hand in browser.hands.values():
            if not hand.own:
                hand.sure = hand.private = hand.pin = False

    def opened_again(self, browser: Browser, compass: str) -> None:
        key = self.house.key(browser.session, compass)
        hand = browser.hands.setdefault(compass, Hand(key.id))
        hand.sure = hand.private = hand.pin = False
        hand.key, hand.lender = key.id, key.worker

    def after_a_wait(self) -> None:
        for browser in self.browsers:
            for compass, hand in browser.hands.items():
                if not self.opens(browser, compass) and not hand.own:
                    hand.sure = hand.private = hand.pin = False
        for compass, whose in self.known.items():
            if not whose.gone and not self.has_a_way(compass):
                assert self.was_let_go_by_the_table(compass), compass
                whose.gone = True

    def was_let_go_by_the_table(self, compass: str) -> bool:
        """Whether every device on it stood for its time: a loan for its day, everyone's a month, an own one a year."""
        keys = [self.stored(key_id) for key_id in ({*self.house.compass(compass).keys})]
        devices = [key for key in keys if key is not None and key.row is not Row.LOOKING]
        kept = {Row.HANDED_OVER: timedelta(hours=12), Row.EVERYONE: timedelta(days=30)}
        return all(self.house.now - key.seen > kept.get(key.row, timedelta(days=365)) for key in devices if key.compass)

    def loans_end(self, browser: Browser, *, but_of_today: bool = False) -> None:
        """A loan ends; what was begun on that tablet and has no other way back lies locked on it."""
        for compass, hand in list(browser.hands.items()):
            ended = self.access.keys.get(hand.key, self.house.now) is None
            if hand.lender and (ended or not but_of_today):
                del browser.hands[compass]
                if not self.known[compass].gone and not self.has_a_way(compass):
                    assert self.was_let_go_by_the_table(compass), compass
                    self.known[compass].gone = True

    # what is so

    def stored(self, key_id: str) -> Key | None:
        """A key, also one that opens nothing any more."""
        key = self.access.keys._read(self.access.keys.token(key_id))
        return key if key is not None and key.kind == 'device' else None

    def has_a_way(self, compass: str) -> bool:
        """Whether anybody can open it: here, at a lock, with a code that somebody holds, or as a worker."""
        if self.is_erased(compass):
            return False
        if any(self.access.entrance.compass_of(code) == compass for code in self.known[compass].codes):
            return True
        if any(self.reach(compass, worker) is not Reach.NOTHING for worker in self.workers):
            return True
        return any(self.opens(one, compass) or self.is_locked_in(one, compass) for one in self.browsers)

    def is_locked_in(self, browser: Browser, compass: str) -> bool:
        return compass in {one.id for _, one in self.access.lock._locked(browser.session)}

    def is_erased(self, compass: str) -> bool:
        try:
            self.house.compass(compass)
        except NoSuchCompass:
            return True
        return False

    def opens(self, browser: Browser, compass: str) -> bool:
        if compass not in browser.session.keys:
            return False
        try:
            grant = self.house.open(browser.session, compass).grant
        except (Stranger, NoSuchCompass):
            return False
        return grant.is_person and not grant.only_looks

    def parts(self, browser: Browser, compass: str) -> frozenset[Part]:
        try:
            return self.house.open(browser.session, compass).grant.parts
        except (Stranger, NoSuchCompass):
            return frozenset()

    def sees_words(self, browser: Browser, compass: str) -> bool:
        return compass in browser.session.keys and Part.HAPPENED in self.parts(browser, compass)

    def reach(self, compass: str, worker: Worker) -> Reach:
        share = None if self.is_erased(compass) else self.house.compass(compass).sharing.of(worker.id)
        return share.reach if share else Reach.NOTHING

    def is_at_work(self, browser: Browser) -> bool:
        return bool(browser.session.worker or browser.session.lent)

    # choosing

    def locked(self, at: int) -> Browser:
        """A browser in which something is locked."""
        there = [one for one in self.browsers if self.access.lock._locked(one.session)]
        self.only_when(there)
        return there[at % len(there)]

    def at_work(self, who: int) -> Browser:
        """The browser of a worker, signed in there, and with nothing open of a person."""
        browser, worker = self.browsers[who - len(self.workers)], self.workers[who]
        if browser.session.keys or self.worker_in(browser) != worker.id:
            self.sign_in(browser, worker)
        return browser

    def worker_in(self, browser: Browser) -> str:
        try:
            return self.access.signed_in.worker(browser.session).id
        except Stranger:
            return ''

    def sign_in(self, browser: Browser, worker: Worker) -> None:
        self.house.at_work(worker, browser.session)
        self.locks_all_of(browser)
        self.loans_end(browser)

    def chosen(self, which: int, where: Callable[[str], bool] = bool) -> str:
        """A compass that is there; one `where` it is so, if any."""
        living = [one for one, whose in self.known.items() if not whose.gone and not self.is_erased(one)]
        self.only_when(living)
        living = [one for one in living if where(one)] or living
        return living[which % len(living)]

    def device(
        self, at: int, where: Callable[[Browser, str], bool] = lambda _browser, _compass: True
    ) -> tuple[Browser, str, Hand]:
        """A browser in which the compass opens as the person's, or for who looks; one `where` it is so, if any."""
        there = [
            (browser, compass)
            for compass in self.known
            for browser in self.browsers
            if compass in browser.session.keys and self.parts(browser, compass)
        ]
        self.only_when(there)
        there = [one for one in there if where(*one)] or there
        browser, compass = there[at % len(there)]
        return browser, compass, browser.hands[compass]

    def is_asked(self, browser: Browser, compass: str) -> bool:
        """Whether another device waits for a yes here."""
        return bool(self.access.devices.asking(self.house.open(browser.session, compass)))

    def only_when(self, possible: object) -> None:
        if not possible:
            raise NotNow

    def hand(self, browser: Browser, compass: str, **more: object) -> Hand:
        return Hand(key=self.house.key(browser.session, compass).id, used=self.house.now, **more)  # type: ignore[arg-type]

    def came(self, coming: object) -> bool:
        try:
            asyncio.run(coming)  # type: ignore[arg-type]
        except (Stranger, PictureAsked):
            return False
        return True

    @contextmanager
    def only_if(self, may: bool, *, never: bool = False) -> Iterator[None]:
        """What is in the block is refused unless `may`; and always where it must `never` be."""
        try:
            yield
        except Stranger:
            return
        assert may
        assert not never
