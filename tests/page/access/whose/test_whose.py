"""Whose compass: all that persons and workers do with devices and sheets, against a model of a few lines.

After every step, every browser is tried against every compass: what it may see, and what it may do.
"""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, multiple

from model.compass.part import Part
from model.compass.sharing.sharing import Reach
from tests.page.access.whose.always import Always
from tests.page.access.whose.changing import Changing
from tests.page.access.whose.endings import Endings
from tests.page.access.whose.house import House, browsers, compasses, workers
from tests.page.access.whose.looking_along import LookingAlong
from tests.page.access.whose.model import BOAT
from tests.page.access.whose.vouching import Vouching
from tests.page.access.whose.work import Work
from tests.soak import a_long_play, rounds

STEPS = 60
RUNS = rounds(600, 80)
"""All together more than 2,000 steps: not every run is that long."""


class WhoseCompass(Vouching, LookingAlong, Endings, Work, Changing, Always):
    """All of it together; how it may begin."""

    @initialize(target=browsers)
    def there_are_three_browsers(self) -> Any:
        return multiple(*self.all)

    @initialize(target=workers)
    def two_workers_join(self) -> Any:
        return multiple(*self.signed_up)

    @initialize(
        target=compasses,
        first=st.sampled_from(['on a phone of their own', 'on everyone’s tablet', 'at the desk']),
        told=st.booleans(),
        shared=st.booleans(),
    )
    def a_person_began(self, first: str, told: bool, shared: bool) -> Any:
        """And told something private perhaps; a worker looks along in another browser, perhaps."""
        browser, worker = self.all[0], self.signed_up[0]
        if first == 'at the desk':
            self.a_worker_signs_in(browser, worker)
            self.a_worker_begins(browser)
            [compass] = self.known
        else:
            compass = self._begins(browser, BOAT)
        if first == 'on a phone of their own':
            self.van_mij(browser, compass)
        if told:
            self.something_private_is_written(browser, compass, Part.HAPPENED, 'moved')
        if shared:
            self.a_person_shares(browser, compass, worker, Reach.EVERYTHING)
            self.a_worker_signs_in(self.all[1], worker)
        return compass


TestWhoseCompass = WhoseCompass.TestCase
TestWhoseCompass.settings = a_long_play(RUNS, STEPS)


def test_as_many_steps_were_taken_as_said() -> None:
    assert House.taken >= 20 * RUNS
