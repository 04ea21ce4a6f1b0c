"""P37: a page that begins anew, because the server went or the line was cut, loses nothing that was half done."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.attached import chooses_photo, photos
from tests.browser.cast.faults import LOST
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.person import Person
from tests.browser.cast.waiting import STORED
from tests.server import Server


@pytest.fixture
def sam(new_person: Callable[..., Person], own_server: Server) -> Person:
    """Somebody with a compass on a device of their own."""
    sam = new_person(url=own_server.url)
    sam.begins()
    sam.says_it_is_theirs()
    return sam


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_half_written_words_stand_on_their_line_again(sam: Person, own_server: Server) -> None:
    sam.goes_to('wens')
    sam.line().fill('Een tuin met')
    begins_anew(sam, own_server)
    expect(sam.line()).to_have_value('Een tuin met')
    sam.taps_button('Schrijf op')
    sam.sees_pressed('Een tuin met')


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_a_photo_that_could_not_be_sent_is_sent_after_all_and_once(sam: Person, own_server: Server) -> None:
    sam.goes_to('fotos')
    sam.page.wait_for_load_state('networkidle')  # all scripts are there
    own_server.stop()
    chooses_photo(sam, 'teal')
    expect(sam.page.locator('.sending li')).to_have_count(1)
    sam.awaits(STORED, 1)
    own_server.start()
    expect(photos(sam)).to_have_count(1)
    sam.awaits(STORED, 0)
    sam.page.reload()
    expect(photos(sam)).to_have_count(1)


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_a_drawing_that_was_not_kept_is_still_there(sam: Person, own_server: Server) -> None:
    sam.goes_to('tekenen/album')
    hand = Hand(sam)
    hand.draws((100, 100), (300, 300))
    inked = hand.inked()
    assert inked
    begins_anew(sam, own_server)
    assert Hand(sam).inked() == pytest.approx(inked, rel=0.05)


def begins_anew(person: Person, server: Server) -> None:
    """The server goes and comes back, which knows no page of before."""
    with person.page.expect_event('domcontentloaded'):
        server.stop()
        server.start()
    person.page.get_by_role('heading', level=1).wait_for()
