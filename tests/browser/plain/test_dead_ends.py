"""Where somebody comes to an end: they read what is the matter, and what leads on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import is_at_work
from tests.browser.cast.forgetful import keeps_no_cookies
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.page.cast.new_code import erases
from tests.page.cast.people.person import Owner
from tests.page.cast.session_on_disk import signed_in_ago
from tests.server import Server


@pytest.fixture
def forgetful(new_person: Callable[..., Person]) -> Person:
    """On a phone of which the browser keeps no cookies."""
    person = new_person(PHONE, fresh=True, service_workers='block')
    keeps_no_cookies(person.page.context)
    return person


def compasses(server: Server) -> list[str]:
    return sorted(path.name for path in (server.data / 'compasses').iterdir())


@pytest.mark.long
def test_a_browser_without_cookies_begins_nothing_and_says_what_to_do(forgetful: Person, server: Server) -> None:
    before = compasses(server)
    for _ in range(2):
        forgetful.opens()
        forgetful.taps_button('Nieuw kompas')
        forgetful.sees_title('Deze browser onthoudt niets.')
        forgetful.sees('Dan kunnen we niets voor je openen. Zet cookies aan, of neem een andere browser.')
    assert compasses(server) == before
    forgetful.taps_link('Naar het begin')
    forgetful.sees_title('Krachtkompas')


@pytest.mark.long
def test_a_sheet_scanned_in_a_browser_without_cookies_says_the_same(forgetful: Person, owner: Person) -> None:
    owner.begins()
    forgetful.opens(owner.shares())
    forgetful.taps_button('Dit is mijn kompas')
    forgetful.sees_title('Deze browser onthoudt niets.')


@pytest.mark.expects('answer: 400 POST .*/werk/in', why='nothing is opened')
def test_a_worker_in_a_browser_without_cookies_reads_the_same(forgetful: Person) -> None:
    forgetful.opens('/werk/in')
    for label in ('Inlognaam', 'Wachtwoord', 'Code'):
        forgetful.page.get_by_label(label, exact=True).fill('iets anders')
    forgetful.taps_button('Log in')
    forgetful.sees_title('Deze browser onthoudt niets.')


def test_a_first_visit_begins_as_before(new_person: Callable[..., Person]) -> None:
    person = new_person(PHONE, fresh=True)
    person.opens()
    person.taps_button('Nieuw kompas')
    expect(person.page).to_have_url(re.compile('/van-wie/[0-9a-f]{16}$'))


def test_an_open_page_of_a_compass_that_is_erased_elsewhere_says_so(
    new_person: Callable[..., Person], server: Server
) -> None:
    begun = Owner(server)  # type: ignore[arg-type]
    phone = new_person(PHONE)
    phone.enters(f'{phone.url}/k#{begun.on_disk.sheet_token}')
    erases(begun)
    phone.sees_title('Dit kompas is gewist.')
    phone.taps_link('Naar het begin')
    phone.sees_title('Krachtkompas')


def test_a_worker_who_was_signed_out_comes_back_to_where_they_were(
    new_person: Callable[..., Person], server: Server
) -> None:
    person = new_person()
    anna = is_at_work(person, server)
    signed_in_ago(anna, hours=13)
    person.opens('/kompas/0123456789abcdef/wens')
    person.sees_title('Je bent uitgelogd.')
    person.taps_link('Log in')
    person.sees('Log in, dan ga je verder waar je was.')
    for label, words in (('Inlognaam', anna.login), ('Wachtwoord', anna.password), ('Code', anna.code())):
        person.page.get_by_label(label, exact=True).fill(words)
    person.taps_button('Log in')
    expect(person.page).to_have_url(f'{person.url}/kompas/0123456789abcdef/wens')
