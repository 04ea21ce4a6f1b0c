"""One strength: its picture and spoken words wherever it is seen, whether it matters most, and whose it is."""

import pytest
from playwright.sync_api import Locator, expect

from model.compass.album import Sort
from model.compass.strengths import Whose
from model.compass.target import Spot, Target
from tests.browser.cast.attached import SPOKEN, adds, chooses_photo, is_seen
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server


@pytest.fixture
def papa(phone: Person) -> Person:
    """The owner at their phone, with the screen about papa open."""
    phone.taps_link('Erbij horen')
    phone.picks('vader')
    phone.taps_link('vader')
    phone.sees_title('Vader')
    phone.is_at('kracht/[0-9a-f]+')
    return phone


def test_a_photo_of_papa_is_seen_wherever_papa_is(papa: Person, owner: Person, server: Server) -> None:
    owner.taps_link('Kompas')
    chooses_photo(papa, 'tomato')
    is_seen(papa.page.locator('.face'))
    [photo] = compass_of(server, papa.compass_id).album.items
    address = f'/kompas/{papa.compass_id}/bijlage/{photo.id}/tegel'
    # in the ring, on the other device
    expect(owner.page.locator(f'svg.compass image[href="{address}"]')).to_be_visible()
    papa.taps_button('Terug')
    for place in (papa.button('vader'), papa.link('vader')):
        shows(place, address)
    papa.sees_pressed('vader')
    # with whom, and on the step
    papa.taps_link('Kompas')
    papa.sets_step('wandelen')
    papa.step('Wandelen').click()
    papa.taps_link('Met wie')
    shows(papa.button('vader'), address)
    papa.picks('vader')
    papa.taps_button('Verder')
    papa.sees_title('Wanneer?')
    shows(papa.page.locator('.pair'), address)
    papa.sees('Wandelen met mijn vader')


@pytest.mark.long
def test_a_photo_that_was_added_later_is_on_the_step_with_papa_too(papa: Person, owner: Person) -> None:
    strength = papa.page.url
    papa.taps_link('Kompas')
    papa.sets_step('wandelen')
    papa.step('Wandelen').click()
    papa.taps_link('Met wie')
    papa.picks('vader')
    step = papa.step_id
    papa.opens(strength)
    chooses_photo(papa, 'tomato')
    is_seen(papa.page.locator('.face'))
    owner.goes_to(f'stap/{step}')
    is_seen(owner.page.locator('.pair .photo'))


@pytest.mark.long
def test_a_heart_and_whose_it_is_are_kept_and_seen_on_the_other_device(
    papa: Person, owner: Person, server: Server
) -> None:
    owner.taps_link('Kompas', 'Erbij horen')
    owner.sees_pressed('Belangrijk: vader', pressed=False)
    papa.picks('Belangrijk')
    owner.sees_pressed('Belangrijk: vader')
    owner.lets_go('Belangrijk: vader')
    papa.sees_pressed('Belangrijk', pressed=False)
    papa.sees_pressed('van mensen om mij heen')
    papa.picks('van begeleiders')
    papa.sees_pressed('van mensen om mij heen', pressed=False)
    papa.page.reload()
    papa.sees_pressed('van begeleiders')
    [strength] = compass_of(server, papa.compass_id).strengths.items
    assert (strength.heart, strength.whose) == (False, Whose.PROFESSIONALS)


@pytest.mark.long
def test_spoken_words_stand_beside_the_picture(papa: Person) -> None:
    expect(papa.button('Luister')).to_have_count(0)
    strength = papa.page.url.rsplit('/', 1)[-1]
    adds(papa, SPOKEN, Target(spot=Spot.STRENGTH, of=strength), Sort.VOICE)
    expect(papa.button('Luister')).to_be_visible()


@pytest.mark.long
def test_a_strength_that_the_other_device_lets_go_stays_on_the_screen_without_an_error(
    papa: Person, owner: Person
) -> None:
    owner.goes_to('erbij-horen')
    papa.picks('Belangrijk')
    owner.lets_go('vader')
    papa.sees_pressed('Belangrijk', pressed=False)
    papa.taps_button('Belangrijk')
    expect(papa.page.get_by_role('alert').filter(visible=True)).to_have_text('Dit is net weggehaald.')
    papa.taps_button('Terug')
    papa.sees_pressed('vader', pressed=False)


def shows(place: Locator, address: str) -> None:
    """Wait until this picture is seen in `place`."""
    expect(place.locator(f'img[src="{address}"]')).not_to_have_js_property('naturalWidth', 0)
