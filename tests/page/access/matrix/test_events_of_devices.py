"""Every event listener of every screen: one that nobody thought about fails here. In a sample the rows share them."""

import pytest

from model.compass.part import EVERY_PART, Part
from tests.page.access.matrix.cases import CASES, TAPPED
from tests.page.access.matrix.cast import Cast
from tests.page.access.matrix.deeds import Before, held
from tests.page.access.matrix.screens import dealt, hidden_words, screens
from tests.page.access.matrix.taps import trigger_all
from tests.page.cast.people.live_page import Page
from tests.soak import rounds


@pytest.mark.parametrize('name', TAPPED)
def test_no_event_of_any_screen_of_a_device_does_more_than_its_row_allows(cast: Cast, name: str) -> None:
    case = CASES[name]
    one = cast.device(case)
    before, triggered = Before(cast, one), 0
    for screen in dealt(screens(cast), {one: CASES[one].parts for one in TAPPED}, name):
        answer = one.opens(f'/kompas/{one.id}/{screen}'.rstrip('/'))
        if answer.status_code != 200:  # it gave itself up on the way
            continue
        page = Page(answer)
        triggered += len(page.listeners)
        heard = trigger_all(one, page)
        for words in hidden_words(case.parts):
            assert words not in heard, screen
        assert before.deeds() <= case.may, screen
        for closed, holds in held(cast.owner.on_disk, EVERY_PART - case.parts - {Part.SHARING}).items():
            assert holds == before.parts[closed], (screen, closed)
    assert triggered > rounds(40, 14)
