""" "Wie kan erin?": every device in pictures, one that waits for a yes, and one that is stopped at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people.colleague import Colleague
from tests.patience import within
from tests.server import Server

TWO_SECONDS = 2_000
A_PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
ASKED = 'Mag deze telefoon erin?'
NO_PICTURE = 'Ik heb geen plaatje'
MORE = 'Ook laten zien wat moeilijk is?'


@pytest.fixture
def scans(new_person: Callable[..., Person], owner: Person) -> Callable[..., Person]:
    """Somebody with a phone scans the sheet of the owner, who is at the list of keys."""
    owner.begins()
    address = owner.shares()
    owner.taps_link('Wie kan erin?')
    owner.sees_title('Wie kan erin?')

    def scan(whose: str = 'Van mij') -> Person:
        one = new_person(PHONE, user_agent=A_PHONE)
        one.enters(address, whose)
        return one

    return scan


def others(person: Person) -> Locator:
    """The cards of the other devices."""
    return person.page.locator('.cards .card').filter(has_not_text='Je blad')


def this(person: Person) -> Locator:
    return person.page.locator('.card.is-this')


def lets_in(person: Person, *, private: bool = False, picture: str = NO_PICTURE) -> None:
    """Say yes to the device that asks, and show that one is the person."""
    question = person.page.get_by_role('group').filter(has=person.page.get_by_role('button'))
    expect(question).to_contain_text(ASKED)
    question.get_by_role('button', name='Ja', exact=True).click()
    question.get_by_role('button', name=picture, exact=True).click()
    expect(question).to_contain_text(MORE)
    question.get_by_role('button', name='Ja' if private else 'Nee', exact=True).click()
    expect(question).to_have_count(0)


def sees_the_same_picture(one: Person, other: Person) -> None:
    """The symbol of a device that asks stands in words on both screens."""
    asked = one.page.get_by_text('Daar staat ook dit plaatje: ').inner_text()
    other.goes_to('sleutels')
    told = other.page.get_by_text('Daar staat ook dit plaatje: ')
    expect(told).to_be_visible()
    assert asked.partition(': ')[2] == told.inner_text().partition(': ')[2]


@pytest.mark.long
def test_a_new_device_appears_at_once_and_waits_for_a_yes(owner: Person, scans: Callable[..., Person]) -> None:
    expect(owner.page.locator('.cards .card').first).to_contain_text('Je blad')
    expect(this(owner)).to_contain_text('deze computer · van iedereen hier')
    expect(others(owner)).to_have_count(0)
    scans()
    expect(others(owner)).to_have_count(1)
    expect(others(owner)).to_contain_text('Telefoon')
    expect(others(owner)).to_contain_text('misschien van jou')
    owner.sees(ASKED)
    scans('Even kijken')
    expect(others(owner).nth(1)).to_contain_text('kijkt even')


@pytest.mark.long
def test_a_double_tap_only_asks_and_no_stops_nothing(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    lets_in(owner)
    owner.button('Stop').dblclick()
    owner.sees('Op deze telefoon kan dan niemand meer in je kompas.')
    owner.page.wait_for_timeout(1_000)  # nobody answers a question sooner than it was read
    owner.taps_button('Nee, laat maar')
    expect(owner.page.get_by_role('alertdialog')).to_be_hidden()
    phone.taps_link('Jezelf zijn')
    phone.picks('muziek')


@pytest.mark.long
def test_a_device_that_is_stopped_goes_blank_within_two_seconds(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    lets_in(owner)
    other = scans()
    lets_in(owner)
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
    owner.is_at('tot-ziens')
    owner.sees('Neem eerst je code mee: scan hem, of print je blad. Anders kom je er later niet meer in.')
    owner.taps_button('Tot ziens')
    expect(owner.page).to_have_url(f'{owner.url}/tot-ziens')


@pytest.mark.long
def test_a_borrowed_device_stops_no_other_and_says_no_yes(scans: Callable[..., Person]) -> None:
    scans()
    guest = scans('Even kijken')
    guest.goes_to('sleutels')
    expect(others(guest)).to_have_count(2)
    expect(guest.button('Stop')).to_have_count(0)
    expect(guest.page.get_by_text(ASKED)).to_have_count(0)


@pytest.mark.usefixtures('scans')
def test_a_device_becomes_the_persons_own_and_is_given_back(owner: Person) -> None:
    settings = owner.page.locator('#page-settings')
    expect(settings).to_have_attribute('data-idle', '300')
    owner.taps_button('Van mij')
    owner.sees_title('Van wie is deze computer?')
    owner.taps_button('Van mij')
    owner.sees_title('Neem je deze mee naar huis?')
    owner.taps_button('Ja')
    owner.goes_to('sleutels')
    expect(this(owner)).to_contain_text('van jou')
    expect(owner.button('Tot ziens')).to_be_hidden()
    expect(settings).to_have_attribute('data-idle', '0')
    owner.taps_button('Niet van mij')
    expect(owner.button('Tot ziens')).to_be_visible()
    expect(settings).to_have_attribute('data-idle', '300')


def test_behind_back_the_questions_of_before_lead_on_to_the_compass(owner: Person) -> None:
    owner.begins()
    compass = owner.page.url
    owner.opens(f'/van-wie/{owner.compass_id}')
    owner.taps_button('Van mij')
    owner.sees_title('Neem je deze mee naar huis?')
    owner.page.go_back()
    owner.sees_title('Van wie is deze computer?')
    owner.taps_button('Van mij')
    owner.taps_button('Ja')
    owner.is_at('')
    owner.page.go_back()
    expect(owner.page).to_have_url(compass)
    owner.goes_to('sleutels')
    expect(this(owner)).to_contain_text('van jou')


@pytest.mark.long
def test_a_phone_is_confirmed_by_a_yes_with_the_same_picture_on_both_screens(
    owner: Person, scans: Callable[..., Person]
) -> None:
    phone = scans()
    expect(phone.link('Wat is er gebeurd?')).to_have_count(0)
    sees_the_same_picture(owner, phone)
    lets_in(owner, private=True)
    expect(others(owner)).to_contain_text('van jou')
    expect(this(phone)).to_contain_text('van jou')
    phone.taps_link('Kompas')
    expect(phone.link('Wat is er gebeurd?')).to_be_visible()


def test_who_says_yes_taps_the_picture_of_the_person(owner: Person, scans: Callable[..., Person]) -> None:
    owner.taps_link('Kompas', 'Dit ben ik')
    owner.picks('boot')
    owner.goes_to('sleutels')
    scans()
    owner.sees(ASKED)
    owner.taps_button('Ja')
    owner.taps_button('kat')
    owner.sees('Dat is een ander plaatje. Probeer het nog eens.')
    owner.goes_to('sleutels')
    lets_in(owner, picture='boot')
    expect(others(owner)).to_contain_text('van jou')


def test_what_is_difficult_stays_closed_until_that_is_said_too(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    lets_in(owner, private=False)
    expect(phone.link('Wat is er gebeurd?')).to_have_count(0)
    owner.picks('Ook laten zien wat moeilijk is')
    expect(phone.link('Wat is er gebeurd?')).to_be_visible()
    owner.lets_go('Ook laten zien wat moeilijk is')
    expect(phone.link('Wat is er gebeurd?')).to_have_count(0)


def test_no_ends_the_device_that_asks(owner: Person, scans: Callable[..., Person]) -> None:
    phone = scans()
    owner.sees(ASKED)
    owner.taps_button('Nee')
    expect(owner.page.get_by_text(ASKED)).to_have_count(0)
    expect(phone.page).to_have_url(f'{phone.url}/', timeout=within(TWO_SECONDS))
    expect(others(owner)).to_have_count(0)


@pytest.mark.long
def test_two_new_phones_cannot_say_yes_to_each_other(scans: Callable[..., Person]) -> None:
    first, second = scans(), scans()
    for one in (first, second):
        one.goes_to('sleutels')
        expect(one.button('Ja')).to_have_count(0)
        expect(one.button('Stop')).to_have_count(0)
        expect(one.button('Ook laten zien wat moeilijk is')).to_have_count(0)


@pytest.mark.long
def test_who_came_in_on_a_device_of_everyone_is_announced(owner: Person, scans: Callable[..., Person]) -> None:
    words = 'Een nieuwe telefoon kan erin. Was jij dat?'
    shared, other = scans('Van iedereen hier'), scans('Van iedereen hier')
    expect(owner.page.get_by_text(words)).to_have_count(2)
    owner.button('Dat was ik').first.click()
    expect(owner.page.get_by_text(words)).to_have_count(1)
    owner.taps_button('Nee, stop')
    expect(owner.page.get_by_text(words)).to_have_count(0)
    expect(others(owner)).to_have_count(1)
    ended = [one.gets(f'{one.url}/kompas/{owner.compass_id}') for one in (shared, other)]
    assert sorted(ended) == [200, 404]


@pytest.mark.long
def test_a_worker_does_not_say_yes_but_the_person_on_their_tablet_does(
    new_person: Callable[..., Person], server: Server, owner: Person, scans: Callable[..., Person]
) -> None:
    owner.goes_to('delen')
    sanne = Colleague(server, 'Sanne')  # type: ignore[arg-type]
    sanne.enters(owner.shows_code().partition('#')[2])
    owner.taps_link('Kompas', 'Sanne wil met je meekijken. Mag dat?')
    owner.taps_button('Ja, mijn kompas en mijn stappen')
    owner.is_at('meekijken')
    sanne.posts('/werk/terug', code=sanne.code())
    worker = new_person(TABLET, fresh=True)
    signs_in_here(worker, sanne)
    assert worker.gets(f'{worker.url}/kompas/{owner.compass_id}/sleutels') == 404
    phone = scans()
    worker.opens(f'/kompas/{owner.compass_id}')
    expect(worker.page.get_by_text(ASKED)).to_have_count(0)
    worker.taps_button('Geef de tablet aan de persoon')
    expect(worker.button('Snel weg')).to_be_visible()
    lets_in(worker)
    expect(phone.page.get_by_text(ASKED)).to_have_count(0)
    phone.goes_to('sleutels')
    expect(this(phone)).to_contain_text('van jou')
