"""Where more of a screen stands under the fold a sign says so, and leads there; on every screen: `test_look`."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.cast.person import Person

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


@pytest.fixture
def at_tiles(new_person: Callable[..., Person]) -> Person:
    """Someone on a screen that is longer than their phone."""
    sam = new_person(SMALL)
    sam.begins('nieuwe-stap')
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


@pytest.mark.long
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
