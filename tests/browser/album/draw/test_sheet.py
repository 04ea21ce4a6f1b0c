"""The sheet: a step back, empty again, and the same drawing in another shape of the screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.cast.made.drawings import ACROSS, DOWN, INK, WHITE, YELLOW, drawings, keeps, sits_down
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.server import Server

SIZES: list[ViewportSize] = [PHONE, TABLET, {'width': 360, 'height': 640}, {'width': 768, 'height': 1024}]
COLOUR_WHEN_READY = """
() => new MutationObserver((_, watching) => {
  const canvas = document.querySelector('.easel[data-ready]')?.closest('.screen').querySelector('canvas');
  if (!canvas) return;
  watching.disconnect();
  window.colourWhenReady = [...canvas.getContext('2d').getImageData(5, 5, 1, 1).data.slice(0, 3)];
}).observe(document.body, { subtree: true, childList: true, attributes: true })
"""
"""Keeps what stands on the sheet in the very moment in which one may draw on it, before the browser's next frame."""


def test_the_sheet_is_white_from_its_first_moment(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Album')
    owner.sees_title('Mijn album')
    owner.page.evaluate(COLOUR_WHEN_READY)
    owner.taps_link('Tekenen')
    Hand(owner)
    assert owner.page.evaluate('colourWhenReady') == [255, 255, 255]


# a step back


def test_oeps_takes_back_the_last_line_only(owner: Person, hand: Hand) -> None:
    hand.draws(*ACROSS)
    hand.draws((200, 700), (800, 700))
    owner.taps_button('Oeps')
    assert hand.colour_at(300, 700) == WHITE
    assert hand.colour_at(300, 500) == INK
    owner.taps_button('Oeps')
    assert hand.inked() == 0
    expect(owner.button('Oeps')).to_have_attribute('aria-disabled', 'true')
    owner.button('Oeps').click(force=True)
    assert hand.inked() == 0


def test_a_sheet_that_was_emptied_comes_back(owner: Person, hand: Hand) -> None:
    hand.draws(*ACROSS)
    hand.draws(*DOWN)
    before = hand.inked()
    owner.taps_button('Leeg')
    assert hand.inked() == 0
    owner.picks('rood')
    hand.draws((100, 100), (200, 100))
    owner.taps_button('Oeps')
    owner.taps_button('Oeps')
    assert hand.inked() == pytest.approx(before, rel=0.02)
    owner.taps_button('Oeps')
    assert hand.colour_at(500, 300) == WHITE
    assert len(keeps(owner)['strokes']) == 1


def test_an_empty_sheet_is_not_kept(owner: Person, hand: Hand, server: Server) -> None:
    hand.draws(*ACROSS)
    owner.taps_button('Leeg')
    owner.taps_button('Bewaar')
    owner.sees('Teken eerst iets.')
    hand.draws(*ACROSS)
    owner.sees_nothing_of('Teken eerst iets.')
    assert not drawings(server, owner)


def test_pencils_and_sizes_are_chosen_with_the_keyboard_too(owner: Person, hand: Hand) -> None:
    owner.sees_pressed('donkerblauw')
    owner.button('rood').focus()
    owner.page.keyboard.press('Tab')
    owner.page.keyboard.press('Enter')
    owner.sees_pressed('geel')
    owner.sees_pressed('donkerblauw', pressed=False)
    owner.sees_pressed('gewoon')
    hand.draws(*ACROSS)
    assert hand.colour_at(300, 500) == YELLOW


# another shape of the screen


@pytest.mark.parametrize('turned', [{'width': 844, 'height': 390}, TABLET, {'width': 360, 'height': 640}])
def test_a_screen_that_is_turned_keeps_the_drawing(new_person: Callable[..., Person], turned: ViewportSize) -> None:
    sam = new_person(PHONE)
    sam.begins()
    hand = sits_down(sam)
    hand.draws(*ACROSS)
    before = hand.inked()
    sam.page.set_viewport_size(turned)
    width, height = hand.sheet.evaluate('(one) => [one.clientWidth, one.clientHeight]')
    assert width == height
    expect(hand.sheet).to_have_js_property('width', width)
    assert hand.colour_at(300, 500) == INK
    assert hand.inked() == pytest.approx(before, rel=0.1)
    hand.draws(*DOWN)
    assert hand.colour_at(500, 300) == INK
    assert len(keeps(sam)['strokes']) == 2


def test_a_line_goes_on_while_the_screen_is_turned(owner: Person, hand: Hand) -> None:
    hand.puts_finger((200, 200), (300, 200), (400, 200))
    owner.page.set_viewport_size({'width': 1024, 'height': 700})
    expect(hand.sheet).to_have_js_property('width', hand.sheet.evaluate('(one) => one.clientWidth'))
    hand.puts_finger((400, 200), (400, 600), (400, 800))
    hand.lifts_finger()
    assert hand.colour_at(300, 200) == hand.colour_at(400, 500) == INK


def test_a_sharp_screen_gets_sharp_lines(new_person: Callable[..., Person]) -> None:
    sam = new_person(PHONE, device_scale_factor=3)
    sam.begins()
    hand = sits_down(sam)
    hand.draws(*ACROSS)
    assert hand.sheet.evaluate('(one) => one.width / one.clientWidth') == pytest.approx(2, abs=0.01)
    assert hand.colour_at(300, 500) == INK


@pytest.mark.long
def test_everything_is_on_the_screen_without_scrolling(new_person: Callable[..., Person]) -> None:
    sam = new_person()
    sam.begins()
    for size in SIZES:
        sam.page.set_viewport_size(size)
        sam.goes_to('')
        sits_down(sam)
        inside = '(all) => all.map((one) => one.getBoundingClientRect())'
        for box in sam.page.locator('.draw button:visible, .draw a:visible, .paper').evaluate_all(inside):
            assert box['left'] >= 0 <= box['top']
            assert box['right'] <= size['width'] + 0.5
            assert box['bottom'] <= size['height'] + 0.5
