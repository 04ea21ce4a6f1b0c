"""No lock loses a compass (P37) and only the person's side says yes (P38), whatever comes after what.

Against a model of a few lines: who surely is the person, in which browser, and which codes somebody holds.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from model.access.entrance import Comes
from model.access.refusals import NoSuchCompass, PictureAsked, PinAsked, Stranger, TooManyToday
from model.access.session import Session
from model.access.table import ANNOUNCED, asks_picture
from model.compass.part import Part
from model.compass.sharing.sharing import NobodyAsked, Reach
from model.key import Key, Row
from model.workers.worker import Worker
from tests.soak import rounds
from tests.unit.access.cast import CAT, DOG, KNOWN, PIN, WRONG_PIN, House

STEPS = 40
RUNS = rounds(300, 40)
BROWSERS, COMPASSES = 6, 5
A_WEEK = timedelta(days=7)


@dataclass
class Hand:
    """What the model knows of one device on which a compass is."""

    key: str
    sure: bool = False
    """It is surely the person: it began the compass, or something of the person said so, and nothing locked since."""
    own: bool = False
    """"Van mij" was said."""
    vouched: datetime | None = None
    """Since when a lent tablet, or seven days, vouches for it."""
    looking: bool = False
    lender: str = ''
    pin: bool = False
    """The picture PIN was tapped, and nothing locked since."""
    private: bool = False
    """Who could see everything said that it may too."""
    parts: bool = False
    """The same, of a device that was vouched for by what saw the words then."""
    announced: datetime | None = None
    printed_by_worker: bool = False
    used: datetime | None = None


@dataclass
class Whose:
    """What the model knows of one compass."""

    codes: dict[str, str] = field(default_factory=dict)
    """The codes that somebody holds, with the worker who printed each."""
    pin: bool = False
    words: list[str] = field(default_factory=list)
    """The ids of the keys with which the private words were written."""
    gone: bool = False
    """Erased by the person, or lost as the table says: after a month, or with a loan that ended."""


@dataclass(eq=False)
class Browser:
    """A cookie jar, and what the model knows of the devices in it."""

    session: Session = field(default_factory=lambda: Session({}))
    hands: dict[str, Hand] = field(default_factory=dict)


WAITS = [*3 * [{'minutes': 4}], *3 * [{'minutes': 10}], {'minutes': 40}, {'hours': 13}, {'days': 8}, {'days': 31}]
SHARED = [Reach.EVERYTHING, Reach.EVERYTHING, Reach.STEPS, None]
browsers, compasses, devices, workers = range(BROWSERS), range(COMPASSES), range(BROWSERS * COMPASSES), range(2)


class NotNow(Exception):
    """There is nothing with which this step could be taken."""


ACTS: dict[str, tuple[Callable[..., None], dict[str, Sequence[Any]]]] = {}
"""What may happen, each as likely as another, and with what."""


def act(**given: Sequence[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Something that happens; it is passed over when there is nothing it could happen with."""

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        ACTS[method.__name__] = (method, given)
        return method

    return decorate


class NobodyLost(RuleBasedStateMachine):
    taken = 0

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.access = self.house.access
        self.browsers = [Browser() for _ in range(BROWSERS)]
        self.known: dict[str, Whose] = {}
        self.workers: list[Worker] = []
        self.steps = 0

    @initialize(
        mine=st.booleans(),
        shared=st.sampled_from(SHARED),
        code=st.booleans(),
    )
    def a_house_with_people_in_it(self, mine: bool, shared: Reach | None, code: bool) -> None:
        self.workers = [self.house.worker(name) for name in ('Noor', 'Ina')]
        for browser, worker in zip(self.browsers[-2:], self.workers, strict=True):
            self.house.at_work(worker, browser.session)
        phone, hallway = self.browsers[:2]
        self.begin(phone)
        compass = self.begin(hallway)
        if mine:
            self.make_own(phone, *phone.hands)
        if code:
            self.known[compass].codes[self.house.code(hallway.session, compass)] = ''
            self.scan(self.browsers[2], compass, looks=False, own=True)
        if shared is not None:
            self.access.shares.ask_by_scan(compass, self.workers[0])
            self.access.shares.let(hallway.session, compass, self.workers[0].id, shared)

    def begin(self, browser: Browser) -> str:
        _, compass = self.house.begins(CAT, browser.session)
        self.known[compass] = Whose()
        browser.hands[compass] = self.hand(browser, compass, sure=True, private=True)
        return compass

    def teardown(self) -> None:
        self.house.close()

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

    # workers

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

    # what is private, and what is shared

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

    # time

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

    @rule(chance=st.integers(0, 2**64))
    def something_happens(self, chance: int) -> None:
        NobodyLost.taken += 1
        self.steps += 1
        random = Random(f'{chance} {self.steps}')  # spread more evenly than what is drawn
        name = random.choice(sorted(ACTS))
        method, given = ACTS[name]
        drawn = {one: random.choice(choices) for one, choices in given.items()}
        note(f'{name} {drawn}')
        with suppress(NotNow):
            method(self, **drawn)

    # what must always be so

    @invariant()
    def every_compass_can_be_opened_by_somebody(self) -> None:
        for compass, whose in self.known.items():
            assert whose.gone or self.has_a_way(compass), compass

    @invariant()
    def nothing_private_is_seen_but_where_the_person_said_so(self) -> None:
        for compass, whose in self.known.items():
            if not whose.words:
                continue
            for browser in self.browsers:
                if self.sees_words(browser, compass):
                    hand = browser.hands[compass]
                    wrote_it_all = bool(hand.lender) and set(whose.words) == {hand.key}
                    assert hand.pin or hand.private or hand.parts or wrote_it_all, (compass, hand)
                    assert not hand.looking

    @invariant()
    def no_worker_sees_more_than_was_shared(self) -> None:
        for browser in self.browsers:
            at_work = self.worker_in(browser)
            for compass, whose in self.known.items():
                if not at_work or compass in browser.session.keys:
                    continue
                worker = next(one for one in self.workers if one.id == at_work)
                sees = self.parts(browser, compass)
                assert bool(sees) is (self.reach(compass, worker) is not Reach.NOTHING and not self.is_erased(compass))
                assert not sees & {Part.HAPPENED, Part.OBSTACLES, Part.SHARING}, whose

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
        hand = browser.hands[compass]
        hand.sure = hand.private = hand.pin = False
        hand.key = self.house.key(browser.session, compass).id

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
        """Whether every device on it was a loan, or stood for a month, an own one for a year."""
        keys = [self.stored(key_id) for key_id in ({*self.house.compass(compass).keys})]
        devices = [key for key in keys if key is not None and key.row is not Row.LOOKING]
        kept = {Row.HANDED_OVER: timedelta(hours=12), Row.EVERYONE: timedelta(days=30)}
        return all(self.house.now - key.seen > kept.get(key.row, timedelta(days=365)) for key in devices if key.compass)

    def loans_end(self, browser: Browser, *, but_of_today: bool = False) -> None:
        """What only lived on a tablet that was lent goes with the loan: its code was offered."""
        for compass, hand in list(browser.hands.items()):
            ended = self.access.keys.get(hand.key, self.house.now) is None
            if hand.lender and (ended or not but_of_today):
                del browser.hands[compass]
                if not self.known[compass].gone and not self.has_a_way(compass):
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


TestNobodyLost = NobodyLost.TestCase
TestNobodyLost.settings = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    database=None,
)


def test_as_many_steps_were_taken_as_said() -> None:
    assert NobodyLost.taken >= 20 * RUNS
