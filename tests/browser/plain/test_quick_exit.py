""" "Snel weg": one tap on every screen of the person leads to a neutral page, with nothing to see behind Back."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Route, ViewportSize, expect

from model.compass.answer import Answer
from tests.browser.cast.at_work import is_at_work
from tests.browser.cast.look import MEASURE, SIZES, SMALLEST
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.page.cast.at_desk import Guest
from tests.server import Server
from tests.soak import rounds

WEATHER = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen'
HAND_OVER = 'Geef de tablet aan Sam'
SMALL_PHONE: ViewportSize = {'width': 320, 'height': 568}
SCREENS = ('', 'ik', 'jezelf-zijn', 'wens', 'nieuwe-stap', 'stappen', 'fotos', 'tekenen/album', 'klaar', 'delen')
COVERED = """
(app) => {
  const exit = document.querySelector('#toolbar [data-exit]').getBoundingClientRect();
  return [...app.querySelectorAll('a, button, input, h1')]
    .filter((one) => one.checkVisibility() && one.getClientRects().length)
    .filter((one) => {
      const text = new Range();
      text.selectNodeContents(one);
      const box = (one.matches('h1') ? text : one).getBoundingClientRect();
      return box.top < exit.bottom - 0.5 && box.bottom > 0 && box.right > exit.left + 0.5 && box.left < exit.right;
    })
    .map((one) => one.outerHTML.slice(0, 80));
}
"""


@pytest.fixture
def noor(new_person: Callable[..., Person]) -> Person:
    """With her own compass on a phone that somebody may look over her shoulder at."""
    noor = new_person(PHONE, fresh=True)
    noor.page.context.route('https://www.knmi.nl/**', the_weather)
    noor.begins()
    noor.is_called('Noor')
    return noor


def comes_back(noor: Person) -> None:
    noor.opens()
    noor.taps_button('Ik heb een kompas')
    noor.taps_link('Noor')
    noor.sees_title('Noor')


def the_weather(route: Route) -> None:
    route.fulfill(body='<title>Het weer</title><h1>Het weer</h1>', content_type='text/html')


@pytest.mark.long
def test_one_tap_on_every_screen_leads_to_the_neutral_page(noor: Person) -> None:
    compass = noor.page.url
    for screen in SCREENS[:: rounds(1, 3)]:
        noor.opens(f'{compass}/{screen}'.rstrip('/'))
        noor.taps_button('Snel weg')
        noor.sees_title('Het weer')
        expect(noor.page).to_have_url(WEATHER)
        comes_back(noor)


def test_behind_back_there_is_nothing_of_the_compass(noor: Person) -> None:
    noor.taps_link('Stappen', 'Kompas')
    noor.goes_to('wens')
    compass_id = noor.compass_id
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')
    for _ in range(6):
        noor.page.go_back()
        expect(noor.page.locator('html')).not_to_contain_text('Noor')
        assert compass_id not in noor.page.content()


def test_nobody_waits_for_a_server_that_does_not_answer(noor: Person) -> None:
    noor.page.route('**/weg', lambda route: None)  # an answer that does not come
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')


@pytest.mark.long
def test_nothing_is_left_to_see_as_soon_as_one_taps(noor: Person) -> None:
    noor.page.context.unroute('https://www.knmi.nl/**')
    noor.page.context.route('https://www.knmi.nl/**', lambda route: None)  # a slow neutral page
    noor.page.evaluate('document.title = "Noor"')
    seen = noor.page.evaluate('document.querySelector("[data-exit]").click(), document.title + document.body.outerHTML')
    assert re.fullmatch(r'<body[^>]*></body>', seen)


def test_it_works_while_the_line_to_the_server_is_down(noor: Person) -> None:
    noor.page.evaluate('socket.disconnect()')
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')


def test_escape_three_times_does_the_same(noor: Person) -> None:
    for _ in range(2):
        noor.page.keyboard.press('Escape')
    noor.page.keyboard.press('a')
    noor.page.keyboard.press('Escape')
    noor.page.wait_for_timeout(400)
    noor.sees_title('Noor')
    for _ in range(3):
        noor.page.keyboard.press('Escape')
    noor.sees_title('Het weer')


def test_every_tab_of_the_browser_leaves(noor: Person) -> None:
    second = Person(noor.page.context.new_page(), noor.url)
    second.opens(noor.page.url)
    second.sees_title('Noor')
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')
    expect(second.page.locator('html')).not_to_contain_text('Noor')


def test_one_comes_back_on_purpose(noor: Person) -> None:
    compass = noor.page.url
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')
    noor.page.goto(compass)
    noor.sees_title('Het weer')
    comes_back(noor)


@pytest.mark.long
def test_a_scanned_sheet_comes_back_too(noor: Person) -> None:
    sheet = noor.shares()
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')
    noor.enters(sheet)
    noor.sees_title('Noor')


def test_a_worker_is_not_offered_it(new_person: Callable[..., Person], server: Server) -> None:
    anna = new_person(fresh=True)
    colleague = is_at_work(anna, server)
    sam = Guest(colleague, 'Sam')
    anna.opens(f'/kompas/{sam.id}')
    expect(anna.button(HAND_OVER)).to_be_visible()
    expect(anna.button('Snel weg')).to_have_count(0)
    for _ in range(3):
        anna.page.keyboard.press('Escape')
    anna.page.wait_for_timeout(400)
    expect(anna.button(HAND_OVER)).to_be_visible()


@pytest.mark.long
def test_it_stays_in_sight_and_covers_nothing(noor: Person) -> None:
    button = noor.button('Snel weg')
    for screen in SCREENS:
        noor.goes_to(screen)
        for size in (*SIZES.values(), SMALL_PHONE):
            noor.page.set_viewport_size(size)
            in_sight(noor, button, screen)


def in_sight(noor: Person, button: Locator, screen: str) -> None:
    """At the end of the screen it is there and can be tapped; at the top nothing lies below it."""
    noor.page.evaluate('scrollTo(0, document.body.scrollHeight)')
    box = button.bounding_box()
    assert box and box['y'] >= 0, screen
    assert box['height'] >= 64, screen
    at = [box['x'] + box['width'] / 2, box['y'] + box['height'] / 2]
    assert button.evaluate('(button, [x, y]) => button.contains(document.elementFromPoint(x, y))', at), screen
    noor.page.evaluate('scrollTo(0, 0)')
    under = noor.page.locator('#app').evaluate(COVERED)
    assert under == [], screen


@pytest.mark.long
def test_on_a_small_phone_the_title_of_a_step_stands_clear_of_it(noor: Person, server: Server) -> None:
    with changed(server, noor.compass_id) as compass:
        step = compass.steps.start(Answer(words='taart bakken'), compass.made.date())
        for who in ('father', 'mother'):
            compass.steps.choose_companion(step.id, Answer(tile=who), compass.made.date())
    noor.page.set_viewport_size(SMALL_PHONE)
    for page in ('', '/wie', '/wanneer', '/uur', '/dag', '/anders'):
        noor.goes_to(f'stap/{step.id}{page}')
        exit, title = noor.button('Snel weg').bounding_box(), noor.page.locator('.head hgroup').bounding_box()
        assert exit and title
        assert title['y'] > exit['y'] + exit['height'] + 2, page


@pytest.mark.parametrize('language', ['nl-NL', 'en-GB'])
def test_on_a_small_phone_the_words_of_the_places_do_not_run_together(
    new_person: Callable[..., Person], language: str
) -> None:
    sam = new_person(SMALL_PHONE, locale=language)
    sam.begins()
    words = sam.page.locator('.places .place span')
    expect(words).to_have_count(5)
    boxes = [box for one in words.all() if (box := one.bounding_box())]
    gaps = [after['x'] - before['x'] - before['width'] for before, after in pairwise(boxes)]
    assert min(gaps) >= 6
    assert boxes[0]['x'] >= 2
    assert boxes[-1]['x'] + boxes[-1]['width'] <= 318


@pytest.mark.parametrize('language', ['nl-NL', 'en-GB'])
@pytest.mark.parametrize('width', [360, 390])
def test_the_belt_of_a_worker_fits_a_phone(
    new_person: Callable[..., Person], server: Server, width: int, language: str
) -> None:
    anna = new_person({'width': width, 'height': 780}, locale=language)
    sam = Guest(is_at_work(anna, server), 'Sam')
    anna.opens(f'/kompas/{sam.id}')
    anna.page.locator('#toolbar form button').wait_for()
    measured = anna.page.evaluate(MEASURE, SMALLEST)
    assert {what: measured[what] for what in ('scrolls', 'outside', 'cut', 'small') if measured[what]} == {}
