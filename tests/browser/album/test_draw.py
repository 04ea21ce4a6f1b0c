"""Drawing: with a finger, a pen or a mouse; a step back, an empty sheet; kept, and never lost on the way."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Request, Route, ViewportSize, expect

from model.media.sketch import COLOURS
from tests.browser.cast.hand import Hand
from tests.browser.cast.on_disk import compass_of, file_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.server import Server

WHITE = '#FFFFFF'
INK, RED, YELLOW, GREEN, BLUE = COLOURS
PUT = '**/bijlage/*?soort=tekening*'
NOT_SENT = 'Versturen lukt nu niet. Je tekening staat nog hier.'
ACROSS = (200, 500), (800, 500)
DOWN = (500, 200), (500, 800)
SVG = '{http://www.w3.org/2000/svg}'


def sits_down(person: Person, place: str = 'album') -> Hand:
    """Open the sheet for something that goes to `place`."""
    person.goes_to(f'tekenen/{place}')
    return Hand(person)


@pytest.fixture
def hand(owner: Person) -> Hand:
    """The owner's, with an empty sheet for the album before it."""
    owner.begins()
    return sits_down(owner)


def keeps(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Keep the drawing; answers what was sent."""
    with person.page.expect_request(PUT) as request:
        person.taps_button('Bewaar')
    person.sees_title('Mijn album')
    sent: dict[str, list[dict[str, Any]]] = json.loads(request.value.post_data or '')
    return sent


def drawings(server: Server, person: Person) -> list[str]:
    """The drawings on disk, the oldest first."""
    folder = file_of(server, person.compass_id).parent / 'drawings'
    items = compass_of(server, person.compass_id).album.items
    return [(folder / f'{item.id}.svg').read_text() for item in items]


def widths(drawing: str) -> list[int]:
    paths = ElementTree.fromstring(drawing).iter(f'{SVG}path')
    return [int(path.get('stroke-width', '')) for path in paths]


# drawing


def test_what_was_drawn_is_kept_and_seen(owner: Person, hand: Hand, server: Server) -> None:
    owner.picks('rood')
    owner.picks('dik')
    hand.draws(*ACROSS)
    owner.picks('blauw')
    owner.picks('dun')
    hand.draws(*DOWN)
    assert hand.colour_at(300, 500) == RED
    assert hand.colour_at(500, 300) == hand.colour_at(500, 500) == BLUE
    with owner.without_a_reload():
        sent = keeps(owner)
        [picture] = owner.page.get_by_role('link', name=re.compile('^Tekening')).locator('img').all()
        expect(picture).not_to_have_js_property('naturalWidth', 0)
    assert [(one['colour'], one['size']) for one in sent['strokes']] == [(1, 2), (4, 0)]
    [drawing] = drawings(server, owner)
    assert [path.get('stroke') for path in ElementTree.fromstring(drawing).iter(f'{SVG}path')] == [RED, BLUE]


def test_what_one_sees_while_drawing_is_what_is_kept(owner: Person, hand: Hand, server: Server) -> None:
    owner.picks('groen')
    hand.draws((100, 900), (300, 100), (320, 800), (500, 150), (900, 850), (880, 200), steps=9)
    owner.picks('dik')
    hand.pens((150, 150), (300, 250), (450, 150), (600, 250), (750, 150), force=(0.1, 0.3, 0.5, 0.8, 1))
    hand.draws((500, 600))
    drawn = Image.open(BytesIO(hand.sheet.screenshot())).convert('L')
    keeps(owner)
    [drawing] = drawings(server, owner)
    as_large = drawing.replace('width="1000" height="1000"', f'width="{drawn.width}" height="{drawn.width}"', 1)
    owner.page.set_content(f'<body style="margin:0">{as_large}')
    kept = Image.open(BytesIO(owner.page.locator('svg').screenshot())).convert('L')
    # the corners of the sheet are round, and the edges of a line differ a little in how they are smoothed
    inside = (30, 30, drawn.width - 30, drawn.width - 30)
    difference = ImageChops.difference(drawn.crop(inside), kept.crop(inside))
    different = sum(difference.point(lambda grey: grey > 100).histogram()[1:])
    assert different < 0.001 * drawn.width**2


def test_a_tap_is_a_dot(owner: Person, hand: Hand) -> None:
    hand.touches((400, 400))
    assert hand.colour_at(400, 400) == INK
    assert 0 < hand.inked() < 0.01
    assert [len(one['points']) for one in keeps(owner)['strokes']] == [1]


def test_a_line_ends_where_the_hand_ended(owner: Person, hand: Hand) -> None:
    hand.draws((200, 500), (600, 500), (603, 500))
    [line] = keeps(owner)['strokes']
    assert line['points'][-1][0] == pytest.approx(603, abs=1.5)


def test_a_line_over_the_edge_comes_back_and_leaves_no_trace_along_it(hand: Hand) -> None:
    hand.draws((800, 300), (990, 300), (1080, 300), (1080, 700), (990, 700), (800, 700))
    assert hand.colour_at(950, 300) == hand.colour_at(950, 700) == INK
    assert hand.colour_at(990, 500) == WHITE


def test_only_the_left_button_draws(owner: Person, hand: Hand) -> None:
    hand.page.mouse.move(640, 400)
    hand.page.mouse.down(button='right')
    hand.page.mouse.move(700, 500)
    hand.page.mouse.up(button='right')
    assert hand.inked() == 0


# fingers and pens


def test_a_finger_draws_and_the_page_stays_where_it_is(phone: Person) -> None:
    hand = sits_down(phone)
    hand.touches((500, 100), (500, 500), (500, 900))
    assert hand.colour_at(500, 300) == INK
    assert phone.page.evaluate('scrollY') == 0


def test_a_screen_that_feels_makes_lines_thick_and_thin(owner: Person, hand: Hand, server: Server) -> None:
    harder = tuple(0.1 + 0.045 * step for step in range(20))
    along = [(100 + 40 * step, 300) for step in range(20)]
    hand.touches(*along, force=harder)  # before this, nobody knows whether it feels anything
    hand.touches(*[(x, 700) for x, _ in along], force=harder)
    keeps(owner)
    first, *second = widths(drawings(server, owner)[0])
    assert second == sorted(second)
    assert first in second
    assert len(second) > 4


def test_a_screen_that_always_feels_the_same_feels_nothing(owner: Person, hand: Hand, server: Server) -> None:
    for y in (200, 400, 600):
        hand.touches((100, y), (500, y), (900, y), force=(1, 1, 1))
    keeps(owner)
    assert len(set(widths(drawings(server, owner)[0]))) == 1


def test_a_pen_draws_as_thick_as_one_presses(owner: Person, hand: Hand, server: Server) -> None:
    hand.pens(*ACROSS, force=(0.05, 0.05))
    hand.pens(*DOWN, force=(1, 1))
    keeps(owner)
    thin, thick = widths(drawings(server, owner)[0])
    assert thick > 3 * thin


def test_the_hand_that_holds_a_pen_does_not_draw(owner: Person, hand: Hand) -> None:
    hand.puts_pen((200, 200), (400, 200))
    hand.touches((700, 700), (800, 800))
    hand.lifts_pen((400, 200))
    hand.touches((700, 700), (800, 800))
    assert hand.colour_at(300, 200) == INK
    assert hand.colour_at(750, 750) == WHITE
    assert len(keeps(owner)['strokes']) == 1


def test_a_hand_that_lay_there_before_the_pen_came_is_forgotten(owner: Person, hand: Hand) -> None:
    hand.draws((100, 100), (150, 100))
    hand.puts_finger((700, 700), (800, 800), (850, 700))
    assert hand.colour_at(720, 720) == INK
    hand.puts_pen((200, 200), (400, 200))
    hand.lifts_pen((400, 200))
    hand.lifts_finger()
    assert hand.colour_at(720, 720) == WHITE
    assert hand.colour_at(300, 200) == hand.colour_at(120, 100) == INK
    owner.taps_button('Oeps')
    assert hand.colour_at(300, 200) == WHITE
    assert len(keeps(owner)['strokes']) == 1


def test_a_second_finger_does_not_disturb_the_first(owner: Person, hand: Hand) -> None:
    hand.puts_finger((200, 200), (400, 200))
    hand.draws((600, 800), (700, 800))  # the mouse is another pointer
    hand.lifts_finger()
    assert hand.colour_at(300, 200) == INK
    assert hand.colour_at(650, 800) == WHITE
    assert len(keeps(owner)['strokes']) == 1


def test_a_finger_draws_again_when_the_pen_lies_down(hand: Hand) -> None:
    hand.pens((100, 100), (200, 100))
    hand.page.wait_for_timeout(1100)
    hand.touches((700, 700), (750, 700), (800, 700))
    assert hand.colour_at(750, 700) == INK


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


@pytest.mark.parametrize('size', [PHONE, TABLET, {'width': 360, 'height': 640}, {'width': 768, 'height': 1024}])
def test_everything_is_on_the_screen_without_scrolling(new_person: Callable[..., Person], size: dict[str, int]) -> None:
    sam = new_person(size)
    sam.begins()
    sits_down(sam)
    inside = '(all) => all.map((one) => one.getBoundingClientRect())'
    for box in sam.page.locator('.draw button:visible, .draw a:visible, .paper').evaluate_all(inside):
        assert box['left'] >= 0 <= box['top']
        assert box['right'] <= size['width'] + 0.5
        assert box['bottom'] <= size['height'] + 0.5


# keeping it


def test_a_place_that_is_gone_gets_a_plain_sentence_and_the_drawing_stays(owner: Person, server: Server) -> None:
    owner.begins()
    hand = sits_down(owner, 'strength.0123abcd')
    hand.draws(*ACROSS)
    owner.taps_button('Bewaar')
    owner.sees('Dit is net weggehaald.')
    assert hand.colour_at(300, 500) == INK
    hand.draws(*DOWN)
    owner.sees_nothing_of('Dit is net weggehaald.')
    assert hand.colour_at(500, 300) == INK
    assert not drawings(server, owner)


def test_without_network_the_drawing_waits_and_is_kept_once(
    new_person: Callable[..., Person], own_server: Server
) -> None:
    sam = new_person(PHONE, own_server.url)
    sam.begins()
    hand = sits_down(sam)
    hand.draws(*ACROSS)
    easel = sam.page.locator('.easel')
    expect(easel).to_have_attribute('data-patience', '180')
    easel.evaluate('(easel) => { easel.dataset.patience = 2; }')
    sam.page.route(PUT, lambda route: route.abort())
    sam.taps_button('Bewaar')
    sam.sees('Even wachten op het netwerk')
    hand.draws(*DOWN)  # not now: it is on its way
    sam.sees(NOT_SENT)
    assert hand.colour_at(300, 500) == INK
    assert hand.colour_at(500, 300) == WHITE
    sam.page.unroute(PUT)
    keeps(sam)
    assert len(drawings(own_server, sam)) == 1


def test_a_drawing_whose_answer_got_lost_is_kept_once(owner: Person, hand: Hand, server: Server) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        route.fetch()
        lost.append(route.request.url)
        if len(lost) > 1:
            route.continue_()
        else:
            route.abort()

    hand.draws(*ACROSS)
    owner.page.route(PUT, lose_the_first)
    owner.taps_button('Bewaar')
    owner.sees_title('Mijn album')
    assert len(lost) == 2
    assert len(drawings(server, owner)) == 1


def test_two_taps_keep_it_once(owner: Person, hand: Hand, server: Server) -> None:
    sent: list[Request] = []
    owner.page.on('request', lambda request: sent.append(request) if is_put(request) else None)
    hand.draws(*ACROSS)
    owner.button('Bewaar').dblclick()
    owner.sees_title('Mijn album')
    assert len(sent) == len(drawings(server, owner)) == 1


def test_the_next_drawing_begins_on_an_empty_sheet(owner: Person, hand: Hand, server: Server) -> None:
    hand.draws(*ACROSS)
    keeps(owner)
    with owner.without_a_reload():
        owner.taps_link('Tekenen')
        again = Hand(owner)
        assert again.inked() == 0
        again.draws(*DOWN)
        keeps(owner)
    assert len(drawings(server, owner)) == 2


def test_an_hour_of_scribbling_stays_small_and_is_kept(owner: Person, hand: Hand, server: Server) -> None:
    hand.scribbles(strokes=700, points=150)
    inked = hand.inked()
    with owner.page.expect_request(PUT) as request:
        owner.taps_button('Bewaar')
    owner.sees_title('Mijn album')
    body = request.value.post_data_buffer or b''
    points = sum(len(one['points']) for one in json.loads(body)['strokes'])
    assert inked > 0.5
    assert 10_000 < points <= 40_000
    assert len(body) < 700_000
    assert len(drawings(server, owner)[0]) < 400_000


def test_a_full_sheet_says_so_and_can_be_kept(owner: Person, hand: Hand, server: Server) -> None:
    hand.scribbles(strokes=4000, points=0)
    hand.draws(*ACROSS)
    owner.sees('Je blad is vol. Bewaar je tekening.')
    assert len(keeps(owner)['strokes']) == 4000
    assert len(drawings(server, owner)) == 1


# leaving


def test_leaving_asks_whether_to_keep_it(owner: Person, hand: Hand, server: Server) -> None:
    hand.draws(*ACROSS)
    for leaves in (lambda: owner.taps_button('Terug'), lambda: owner.taps_link('Kompas')):
        leaves()
        owner.sees('Wil je je tekening bewaren?')
        owner.taps_button('Verder tekenen')
        assert hand.colour_at(300, 500) == INK
    owner.taps_button('Terug')
    owner.page.get_by_role('dialog').get_by_role('button', name='Bewaar').click()
    owner.sees_title('Mijn album')
    assert len(drawings(server, owner)) == 1


@pytest.mark.parametrize(('leave', 'page'), [('Terug', 'fotos'), ('Kompas', '')])
def test_a_drawing_that_is_thrown_away_is_gone(
    leave: str, page: str, owner: Person, hand: Hand, server: Server
) -> None:
    hand.draws(*ACROSS)
    owner.page.locator('.draw').get_by_text(leave).or_(owner.link(leave)).first.click()
    with owner.without_a_reload():
        owner.taps_button('Gooi weg')
        owner.goes_back(page)
        assert Hand(owner).inked() == 0
    assert not drawings(server, owner)


def test_nobody_is_asked_anything_about_an_empty_sheet(owner: Person, hand: Hand) -> None:
    owner.taps_button('Terug')
    owner.is_at('fotos')


def test_who_leaves_by_going_back_finds_the_drawing_again(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Album', 'Tekenen')
    hand = Hand(owner)
    owner.picks('groen')
    hand.draws(*ACROSS)
    with owner.without_a_reload():
        owner.goes_back('tekenen/.*')
        owner.sees_title('Mijn album')
        owner.taps_link('Tekenen')
        again = Hand(owner)
        assert again.colour_at(300, 500) == GREEN
        owner.sees_pressed('groen')
        again.draws(*DOWN)
        assert again.colour_at(500, 300) == GREEN
    assert len(keeps(owner)['strokes']) == 2


def test_who_leaves_while_it_is_on_its_way_is_not_called_back(owner: Person, hand: Hand, server: Server) -> None:
    held: list[Route] = []
    hand.draws(*ACROSS)
    owner.page.route(PUT, lambda route: held.append(route))
    owner.taps_button('Bewaar')
    owner.taps_link('Kompas')
    owner.is_at('')
    with owner.page.expect_event('requestfinished', is_put):
        held[0].continue_()
    owner.page.wait_for_timeout(500)
    owner.is_at('')
    assert len(drawings(server, owner)) == 1
    owner.page.unroute(PUT)
    owner.taps_link('Album', 'Tekenen')
    assert Hand(owner).inked() == 0


def is_put(request: Request) -> bool:
    return request.method == 'PUT'


def test_a_drawing_comes_back_with_the_page_and_nothing_of_it_stays_once_that_is_wiped(
    owner: Person, hand: Hand
) -> None:
    hand.draws(*ACROSS)
    stored = 'JSON.stringify([localStorage, sessionStorage])'
    assert 'stroke' not in owner.page.evaluate(stored)
    owner.page.reload()
    assert Hand(owner).inked() > 0
    with owner.page.expect_navigation():
        owner.page.evaluate('kompas.wipe()')
    assert 'stroke' not in owner.page.evaluate(stored)


# how it came to be


def opens_drawing(person: Person, server: Server) -> None:
    hand = sits_down(person)
    for y in range(100, 900, 100):
        hand.draws((100, y), (900, y))
    keeps(person)
    [item] = compass_of(server, person.compass_id).album.items
    person.goes_to(f'foto/{item.id}')


def test_a_drawing_plays_stroke_by_stroke_and_is_whole_afterwards(owner: Person, server: Server) -> None:
    owner.begins()
    opens_drawing(owner, server)
    image, moving = owner.page.locator('.whole img'), owner.page.locator('.whole svg.whole')
    box = image.bounding_box()
    assert box
    owner.button('Speel af').dblclick()
    expect(moving).to_be_visible()
    expect(moving).to_have_css('width', f'{box["width"]:.0f}px')
    expect(moving).to_have_css('height', f'{box["height"]:.0f}px')
    owner.taps_button('Speel af')  # once more, before it is over
    expect(moving).to_be_visible()
    seen = strokes_seen(moving)
    assert seen == sorted(seen)
    assert len(set(seen)) > 3
    assert set(seen) <= set(range(9))
    expect(moving).to_have_count(0)
    expect(image).to_be_visible()


def strokes_seen(moving: Locator) -> list[int]:
    """How many strokes are there at each look, until it is over."""
    shown = moving.locator('path:not([style*=hidden])')
    seen = []
    for _ in range(200):
        seen.append(shown.count())
        if not moving.count():
            return seen[1:-1]
        moving.page.wait_for_timeout(50)
    raise AssertionError('it never ends')


def test_who_wants_no_motion_just_sees_the_drawing(new_person: Callable[..., Person], server: Server) -> None:
    sam = new_person(reduced_motion='reduce')
    sam.begins()
    opens_drawing(sam, server)
    expect(sam.page.locator('.whole img')).to_be_visible()
    expect(sam.button('Speel af')).to_be_hidden()


def test_without_network_the_drawing_stays_as_it_is(owner: Person, server: Server) -> None:
    owner.begins()
    opens_drawing(owner, server)
    owner.page.route('**/bijlage/**', lambda route: route.abort())
    owner.taps_button('Speel af')
    expect(owner.button('Speel af')).not_to_have_attribute('aria-busy', 'true')
    expect(owner.page.locator('.whole img')).to_be_visible()
