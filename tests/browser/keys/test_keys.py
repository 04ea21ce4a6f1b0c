""" "Wat opent je kompas?": every device in pictures, one that is stopped at once, and one that may see everything."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people import Colleague
from tests.patience import within
from tests.server import Server

TWO_SECONDS = 2_000
A_PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
QUESTION = 'Deze telefoon wil ook alles zien. Is die van jou?'


@pytest.fixture
def scans(new_person: Callable[..., Person], owner: Person) -> Callable[..., Person]:
    """Somebody with a phone scans the sheet of the owner, who is at the list of keys."""
    owner.begins()
    address = owner.shares()
    owner.taps_link('Wat opent je kompas?')
    owner.sees_title('Wat opent je kompas?')

    def scan(whose: str = 'Dit is mijn kompas') -> Person:
        one = new_person(PHONE, user_agent=A_PHONE)
        one.enters(address, whose)
        return one

    return scan


def others(person: Person) -> Locator:
    """The cards of the other devices."""
    return person.page.locator('.cards .card')


def test_a_new_device_appears_at_once(owner: Person, scans: Callable[..., Person]) -> None:
    expect(owner.page.locator('.card').first).to_contain_text('Je blad')
    expect(owner.page.locator('.card.is-this')).to_contain_text('dit apparaat')
    expect(others(owner)).to_have_count(0)
    scans()
    expect(others(owner)).to_have_count(1)
    expect(others(owner)).to_contain_text('Telefoon')
    expect(others(owner)).to_contain_text('van jou · vandaag')
    scans('Even kijken')
    expect(others(owner).nth(1)).to_contain_text('van meer mensen')


def test_a_double_tap_only_asks_and_no_stops_nothing(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    owner.button('Stop').dblclick()
    owner.sees('Dit apparaat opent je kompas dan niet meer.')
    owner.taps_button('Nee, laat maar')
    expect(owner.page.get_by_role('alertdialog')).to_be_hidden()
    phone.taps_link('Jezelf zijn')
    phone.picks('muziek')


def test_a_device_that_is_stopped_goes_blank_within_two_seconds(owner: Person, scans: Callable[..., Person]) -> None:
    phone, other = scans(), scans()
    compass = phone.page.url
    owner.button('Stop').first.click()
    owner.page.get_by_role('alertdialog').get_by_role('button', name='Stop').click()
    expect(phone.page).to_have_url(f'{phone.url}/', timeout=within(TWO_SECONDS))
    assert phone.gets(compass) == 404
    expect(others(owner)).to_have_count(1)
    other.taps_link('Jezelf zijn')
    other.picks('muziek')


@pytest.mark.usefixtures('scans')
def test_this_device_is_not_stopped_but_says_goodbye(owner: Person) -> None:
    expect(owner.button('Stop')).to_have_count(0)
    owner.taps_button('Tot ziens')
    expect(owner.page).to_have_url(f'{owner.url}/tot-ziens')


def test_a_borrowed_device_stops_no_other(scans: Callable[..., Person]) -> None:
    scans()
    guest = scans('Even kijken')
    guest.goes_to('sleutels')
    expect(others(guest)).to_have_count(2)
    expect(guest.button('Stop')).to_have_count(0)
    expect(guest.button('Mag alles zien')).to_have_count(0)


@pytest.mark.usefixtures('scans')
def test_a_device_becomes_the_persons_own_and_is_given_back(owner: Person) -> None:
    owner.taps_button('Dit apparaat is van mij')
    owner.sees_pressed('Dit apparaat is van mij')
    expect(owner.button('Tot ziens')).to_be_hidden()
    expect(owner.page.locator('#page-settings')).to_have_attribute('data-idle', '0')
    owner.lets_go('Dit apparaat is van mij')
    expect(owner.button('Tot ziens')).to_be_visible()
    expect(owner.page.locator('#page-settings')).to_have_attribute('data-idle', '120')


def test_a_phone_asks_and_sees_everything_after_a_yes(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    expect(phone.link('Wat is er gebeurd?')).to_have_count(0)
    phone.goes_to('sleutels')
    phone.taps_button('Ook alles zien')
    phone.sees('Pak een apparaat dat al alles ziet. Kijk daar bij Delen. Of vraag je begeleider.')
    owner.sees(QUESTION)
    owner.taps_button('Ja')
    expect(others(owner)).to_contain_text('ziet alles')
    expect(phone.page.locator('.card.is-this')).to_contain_text('ziet alles')
    phone.taps_link('Kompas')
    expect(phone.link('Wat is er gebeurd?')).to_be_visible()


def test_no_leaves_it_as_it_was(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    phone.goes_to('sleutels')
    phone.taps_button('Ook alles zien')
    owner.sees(QUESTION)
    owner.taps_button('Nee')
    expect(owner.page.get_by_text(QUESTION)).to_have_count(0)
    expect(phone.button('Ook alles zien')).to_be_visible()


def test_a_device_that_sees_everything_shows_it_to_another_without_a_question(
    owner: Person, scans: Callable[..., Person]
) -> None:
    phone = scans()
    owner.taps_button('Mag alles zien')
    expect(phone.link('Wat is er gebeurd?')).to_be_visible()
    expect(owner.button('Mag alles zien')).to_be_hidden()


def test_a_phone_cannot_say_yes_to_itself(scans: Callable[..., Person]) -> None:
    first, second = scans(), scans()
    for one in (first, second):
        one.goes_to('sleutels')
        one.taps_button('Ook alles zien')
    expect(first.button('Ja')).to_have_count(0)
    expect(first.button('Mag alles zien')).to_have_count(0)


def test_a_worker_beside_the_person_says_yes(
    new_person: Callable[..., Person], server: Server, owner: Person, scans: Callable[..., Person]
) -> None:
    phone = scans()
    owner.goes_to('delen')
    sanne = Colleague(server, 'Sanne')  # type: ignore[arg-type]
    sanne.enters(owner.shows_code().partition('#')[2])
    owner.taps_link('Kompas', 'Sanne wil met je meekijken. Mag dat?')
    owner.taps_button('Ja, alles')
    owner.is_at('meekijken')
    sanne.posts('/werk/terug', code=sanne.code())
    worker = new_person(TABLET, fresh=True)
    signs_in_here(worker, sanne)
    worker.opens(f'/kompas/{owner.compass_id}/sleutels')
    worker.sees('Geen apparaat vraagt nu iets.')
    phone.goes_to('sleutels')
    phone.taps_button('Ook alles zien')
    worker.sees('Een telefoon wil alles zien. Is die van de persoon naast je?')
    expect(worker.button('Stop')).to_have_count(0)
    worker.taps_button('Ja')
    worker.sees('Geen apparaat vraagt nu iets.')
    expect(phone.page.locator('.card.is-this')).to_contain_text('ziet alles')
