"""P26, P39: whatever the line of a page does, a tap is done, once and in its turn, and one that waits says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.faults import LOST, NO_WEBSOCKET
from tests.browser.cast.line import Line
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import AGAIN, Person
from tests.patience import within
from tests.server import Server, server_at

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


def refuse(line: Line) -> None:
    line.refuses_websockets = True


def swallow(line: Line) -> None:
    line.swallows_websockets = True


def sign(person: Person) -> Locator:
    return person.page.locator('#popup')


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
def test_what_is_tapped_before_the_line_stands_is_done_in_its_order_when_it_does(sam: Person, line: Line) -> None:
    tapped = {'lachen': 'laughing', 'koken': 'cooking', 'dieren': 'animals', 'rust': 'rest', 'muziek': 'music'}
    sam.goes_to('jezelf-zijn')
    line.holds_websockets()
    sam.page.reload()
    for word in tapped:
        sam.taps_button(word)
    sam.taps_button('Verder')
    sam.is_at('jezelf-zijn')
    with sam.without_a_reload():
        line.speaks()
        sam.is_at('')
    chosen = compass_of(server_at(sam.url), sam.compass_id).strengths.items
    assert [one.answer.tile for one in chosen] == list(tapped.values())


# networks that let no websocket through


@pytest.mark.long
@pytest.mark.parametrize('filters', [refuse, swallow])
@pytest.mark.expects(NO_WEBSOCKET, why='the network refuses them')
def test_where_no_websocket_gets_through_everything_works_by_polls(
    sam: Person, line: Line, filters: Callable[[Line], None]
) -> None:
    filters(line)
    sam.goes_to('jezelf-zijn')
    with sam.without_a_reload():
        sam.line().fill('Half gesc')
        sam.picks('rust')
        sam.picks('muziek')
        sam.lets_go('rust')
        expect(sign(sam)).to_be_hidden()
        expect(sam.button('Half gesc')).to_be_visible()
        sam.taps_button('Verder')
        sam.is_at('')
        sam.taps_link('Mijn wens')
        sam.is_at('wens')
        sam.line().fill('Een tuin met')
        sam.page.wait_for_timeout(6000)
        expect(sam.line()).to_have_value('Een tuin met')
        sam.picks('werk')


@pytest.mark.long
def test_a_websocket_that_never_opens_shows_the_sign_until_polls_do_and_is_not_waited_for_again(
    sam: Person, line: Line
) -> None:
    swallow(line)
    sam.goes_to('jezelf-zijn')
    expect(sign(sam)).to_be_visible(timeout=within(SIGN))
    expect(sign(sam)).to_be_hidden()
    websockets: list[str] = []
    sam.page.on('websocket', lambda one: websockets.append(one.url))
    sam.goes_to('wens')
    sam.picks('werk')
    assert not websockets


@pytest.mark.long
@pytest.mark.expects(LOST, why='all that is under way ends at last')
def test_where_nothing_gets_through_the_sign_stands_and_the_page_stays(sam: Person, line: Line) -> None:
    sam.goes_to('jezelf-zijn')
    sam.picks('rust')
    line.swallows_websockets = line.swallows_polls = True
    sam.goes_to('wens')
    with sam.without_a_reload():
        expect(sign(sam)).to_be_visible(timeout=within(SIGN))
        sam.taps_button('werk')
        sam.line().fill('Een tuin met')
        sam.page.wait_for_timeout(26_000)  # longer than any try takes
        expect(sign(sam)).to_be_visible()
        line.swallows_websockets = line.swallows_polls = False
        line.drops_all()
        sam.sees_pressed('werk')
        expect(sign(sam)).to_be_hidden()
        expect(sam.line()).to_have_value('Een tuin met')


@pytest.mark.long
@pytest.mark.parametrize('filters', [refuse, swallow])
@pytest.mark.expects(LOST, NO_WEBSOCKET, why='the line is cut, and lets no websocket through')
def test_a_line_by_polls_that_is_cut_loses_no_tap(sam: Person, line: Line, filters: Callable[[Line], None]) -> None:
    filters(line)
    sam.goes_to('jezelf-zijn')
    sam.picks('rust')
    with sam.without_a_reload():
        line.cut()
        expect(sign(sam)).to_be_visible(timeout=within(SIGN))
        sam.taps_button('muziek')
        sam.taps_button('rust')
        sam.line().fill('Half gesc')
        line.mend()
        sam.sees_pressed('muziek')
        sam.sees_pressed('rust', pressed=False)
        expect(sam.line()).to_have_value('Half gesc')


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_a_page_by_polls_comes_back_after_a_restart_with_what_was_half_written(
    new_person: Callable[..., Person], tmp_path: Path, line: Line
) -> None:
    swallow(line)
    with Server(tmp_path, url=line.url) as server:
        line.to = server.port
        sam = new_person(url=line.url, fresh=True)
        sam.begins('wens')
        sam.picks('werk')
        sam.line().fill('Een tuin met')
        with sam.page.expect_event('domcontentloaded', timeout=within(10_000)):
            server.stop()
            server.start()
        expect(sam.line()).to_have_value('Een tuin met')
        sam.picks('rust')


@pytest.mark.long
@pytest.mark.parametrize('filters', [refuse, swallow])
@pytest.mark.expects(NO_WEBSOCKET, why='the network refuses them')
def test_a_page_by_polls_goes_blank_when_its_key_ends(sam: Person, line: Line, filters: Callable[[Line], None]) -> None:
    filters(line)
    sam.goes_to('wens')
    sam.picks('werk')
    assert sam.page.request.post(f'{sam.url}/tot-ziens', headers={'Origin': sam.url}, max_retries=AGAIN).ok
    sam.sees_nothing_of('Wat wil je graag?', within=2000)
