""" "Mag deze foto erbij?": a photo that is added on someone else's device waits for a yes."""

import pytest
from playwright.sync_api import expect

from model.compass.target import Spot, Target
from tests.browser.cast.attached import adds_photo, chooses_photo, files_on_disk, is_seen, photos
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.patience import within
from tests.server import Server

QUESTION = 'Mag deze foto erbij?'
NOTICE = 'Er is een nieuwe foto. Mag die erbij?'
THREE_SECONDS = 3_000


@pytest.fixture
def asked(owner: Person, phone: Person) -> Person:
    """The owner at the tablet, who just chose a photo of someone they belong with; the phone is at the same place."""
    phone.goes_to('erbij-horen')
    owner.goes_to('erbij-horen')
    chooses_photo(owner, 'tomato')
    owner.sees_title(QUESTION)
    return owner


@pytest.mark.long
def test_yes_puts_the_photo_in_its_place_on_both_devices(asked: Person, phone: Person, server: Server) -> None:
    is_seen(asked.page.locator('.stage'))
    expect(phone.button('foto')).to_have_count(0)
    asked.taps_button('Ja')
    asked.is_at('erbij-horen')
    for person in (asked, phone):
        person.sees_pressed('foto', within=THREE_SECONDS)
        is_seen(person.button('foto'))
    [photo] = compass_of(server, asked.compass_id).album.items
    assert photo.allowed
    assert not photo.allowed.own_device
    # a question that was answered is gone
    asked.goes_to(f'mag/{photo.id}')
    asked.sees_title('Deze vraag is er niet meer.')


@pytest.mark.long
def test_no_leaves_nothing(asked: Person, phone: Person, server: Server) -> None:
    assert len(files_on_disk(server, asked.compass_id)) == 2
    asked.taps_button('Nee')
    asked.is_at('erbij-horen')
    asked.sees_title('Wie hoort bij jou?')
    expect(asked.button('foto')).to_have_count(0)
    assert files_on_disk(server, asked.compass_id) == set()
    compass = compass_of(server, asked.compass_id)
    assert (compass.album.items, compass.strengths.items) == ([], [])
    phone.taps_link('Kompas')
    phone.sees_title('Mijn kompas')
    expect(phone.page.get_by_text(NOTICE)).to_be_hidden()


@pytest.mark.long
def test_until_there_is_an_answer_the_photo_is_nowhere_else(asked: Person) -> None:
    asked.taps_button('Terug')
    for page, title in (('erbij-horen', 'Wie hoort bij jou?'), ('fotos', 'Mijn album'), ('', 'Mijn kompas')):
        asked.goes_to(page)
        asked.sees_title(title)
        expect(asked.page.locator('[src*=bijlage], [href*=bijlage]')).to_have_count(0)
    expect(asked.link(NOTICE)).to_be_visible()


@pytest.mark.long
def test_another_device_hears_of_it_and_can_answer(owner: Person, phone: Person) -> None:
    expect(phone.page.get_by_text(NOTICE)).to_be_hidden()
    owner.goes_to('fotos')
    chooses_photo(owner, 'tomato')
    owner.sees_title(QUESTION)
    phone.link(NOTICE).click(timeout=within(THREE_SECONDS))
    phone.sees_title(QUESTION)
    is_seen(phone.page.locator('.stage'))
    with owner.without_a_reload():
        phone.taps_button('Ja')
        # who asked does not have to answer again
        owner.is_at('fotos')
        is_seen(photos(owner))
    phone.taps_link('Kompas')
    phone.sees_title('Mijn kompas')
    expect(phone.page.get_by_text(NOTICE)).to_be_hidden()


def test_of_several_photos_each_is_asked_for(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Album')
    chooses_photo(owner, 'tomato', 'teal')
    owner.sees_title(QUESTION)
    first = owner.page.url
    owner.taps_button('Nee')
    expect(owner.page).not_to_have_url(first)
    owner.sees_title(QUESTION)
    owner.taps_button('Ja')
    owner.is_at('fotos')
    expect(photos(owner)).to_have_count(1)
    assert len(compass_of(server, owner.compass_id).album.items) == 1


def test_a_photo_from_ones_own_phone_needs_no_question(phone: Person, server: Server) -> None:
    phone.taps_link('Erbij horen')
    with phone.without_a_reload():
        chooses_photo(phone, 'tomato')
        phone.sees_pressed('foto')
        phone.is_at('erbij-horen')
    assert not compass_of(server, phone.compass_id).album.asked


@pytest.mark.long
def test_a_yes_when_its_place_is_gone_puts_the_photo_in_the_album(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.taps_link('muziek')
    owner.is_at('kracht/[0-9a-f]+')
    photo = adds_photo(owner, 'teal', Target(spot=Spot.STRENGTH, of=owner.page.url.rsplit('/', 1)[-1]))
    owner.taps_button('Terug')
    owner.lets_go('muziek')
    owner.goes_to(f'mag/{photo}')
    owner.taps_button('Ja')
    owner.is_at('fotos')
    expect(photos(owner)).to_have_count(1)
