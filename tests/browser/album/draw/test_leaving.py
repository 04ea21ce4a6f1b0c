"""Leaving the sheet loses nothing, and a drawing that was kept plays as it came to be."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.cast.made.drawings import ACROSS, DOWN, GREEN, INK, PUT, drawings, is_put, keeps, sits_down
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server

# leaving


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
@pytest.mark.expects('ERR_FAILED GET .*/bijlage/', why='it does not come')
def test_without_network_the_drawing_stays_as_it_is(owner: Person, server: Server) -> None:
    owner.begins()
    opens_drawing(owner, server)
    owner.page.route('**/bijlage/**', lambda route: route.abort())
    owner.taps_button('Speel af')
    expect(owner.button('Speel af')).not_to_have_attribute('aria-busy', 'true')
    expect(owner.page.locator('.whole img')).to_be_visible()
