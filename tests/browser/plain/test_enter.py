"""Entering with a scanned code: the key leaves the address, and opens all but the private parts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import AGAIN, Person
from tests.browser.conftest import PHONE
from tests.server import Server


@pytest.mark.parametrize('whose', ['Van mij', 'Van iedereen hier', 'Even kijken'])
def test_a_scanned_code_opens_the_compass_and_nothing_private(
    new_person: Callable[..., Person], owner: Person, whose: str
) -> None:
    owner.begins()
    owner.is_called('Noor')
    expect(owner.link('Wat is er gebeurd?')).to_be_visible()
    phone = new_person(PHONE)
    phone.enters(owner.shares(), whose)
    phone.sees_title('Noor')
    expect(phone.link('Wat is er gebeurd?')).to_have_count(0)
    expect(phone.link('Wat maakt het moeilijk?')).to_have_count(0)


def test_a_private_screen_is_not_found_on_a_device_that_scanned(owner: Person, phone: Person) -> None:
    for page in ('gebeurd', 'moeilijk'):
        address = f'{phone.url}/kompas/{phone.compass_id}/{page}'
        assert owner.page.request.get(address, max_retries=AGAIN).status == 200
        assert phone.gets(address) == 404
        phone.sees_title('We kunnen dit niet vinden.')


@pytest.mark.long
def test_the_key_stands_in_no_address_no_title_and_no_log(
    new_person: Callable[..., Person], owner: Person, server: Server
) -> None:
    owner.begins()
    address = owner.shares()
    key = address.partition('#')[2]
    assert len(key) == 22
    phone = new_person(PHONE)
    asked: list[str] = []
    phone.page.on('request', lambda request: asked.append(f'{request.url} {request.headers.get("referer")}'))
    phone.opens(address)
    expect(phone.page).to_have_url(f'{phone.url}/k')
    phone.taps_button('Dit is mijn kompas')
    phone.taps_button('Van mij')
    phone.taps_button('Ja')
    phone.is_at('')
    phone.sees_title('Mijn kompas')
    history = phone.page.context.new_cdp_session(phone.page).send('Page.getNavigationHistory')
    places = [f'{entry["url"]} {entry["title"]}' for entry in history['entries']]
    assert f'{phone.url}/k Je kompas openen' in places
    assert key not in ''.join([*places, phone.page.title(), *asked[1:], server.log])


@pytest.mark.long
def test_the_page_before_holds_no_key(new_person: Callable[..., Person], owner: Person) -> None:
    owner.begins()
    phone = new_person(PHONE)
    phone.enters(owner.shares())
    compass = phone.page.url
    for _ in range(2):  # the questions whose this is, which lead on
        phone.page.go_back()
        expect(phone.page).to_have_url(compass)
    phone.page.go_back()
    phone.sees_title('Ik heb een kompas')
    expect(phone.page).to_have_url(f'{phone.url}/ik-heb-een-kompas')


def test_a_wrong_key_gets_a_plain_sentence_and_a_way_home(owner: Person) -> None:
    for key in ('A' * 22, '<script>'):
        owner.opens(f'/k#{key}')
        owner.taps_button('Dit is mijn kompas')
        owner.sees_title('We kunnen dit niet vinden.')
        owner.taps_link('Naar het begin')
        owner.sees_title('Krachtkompas')


def test_without_a_key_one_reads_how_to_scan(owner: Person) -> None:
    owner.opens('/k')
    owner.sees_title('Ik heb een kompas')


def test_a_compass_without_a_key_looks_like_one_that_is_not_there(
    new_person: Callable[..., Person], owner: Person
) -> None:
    owner.begins()
    stranger = new_person(PHONE)
    answers = []
    for compass_id in (owner.compass_id, '0123456789abcdef'):
        answer = stranger.page.goto(f'{stranger.url}/kompas/{compass_id}')
        assert answer
        answers.append((answer.status, answer.text()))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


@pytest.mark.long
def test_a_second_code_scanned_in_the_same_tab_opens_its_own_compass(
    new_person: Callable[..., Person], owner: Person
) -> None:
    addresses = []
    for _ in range(2):
        owner.begins()
        addresses.append(owner.shares())
    first, second = addresses
    phone = new_person(PHONE)
    phone.opens(first)
    expect(phone.page).to_have_url(f'{phone.url}/k')
    phone.enters(second)
    assert phone.compass_id == owner.compass_id


@pytest.mark.long
def test_after_a_wrong_code_the_right_one_scanned_in_the_same_tab_opens(
    new_person: Callable[..., Person], owner: Person
) -> None:
    owner.begins()
    phone = new_person(PHONE)
    phone.opens(f'/k#{"A" * 22}')
    phone.taps_button('Dit is mijn kompas')
    phone.sees_title('We kunnen dit niet vinden.')
    phone.enters(owner.shares())
