"""P26, P39: whatever the line of a page does, a tap is done, once and in its turn, and one that waits says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.line import Line
from tests.browser.cast.person import Person
from tests.patience import within
from tests.server import Server

SIGN = 3000
"""Milliseconds after which the sign has to be seen."""


@pytest.fixture
def line() -> Iterator[Line]:
    with Line() as line:
        yield line


@pytest.fixture
def sam(new_person: Callable[..., Person], line: Line, tmp_path: Path) -> Iterator[Person]:
    """Somebody with a compass, who comes over a line that may become bad."""
    with Server(tmp_path, url=line.url) as server:
        line.to = server.port
        sam = new_person(url=line.url, fresh=True)
        sam.begins()
        yield sam


def sign(person: Person) -> Locator:
    return person.page.locator('#popup')


def test_a_tap_without_an_answer_shows_the_sign_and_is_done_when_the_line_is_back(sam: Person, line: Line) -> None:
    sam.goes_to('jezelf-zijn')
    sam.picks('rust')
    with sam.without_a_reload():
        line.goes_silent()
        sam.taps_button('muziek')
        expect(sign(sam)).to_be_visible(timeout=within(SIGN))
        sam.taps_button('rust')
        sam.sees_pressed('muziek', pressed=False)
        line.speaks()
        sam.sees_pressed('muziek')
        sam.sees_pressed('rust', pressed=False)
        expect(sign(sam)).to_be_hidden()


def test_a_tap_on_a_line_that_is_dead_and_does_not_know_is_done_over_another(sam: Person, line: Line) -> None:
    sam.goes_to('jezelf-zijn')
    sam.picks('rust')
    with sam.without_a_reload():
        line.forgets_all()
        sam.taps_button('muziek')
        sam.taps_button('rust')
        sam.line().fill('Half gesc')
        expect(sign(sam)).to_be_visible(timeout=within(SIGN))
        sam.sees_pressed('muziek')
        sam.sees_pressed('rust', pressed=False)
        expect(sign(sam)).to_be_hidden()
        expect(sam.line()).to_have_value('Half gesc')


def test_a_stutter_without_a_tap_is_none_of_anybodys_business(sam: Person, line: Line) -> None:
    sam.goes_to('jezelf-zijn')
    sam.picks('rust')
    lines: list[str] = []
    sam.page.on('websocket', lambda one: lines.append(one.url))
    line.goes_silent()
    sam.page.wait_for_timeout(8000)
    expect(sign(sam)).to_be_hidden()
    line.speaks()
    sam.picks('muziek')
    assert not lines


def test_what_is_tapped_before_the_line_stands_is_done_in_its_order_when_it_does(sam: Person, line: Line) -> None:
    sam.goes_to('jezelf-zijn')
    line.holds_websockets()
    sam.page.reload()
    words = ('muziek', 'rust', 'buiten', 'lachen')
    for word in words:
        sam.taps_button(word)
    sam.page.wait_for_timeout(333)
    sam.taps_button('Verder')
    sam.is_at('jezelf-zijn')
    with sam.without_a_reload():
        line.speaks()
        sam.is_at('')
    sam.goes_to('jezelf-zijn')
    for word in words:
        sam.sees_pressed(word)
