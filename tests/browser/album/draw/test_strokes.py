"""Drawing with a finger, a pen or a mouse: strokes are where the hand went, in the chosen colour."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

from tests.browser.cast.made.drawings import ACROSS, BLUE, DOWN, INK, RED, WHITE, drawings, keeps, sits_down
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.person import Person
from tests.server import Server

SVG = '{http://www.w3.org/2000/svg}'


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
