"""No lock loses a compass (P37) and only the person's side says yes (P38), whatever comes after what.

Against a model of a few lines: who surely is the person, in which browser, and which codes somebody holds.
"""

from contextlib import suppress
from random import Random

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from tests.soak import a_long_play, rounds
from tests.unit.access.nobody_lost.acts import ACTS, SHARED, NotNow
from tests.unit.access.nobody_lost.at_work import AtWork
from tests.unit.access.nobody_lost.persons import Persons
from tests.unit.access.nobody_lost.private import Private
from tests.unit.access.nobody_lost.waiting import Waiting

STEPS = 40
RUNS = rounds(300, 40)


class NobodyLost(Persons, AtWork, Private, Waiting):
    taken = 0

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


TestNobodyLost = NobodyLost.TestCase
TestNobodyLost.settings = a_long_play(RUNS, STEPS)


def test_as_many_steps_were_taken_as_said() -> None:
    assert NobodyLost.taken >= 20 * RUNS
