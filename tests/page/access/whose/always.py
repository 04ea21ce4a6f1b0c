"""What must always be so."""

from contextlib import suppress

from hypothesis.stateful import invariant

from model.access.refusals import Stranger
from model.access.table import May
from model.compass.part import Part
from model.storage.protocols import NoSuchCompass
from tests.page.access.whose.house import House
from tests.page.access.whose.model import MONEY
from tests.page.access.whose.outcomes import Outcomes


class Always(Outcomes):
    @invariant()
    def a_step_was_taken(self) -> None:
        House.taken += 1
        self.steps += 1

    @invariant()
    def everybody_sees_and_may_exactly_what_is_theirs(self) -> None:
        for browser in self.all:
            for compass in self.known:
                expected, device = self.parts(browser, compass), self.device(browser, compass)
                try:
                    opened = self.access.gate.open(browser.session, compass)
                except Stranger:
                    assert not expected
                    continue
                assert opened.grant.parts == expected
                assert opened.grant.may == (device.may(self.now) if device else {May.CHANGE})
                shown = opened.seen
                assert not (shown.happened.items and Part.HAPPENED not in expected)
                assert not (shown.obstacles.items and Part.OBSTACLES not in expected)
                assert not (shown.life.domains and MONEY not in expected)
                assert not (shown.steps.items and Part.STEPS not in expected)

    @invariant()
    def no_compass_is_lost(self) -> None:
        """Somebody can open it, or has a code of it. On a tablet that was lent it goes when that goes back."""
        for compass, whose in self.known.items():
            assert whose.taken_along or whose.given_up or self._every(compass)

    @invariant()
    def a_compass_that_is_gone_is_gone_for_all(self) -> None:
        for browser in self.all:
            for compass in list(browser.session.keys):
                if compass not in self.known:
                    with suppress(Stranger, NoSuchCompass):
                        self.access.gate.open(browser.session, compass)
                        raise AssertionError(compass)
