"""One wish on a screen of its own: two taps from the compass, its picture and words wherever it is seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.compass.album import Sort
from model.compass.answer import Answer
from model.compass.target import Spot, Target
from tests.browser.cast.attached import A_HOUSE, SPOKEN, adds, chooses_photo, is_seen
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server

WORD = 'een brommer'


@pytest.fixture
def wishing(phone: Person) -> Person:
    """The owner at their phone, with the screen of a wish open that was just written."""
    phone.taps_link('Mijn wens')
    phone.writes('een bromer')
    phone.taps_link('een bromer')
    phone.sees_title('Een bromer')
    phone.is_at('wens/[0-9a-f]+')
    return phone


def test_a_word_is_corrected_wherever_the_wish_is_seen(wishing: Person, owner: Person, server: Server) -> None:
    owner.opens(wishing.page.url)
    owner.line('Hoe heet dit?').focus()
    wishing.writes(WORD, 'Hoe heet dit?')
    for one in (wishing, owner):
        one.sees_title('Een brommer')
    expect(owner.line('Hoe heet dit?')).to_be_focused()
    wishing.taps_button('Terug')
    wishing.sees_pressed(WORD)
    wishing.taps_link('Kompas')
    expect(wishing.link('Mijn wens').first).to_have_attribute('aria-description', 'een brommer')
    assert [one.answer for one in compass_of(server, wishing.compass_id).wishes.items] == [Answer(words=WORD)]


def test_what_is_half_written_is_not_taken_by_the_other_device(wishing: Person, owner: Person) -> None:
    owner.opens(wishing.page.url)
    owner.line('Hoe heet dit?').focus()
    owner.page.keyboard.press('End')
    owner.page.keyboard.type(' op')
    wishing.writes(WORD, 'Hoe heet dit?')
    owner.sees_title('Een brommer')
    expect(owner.line('Hoe heet dit?')).to_have_value('een bromer op')


@pytest.mark.long
def test_a_photo_of_the_wish_stands_in_the_middle_of_the_compass(
    wishing: Person, owner: Person, server: Server
) -> None:
    owner.taps_link('Kompas')
    chooses_photo(wishing, 'tomato')
    is_seen(wishing.page.locator('.face'))
    [photo] = compass_of(server, wishing.compass_id).album.items
    address = f'/kompas/{wishing.compass_id}/bijlage/{photo.id}/tegel'
    expect(owner.page.locator(f'svg.compass image[href="{address}"]')).to_be_visible()


@pytest.mark.long
def test_a_drawing_and_spoken_words_stand_on_its_screen(wishing: Person) -> None:
    expect(wishing.button('Luister')).to_have_count(0)
    place = Target(spot=Spot.WISH, of=wishing.page.url.rsplit('/', 1)[-1])
    adds(wishing, SPOKEN, place, Sort.VOICE)
    expect(wishing.button('Luister')).to_be_visible()
    adds(wishing, A_HOUSE, place, Sort.DRAWING)
    is_seen(wishing.page.locator('.face'))


@pytest.mark.long
def test_it_is_put_in_the_middle_from_its_own_screen_and_from_the_list(wishing: Person, owner: Person) -> None:
    expect(wishing.button('Nu het belangrijkst')).to_be_hidden()
    owner.goes_to('wens')
    owner.picks('rust')
    wishing.sees_pressed('Nu het belangrijkst', pressed=False)
    wishing.picks('Nu het belangrijkst')
    owner.sees_pressed('Nu het belangrijkst: een bromer')
    owner.sees_pressed('Nu het belangrijkst: rust', pressed=False)
    owner.picks('Nu het belangrijkst: rust')
    wishing.sees_pressed('Nu het belangrijkst', pressed=False)


def test_it_is_taken_off_and_put_back_with_the_same_button(wishing: Person, server: Server) -> None:
    wishing.button('Weghalen').focus()
    wishing.taps_button('Weghalen')
    expect(wishing.button('Zet terug')).to_be_focused()
    expect(wishing.line('Hoe heet dit?')).to_be_hidden()
    expect(wishing.button('Foto kiezen')).to_be_hidden()
    assert compass_of(server, wishing.compass_id).wishes.items == []
    wishing.taps_button('Zet terug')
    expect(wishing.button('Weghalen')).to_be_visible()
    expect(wishing.line('Hoe heet dit?')).to_be_visible()
    assert [one.answer.words for one in compass_of(server, wishing.compass_id).wishes.items] == ['een bromer']


def test_the_ladder_and_the_wish_lead_to_each_other(new_person: Callable[..., Person], server: Server) -> None:
    sam = new_person()
    sam.begins()
    with changed(server, sam.compass_id) as compass:
        wish = compass.wishes.add(Answer(tile='own-place'), today())
        compass.steps.start(Answer(tile='apply'), today(), wish=wish.id)
        compass.wishes.add(Answer(tile='rest'), today())
    sam.goes_to(f'ladder/{wish.id}')
    sam.page.locator('.goal').click()
    sam.is_at(f'wens/{wish.id}')
    sam.sees_title('Eigen plek')
    expect(sam.line('Hoe heet dit?')).to_have_count(0)
    sam.taps_link('Stappen naar deze wens')
    sam.is_at(f'ladder/{wish.id}')
    expect(sam.page.locator('.goal')).to_contain_text('Eigen plek')
