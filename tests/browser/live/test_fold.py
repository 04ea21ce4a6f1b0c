"""Where more of a screen stands under the fold a sign says so, on every screen and size; and it leads there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.cast.person import Person
from tests.browser.cast.screens import PLAIN, fill, screens
from tests.server import Server

WRONG = (Path(__file__).parents[1] / 'cast' / 'fold.js').read_text()
SIZES: list[ViewportSize] = [
    {'width': width, 'height': height}
    for width, height in ((320, 568), (390, 844), (667, 375), (768, 1024), (1280, 800))
]
SMALL: ViewportSize = {'width': 320, 'height': 568}
LOW: ViewportSize = {'width': 320, 'height': 256}
ARROW = '#fold i'
UNDER_IT = """() => {
  const box = (one) => one.getBoundingClientRect();
  const [used, sign] = [document.activeElement, document.querySelector('#fold i')];
  if (used === document.body || !sign.getClientRects().length) return '';
  const over = box(sign), under = box(used);
  const above = under.bottom <= over.top || under.top >= over.bottom;
  const apart = above || under.right <= over.left || under.left >= over.right;
  return apart ? '' : used.textContent + ' ' + [under.top, under.bottom, over.top];
}"""


def test_the_sign_stands_wherever_more_is_below_and_nowhere_else(
    new_person: Callable[..., Person], server: Server
) -> None:
    sam = new_person()
    found: list[str] = []
    scrolled = 0
    for address in PLAIN:
        sam.opens(address)
        scrolled += _looks_at(sam.page, address, found)
    sam.begins()
    things = fill(sam, server)
    for page in screens(things):
        sam.goes_to(page)
        scrolled += _looks_at(sam.page, things.named(page), found)
    assert not found, '\n'.join(found)
    assert scrolled > 100


def _looks_at(page: Page, name: str, found: list[str]) -> int:
    """Look at this screen in every size; what is wrong is added to `found`. Returns in how many it scrolls."""
    scrolled = 0
    for size in SIZES:
        page.set_viewport_size(size)
        told = page.evaluate(WRONG)
        found += [f'{name} at {size["width"]} × {size["height"]}: {one}' for one in told['wrong']]
        scrolled += told['scrolls']
    return scrolled


@pytest.fixture
def at_tiles(new_person: Callable[..., Person]) -> Person:
    """Someone on a screen that is longer than their phone."""
    sam = new_person(SMALL)
    sam.begins()
    sam.goes_to('nieuwe-stap')
    expect(sam.page.locator(ARROW)).to_be_visible()
    return sam


def test_taps_on_it_lead_to_the_end_where_it_goes(at_tiles: Person) -> None:
    page = at_tiles.page
    page.emulate_media(reduced_motion='reduce')
    last = at_tiles.button('Spreek in')
    for _ in range(20):
        if not page.locator(ARROW).is_visible():
            break
        page.locator(ARROW).click()
        page.evaluate('() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    expect(page.locator(ARROW)).to_be_hidden()
    expect(last).to_be_in_viewport(ratio=1)


def test_it_goes_and_comes_with_what_stands_below(at_tiles: Person) -> None:
    at_tiles.page.set_viewport_size({'width': 1280, 'height': 2400})
    expect(at_tiles.page.locator(ARROW)).to_be_hidden()
    at_tiles.page.set_viewport_size(SMALL)
    expect(at_tiles.page.locator(ARROW)).to_be_visible()
    at_tiles.taps_link('Kompas')
    at_tiles.is_at('')
    at_tiles.goes_to('nieuwe-stap')
    expect(at_tiles.page.locator(ARROW)).to_be_visible()


def test_it_is_no_stop_for_keys_and_lies_over_nothing_that_has_the_focus(at_tiles: Person) -> None:
    page = at_tiles.page
    for back in (False, True):
        for _ in range(30):
            page.keyboard.press('Shift+Tab' if back else 'Tab')
            page.evaluate('() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
            assert page.evaluate(UNDER_IT) == ''
            assert not page.evaluate('document.querySelector("#fold").contains(document.activeElement)')


def test_a_tap_on_it_takes_no_focus_from_what_is_written(at_tiles: Person) -> None:
    line = at_tiles.line()
    line.fill('een fi')
    at_tiles.page.evaluate('scrollTo({ top: 0, behavior: "instant" })')
    expect(at_tiles.page.locator(ARROW)).to_be_visible()
    at_tiles.page.locator(ARROW).click()
    expect(line).to_be_focused()
    expect(line).to_have_value('een fi')


def test_on_a_very_low_screen_it_is_thin(at_tiles: Person) -> None:
    at_tiles.page.set_viewport_size(LOW)
    expect(at_tiles.page.locator(ARROW)).to_be_visible()
    box = at_tiles.page.locator('#fold').bounding_box()
    assert box is not None
    assert box['height'] <= 40


def test_it_is_seen_in_forced_colours_too(at_tiles: Person) -> None:
    at_tiles.page.emulate_media(forced_colors='active')
    expect(at_tiles.page.locator(ARROW)).to_be_visible()
    border = at_tiles.page.locator(ARROW).evaluate('(arrow) => getComputedStyle(arrow).borderTopStyle')
    assert border == 'solid'
